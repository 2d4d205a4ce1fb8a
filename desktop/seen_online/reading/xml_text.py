"""XML of any kind (feeds, KML and GPX tracks, address books) as plain lines."""

from __future__ import annotations

from collections.abc import Mapping

from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why
from seen_online.reading.xml_events import feed_xml

MAX_LINES = 400_000
MAX_TEXT = 6_000_000  # characters
_TOLD = frozenset(["href", "title", "name", "author", "creator", "email", "user", "by", "lat", "lon"])


class _Lines:
    """Writes "name: text" for each element that holds text."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.cut = False
        self._size = 0
        self._open: list[str] = []
        self._text: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        self.flush()
        self._open.append(tag)
        told = {name: value for name, value in attributes.items() if name in _TOLD and value.strip()}
        if "lat" in told and "lon" in told:
            self._say(f"geo: {told.pop('lat')}, {told.pop('lon')}")
        for name, value in told.items():
            self._say(f"{name}: {value}")

    def end(self, tag: str) -> None:
        """Take an end tag."""
        self.flush()
        if self._open:
            self._open.pop()

    def data(self, text: str) -> None:
        """Take text."""
        self._text.append(text)

    def flush(self) -> None:
        """Write the text that was collected."""
        text = " ".join("".join(self._text).split())
        self._text = []
        if text:
            name = self._open[-1] if self._open else ""
            self._say(f"{name}: {text}" if name else text)

    def _say(self, line: str) -> None:
        self._size += len(line)
        if len(self.lines) < MAX_LINES and self._size < MAX_TEXT:
            self.lines.append(line)
        else:
            self.cut = True


def read_xml(data: bytes, sheet: Sheet) -> None:
    """Write the texts of an XML document on `sheet`."""
    taken = _Lines()
    if not feed_xml(data, taken):
        sheet.fell_short(Why.PARTLY_BROKEN)
    taken.flush()
    if taken.cut:
        sheet.fell_short(Why.LONG)
    sheet.add_lines("text", taken.lines)
