"""Which things concern this person, what is left of them, and how to do them on the person's own sites."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

import msgspec

from seen_online.checklist.age import any_may_have_moved
from seen_online.checklist.answer import Answer, Choice
from seen_online.checklist.item import Checklist, Item, Source
from seen_online.checklist.site import Site

E = TypeVar("E")


class Me(msgspec.Struct, frozen=True):
    """What decides which things concern the person; None where they have not said.

    `sites` are the ids of the networks they use, empty where they use none.
    """

    sites: frozenset[str] | None = None
    service_users: bool | None = None
    managers: bool | None = None


class Standing(StrEnum):
    """How one thing stands."""

    READ = "read"  # a rule: nothing to answer
    LOOK_AGAIN = "look_again"  # answered, but a search found something that bears on it
    OPEN = "open"
    NOT_SURE = "not_sure"
    NEEDS_DOING = "needs_doing"
    DONE = "done"
    NOT_FOR_ME = "not_for_me"


class Progress(msgspec.Struct, frozen=True):
    """How far the person is: `answered` of `total` questions, and how many of those need doing or a second look."""

    answered: int
    total: int
    needs_doing: int
    not_sure: int
    look_again: int


class SiteSteps(msgspec.Struct, frozen=True):
    """The steps for one site, and what is good to know with them.

    `page` is the address of its settings page, "" where we know none; `page_title` what the checklist calls it. The
    `sources` are those of the steps and of the facts.
    """

    site: str
    name: str
    title: str
    steps: tuple[str, ...]
    page: str
    sources: tuple[Source, ...]
    may_have_moved: bool
    language: str
    page_title: str = ""
    facts: tuple[str, ...] = ()


def concerns(item: Item, me: Me) -> bool:
    """Tell whether a thing is asked: it is unless the person said that it can't be for them.

    What is for managers is asked only of those who say that they are.
    """
    return not (
        ("sites" in item.concerns and me.sites is not None and not me.sites)
        or ("service_users" in item.concerns and me.service_users is False)
        or ("managers" in item.concerns and not me.managers)
    )


def concerning(checklist: Checklist, me: Me) -> tuple[Item, ...]:
    """Return the things that concern the person, in the checklist's order."""
    return tuple(item for item in checklist.items if concerns(item, me))


def standing(item: Item, answers: Mapping[str, Answer], again: Collection[str] = ()) -> Standing:
    """Return how a thing stands; `again` are the ids that have to be looked at again."""
    if item.kind == "rule":
        return Standing.READ
    answer = answers.get(item.id)
    if answer is None or answer.choice is None:
        return Standing.OPEN
    if item.id in again and answer.choice in (Choice.DONE, Choice.NOT_FOR_ME):
        return Standing.LOOK_AGAIN
    return Standing(answer.choice.value)


def left(checklist: Checklist, me: Me, answers: Mapping[str, Answer], again: Collection[str] = ()) -> tuple[Item, ...]:
    """Return what is left to answer: first what has to be looked at again, then what is open, then the not sures.

    What needs doing is not left: it has its answer, and stands in the plan.
    """
    order = (Standing.LOOK_AGAIN, Standing.OPEN, Standing.NOT_SURE)
    stands = [(standing(item, answers, again), item) for item in concerning(checklist, me)]
    return tuple(item for wanted in order for stand, item in stands if stand is wanted)


def after(
    item_id: str, checklist: Checklist, me: Me, answers: Mapping[str, Answer], again: Collection[str] = ()
) -> Item | None:
    """Return the next thing that is left after this one, going round once; None where nothing else is left."""
    ids = [item.id for item in checklist.items]
    here = ids.index(item_id) if item_id in ids else -1
    waiting = {item.id for item in left(checklist, me, answers, again)}
    for other in (*ids[here + 1 :], *ids[: max(here, 0)]):
        if other in waiting and other != item_id:
            return checklist.item(other)
    return None


def progress(checklist: Checklist, me: Me, answers: Mapping[str, Answer], again: Collection[str] = ()) -> Progress:
    """Count how far the person is, over the questions that concern them."""
    stands = [standing(item, answers, again) for item in concerning(checklist, me) if item.kind == "question"]
    return Progress(
        answered=sum(stand is not Standing.OPEN for stand in stands),
        total=len(stands),
        needs_doing=stands.count(Standing.NEEDS_DOING),
        not_sure=stands.count(Standing.NOT_SURE),
        look_again=stands.count(Standing.LOOK_AGAIN),
    )


def look_again(items: Iterable[Item], found: Mapping[str, Sequence[E]]) -> dict[str, tuple[E, ...]]:
    """Return, by item id, the evidence that opens an item again.

    `found` holds what a search found, by kind of finding (`phone`, `email`, ...); only what is the person's own or
    near their name belongs in it.
    """
    opened = {item.id: tuple(one for kind in item.look_again for one in found.get(kind, ())) for item in items}
    return {item_id: evidence for item_id, evidence in opened.items() if evidence}


def waiting_for(items: Iterable[Item], steps_done: Collection[str]) -> dict[str, str]:
    """Return, by item id, the step of the journey (`search`, `details`, ...) that an item still waits for."""
    return {item.id: item.step for item in items if item.step and item.step not in steps_done}


def how_for(
    item: Item, sites: Iterable[Site], used: Collection[str], today: date | None = None
) -> tuple[SiteSteps, ...]:
    """Return the steps of an item for each of the person's own sites that has some, in the order of `sites`."""
    mine = [site for site in sites if item.sites and site.id in used]
    return tuple(steps for site in mine if (steps := site_steps(site, item.sites, today)) is not None)


def site_steps(site: Site, topic_id: str, today: date | None = None) -> SiteSteps | None:
    """Return the steps of one site for a topic, or None where it has none."""
    topic = site.topic(topic_id)
    if topic is None:
        return None
    page = topic.page or (site.pages[0].url if site.pages else "")
    sources = site.sources_of(topic)
    old = any_may_have_moved(sources, today or date.today())
    title = next((known.title for known in site.pages if known.url == page), "")
    facts = [fact for fact in site.facts if topic_id in fact.topics]
    of_facts = (source for fact in facts for source in fact.sources)
    return SiteSteps(
        site.id,
        site.name,
        topic.title,
        topic.steps,
        page,
        tuple(dict.fromkeys((*sources, *of_facts))),
        old or any(any_may_have_moved(fact.sources, today or date.today()) for fact in facts),
        topic.language or site.language,
        title,
        tuple(fact.text for fact in facts),
    )
