"""A checklist as data: items, their questions and steps, each fact with its source."""

from __future__ import annotations

from datetime import date

import msgspec


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a fact comes from and the day it was checked there."""

    title: str
    url: str = ""
    checked: date | None = None


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to consider.

    `question` is what the person answers; `why` two sentences; `how` the steps in general; `sites` tells whether the
    steps of the person's own sites are shown too, by the name of the sites' step list (`security`, `friends`, ...).
    `kind` is `question` for what is answered, `rule` for what is only read.
    """

    id: str
    title: str
    question: str
    why: str
    how: tuple[str, ...] = ()
    action: str = ""
    sites: str = ""
    kind: str = "question"
    sources: tuple[Source, ...] = ()


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Items that belong together."""

    id: str
    title: str
    intro: str = ""
    items: tuple[Item, ...] = ()


class Checklist(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole checklist file."""

    id: str
    title: str
    intro: str = ""
    language: str = "en"
    sections: tuple[Section, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Return the items of all sections, in order."""
        return tuple(item for section in self.sections for item in section.items)

    def item(self, item_id: str) -> Item | None:
        """Return the item with this id, or None."""
        return next((item for item in self.items if item.id == item_id), None)
