"""What the search page asks of the rooms below, free of widgets."""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from importlib import import_module

from seen_online.outbox import Planned, Purpose
from seen_online.outbox.post import Post
from seen_online.search.model import Ask, PlannedAsk, Query
from seen_online.search.rests import Rests
from seen_online.trouble import Trouble
from seen_online.ui.background import Task, Tell
from seen_online.ui.desk import Desk
from seen_online.words import say

_SENDS, _ASKS = "seen_online.outbox.carrier", "ddgs.engines"


def suggestions(desk: Desk) -> list[Query]:
    """Return the queries that fit the person."""
    from seen_online.search.queries import suggest

    return suggest(desk.check.person, desk.check.sites or ()) if desk.check.person.names else []


def planned_asks(desk: Desk, queries: Sequence[Query]) -> tuple[list[PlannedAsk], Trouble | None]:
    """Return every ask of `queries` to the ticked engines, with its requests; also the trouble with one of these.

    An engine that can't be asked (any more) is told of and left out; the others are asked all the same.
    """
    if not queries:
        return [], None
    from seen_online.search.catalogue import engine
    from seen_online.search.run import plan

    engines, trouble = [], None
    for name in desk.engines:
        try:
            engines.append(engine(name))
        except Trouble as gone:
            trouble = trouble or gone

    if _SENDS not in sys.modules:
        # While the person reads what would be sent: once it runs, loading would take turns from the window.
        threading.Thread(target=_load_what_sends, daemon=True, name="load what sends").start()
    return plan(queries, engines), trouble


def _load_what_sends() -> None:
    import_module(_SENDS)
    import_module(_ASKS)


def what_would_help(desk: Desk) -> str:
    """Return a sentence on what would find the person better, "" where there is nothing to say."""
    from seen_online.search.queries import advice

    return advice(desk.check.person)


def still_to_ask(planned: Sequence[PlannedAsk], desk: Desk) -> list[PlannedAsk]:
    """Return the asks that were not answered yet: what was answered is not asked twice."""
    if not planned:
        return []
    from seen_online.search.run import missing

    return missing(planned, desk.check.asks)


def search_task(
    planned: Sequence[PlannedAsk], post: Post, pages: int, before: Sequence[Ask], rests: Rests | None = None
) -> Task:
    """Return the task that sends `planned`, for so many pages of results each, to engines that don't rest.

    It tells (ask, None) as an ask begins and (ask, results) as it ends; the results are those of all asks, `before`
    included, merged here beside the window.
    """
    so_far = list(before)

    def task(stop: threading.Event, tell: Tell) -> list[Ask]:
        from seen_online.review.perform import merged, with_asks
        from seen_online.search.merge import Merger
        from seen_online.search.run import run

        merger = Merger()

        def came(ask: Ask) -> None:  # one call at a time
            nonlocal so_far
            if ask.running:
                tell((ask, None))
                return
            so_far = with_asks(so_far, [ask])
            tell((ask, merged(so_far, merger)))

        return run(planned, post, came, stop, pages=pages, rests=rests)

    return task


def distinct(planned: Sequence[PlannedAsk]) -> list[Planned]:
    """Return every request once: the harmless word is asked at most once an engine, whichever search needs it."""
    return list(dict.fromkeys(request for p in planned for request in p.requests))


def time_needed(planned: Sequence[PlannedAsk]) -> int:
    """Return about how many seconds these asks take."""
    if not planned:
        return 0
    from seen_online.search.queries import budget

    return budget(planned)[1]


def most_requests(planned: Sequence[PlannedAsk], pages: int) -> int:
    """Return how many requests at most these asks send: a search one for each page of results."""
    return sum(pages if request.purpose is Purpose.SEARCH else 1 for request in distinct(planned))


def requests_text(planned: Sequence[PlannedAsk], pages: int) -> str:
    """Return every request that would leave, one a line: the exact words, then who gets them.

    For several `pages` of results the same words are sent again for each.
    """
    lines = []
    for number, request in enumerate(distinct(planned), start=1):
        to = ", ".join(request.hosts)
        if request.receiver not in to:
            to = f"{request.receiver} ({to})" if to not in request.receiver else request.receiver
        line = say("{number}. {words} → {to}", number=number, words=request.words, to=to)
        if request.purpose is Purpose.CONTROL:
            line += say(", a harmless word to see whether it answers, only if needed")
        elif request.private:
            line += say(", private")
        if request.purpose is Purpose.SEARCH and pages > 1:
            line += say(", up to {n} times, once for each page of results", n=pages)
        lines.append(line)
    return "\n".join(lines)


def labels(desk: Desk) -> dict[str, str]:
    """Return what people call the engines on offer, by engine name."""
    from seen_online.search.catalogue import engine

    called: dict[str, str] = {}
    for name in desk.offered:
        try:
            called[name] = engine(name).label
        except Trouble:
            called[name] = name
    return called
