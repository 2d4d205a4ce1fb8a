"""Carrying out a self-check, the same for the window and the terminal: search, read, find."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from seen_online.outbox.post import Post
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.model import Ask, PlannedAsk, Result


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
    return asks


def take_asks(check: SelfCheck, asks: Iterable[Ask]) -> None:
    """Put answers into the check and merge the hits of all of them anew."""
    from seen_online.search.merge import merge

    kept = {(ask.query.words, ask.engine): ask for ask in check.asks}
    for ask in asks:
        earlier = kept.get((ask.query.words, ask.engine))
        if earlier is None or ask.outcome.checked or not earlier.outcome.checked:
            kept[ask.query.words, ask.engine] = ask
    check.asks = list(kept.values())
    texts = {result.key: result.text for result in check.results}
    merged = merge([hit for ask in check.asks for hit in ask.hits])
    check.results = [replace(result, text=texts.get(result.key, "")) for result in merged]
    find_in_rows(check)


def read(
    check: SelfCheck,
    results: Sequence[Result],
    post: Post,
    on_page: Callable[[str, Page], None],
    stop: threading.Event,
) -> None:
    """Read the pages of these results (agreed to before) and find what they give away.

    `on_page` gets the result's key and the page, from a worker thread, as each page is done.
    """
    from seen_online.reading.fetch import read_pages

    key_of = {result.url: result.key for result in results}

    def arrived(url: str, page: Page) -> None:
        key = key_of.get(url, url)
        take_page(check, key, page)
        on_page(key, page)

    read_pages([result.url for result in results], post, arrived, stop)


def take_page(check: SelfCheck, key: str, page: Page) -> None:
    """Keep what reading a page gave, and search its text for details, here.

    A reading that failed does not undo one that worked.
    """
    earlier = check.pages.get(key)
    if earlier is not None and earlier.text and not page.text:
        return
    check.pages[key] = page
    if page.text:
        check.results = [replace(r, text=page.text) if r.key == key else r for r in check.results]
    find_on(check, key)


def find_on(check: SelfCheck, key: str) -> None:
    """Search one result anew: its page where it was read, else the row that the engine showed."""
    from seen_online.exposure import find

    page = check.pages.get(key)
    result = next((r for r in check.results if r.key == key), None)
    if page is not None and page.outcome in (PageOutcome.READ, PageOutcome.PARTLY):
        check.findings[key] = find(page, check.person)
    elif result is not None:
        check.findings[key] = find(row_text(result), check.person)


def find_in_rows(check: SelfCheck) -> None:
    """Search the rows of results whose page was not read: the engine's own words give something away too."""
    for result in check.results:
        if result.key not in check.findings:
            find_on(check, result.key)


def row_text(result: Result) -> str:
    """Return what an engine shows of a page, as the text that is searched: title, snippet, address."""
    return f"{result.title}\n{result.snippet}\n{result.url}"
