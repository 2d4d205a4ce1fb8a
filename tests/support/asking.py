"""Asking engines in a test: agreed to, without pauses, and without a window."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from seen_online.outbox.post import Post
from seen_online.search.catalogue import engine
from seen_online.search.model import Ask, PlannedAsk, Query
from seen_online.search.pace import Pace
from seen_online.search.run import plan, run

AT_ONCE = Pace(first=0, step=0, most=0, retry=0, patience=0.5)


def agreed_plan(post: Post, names: Sequence[str], words: Sequence[str]) -> list[PlannedAsk]:
    planned = plan([Query(w, "a test") for w in words], [engine(name) for name in names])
    for item in planned:
        post.outbox.agree(item.requests)
    return planned


def ask_all(post: Post, name: str, words: Sequence[str], *, pace: Pace = AT_ONCE, pages: int = 1) -> list[Ask]:
    planned = agreed_plan(post, [name], words)
    return run(planned, post, lambda ask: None, threading.Event(), pace=lambda _: pace, pages=pages)


def assert_not_checked(ask: Ask, outcome: str, said: str) -> None:
    """The one promise of all failures: it says what happened, what to do, and never that nothing is there."""
    assert ask.outcome == outcome, ask.detail
    assert not ask.outcome.checked
    assert ask.hits == ()
    assert ask.detail.startswith("We could not check")
    assert said in ask.detail
    assert "yourself" in ask.next_step
    assert ask.open_url.startswith(("https://", "http://"))
    for implied in ("nothing", "no result", "no hit", "not found", "0 results"):
        assert implied not in f"{ask.detail} {ask.next_step}".lower()
