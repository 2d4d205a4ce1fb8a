"""The text of an Office document's XML as it flows by, in Microsoft's and in the open format."""

from __future__ import annotations

from collections.abc import Mapping

from seen_online.reading.html.flow import BREAK, CELL, ROW, settle
from seen_online.reading.html.links import address_of

MAX_TEXT = 6_000_000  # characters
# Local names, of both formats at once: where they share a name it means the same.
_LINES = ("p", "h", "pt", "si", "list-item", "slide", "txbxContent", "tbl", "table", "title", "desc")
_BREAKS = ("br", "cr", "line-break")
_SPACES = ("tab", "s")
_AT_END = {**dict.fromkeys(_LINES, BREAK), "tr": ROW, "table-row": ROW}
_AT_START = {
    **_AT_END,
    "tc": CELL,
    "table-cell": CELL,
    **dict.fromkeys(_BREAKS, BREAK),
    **dict.fromkeys(_SPACES, " "),
    "noBreakHyphen": "-",
}
_TEXT = frozenset(["t", "v", "delText", "instrText"])
_GONE = frozenset(["del", "moveFrom", "tracked-changes", "hidden-text", "hidden-paragraph"])
_SKIPPED = frozenset(["Fallback", "annotation-end", "binary-data"])
_NOTES = frozenset(["comment", "annotation", "cm", "threadedComment"])
_NAMES = frozenset(["author", "creator", "initial-creator", "printed-by", "displayName"])
_PICTURES = frozenset(["docPr", "cNvPr"])
_OFF = frozenset(["0", "false", "off", "none"])


class OfficeFlow:
    """Collects what a document shows, what was deleted from it or hidden, its comments, and who wrote them.

    Attributes:
        people: names of authors, as keys, in the order met.
        links: addresses that its links give away, as keys.
        alts: what is said of its pictures for those who can't see them, as keys.
        inside: whether it shows another document that lies in it.
        cut: whether something did not fit.
    """

    def __init__(self, *, open_format: bool) -> None:
        self.people: dict[str, None] = {}
        self.links: dict[str, None] = {}
        self.alts: dict[str, None] = {}
        self.inside = False
        self.cut = False
        self._seen: list[str] = []
        self._gone: list[str] = []
        self._notes: list[str] = []
        self._sink = self._seen
        self._back: list[tuple[str, list[str]]] = []
        self._open_format = open_format
        self._listens = open_format
        self._skips = 0
        self._names: list[str] | None = None
        self._field = False
        self._size = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        if self._skips or tag in _SKIPPED:
            self._skips += 1
            return
        if mark := _AT_START.get(tag):
            self._sink.append(mark)
        elif tag in _TEXT:
            self._listens, self._field = True, tag == "instrText"
        elif tag in _NAMES and self._open_format:
            self._names = []
        if tag in _NOTES:
            self._into(tag, self._notes)
        elif tag in _GONE or (tag == "vanish" and attributes.get("val", "").lower() not in _OFF):
            self._into("r" if tag == "vanish" else tag, self._gone)
        for name in ("author", "displayName"):
            if attributes.get(name):
                self.people[attributes[name]] = None
        if attributes.get("href"):
            self._link(attributes["href"])
        if tag in _PICTURES and (said := attributes.get("descr") or attributes.get("title")):
            self.alts[said] = None
        self.inside |= tag == "altChunk"

    def end(self, tag: str) -> None:
        """Take an end tag."""
        if self._skips:
            self._skips -= 1
            return
        if tag in _TEXT:
            self._listens, self._field = self._open_format, False
        elif mark := _AT_END.get(tag):
            self._sink.append(mark)
        elif self._names is not None and tag in _NAMES:
            self.people["".join(self._names).strip()] = None
            self._names = None
        if self._back and self._back[-1][0] == tag:
            self._sink = self._back.pop()[1]

    def data(self, text: str) -> None:
        """Take text."""
        if self._names is not None:
            self._names.append(text)
        elif self._field:
            self._link(text.replace("HYPERLINK", "").strip(' "'))
        elif self._listens and not self._skips:
            self._size += len(text)
            if self._size > MAX_TEXT:
                self.cut = True
            else:
                self._sink.append(text)

    def text(self) -> str:
        """Return the text that is seen."""
        return settle(self._seen)

    def gone(self) -> str:
        """Return the text that was deleted or is hidden, and is there all the same."""
        return settle(self._gone)

    def notes(self) -> str:
        """Return the comments."""
        return settle(self._notes)

    def _into(self, tag: str, sink: list[str]) -> None:
        if len(self._back) < 200:
            self._back.append((tag, self._sink))
            self._sink = sink
            sink.append(BREAK)

    def _link(self, href: str) -> None:
        if address := address_of(href):
            self.links[address] = None
