"""The record of what was sent, to take along: as a table and as JSON."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

import msgspec

from seen_online.outbox.ledger import Sent

COLUMNS = tuple(field.name for field in msgspec.structs.fields(Sent))

# A spreadsheet takes a cell that begins so for a formula, and a formula may send what the table holds to anyone. In
# countries where a semicolon divides the cells, one may begin in the middle of a text, quotation marks or not.
_STARTERS = tuple("=+-@|%\uff1d\uff0b\uff0d\uff20")
_DIVIDERS = re.compile(r"([;\t\r\n])")


def as_csv(sent: Iterable[Sent]) -> str:
    """Return the record as CSV, a row a request, with a head line.

    It begins with the mark by which Excel knows UTF-8. A text that a spreadsheet would take for a formula gets an
    apostrophe before it.
    """
    out = io.StringIO()
    out.write("\ufeff")
    table = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    table.writerow(COLUMNS)
    for entry in sent:
        table.writerow([_cell(value) for value in msgspec.to_builtins(entry).values()])
    return out.getvalue()


def as_json(sent: Iterable[Sent]) -> str:
    """Return the record as a JSON list with the keys of `Sent`, in ASCII."""
    import json

    return json.dumps([msgspec.to_builtins(entry) for entry in sent], indent=2)


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return "" if value is None else value
    # Whatever else can't be seen would only hide what the cell begins with.
    seen = "".join(c if c.isprintable() or c in "\t\r\n" else " " for c in value)
    return "".join(
        f"'{piece}" if piece.lstrip(" \"'").startswith(_STARTERS) else piece for piece in _DIVIDERS.split(seen)
    )
