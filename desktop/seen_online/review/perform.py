"""Carrying out a self-check, the same for the window and the terminal: search, read, find."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from seen_online.outbox.post import Post
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.model import Ask, PlannedAsk, Result
from seen_online.words import say

if TYPE_CHECKING:
    from seen_online.search.merge import Merger


def search(
    check: SelfCheck,
    planned: Sequence[PlannedAsk],
    post: Post,
    on_ask: Callable[[Ask], None],
    stop: threading.Event,
) -> list[Ask]:
    """Send the asks that were agreed to and keep their answers in `check`.

    An ask that is put again replaces the earlier one, unless the earlier one was answered and this one was not.
    """
    from seen_online.search.run import run

    asks = run(planned, post, on_ask, stop)
    take_asks(check, asks)
    find_what_lacks(check)
    return asks


def take_asks(check: SelfCheck, asks: Iterable[Ask]) -> None:
    """Put answers into the check and merge the hits of all of them anew."""
    check.asks = with_asks(check.asks, asks)
    take_results(check, merged(check.asks))


def with_asks(before: Sequence[Ask], asks: Iterable[Ask]) -> list[Ask]:
    """Return the asks with the new ones in their places; one that was answered is not lost to one that was not."""
    kept = {(ask.query.words, ask.engine): ask for ask in before}
    for ask in asks:
        if ask.running:
            continue
        earlier = kept.get((ask.query.words, ask.engine))
        if earlier is None or ask.outcome.checked or not earlier.outcome.checked:
            kept[ask.query.words, ask.engine] = ask
    return list(kept.values())


def with_running(asks: Iterable[Ask], ask: Ask) -> list[Ask]:
    """Return the asks as they are now that this one is under way."""
    same = (ask.query.words, ask.engine)
    return [replace(each, running=True) if (each.query.words, each.engine) == same else each for each in asks]


def broken_off(asks: Iterable[Ask]) -> list[Ask]:
    """Return the asks as they are once nobody waits for an answer any more: those under way count as not asked."""
    said = say("The search was stopped before this was answered.")
    mend = say("Start the search again: only what is missing is asked. Or open it yourself.")
    return [replace(ask, running=False, detail=said, next_step=mend) if ask.running else ask for ask in asks]


def merged(asks: Iterable[Ask], merger: Merger | None = None) -> list[Result]:
    """Return the results of all these asks. A `merger` that is kept remembers what it worked out for most of them."""
    from seen_online.search.merge import Merger

    return (merger or Merger()).merge(hit for ask in asks for hit in ask.hits)


def take_results(check: SelfCheck, results: Iterable[Result]) -> None:
    """Put merged results into the check; what was read of them stays, what they say anew is searched anew."""
    before = {result.key: result for result in check.results}
    now: list[Result] = []
    for result in results:
        earlier = before.get(result.key)
        if earlier is not None and earlier.text:
            now.append(replace(result, text=earlier.text))
            continue
        now.append(result)
        if earlier is not None and earlier is not result and row_text(earlier) != row_text(result):
            check.findings.pop(result.key, None)
    check.results = now


def read(
    check: SelfCheck,
    results: Sequence[Result],
    post: Post,
    on_page: Callable[[str, Page], None],
    stop: threading.Event,
) -> None:
    """Read the pages of these results (agreed to before), keep them in `check`, and find what they give away.

    `on_page` gets the result's key and the page, from a worker thread, as each page is done.
    """
    for key, page in read_only(results, post, on_page, stop).items():
        take_page(check, key, page)
    find_what_lacks(check)


def read_only(
    results: Sequence[Result], post: Post, on_page: Callable[[str, Page], None], stop: threading.Event
) -> dict[str, Page]:
    """Read the pages of these results; return them by result key."""
    from seen_online.reading.fetch import read_pages

    key_of = {result.url: result.key for result in results}
    pages = read_pages(list(key_of), post, lambda url, page: on_page(key_of[url], page), stop)
    return {key_of[url]: page for url, page in pages.items()}


def take_page(check: SelfCheck, key: str, page: Page) -> None:
    """Keep what reading a page gave. A reading that failed does not undo one that worked; a page that is gone does."""
    earlier = check.pages.get(key)
    gone = page.outcome is PageOutcome.GONE
    if earlier is not None and earlier.text and not page.text and not gone:
        return
    check.pages[key] = page if page.at else replace(page, at=datetime.now(UTC).isoformat(timespec="seconds"))
    if gone:
        check.results = [replace(r, text="") if r.key == key else r for r in check.results]
        check.findings.pop(key, None)
    if page.text:
        check.results = [replace(r, text=page.text) if r.key == key else r for r in check.results]
        check.findings.pop(key, None)


def to_search(check: SelfCheck) -> list[tuple[str, Page | str]]:
    """Return what was not searched for details yet, by result key: the page where it was read, else its row."""
    return [(r.key, searchable(r, check.pages.get(r.key))) for r in check.results if r.key not in check.findings]


def searchable(result: Result, page: Page | None) -> Page | str:
    """Return the page where reading gave a text, else what the engine shows of it: its words give away too."""
    if page is not None and page.text and page.outcome in (PageOutcome.READ, PageOutcome.PARTLY):
        return page
    return row_text(result)


def find_what_lacks(check: SelfCheck) -> None:
    """Search every result that was not searched yet, here and now; one that defeats us is marked as not searched."""
    for key, text in to_search(check):
        try_to_find(check, key, text)


def try_to_find(check: SelfCheck, key: str, text: Page | str) -> None:
    """Search one text for details. Where that goes wrong, the page counts as one that could not be read whole."""
    from seen_online.exposure import find

    try:
        check.findings[key] = find(text, check.person)
    except Exception:  # noqa: BLE001 (one odd page must not end the check, nor pass for one without details)
        not_searched(check, key)


def not_searched(check: SelfCheck, key: str) -> None:
    """Mark a result whose text could not be searched: it has no findings, and says that this proves nothing."""
    check.findings[key] = []
    page = check.pages.get(key, Page())
    said = say("We could not look for details in it. Open it yourself.")
    check.pages[key] = replace(page, outcome=PageOutcome.FAILED, detail=said)


def row_text(result: Result) -> str:
    """Return what an engine shows of a page, as the text that is searched: title, snippet, address."""
    return f"{result.title}\n{result.snippet}\n{result.url}"
