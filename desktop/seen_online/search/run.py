"""Asking: what would be asked, and asking it: engines side by side, each engine one ask after the other."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from seen_online.outbox import Planned, Purpose
from seen_online.outbox.post import Post
from seen_online.search.chain import Chain
from seen_online.search.engine import CONTROL_WORDS, Engine
from seen_online.search.model import Ask, PlannedAsk, Query
from seen_online.search.outcomes import not_put
from seen_online.search.pace import PaceOf, usual_pace
from seen_online.search.rests import Rests
from seen_online.words import say

_LOOK = 0.03  # seconds between two looks at the stop button
_GRACE = 0.12  # seconds that engines get to end after a stop; with the look it stays below 0.2


def plan(queries: Iterable[Query], engines: Iterable[Engine]) -> list[PlannedAsk]:
    """Return the asks for these queries and engines, the most telling query first, with all they may send.

    Nothing is asked twice: queries that come to the same words for an engine are one ask. An engine that only looks up
    titles gets the queries it can answer, and where there is none, the first one all the same.
    """
    queries = list(queries)
    lines = [_for_engine(queries, engine) for engine in _once(engines)]
    return [line[at] for at in range(len(queries)) for line in lines if at in line]


def _once(engines: Iterable[Engine]) -> list[Engine]:
    """Return each engine once, under the first of its names: one SearXNG may be written in two ways."""
    known: dict[str, Engine] = {}
    for engine in engines:
        known.setdefault(engine.place, engine)
    return list(known.values())


def _for_engine(queries: Sequence[Query], engine: Engine) -> dict[int, PlannedAsk]:
    """Return the asks for one engine, by the place of their query."""
    chosen: dict[str, tuple[int, Query, str]] = {}
    for at, query in enumerate(queries):
        if words := engine.words(query):
            chosen.setdefault(words.casefold(), (at, query, words))
    if not chosen and queries:
        return {0: _planned(queries[0], queries[0].words, engine)}
    return {at: _planned(query, words, engine) for at, query, words in chosen.values()}


def _planned(query: Query, words: str, engine: Engine) -> PlannedAsk:
    ask = Ask(
        query=replace(query, words=words),
        engine=engine.name,
        detail=say("Not asked."),
        next_step=say("Choose it and search again, or open it yourself."),
        open_url=engine.open_url(words),
    )
    return PlannedAsk(
        ask,
        (
            Planned(Purpose.SEARCH, engine.label, engine.hosts, words, query.private),
            Planned(Purpose.CONTROL, engine.label, engine.hosts, CONTROL_WORDS),
        ),
    )


def trial(engine: Engine) -> PlannedAsk:
    """Return the ask that tries an engine out: the harmless word alone. Answered means that it works."""
    planned = _planned(Query(CONTROL_WORDS, say("a test word, to see whether it answers")), CONTROL_WORDS, engine)
    return replace(planned, requests=planned.requests[:1])  # it is its own control


def missing(planned: Iterable[PlannedAsk], earlier: Iterable[Ask]) -> list[PlannedAsk]:
    """Return what is still to be asked after an earlier run: all that could not be checked then."""
    checked = {(ask.query.words, ask.engine) for ask in earlier if ask.outcome.checked}
    return [p for p in planned if (p.ask.query.words, p.ask.engine) not in checked]


def run(
    planned: Sequence[PlannedAsk],
    post: Post,
    on_ask: Callable[[Ask], None],
    stop: threading.Event,
    *,
    pace: PaceOf = usual_pace,
    pages: int = 1,
    rests: Rests | None = None,
) -> list[Ask]:
    """Ask, and return the asks with their outcomes, in the order of `planned`.

    `on_ask` is called from worker threads, one call at a time: with `running` set as an ask begins, and again with its
    outcome as it ends. Setting `stop` ends the run within 200 ms: what came is kept, the rest is not asked. What the
    person has not agreed to in the outbox is not asked either. `pages` is how many pages of rows to take of each ask.
    `rests` remembers from one run to the next how long an engine asked us to wait.
    An exception of `on_ask` ends the run and is raised here.
    """
    board = _Board(planned, on_ask)
    chains: dict[str, list[int]] = {}
    for at, item in enumerate(planned):
        chains.setdefault(item.ask.engine, []).append(at)
    leave = threading.Event()  # set by `stop`, and by an error of ours
    if stop.is_set():
        leave.set()  # before the first thread starts: it could send before anybody looks
    threads = [
        threading.Thread(
            target=board.guarded,
            args=(Chain(name, places, planned, post, leave, pace, pages, rests or Rests()), leave),
            daemon=True,
            name=f"seen-online-ask-{number}",
        )
        for number, (name, places) in enumerate(chains.items())
    ]
    for thread in threads:
        thread.start()
    left: float | None = None
    while alive := [thread for thread in threads if thread.is_alive()]:
        if left is None and (stop.is_set() or leave.is_set()):
            leave.set()
            left = time.monotonic() + _GRACE
        if left is not None and time.monotonic() > left:
            break  # a page that is being parsed can't be stopped; what it brings is dropped
        alive[0].join(_LOOK)
    return board.close(stopped=left is not None)


class _Board:
    """The asks and how they stand, written to by several threads, closed once."""

    def __init__(self, planned: Sequence[PlannedAsk], on_ask: Callable[[Ask], None]) -> None:
        self._lock = threading.Lock()
        self._planned = planned
        self._asks: dict[int, Ask] = {}
        self._on_ask = on_ask
        self._closed = False
        self._error: BaseException | None = None

    def put(self, at: int, ask: Ask) -> None:
        with self._lock:
            if self._closed:
                return
            if not ask.running:
                self._asks[at] = ask
            self._on_ask(ask)

    def guarded(self, chain: Chain, leave: threading.Event) -> None:
        try:
            chain.go(self.put)
        except BaseException as error:  # noqa: BLE001 (raised again in the thread that waits)
            self._error = self._error or error
            leave.set()

    def close(self, *, stopped: bool) -> list[Ask]:
        # A callback that is under way is not waited for: it may be waiting for us.
        self._closed = True
        if self._error is not None:
            raise self._error
        return [
            self._asks.get(at) or (not_put(item.ask, item.requests[0].receiver) if stopped else item.ask)
            for at, item in enumerate(self._planned)
        ]
