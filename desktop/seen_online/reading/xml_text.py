"""XML of any kind (feeds, KML and GPX tracks, flat OpenDocument) as plain lines. Entities are never resolved."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why

BITE = 65_536  # bytes
MAX_LINES = 400_000
_TOLD = frozenset(["href", "title", "name", "author", "creator", "email", "user", "by", "lat", "lon"])


class _Lines:
    """Takes the parser's events; writes "name: text" for each element that holds text."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._open: list[str] = []
        self._text: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._flush()
        self._open.append(_bare(tag))
        told = {_bare(name): value for name, value in attributes.items() if _bare(name) in _TOLD and value.strip()}
        if "lat" in told and "lon" in told:
            self._say(f"geo: {told.pop('lat')}, {told.pop('lon')}")
        for name, value in told.items():
            self._say(f"{name}: {value}")

    def end(self, tag: str) -> None:
        self._flush()
        if self._open:
            self._open.pop()

    def data(self, text: str) -> None:
        self._text.append(text)

    def close(self) -> None:
        self._flush()

    def _flush(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text = []
        if text:
            name = self._open[-1] if self._open else ""
            self._say(f"{name}: {text}" if name else text)

    def _say(self, line: str) -> None:
        if len(self.lines) < MAX_LINES:
            self.lines.append(line)


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def read_xml(data: bytes, sheet: Sheet) -> None:
    """Write the texts of an XML document on `sheet`."""
    taken = _Lines()
    parser = etree.XMLParser(
        target=taken, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        for at in range(0, len(data), BITE):
            parser.feed(data[at : at + BITE])
        parser.close()
    except etree.XMLSyntaxError:
        taken.close()
        sheet.fell_short(Why.PARTLY_BROKEN)
    if len(parser.error_log):
        sheet.fell_short(Why.PARTLY_BROKEN)
    sheet.add_lines("text", taken.lines)
