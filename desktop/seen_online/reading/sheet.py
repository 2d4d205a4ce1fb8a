"""The sheet that a parser writes a document's text on: parts in order, cleaned, never longer than its limit."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from seen_online.reading.page import Page, PageOutcome, Part
from seen_online.reading.plain import plain
from seen_online.reading.why import Why, sentence

MAX_TEXT = 5_000_000  # characters of one document; a long book is about one million
MAX_PARTS = 5_000
MAX_TITLE = 300  # characters
MAX_LANGUAGE = 35  # characters: the longest tag that BCP 47 calls usual


class Reading(msgspec.Struct, frozen=True):
    """What a parser made of one document. It crosses from the reader's process, so it holds no sentence yet."""

    text: str = ""
    outcome: PageOutcome = PageOutcome.READ
    why: Why = Why.NOTHING
    value: str = ""
    media_type: str = ""
    title: str = ""
    language: str = ""
    parts: tuple[Part, ...] = ()

    def cut(self) -> Reading:
        """Return the same reading, told to be of the first part only."""
        if self.outcome is not PageOutcome.READ:
            return self
        return msgspec.structs.replace(self, outcome=PageOutcome.PARTLY, why=Why.LONG)

    def page(self, url: str = "") -> Page:
        """Return the Page, with its outcome said in the person's language."""
        return Page(
            self.text,
            self.outcome,
            sentence(self.why, self.value),
            url,
            self.media_type,
            self.title,
            self.language,
            self.parts,
        )


_NOT_TRIED = frozenset({Why.NESTED, Why.FILM, Why.LINK, Why.STOPPED, Why.NOT_A_FILE})
_DANGEROUS = frozenset({Why.BOMB, Why.MANY})


def unread(why: Why, media_type: str = "", value: str = "") -> Reading:
    """Return the Reading of a document that gave no text: not read where nobody tried, refused or failed."""
    outcome = PageOutcome.FAILED
    if why in _NOT_TRIED:
        outcome = PageOutcome.NOT_READ
    elif why in _DANGEROUS:
        outcome = PageOutcome.REFUSED
    return Reading(outcome=outcome, why=why, value=value, media_type=media_type)


class Sheet:
    """Collects the parts of one document.

    Attributes:
        title: the document's own title, or "".
        language: its BCP 47 language tag, or "".
    """

    def __init__(self, limit: int = MAX_TEXT) -> None:
        self.title = ""
        self.language = ""
        self._pieces: list[str] = []
        self._parts: list[Part] = []
        self._length = 0
        self._limit = limit
        self._why = Why.NOTHING
        self._value = ""
        self._partly = False

    @property
    def full(self) -> bool:
        """Tell whether nothing more fits, so that a parser may stop early."""
        return self._length >= self._limit or len(self._parts) >= MAX_PARTS

    def add(self, where: str, text: str) -> None:
        """Add one part, cleaned; what does not fit is dropped and the sheet says that it is cut."""
        text = plain(text).strip()
        if not text:
            return
        if self.full:
            self.fell_short(Why.LONG)
            return
        room = self._limit - self._length
        if len(text) > room:
            text = text[:room]
            self.fell_short(Why.LONG)
        start = self._length
        self._pieces += [text, "\n\n"]
        self._length = start + len(text) + 2
        self._parts.append(Part(start, start + len(text), where))

    def add_lines(self, where: str, lines: Iterable[str]) -> None:
        """Add one part made of lines."""
        self.add(where, "\n".join(lines))

    def add_reading(self, reading: Reading) -> None:
        """Add all the parts of another reading."""
        for part in reading.parts:
            self.add(part.where, reading.text[part.start : part.end])

    def fell_short(self, why: Why, value: str = "") -> None:
        """Note that not all could be read; the first reason is the one that is told."""
        if not self._partly:
            self._partly, self._why, self._value = True, why, value

    def remark(self, why: Why) -> None:
        """Note something to know about a document that was read in full."""
        if not self._partly:
            self._why = why

    def reading(self, media_type: str) -> Reading:
        """Return all that was collected."""
        if self._pieces:
            self._pieces.pop()
        return Reading(
            "".join(self._pieces),
            PageOutcome.PARTLY if self._partly else PageOutcome.READ,
            self._why,
            self._value,
            media_type,
            " ".join(plain(self.title).split())[:MAX_TITLE],
            language_tag(self.language),
            tuple(self._parts),
        )


def language_tag(text: str) -> str:
    """Return `text` as a BCP 47 tag ("en_GB" becomes "en-GB"), or "" where it is none."""
    tag = text.strip().replace("_", "-")[:MAX_LANGUAGE]
    return tag if tag.replace("-", "").isalnum() and tag.isascii() and tag[:2].isalpha() else ""
