"""Tables in CSV as "heading: value" lines, a blank line between rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain, islice

from seen_online.reading.plain import plain
from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why

MAX_ROWS = 200_000
_HEAD_ROWS = 10  # a heading row may stand below some notes, as in LinkedIn's Connections.csv
_FIRST, _LAST = ("first name", "given name", "forename"), ("last name", "family name", "surname")


def read_csv(text: str, sheet: Sheet) -> None:
    """Write a table on `sheet`; what is no table is written as it stands."""
    text = plain(text)
    lines: list[str] = []
    try:
        rows = _rows(text)
        head = list(islice(rows, _HEAD_ROWS))
        if len(head) < 2 or max(map(len, head)) < 2:
            raise csv.Error
        at = max(range(len(head)), key=lambda row: (len(head[row]), -row))
        heading = [name.strip() for name in head[at]]
        lines += [", ".join(row) for row in head[:at]]
        for number, row in enumerate(chain(head[at + 1 :], rows)):
            if number >= MAX_ROWS:
                sheet.fell_short(Why.LONG)
                break
            lines.append("")
            lines += _record(heading, row)
        if len(head) == 1 + at:
            lines.append(", ".join(heading))
    except csv.Error:
        lines = [text]
    sheet.add_lines("text", lines)


def _rows(text: str) -> Iterator[list[str]]:
    head = text[:4000]
    delimiter = max(",;\t", key=head.count)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        if any(cell.strip() for cell in row):
            yield row


def _record(heading: list[str], row: list[str]) -> Iterator[str]:
    low = {name.lower(): cell.strip() for name, cell in zip(heading, row, strict=False)}
    first = next((low[name] for name in _FIRST if low.get(name)), "")
    last = next((low[name] for name in _LAST if low.get(name)), "")
    if first and last:
        yield f"name: {first} {last}"
    for number, cell in enumerate(row):
        if cell := " ".join(cell.split()):
            name = heading[number] if number < len(heading) else ""
            yield f"{name}: {cell}" if name else cell
