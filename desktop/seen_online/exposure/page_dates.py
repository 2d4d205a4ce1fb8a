"""The dates of one page, read as they are asked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from seen_online.exposure.dates import FROM_DIGIT, FROM_MONTH, MONTHS, When, read_date
from seen_online.exposure.plain import Plain

# What stands between a month and its day or year: "March 12", "March, the 12th", "March of 1985".
_AFTER_MONTH = re.compile(r"(?<![a-z])([a-z]{3,12})\.?[ ,-]{1,3}(?:(?:the|of|de|del) )?\Z")
_BEFORE = 24  # characters before a number in which its month's name begins


class PageDates:
    """The dates of one page.

    Every date has a number in it, so a date is read from its first number, and only once however often it is asked for.

    Attributes:
        low: the page in small letters, and `text` as it is written.
        today: the day of the reading, which tells the century of '85 and who can still be alive.
    """

    def __init__(self, plain: Plain, *, month_first: bool) -> None:
        self.low, self.text = plain.low, plain.text
        self.today = date.today()
        self._month_first = month_first
        self._starts = [start for start, _ in plain.numbers]
        self._read: dict[int, re.Match[str] | None] = {}

    def between(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """Return the dates that lie between two offsets, in order, none inside another."""
        for number in range(bisect_left(self._starts, start), len(self._starts)):
            place = self._starts[number]
            if place >= end:
                return
            if place not in self._read:
                self._read[place] = self._at(place)
            match = self._read[place]
            if match and match.start() >= start and match.end() <= end:
                yield match
                start = match.end()

    def value(self, match: re.Match[str]) -> When | None:
        """Read a date that was found; None where it is none (30 February)."""
        return read_date(match, self.today.year, month_first=self._month_first)

    def _at(self, place: int) -> re.Match[str] | None:
        """Return the date whose first number begins at `place`."""
        low = self.low
        month = _AFTER_MONTH.search(low, max(0, place - _BEFORE), place)
        if month and month[1] in MONTHS:
            found = FROM_MONTH.match(low, month.start())
            if found:
                return found
        return FROM_DIGIT.match(low, place - 2 if low[place - 2 : place] == "--" else place)
