"""What a person can do about one line of their plan: the suggestions that fit it, the gentlest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

import msgspec

from seen_online.checklist.age import any_may_have_moved
from seen_online.checklist.fields import Case, Slot
from seen_online.checklist.finder import Finder, finder_of
from seen_online.checklist.guided import SiteSteps, how_for, site_steps
from seen_online.checklist.item import Item, Source
from seen_online.checklist.letter import Letter
from seen_online.checklist.next_step import NextStep, cases_of, suggest
from seen_online.checklist.shelf import Shelf
from seen_online.checklist.site import Site, site_of
from seen_online.exposure.finding import Finding
from seen_online.review.seen import telling
from seen_online.words import say

CONCERNS: tuple[Case, ...] = ("bullying", "confidential")  # only the person can tell


class Suggestion(msgspec.Struct, frozen=True):
    """One thing to do: its steps, the steps of a site, a page to open, a letter, and what the employer adds.

    `page` is a page of the people-finder itself, "" where none is known; `may_have_moved` tells that nobody has
    looked at the sources for a year.
    """

    id: str
    title: str
    how: tuple[str, ...] = ()
    sites: tuple[SiteSteps, ...] = ()
    letter: Letter | None = None
    page: str = ""
    slots: tuple[Slot, ...] = ()
    sources: tuple[Source, ...] = ()
    may_have_moved: bool = False


def for_page(
    url: str,
    findings: Sequence[Finding],
    shelf: Shelf,
    used: Collection[str] = (),
    said: Case | None = None,
    today: date | None = None,
) -> tuple[Suggestion, ...]:
    """Return what fits a page.

    Args:
        url: the page's address, which makes some cases likely.
        findings: what was found there.
        shelf: the checklists.
        used: the ids of the sites the person uses.
        said: what the person says that the page is; `yours`, `someone_else` or a concern. None: not said.
        today: the day that tells whether a source is old.
    """
    today = today or date.today()
    finder = finder_of(url, shelf.finders)
    steps = suggest(shelf.next_steps, _cases(url, shelf, used, said))
    site = site_of(url, shelf.sites)
    return tuple(_from_step(step, shelf, finder, _own_steps(step, site, findings, today), today) for step in steps)


def for_item(item: Item, shelf: Shelf, used: Collection[str] = (), today: date | None = None) -> tuple[Suggestion, ...]:
    """Return what fits a thing to consider: its own steps first, then what its letters help with."""
    today = today or date.today()
    own = Suggestion(
        item.id,
        item.action or item.title,
        item.how,
        how_for(item, shelf.sites, used, today),
        slots=item.slots,
        sources=item.sources,
        may_have_moved=_old(item.sources, today),
    )
    steps = [step for one in shelf.next_steps for step in one.steps]
    found = [own]
    for letter_id in item.letters:
        letter = shelf.letter(letter_id)
        if letter is None:
            continue
        step = next((step for step in steps if step.letter == letter_id), None)
        if step is not None:
            found.append(_from_step(step, shelf, None, (), today))
        else:
            found.append(Suggestion(letter.id, letter.title, (letter.when, *letter.after), letter=letter))
    return tuple(found)


def _cases(url: str, shelf: Shelf, used: Collection[str], said: Case | None) -> tuple[Case, ...]:
    """Return the cases of a page: what its address makes likely, put right by what the person says."""
    if said in CONCERNS:
        return (said,)
    guessed = cases_of(url, shelf.sites, shelf.finders, used)
    if said is None:
        return guessed
    other = "someone_else" if said == "yours" else "yours"
    return (said, *(case for case in guessed if case not in (said, other)))


def _from_step(
    step: NextStep, shelf: Shelf, finder: Finder | None, sites: tuple[SiteSteps, ...], today: date
) -> Suggestion:
    """Make a suggestion of a step; where the people-finder itself says how, its words take the place of ours."""
    how, page, sources, letter = step.how, "", step.sources, step.letter
    title = step.title
    if finder is not None and _is_about(step, finder):
        how, page, sources = finder.how, finder.page, finder.sources
        title = say("{what} ({site})", what=step.title, site=finder.name)
    return Suggestion(step.id, title, how, sites, shelf.letter(letter), page, step.slots, sources, _old(sources, today))


def _is_about(step: NextStep, finder: Finder) -> bool:
    return step.letter == finder.letter if finder.letter else finder.case in step.cases


def _own_steps(step: NextStep, site: Site | None, findings: Sequence[Finding], today: date) -> tuple[SiteSteps, ...]:
    """Return the site's own steps where the person is to change something of their own there."""
    if site is None or "yours" not in step.cases:
        return ()
    wanted = ("contact-details", "search") if telling(findings) else ("search", "old-posts")
    steps = (site_steps(site, topic, today) for topic in wanted)
    return tuple(each for each in steps if each is not None)[:1]


def _old(sources: Iterable[Source], today: date) -> bool:
    """Tell whether sources are old; advice that needs none is not."""
    sources = tuple(sources)
    return bool(sources) and any_may_have_moved(sources, today)
