"""An organisation's or a person's own files join ours, or take their place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from seen_online.checklist.item import Checklist, Item, Section
from seen_online.checklist.rules import Thing

T = TypeVar("T", bound=Thing)


def join(ours: Checklist, theirs: Checklist) -> Checklist:
    """Return `ours` with the items of `theirs`, or `theirs` alone where it says that it replaces ours.

    An item with the id of one of ours takes its place there; the others come at the end of the section with the
    same id, or in a section of their own.
    """
    if theirs.replaces:
        return theirs
    own = {item.id: item for item in theirs.items}
    of_ours = {item.id for item in ours.items}
    fresh = {section.id: tuple(item for item in section.items if item.id not in of_ours) for section in theirs.sections}
    sections = [_section(section, own, fresh.pop(section.id, ())) for section in ours.sections]
    known = {section.id for section in ours.sections}
    sections += [
        msgspec.structs.replace(section, items=fresh[section.id])
        for section in theirs.sections
        if section.id not in known and fresh[section.id]
    ]
    return msgspec.structs.replace(ours, sections=tuple(sections))


def _section(ours: Section, own: dict[str, Item], fresh: tuple[Item, ...]) -> Section:
    return msgspec.structs.replace(ours, items=(*(own.get(item.id, item) for item in ours.items), *fresh))


def join_by_id(things: Iterable[T]) -> tuple[T, ...]:
    """Return the things, each id once: a later one takes the place of an earlier one, checklists join it."""
    joined: dict[str, T] = {}
    for thing in things:
        key = getattr(thing, "id", "")
        earlier = joined.get(key)
        if isinstance(earlier, Checklist) and isinstance(thing, Checklist):
            joined[key] = join(earlier, thing)
        else:
            joined[key] = thing
    return tuple(joined.values())
