"""A later version of ddgs that works in another way: it is said, and nothing goes where the person did not agree to."""

from __future__ import annotations

from typing import Any

import pytest
from ddgs.engines import ENGINES

from seen_online.search.model import Outcome
from support.asking import assert_not_checked
from support.duckduckgo import DuckDuckGo, Found
from support.servers import Answer

ANNA = [Found("Anna Example", "https://example.org/anna", "She bakes.")]


class Renamed(ENGINES["text"]["duckduckgo"]):
    """A later version, which calls what it is asked by another name."""

    def search(self, *, words: str, place: str) -> list[Any]:
        raise AssertionError(f"{words}, {place}")


class Silent(ENGINES["text"]["duckduckgo"]):
    """A later version, which swallows its own mistakes."""

    def search(self, *args: Any, **fields: Any) -> list[Any]:
        return []


class Elsewhere(ENGINES["text"]["duckduckgo"]):
    """A later version, which asks another host."""

    search_url = "https://other.duckduckgo.example/html/"


class Bare:
    """A later version, of which we know nothing."""


@pytest.mark.parametrize(
    ("kind", "said"),
    [(Renamed, "can't ask DuckDuckGo any more"), (Silent, "can't ask DuckDuckGo any more"), (Bare, "DuckDuckGo")],
)
def test_a_ddgs_that_works_in_another_way_is_said_to_be_so(
    ask_one, monkeypatch: pytest.MonkeyPatch, kind: type, said: str
) -> None:
    monkeypatch.setitem(ENGINES["text"], "duckduckgo", kind)
    ask, web, _ = ask_one(DuckDuckGo(lambda words: ANNA).hosts())
    assert_not_checked(ask, "failed", said)
    assert not web.asked


def test_a_ddgs_that_asks_another_host_sends_nothing_there(ask_one, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGINES["text"], "duckduckgo", Elsewhere)
    hosts = DuckDuckGo(lambda words: ANNA).hosts()
    ask, web, post = ask_one({**hosts, "other.duckduckgo.example": lambda asked: Answer()})
    assert ask.outcome is Outcome.NOT_ASKED
    assert "you have not agreed" in ask.detail
    assert not web.asked
    assert not post.outbox.sent
