"""What stands between us and an engine: certificates, names, proxies."""

from __future__ import annotations

from pathlib import Path

import pytest
from ddgs.engines import ENGINES

from seen_online.outbox import Network, Outbox
from seen_online.outbox.failures import stopped
from seen_online.outbox.post import Post
from seen_online.search.engine import Kind
from seen_online.search.model import Outcome
from seen_online.search.statuses import from_trouble
from support.asking import ask_all, assert_not_checked
from support.duckduckgo import DuckDuckGo
from support.engine_proxy import EngineWeb
from support.servers import unused_port

WORDS = ['"Anna Example"']


def post_over(network: Network) -> Post:
    return Post(Outbox(), network)


def test_a_certificate_we_do_not_know_names_the_way_out_in_the_sentence(tmp_path: Path) -> None:
    with EngineWeb(tmp_path, DuckDuckGo().hosts()) as web:
        (ask,) = ask_all(post_over(Network(proxy=web.proxy.url)), "duckduckgo", WORDS)
        assert_not_checked(ask, "failed", "--ca-file")
        assert "certificate" in ask.detail
        assert not web.asked
        (ask,) = ask_all(post_over(web.network), "duckduckgo", WORDS)
    assert ask.outcome is Outcome.NOTHING_FOUND


def test_a_name_that_leads_nowhere(tmp_path: Path) -> None:
    with EngineWeb(tmp_path, {}) as web:
        (ask,) = ask_all(post_over(web.network), "duckduckgo", WORDS)
    assert_not_checked(ask, "failed", "could not connect")


def test_a_name_that_can_not_be_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nowhere(ENGINES["text"]["mojeek"]):
        """An engine of ddgs whose name leads nowhere (RFC 2606), asked without a proxy."""

        search_url = "https://nowhere.invalid/search"

    monkeypatch.setitem(ENGINES, "text", {**ENGINES["text"], "nowhere": Nowhere})
    post = post_over(Network())
    (ask,) = ask_all(post, "nowhere", WORDS)
    assert_not_checked(ask, "failed", "could not find nowhere.invalid on the internet")
    assert "online" in ask.next_step
    assert [(s.status, s.trouble) for s in post.outbox.sent] == [(None, "dns")]


def test_a_proxy_that_is_down() -> None:
    (ask,) = ask_all(post_over(Network(proxy=f"http://127.0.0.1:{unused_port()}")), "duckduckgo", WORDS)
    assert_not_checked(ask, "failed", "proxy did not let us through")


def test_a_proxy_that_asks_for_a_password(tmp_path: Path) -> None:
    with EngineWeb(tmp_path, DuckDuckGo().hosts(), login="anna:secret") as web:
        (ask,) = ask_all(post_over(web.network), "duckduckgo", WORDS)
        assert_not_checked(ask, "failed", "password")
        known = Network(web.proxy.url.replace("://", "://anna:secret@"), web.network.ca_file)
        (ask,) = ask_all(post_over(known), "duckduckgo", WORDS)
    assert ask.outcome is Outcome.NOTHING_FOUND


def test_a_stop_is_no_failure() -> None:
    assert from_trouble(stopped()).kind is Kind.STOPPED


@pytest.mark.parametrize("agreed", [False, True])
def test_what_was_not_agreed_to_is_not_sent(tmp_path: Path, agreed: bool) -> None:
    import threading

    from seen_online.search.catalogue import engine
    from seen_online.search.model import Query
    from seen_online.search.run import plan, run

    with EngineWeb(tmp_path, DuckDuckGo().hosts()) as web:
        post = web.post()
        planned = plan([Query(WORDS[0], "a test")], [engine("duckduckgo")])
        if agreed:
            post.outbox.agree(planned[0].requests)
        (ask,) = run(planned, post, lambda _: None, threading.Event())
        assert bool(web.asked) == agreed
    assert ask.outcome is (Outcome.NOTHING_FOUND if agreed else Outcome.NOT_ASKED)
    assert agreed or "not agreed" in ask.detail
