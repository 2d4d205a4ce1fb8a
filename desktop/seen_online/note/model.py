"""A note without a format: what every format writes out, each in its own way.

All texts are plain, one line each and clean; no format may read markup into them.
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from seen_online.review.selfcheck import ActionState


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """A paragraph of plain text."""

    text: str


class Bullets(msgspec.Struct, frozen=True, tag=True):
    """A list without numbers."""

    items: tuple[str, ...]


class Table(msgspec.Struct, frozen=True, tag=True):
    """A table: header cells, then rows of as many cells. The first cell of a row names it."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Quoted(msgspec.Struct, frozen=True, tag=True):
    """Text kept as it stood, line by line (evidence)."""

    text: str


Block = Paragraph | Bullets | Table | Quoted


class Part(msgspec.Struct, frozen=True):
    """A part of a section, under a heading of its own."""

    heading: str
    blocks: tuple[Block, ...]


class NoteSection(msgspec.Struct, frozen=True):
    """A section: its blocks, then its parts."""

    heading: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()


class NoteAction(msgspec.Struct, frozen=True):
    """An action as a calendar takes it. `uid` stays the same when the note is made again."""

    uid: str
    what: str
    due: date | None = None
    state: ActionState = ActionState.TO_DO
    who: str = ""


class Note(msgspec.Struct, frozen=True):
    """What a person takes with them. `made` is the only date a file of it bears; `language` a BCP 47 tag."""

    title: str
    intro: tuple[str, ...]
    sections: tuple[NoteSection, ...]
    made: datetime
    language: str = "en"
    actions: tuple[NoteAction, ...] = ()
