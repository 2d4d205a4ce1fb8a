"""The extra certificate file, as councils hand it out: for both ways out, and whatever may be in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import trustme

from seen_online.outbox import Network, Outbox, Planned, Purpose
from seen_online.outbox.browser import BrowserClient
from seen_online.outbox.post import Post, SendTrouble
from support.servers import Answer, Authority, Proxy, Site

HOST = "www.example.org"
URL = f"https://{HOST}/"


def by_requests(network: Network) -> bytes:
    return _post(network).get(URL, purpose=Purpose.TEST, receiver=HOST, words=URL).body


def by_primp(network: Network) -> bytes:
    return BrowserClient(_post(network), Purpose.TEST, HOST, URL).get(URL).content


def _post(network: Network) -> Post:
    outbox = Outbox()
    outbox.agree([Planned(Purpose.TEST, HOST, (HOST,), URL)])
    return Post(outbox, network)


both = pytest.mark.parametrize("way", [by_requests, by_primp])
Way = Callable[[Network], bytes]


@both
def test_the_signer_s_own_certificate_is_enough_without_its_root(way: Way, tmp_path: Path) -> None:
    inspecting = trustme.CA().create_child_ca()
    pem = tmp_path / "inspecting.pem"
    inspecting.cert_pem.write_to_path(str(pem))
    authority = Authority(tmp_path)
    authority._ca = inspecting
    with Site(lambda _: Answer(body="ok"), authority.context(HOST)) as site, Proxy(lambda *_: site.port) as proxy:
        assert way(Network(proxy.url, str(pem))) == b"ok"


@both
def test_several_certificates_and_words_between_them(way: Way, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    authority, other = Authority(tmp_path), Authority(tmp_path / "other")
    pem = tmp_path / "bundle.pem"
    pem.write_bytes(b"# Council root\r\n" + other.pem.read_bytes() + b"\nSubject: x\n" + authority.pem.read_bytes())
    with Site(lambda _: Answer(body="ok"), authority.context(HOST)) as site, Proxy(lambda *_: site.port) as proxy:
        assert way(Network(proxy.url, str(pem))) == b"ok"


@both
@pytest.mark.parametrize("content", [None, b"", b"hello"])
def test_a_file_that_went_missing_or_bad_is_named(way: Way, content: bytes | None, tmp_path: Path) -> None:
    pem = tmp_path / "gone.pem"
    if content is not None:
        pem.write_bytes(content)
    authority = Authority(tmp_path)
    with Site(lambda _: Answer(body="ok"), authority.context(HOST)) as site, Proxy(lambda *_: site.port) as proxy:
        with pytest.raises(SendTrouble) as caught:
            way(Network(proxy.url, str(pem)))
        assert caught.value.kind == "tls"
        assert "--ca-file" in caught.value.mend
        assert site.asked == []


@both
def test_an_expired_certificate_points_to_the_clock(way: Way, tmp_path: Path) -> None:
    from datetime import UTC, datetime, timedelta

    authority = Authority(tmp_path)
    now = datetime.now(UTC)
    context = authority.context(HOST)
    old = authority._ca.issue_cert(HOST, not_before=now - timedelta(30), not_after=now - timedelta(1))
    old.configure_cert(context)
    with Site(lambda _: Answer(body="ok"), context) as site, Proxy(lambda *_: site.port) as proxy:
        with pytest.raises(SendTrouble) as caught:
            way(Network(proxy.url, str(authority.pem)))
        assert caught.value.kind == "tls"
        assert "date" in caught.value.mend
