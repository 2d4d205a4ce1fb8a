"""A checklist as data: items, their questions and steps, each fact with its source."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from seen_online.checklist.fields import Concern, Finding, Id, Language, Line, Slot, Step, Url, Words


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a fact comes from and the day it was checked there (YYYY-MM-DD)."""

    title: Line
    url: Url = ""
    checked: date | None = None


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to consider.

    `question` is what the person answers; `why` two sentences; `how` the steps in general; `sites` tells whether the
    steps of the person's own sites are shown too, by the name of the sites' step list (`security`, ...).
    `kind` is `question` for what is answered, `rule` for what is only read. `concerns` names who it is for (all of
    them must hold; empty for everybody), `step` the page of the journey that does it, `look_again` the kinds of
    finding that open it again, `slots` the employer's own documents that go with it, `letters` those that may help.
    `priority` is set by other people's lists; `language` is set where a translation took the original's place.
    """

    id: Id
    title: Line
    question: Line
    why: Words
    how: tuple[Words, ...] = ()
    action: Line = ""
    sites: Id = ""
    kind: Literal["question", "rule"] = "question"
    sources: tuple[Source, ...] = ()
    concerns: tuple[Concern, ...] = ()
    step: Step = ""
    look_again: tuple[Finding, ...] = ()
    slots: tuple[Slot, ...] = ()
    letters: tuple[Id, ...] = ()
    priority: Line = ""
    language: Language = ""


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Items that belong together."""

    id: Id
    title: Line
    intro: Words = ""
    items: tuple[Item, ...] = ()
    language: Language = ""


class Checklist(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole checklist file.

    `replaces` tells that a file with the id of one of ours takes its place; otherwise its items join ours, and an
    item with the id of one of ours takes that item's place.
    """

    id: Id
    title: Line
    intro: Words = ""
    language: Language = "en"
    sections: tuple[Section, ...] = ()
    kind: Literal["checklist"] = "checklist"
    replaces: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """Return the items of all sections, in order."""
        return tuple(item for section in self.sections for item in section.items)

    def item(self, item_id: str) -> Item | None:
        """Return the item with this id, or None."""
        return next((item for item in self.items if item.id == item_id), None)
