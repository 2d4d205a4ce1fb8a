from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from seen_online.outbox.post import Limits, Post
from seen_online.search.catalogue import engine
from seen_online.search.model import Ask, Query
from seen_online.search.pace import Pace
from seen_online.search.run import plan, run
from support.engine_proxy import EngineWeb

AT_ONCE = Pace(first=0, step=0, most=0, retry=0, patience=0.5)


def ask_all(post: Post, name: str, words: Sequence[str], *, pace: Pace = AT_ONCE, pages: int = 1) -> list[Ask]:
    planned = plan([Query(w, "a test") for w in words], [engine(name)])
    for item in planned:
        post.outbox.agree(item.requests)
    return run(planned, post, lambda ask: None, threading.Event(), pace=lambda _: pace, pages=pages)


@pytest.fixture
def ask_one(tmp_path: Path) -> Callable[..., tuple[Ask, EngineWeb, Post]]:
    """Ask one engine one thing, over a web of doubles that lives for this one ask."""

    def ask(hosts, name: str = "duckduckgo", words: str = '"Anna Example"', limits: Limits | None = None, **more):
        with EngineWeb(tmp_path, hosts) as web:
            post = web.post(limits)
            return ask_all(post, name, [words], **more)[0], web, post

    return ask
