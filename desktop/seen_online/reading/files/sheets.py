"""The cells of an Excel document, row by row."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping

from seen_online.reading.files.packed import unpack_named
from seen_online.reading.files.sheet_dates import Dates, dates_of
from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why
from seen_online.reading.xml_events import feed_xml

MAX_XML = 24_000_000  # bytes of one file inside
MAX_SHEETS = 200
MAX_STRINGS = 500_000
MAX_ROWS = 200_000
_SHEET = re.compile(r"xl/worksheets/[^/\d.]{0,40}+(\d{0,6}+)[^/]{0,40}\.xml")


class _Strings:
    """Excel keeps each text once, in a list; cells give its number."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self.cut = False
        self._pieces: list[str] = []
        self._listens = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        if tag == "si":
            self._pieces = []
        self._listens = tag == "t"

    def end(self, tag: str) -> None:
        """Take an end tag."""
        if tag == "si":
            self.cut |= len(self.strings) >= MAX_STRINGS
            if not self.cut:
                self.strings.append("".join(self._pieces))
        self._listens = False

    def data(self, text: str) -> None:
        """Take text."""
        if self._listens:
            self._pieces.append(text)


class _Rows:
    """Writes each row's cells, a tab between them."""

    def __init__(self, strings: list[str], dates: Dates) -> None:
        self.rows: list[str] = []
        self.cut = False
        self._strings = strings
        self._dates = dates
        self._style = ""
        self._cells: list[str] = []
        self._value: list[str] = []
        self._kind = ""
        self._listens = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        if tag == "c":
            self._kind, self._value = attributes.get("t", ""), []
            self._style = attributes.get("s", "")
        self._listens = tag in ("v", "t")

    def end(self, tag: str) -> None:
        """Take an end tag."""
        self._listens = False
        if tag == "c":
            value = "".join(self._value).strip()
            if self._kind == "s":
                number = int(value) if value.isdecimal() and len(value) < 9 else -1
                value = self._strings[number] if 0 <= number < len(self._strings) else ""
            elif self._kind in ("", "n") and self._style:
                value = self._dates.shown(self._style, value)
            if value:
                self._cells.append(" ".join(value.split()))
        elif tag == "row":
            if self._cells:
                self.cut |= len(self.rows) >= MAX_ROWS
                if not self.cut:
                    self.rows.append("\t".join(self._cells))
            self._cells = []

    def data(self, text: str) -> None:
        """Take text."""
        if self._listens:
            self._value.append(text)


def read_cells(pack: zipfile.ZipFile, sheet: Sheet) -> None:
    """Write the rows of every sheet of an Excel document. Raises Unreadable."""
    strings = _Strings()
    whole = feed_xml(unpack_named(pack, "xl/sharedStrings.xml", MAX_XML) or b"<x/>", strings)
    dates = dates_of(pack)
    found = sorted((int(m[1] or 0), m[0]) for name in pack.NameToInfo if (m := _SHEET.fullmatch(name)))
    for _, name in found[:MAX_SHEETS]:
        rows = _Rows(strings.strings, dates)
        whole &= feed_xml(unpack_named(pack, name, MAX_XML), rows)
        sheet.add_lines("text", rows.rows)
        if rows.cut:
            sheet.fell_short(Why.LONG)
    if len(found) > MAX_SHEETS or strings.cut:
        sheet.fell_short(Why.LONG)
    if not whole:
        sheet.fell_short(Why.PARTLY_BROKEN)
