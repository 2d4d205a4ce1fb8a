"""Tables in CSV as "heading: value" lines, a blank line between rows."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from seen_online.reading.plain import plain
from seen_online.reading.sheet import Sheet

MAX_ROWS = 200_000
_HEAD_ROWS = 10  # a heading row may stand below some notes, as in LinkedIn's Connections.csv
_FIRST, _LAST = ("first name", "given name", "forename"), ("last name", "family name", "surname")


def read_csv(text: str, sheet: Sheet) -> None:
    """Write a table on `sheet`; what is no table is written as it stands."""
    text = plain(text)
    try:
        rows = list(_rows(text))
    except csv.Error:
        rows = []
    if len(rows) < 2 or max(map(len, rows)) < 2:
        sheet.add("text", text)
        return
    at = max(range(min(_HEAD_ROWS, len(rows))), key=lambda row: (len(rows[row]), -row))
    heading = [name.strip() for name in rows[at]]
    lines = [", ".join(row) for row in rows[:at]]
    for row in rows[at + 1 :]:
        lines.append("")
        lines += _record(heading, row)
    if len(rows) == 1 + at:
        lines.append(", ".join(heading))
    sheet.add_lines("text", lines)


def _rows(text: str) -> Iterator[list[str]]:
    head = text[:4000]
    delimiter = max(",;\t", key=head.count)
    for number, row in enumerate(csv.reader(text.splitlines(keepends=True), delimiter=delimiter)):
        if number >= MAX_ROWS:
            return
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
