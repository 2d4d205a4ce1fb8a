"""Dates in Excel: a cell holds a number of days, and only its style says that it is a date."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from datetime import date, timedelta

from seen_online.reading.files.packed import unpack_named
from seen_online.reading.xml_events import feed_xml

MAX_STYLES = 8_000_000  # bytes
_LAST = 2_958_465  # the last day of the year 9999
# Excel's own styles that show a day, not the time alone; those from 27 on are East Asian.
_DAYS = frozenset([*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)])
_LITERAL = re.compile(r'"[^"]*+"?|\\.|\[[^\]]*+\]?')  # what a style shows as it is, colours and languages
_SHOWS_DAY = re.compile("[yde]|mmm", re.IGNORECASE)


class Dates:
    """Takes the events of a workbook's styles and properties; then tells dates from numbers."""

    def __init__(self) -> None:
        self._codes: dict[str, bool] = {}
        self._styles: list[bool] = []
        self._listens = False
        self._first = date(1899, 12, 30)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        number = attributes.get("numFmtId", "")
        if tag == "numFmt":
            self._codes[number] = bool(_SHOWS_DAY.search(_LITERAL.sub("", attributes.get("formatCode", "")[:500])))
        elif tag == "cellXfs":
            self._listens = True
        elif tag == "xf" and self._listens:
            usual = number.isdecimal() and int(number[:6]) in _DAYS
            self._styles.append(self._codes.get(number, usual))
        elif tag == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self._first = date(1904, 1, 1)

    def end(self, tag: str) -> None:
        """Take an end tag."""
        if tag == "cellXfs":
            self._listens = False

    def data(self, text: str) -> None:
        """Take text."""

    def shown(self, style: str, value: str) -> str:
        """Return a cell's value, as ISO 8601 where its style makes it a date."""
        number = int(style) if style.isdecimal() and len(style) < 6 else 0
        if number >= len(self._styles) or not self._styles[number]:
            return value
        try:
            days = int(float(value))
        except (ValueError, OverflowError):
            return value
        if not 0 < days <= _LAST:
            return value
        # Excel believes that 1900 was a leap year.
        early = self._first.year == 1899 and days < 60
        return (self._first + timedelta(days=days + early)).isoformat()


def dates_of(pack: zipfile.ZipFile) -> Dates:
    """Return what tells dates in this workbook. Raises Unreadable."""
    dates = Dates()
    for name in ("xl/styles.xml", "xl/workbook.xml"):
        feed_xml(unpack_named(pack, name, MAX_STYLES) or b"<x/>", dates)
    return dates
