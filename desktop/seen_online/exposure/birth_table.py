"""Dates of birth in a table: the column's head tells what they are, many rows above."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.page_dates import PageDates

MOST_ROWS = 5_000
_BESIDE = 24  # characters that a head's cell may have beside what announces births
_MARKS = ("\t", "|", ";", ",")


def dates_below(dates: PageDates, cue: re.Match[str]) -> Iterator[re.Match[str]]:
    """Return the dates in the column that a cue is the head of; none where it heads no column.

    A table is lines with as many of the same mark between their cells as its head has.
    """
    low = dates.low
    first = low.rfind("\n", max(0, cue.start() - 400), cue.start()) + 1
    end = low.find("\n", cue.end(), cue.end() + 400)
    if end < 0 or (not first and cue.start() > 400):
        return
    head = low[first:end]
    mark = next((mark for mark in _MARKS if mark in head), "")
    if not mark:
        return
    column, columns = low.count(mark, first, cue.start()), head.count(mark)
    start_of_cell = low.rfind(mark, first, cue.start()) + 1 or first
    cell = low[start_of_cell : end if column == columns else low.find(mark, cue.end(), end)]
    if any(char.isdigit() for char in cell) or len(cell) > len(cue[0]) + _BESIDE or cue[0] == "b.":
        return
    for _ in range(MOST_ROWS):
        start, end = end + 1, low.find("\n", end + 1)
        end = len(low) if end < 0 else end
        if low.count(mark, start, end) != columns:
            return
        for _ in range(column):
            start = low.find(mark, start, end) + 1
        stop = low.find(mark, start, end)
        stop = end if stop < 0 else stop
        match = next(dates.between(start, stop), None)
        if match and not low[start : match.start()].strip(" \"'") and not low[match.end() : stop].strip(" \"'"):
            yield match
        if end == len(low):
            return
