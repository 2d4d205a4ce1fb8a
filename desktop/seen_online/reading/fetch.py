"""Public pages, fetched politely through the outbox and read as text."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from seen_online.outbox import NotAgreed, Planned, Purpose
from seen_online.outbox.post import Post, SendTrouble
from seen_online.outbox.redirects import Step
from seen_online.outbox.urls import checked, host_of
from seen_online.reading.onward import Instead, Onward
from seen_online.reading.page import Page, PageOutcome
from seen_online.reading.robots import Rules, robots_url
from seen_online.reading.sites import Sites
from seen_online.reading.turns import Manners, Turns, Visit
from seen_online.reading.walls import (
    behind_door,
    behind_form,
    behind_status,
    in_doubt,
    keeps_programs_out,
    needs_you,
    too_long,
)
from seen_online.words import say

Reader = Callable[[bytes, str | None, str], Page]
_LOOK = 0.05  # seconds between two looks at the stop button
_PATIENCE = 30.0  # seconds that a robots.txt which lies on another host waits there for its turn: pages wait for it
READ_AT_ONCE = 4  # pages; each may take a process of its own, and up to 300 MB


def plan_pages(urls: Iterable[str]) -> list[Planned]:
    """Return the requests that reading these pages makes, for the person to agree to; each once.

    Beside each page stands the robots.txt of its site, in which the site says what programs may read. An address
    that we would not open makes no request.
    """
    planned: dict[str, Planned] = {}
    for url in urls:
        address = _address(url)
        if not isinstance(address, Page):
            host = host_of(address)
            for request in (robots_url(address), address):
                planned.setdefault(request, Planned(Purpose.PAGE, host, (host,), request))
    return list(planned.values())


def read_pages(
    urls: Iterable[str],
    post: Post,
    on_page: Callable[[str, Page], None],
    stop: threading.Event,
    *,
    known: Mapping[str, Page] | None = None,
    manners: Manners | None = None,
    reader: Reader | None = None,
) -> dict[str, Page]:
    """Read pages that the person agreed to, as `plan_pages` laid them out; return them by the address given.

    `on_page` is called in this thread, for each address as it is done. Addresses that lead to the same page are
    fetched once, those in `known` (pages of this check that were read before) not at all. After `stop` it returns
    within 200 ms; what was not done by then is NOT_READ.
    """
    urls = list(dict.fromkeys(urls))
    pages = {url: Page(detail=say("You stopped before this was read."), url=url) for url in urls}
    wanted: dict[str, list[str]] = {}

    def tell(url: str, page: Page) -> None:
        pages[url] = page
        on_page(url, page)

    for url in urls:
        before = (known or {}).get(url)
        if before is not None and before.outcome in (PageOutcome.READ, PageOutcome.PARTLY):
            tell(url, before)
            continue
        address = _address(url)
        if isinstance(address, Page):
            tell(url, address)
        else:
            wanted.setdefault(address, []).append(url)
    for address, page in _side_by_side(list(wanted), post, stop, manners or Manners(), reader or _read):
        for url in wanted[address]:
            tell(url, page)
    return pages


def _side_by_side(
    addresses: list[str], post: Post, stop: threading.Event, manners: Manners, reader: Reader
) -> Iterable[tuple[str, Page]]:
    turns = Turns([(host_of(address), address) for address in addresses], manners, stop)
    sites = Sites(post, stop)
    onward = Onward(sites)
    done: queue.SimpleQueue[tuple[str, Page]] = queue.SimpleQueue()
    few = threading.BoundedSemaphore(READ_AT_ONCE)

    def read_in_turn(data: bytes, media_type: str | None, url: str) -> Page:
        with few:
            return reader(data, media_type, url) if not stop.is_set() else Page(url=url)

    def work() -> None:
        while (turn := turns.take()) is not None:
            host, address = turn
            visit = Visit(turns, host)
            try:
                rules = sites.rules(address, lambda _, step, visit=visit: visit.to(host_of(step.url), _PATIENCE))
                visit.to(host)
                if isinstance(rules, Rules) and rules.delay:
                    turns.slow_down(host, rules.delay)
                page = _one(address, rules, post, stop, read_in_turn, onward, visit)
            except Instead as instead:
                page = instead.page
            except (SendTrouble, NotAgreed) as trouble:
                page = _failed(address, trouble)
            except Exception:  # noqa: BLE001 (a page that our own code trips over must not cost the others)
                page = Page(outcome=PageOutcome.FAILED, detail=say("We could not understand this page."), url=address)
            visit.end()
            done.put((address, page))

    # Daemons, and nobody waits for them: one that is deep in a large page must not hold up "stop".
    for _ in range(min(manners.side_by_side, len(addresses))):
        threading.Thread(target=work, daemon=True, name="seen-online-page").start()
    left = len(addresses)
    while left and not stop.is_set():
        try:
            address, page = done.get(timeout=_LOOK)
        except queue.Empty:
            continue
        left -= 1
        if page.outcome is not PageOutcome.NOT_READ or not stop.is_set():
            yield address, page


def _one(
    address: str,
    rules: Rules | Page,
    post: Post,
    stop: threading.Event,
    reader: Reader,
    onward: Onward,
    visit: Visit,
) -> Page:
    if isinstance(rules, Page):
        return replace(rules, url=address)
    if not rules.allows(address):
        return keeps_programs_out(address)

    def may_go(step: Step, after: Step) -> None:
        onward.may_go(step, after)
        visit.to(host_of(after.url))
        onward.may_go(step, after)  # somebody else may have read it while we waited

    reply = post.get(address, purpose=Purpose.PAGE, receiver=host_of(address), words=address, stop=stop, may_go=may_go)
    page = behind_status(reply) or behind_door(reply, address)
    if page is not None:
        return page
    page = replace(reader(reply.body, reply.headers.get("content-type"), reply.url), url=reply.url)
    if behind_form(reply, page):
        return needs_you(reply.url)
    page = too_long(page) if reply.cut else in_doubt(page)
    onward.keep(page, address, reply.url)
    return page


def _read(data: bytes, media_type: str | None, url: str) -> Page:
    from seen_online.reading import read

    return read(data, media_type, url)


def _address(url: str) -> str | Page:
    """Return the very address that will be asked for, or the Page that says why none will."""
    try:
        return checked(url)
    except SendTrouble as trouble:
        return _failed(url, trouble)


def _failed(url: str, trouble: SendTrouble | NotAgreed) -> Page:
    kind = getattr(trouble, "kind", "not_agreed")
    if kind in ("refused_address", "bad_address"):
        outcome = PageOutcome.REFUSED
    elif kind in ("stopped", "not_agreed"):
        outcome = PageOutcome.NOT_READ
    else:
        outcome = PageOutcome.FAILED
    return Page(outcome=outcome, detail=f"{trouble.what} {trouble.mend}".rstrip(), url=url)
