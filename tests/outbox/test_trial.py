"""The "test connection" button: one plain sentence about both ways out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from seen_online.outbox import Network, Outbox
from seen_online.outbox.post import Post
from seen_online.outbox.trial import TRIAL_URL, Trial, plan_trial, try_connection
from support.servers import Answer, Asked, Authority, Proxy, Site, unused_port


@pytest.fixture
def trial(tmp_path: Path) -> Callable[..., tuple[Trial, Outbox]]:
    authority = Authority(tmp_path)

    def run(answer: Callable[[Asked], Answer], ca: bool = True) -> tuple[Trial, Outbox]:
        with Site(answer, authority.context()) as site, Proxy(lambda host, port: site.port) as proxy:
            outbox = Outbox()
            outbox.agree([plan_trial()])
            post = Post(outbox, Network(proxy.url, str(authority.pem) if ca else ""))
            return try_connection(post), outbox

    return run


def test_it_works_and_both_ways_were_tried(trial: Callable[..., tuple[Trial, Outbox]]) -> None:
    result, outbox = trial(lambda _: Answer(body="hello"))
    assert result.works
    assert "example.com" in result.sentence
    assert [(sent.url, sent.purpose.value, sent.status) for sent in outbox.sent] == [(TRIAL_URL, "test", 200)] * 2


def test_an_inspecting_proxy_without_its_certificate(trial: Callable[..., tuple[Trial, Outbox]]) -> None:
    result, _ = trial(lambda _: Answer(body="hello"), ca=False)
    assert not result.works
    assert "--ca-file" in result.sentence


def test_a_network_that_wants_a_log_in_first(trial: Callable[..., tuple[Trial, Outbox]]) -> None:
    def portal(asked: Asked) -> Answer:
        if asked.host == "wifi.example.net":
            return Answer(body="Welcome to our network")
        return Answer(302, {"Location": "https://wifi.example.net/welcome"})

    result, _ = trial(portal)
    assert not result.works
    assert "wifi.example.net answered in place of example.com" in result.sentence


def test_an_error_in_place_of_an_answer(trial: Callable[..., tuple[Trial, Outbox]]) -> None:
    result, _ = trial(lambda _: Answer(503))
    assert not result.works
    assert "503" in result.sentence


def test_the_proxy_is_down_or_nobody_agreed() -> None:
    outbox = Outbox()
    post = Post(outbox, Network(f"http://127.0.0.1:{unused_port()}"))
    assert "agreed" in try_connection(post).sentence
    outbox.agree([plan_trial()])
    result = try_connection(post)
    assert not result.works
    assert "proxy" in result.sentence
