"""A letter as data: its text with named blanks, and when it is the right one."""

from __future__ import annotations

from typing import Literal

import msgspec

from seen_online.checklist.fields import Body, Case, Id, Language, Line, Name, Words
from seen_online.checklist.item import Source

Known = Literal[
    "",
    "person.name",
    "person.email",
    "person.address",
    "page.url",
    "page.title",
    "page.site",
    "page.shown",
    "organisation.name",
    "organisation.ask",
    "organisation.complaints_procedure",
    "today",
]


class Blank(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place to fill in, written {name} in the text.

    `known` tells what may be filled in for the person, who still sees and can change it. A line whose `optional`
    blank is empty is left out.
    """

    name: Name
    label: Line
    hint: Line = ""
    known: Known = ""
    optional: bool = False


class Letter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One letter. `when` says when it helps, `to` who gets it, `after` what to do next; it is never sent by us."""

    id: Id
    title: Line
    when: Words
    to: Line
    subject: Line
    text: Body
    blanks: tuple[Blank, ...] = ()
    after: tuple[Words, ...] = ()
    cases: tuple[Case, ...] = ()
    sources: tuple[Source, ...] = ()
    kind: Literal["letter"] = "letter"
    language: Language = "en"
