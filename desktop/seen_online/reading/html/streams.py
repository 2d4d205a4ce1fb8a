"""The streams that a page's text parts into while its tags go by, and what waits for an end tag."""

from __future__ import annotations

from collections.abc import Callable

from seen_online.reading.html.flow import BREAK
from seen_online.reading.html.scopes import Scopes
from seen_online.reading.html.style import Styles
from seen_online.reading.items import Item

MAX_LINES = 5_000  # lines of one side stream (links, alternative texts, meta, data)


class Streams:
    """What a page says, by where it says it.

    Attributes:
        seen: pieces of the text that a visitor sees (see flow).
        unseen: pieces of the text that is hidden.
        meta, links, alts, data_lines: whole lines.
        described: things from JSON-LD; `microdata`, `rdfa` and `cards` hold those of the other notations.
        sink: the stream that text goes to now.
        ends: what waits for an end tag, with the depth of its element.
        turning: whether what comes now is shown from right to left.
        depth: how many elements are open.
        scripts: how many scripts would run.
        frames: pages that stand whole inside this one, as HTML.
        elsewhere: whether a part of what is seen comes from another address.
        cut: whether something did not fit.
    """

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.unseen: list[str] = []
        self.title: list[str] = []
        self.comments: list[str] = []
        self.meta: list[str] = []
        self.links: list[str] = []
        self.alts: list[str] = []
        self.data_lines: list[str] = []
        self.described: list[Item] = []
        self.microdata, self.rdfa, self.cards = Scopes(), Scopes(), Scopes()
        self.styles = Styles()
        self.language = ""
        self.scripts = 0
        self.frames: list[str] = []
        self.elsewhere = False
        self.depth = 0
        self.cut = False
        self.turning = False
        self.sink = self.seen
        self.ends: list[tuple[int, Callable[[], None]]] = []

    def note(self, lines: list[str], line: str) -> None:
        """Add a line to a side stream, while there is room."""
        if len(lines) < MAX_LINES:
            lines.append(line)
        else:
            self.cut = True

    def at_end(self, do: Callable[[], None]) -> None:
        """Do something when the element that is starting ends."""
        self.ends.append((self.depth, do))

    def settle_ends(self, depth: int) -> None:
        """Do what waits for the end of the elements at `depth` and deeper, the last first."""
        waiting = self.ends
        while waiting and waiting[-1][0] >= depth:
            waiting.pop()[1]()

    def into(self, sink: list[str]) -> None:
        """Send text to `sink` until the element that is starting ends."""
        before = self.sink
        self.sink = sink
        sink.append(BREAK)

        def back() -> None:
            sink.append(BREAK)
            self.sink = before

        self.at_end(back)
