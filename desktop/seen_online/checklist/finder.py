"""People-finders as data: who lists people, what they show, and how to ask to be taken out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec

from seen_online.checklist.fields import Case, Host, Id, Language, Line, Url, Words
from seen_online.checklist.item import Source
from seen_online.checklist.site import on_hosts


class Finder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One list of people. `shows` says what stands in it, `how` how to be taken out, `letter` which letter helps.

    `case` is the case of the plan that it makes; `page` is named only where somebody has looked at it.
    """

    id: Id
    name: Line
    shows: Words
    how: Annotated[tuple[Words, ...], msgspec.Meta(min_length=1)]
    sources: Annotated[tuple[Source, ...], msgspec.Meta(min_length=1)]
    case: Case = "people_finder"
    hosts: tuple[Host, ...] = ()
    page: Url = ""
    letter: Id = ""
    language: Language = ""


class PeopleFinders(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The people-finders of one country; `region` is an ISO 3166 code."""

    id: Id
    title: Line
    region: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]
    intro: Words = ""
    finders: tuple[Finder, ...] = ()
    kind: Literal["people-finders"] = "people-finders"
    language: Language = "en"


def finder_of(url: str, lists: Iterable[PeopleFinders]) -> Finder | None:
    """Return the people-finder that the page at `url` belongs to, or None."""
    return next((finder for one in lists for finder in one.finders if on_hosts(url, finder.hosts)), None)
