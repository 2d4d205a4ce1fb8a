"""What can be done about a page, as data, and which of it fits a case."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Annotated, Literal

import msgspec

from seen_online.checklist.fields import Case, Id, Language, Line, Slot, Words
from seen_online.checklist.finder import PeopleFinders, finder_of
from seen_online.checklist.item import Source
from seen_online.checklist.site import Site, site_of


class NextStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to do. `cases` tell when it fits, `letter` which letter helps, `slots` what the employer adds."""

    id: Id
    title: Line
    cases: Annotated[tuple[Case, ...], msgspec.Meta(min_length=1)]
    how: Annotated[tuple[Words, ...], msgspec.Meta(min_length=1)]
    letter: Id = ""
    slots: tuple[Slot, ...] = ()
    sources: tuple[Source, ...] = ()
    language: Language = ""


class NextSteps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that can be done, the gentlest and nearest first."""

    id: Id
    title: Line
    intro: Words = ""
    steps: tuple[NextStep, ...] = ()
    kind: Literal["next-steps"] = "next-steps"
    language: Language = "en"


def suggest(lists: Iterable[NextSteps], cases: Collection[str]) -> tuple[NextStep, ...]:
    """Return the steps that fit any of these cases, in the order in which they are best tried."""
    return tuple(step for one in lists for step in one.steps if not set(step.cases).isdisjoint(cases))


def cases_of(
    url: str, sites: Iterable[Site], finders: Iterable[PeopleFinders], used: Collection[str] = ()
) -> tuple[Case, ...]:
    """Return the cases that the address of a page makes likely.

    `used` are the ids of the sites the person says they use: a page there may be theirs or somebody else's, and
    only they know. The concerns (bullying, confidential) are never guessed.
    """
    finder = finder_of(url, finders)
    if finder is not None:
        return ("open_register", finder.case) if finder.case == "people_finder" else (finder.case,)
    site = site_of(url, sites)
    if site is not None:
        mine: tuple[Case, ...] = ("yours",) if site.id in used else ()
        return (*mine, "someone_else", "site", "search_result")
    return ("someone_else", "site", "search_result")
