"""What lxml's parser calls for each tag and text of a page.

No tree is built: libxml2 drops everything below 256 nested tags from its trees, needs quadratic time for a tag of
many attributes, and building a tree of Python objects takes Beautiful Soup four times as long as all that is done
here (measured side by side by tests/benchmarks/bench_reading.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from seen_online.reading.html import links, scripts
from seen_online.reading.html.flow import BREAK
from seen_online.reading.html.jsonld import MAX_ITEMS, read_jsonld
from seen_online.reading.html.notices import notice
from seen_online.reading.html.streams import Streams
from seen_online.reading.html.style import written_in
from seen_online.reading.html.tags import AT_END, AT_START, FRAMES, KEEPS_LINES, RAW, SPECIAL, UNSEEN, WATCHED

# What is inside these is seen after all where they carry this attribute.
_SHOWS = {"option": "selected", "dialog": "open", "template": "shadowrootmode"}
_PROGRAMS = ("", "module", "application/json")
_NOWHERE = ("about:", "javascript:", "cid:")  # where a frame shows nothing, or what the same file holds
MAX_TEXT = 6_000_000  # characters of all text, scripts and comments together
MAX_COMMENT = 50_000
MAX_SCRIPTS = 2_000_000  # characters of scripts that are looked into; they are no text that anybody reads


class Target(Streams):
    """Takes a page's events in the parser's own terms (start, end, data, comment, close)."""

    def __init__(self) -> None:
        super().__init__()
        self._size = 0
        self._special = 0  # open elements whose text is not plain flow
        self._raw: list[str] | None = None
        self._script_size = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        self.depth += 1
        if mark := AT_START.get(tag):
            self.sink.append(mark)
        if tag in SPECIAL:
            self._start_special(tag, attributes)
        if attributes and not WATCHED.isdisjoint(attributes):
            notice(self, tag, attributes)

    def end(self, tag: str) -> None:
        """Take an end tag. The parser sends one for every start tag, also where the page has none."""
        if self.ends and self.ends[-1][0] >= self.depth:
            self.settle_ends(self.depth)
        self.depth -= 1
        if mark := AT_END.get(tag):
            self.sink.append(mark)

    def data(self, text: str) -> None:
        """Take a stretch of text."""
        if not self._fits(text):
            return
        if self._raw is not None:
            self._raw.append(text)
        else:
            self.sink.append(text.replace("\n", BREAK) if self._special else text)

    def comment(self, text: str) -> None:
        """Take a comment."""
        if text.lstrip().startswith(("[if", "[endif", "<![endif")):
            return
        if len(text) > MAX_COMMENT:
            text = text[:MAX_COMMENT]
            self.cut = True
        if self._fits(text):
            self.comments.append(text)

    def close(self) -> Target:
        """Take the end of the page."""
        self.unwind()
        return self

    def unwind(self) -> None:
        """End every open element."""
        self.settle_ends(0)
        self.depth = 0

    def _fits(self, text: str) -> bool:
        self._size += len(text)
        if self._size > MAX_TEXT:
            self.cut = True
            return False
        return True

    def _start_special(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in RAW:
            self._start_raw(tag, attributes)
        elif tag in UNSEEN and _SHOWS.get(tag) not in attributes:
            self.into(self.unseen)
        elif tag in FRAMES:
            self._start_frame(attributes)
        elif tag == "title" and not self.title:
            self.into(self.title)
        elif tag in KEEPS_LINES:
            self._special += 1
            self.at_end(self._end_kept_lines)

    def _start_frame(self, attributes: Mapping[str, str]) -> None:
        source = attributes.get("src") or attributes.get("data") or ""
        if inside := attributes.get("srcdoc"):
            self.frames.append(inside)
        elif place := links.place_of(source[:4000]):
            self.note(self.links, f"Map → {place}")
        elif source and not source.lower().startswith(_NOWHERE):
            self.elsewhere = True

    def _end_kept_lines(self) -> None:
        self._special -= 1

    def _start_raw(self, tag: str, attributes: Mapping[str, str]) -> None:
        raw: list[str] = []
        self._raw = raw
        kind = attributes.get("type", "").strip().lower()

        def end() -> None:
            self._raw = None
            text = "".join(raw)
            if tag == "style":
                if self.sink is not self.unseen:  # a style inside <noscript> is for browsers without scripts
                    self.styles.add(text)
                    for written in written_in(text):
                        self.note(self.alts, written)
                return
            if kind == "application/ld+json":
                self._describe(text)
            elif kind in _PROGRAMS or "javascript" in kind:
                self.scripts += kind != "application/json"  # data for programs, and often the whole page
                self._script_size += len(text)
                for line in scripts.addresses_in(text) if self._script_size < MAX_SCRIPTS else ():
                    self.note(self.data_lines, line)

        self.at_end(end)

    def _describe(self, script: str) -> None:
        things = read_jsonld(script)
        if things is None:
            self.note(self.data_lines, script)
        else:
            self.described += things
            self.cut |= len(things) >= MAX_ITEMS
