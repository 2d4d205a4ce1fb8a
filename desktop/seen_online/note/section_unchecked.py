"""What could not be checked. It is always in the note: half a look must not read like a whole one."""

from __future__ import annotations

from collections import Counter

from seen_online.note.case import Case, Chosen
from seen_online.note.model import Bullets, NoteSection
from seen_online.note.offered import Chapter, Offer, offer_id
from seen_online.note.section_asked import engine_name
from seen_online.note.veil import Text
from seen_online.reading.page import Page, PageOutcome
from seen_online.search.model import Outcome
from seen_online.words import say


def offers(case: Case) -> list[Offer]:
    """Offer one thing that can't be unticked while there is any. It counts, and names no search and no page."""
    gaps = _searches(case) + _pages(case)
    head = say("What could not be checked") if gaps else say("Everything was checked")
    lines = gaps or [say("Every search was answered, and every page that was found could be read.")]
    body: tuple[Text, ...] = tuple((line,) for line in lines)
    return [Offer(offer_id(Chapter.UNCHECKED), Chapter.UNCHECKED, (head,), body, fixed=bool(gaps))]


def write(chosen: list[Offer], shown: Chosen) -> NoteSection:
    """Write the section."""
    offer = chosen[0]
    return NoteSection(shown(offer.head), (Bullets(tuple(shown(text) for text in offer.body)),))


def _searches(case: Case) -> list[str]:
    asks = case.check.asks
    if not asks:
        return [say("No search was made.")]
    total = Counter(ask.engine for ask in asks)
    open_asks = Counter((ask.engine, ask.outcome) for ask in asks if not ask.outcome.checked)
    return [
        say(_SEARCH[outcome], engine=engine_name(engine), number=number, total=total[engine])
        for (engine, outcome), number in open_asks.items()
    ]


def _pages(case: Case) -> list[str]:
    results = case.check.results
    number = Counter(case.check.pages.get(result.key, Page()).outcome for result in results)
    return [say(line, number=number[key], total=len(results)) for key, line in _PAGE.items() if number[key]]


_SEARCH = {
    Outcome.BLOCKED: "{engine} kept us out: {number} of {total} searches. What it would have shown is not known.",
    Outcome.FAILED: "{engine} did not answer: {number} of {total} searches. What it would have shown is not known.",
    Outcome.NOT_ASKED: "{engine} was not asked: {number} of {total} searches.",
}
_PAGE = {
    PageOutcome.NOT_READ: "Pages not opened: {number} of {total}. Only what the search showed of them was looked at.",
    PageOutcome.PARTLY: "Pages read only in part: {number} of {total}.",
    PageOutcome.NEEDS_YOU: "Pages that ask you to sign in, or keep programs out: {number} of {total}.",
    PageOutcome.REFUSED: "Pages not opened because that was not safe: {number} of {total}.",
    PageOutcome.FAILED: "Pages that did not answer, or could not be understood: {number} of {total}.",
}
