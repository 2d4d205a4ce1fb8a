from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from seen_online.outbox.post import Limits, Post
from seen_online.search.model import Ask
from support.asking import ask_all
from support.engine_proxy import EngineWeb


@pytest.fixture
def ask_one(tmp_path: Path) -> Callable[..., tuple[Ask, EngineWeb, Post]]:
    """Ask one engine one thing, over a web of doubles that lives for this one ask."""

    def ask(hosts, name: str = "duckduckgo", words: str = '"Anna Example"', limits: Limits | None = None, **more):
        with EngineWeb(tmp_path, hosts) as web:
            post = web.post(limits)
            return ask_all(post, name, [words], **more)[0], web, post

    return ask
