"""Hostile answers to what ddgs sends. The end of each is stated: cut, or a failure of a kind; never "no results"."""

from __future__ import annotations

import gzip
import threading
import zlib
from collections.abc import Callable

import brotli
import pytest

from seen_online.outbox import Network, Outbox, Planned, Purpose
from seen_online.outbox.browser import BrowserClient
from seen_online.outbox.post import Limits, Post, SendTrouble
from support.bad_answers import time_for
from support.servers import Answer, Asked, Site, Wire

LIMIT = 500_000
MB = 1_000_000
ZEROS = bytes(10 * MB)


def client(limits: Limits | None = None) -> BrowserClient:
    outbox = Outbox()
    outbox.agree([Planned(Purpose.SEARCH, "An engine", ("127.0.0.1",), "Nia")])
    post = Post(outbox, Network(), limits or Limits(bytes=LIMIT))
    return BrowserClient(post, Purpose.SEARCH, "An engine", "Nia")


def zstd_bomb(times: int) -> bytes:
    """A Zstandard frame of `times` blocks, each of which says "128 KiB of this one byte" in four bytes."""
    size = 128 * 1024
    blocks = [((size << 3) | (1 << 1) | (number == times - 1)).to_bytes(3, "little") + b"\0" for number in range(times)]
    return b"\x28\xb5\x2f\xfd" + b"\x00\x58" + b"".join(blocks)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(ZEROS)),
        ("deflate", zlib.compress(ZEROS)),
        ("br", brotli.compress(ZEROS, quality=5)),
        ("zstd", zstd_bomb(1000)),
    ],
    ids=["gzip", "deflate", "brotli", "zstd"],
)
def test_a_bomb_is_cut(encoding: str, body: bytes) -> None:
    import primp

    with Site(lambda _: Answer(headers={"Content-Encoding": encoding}, body=body)) as site:
        asking = client()
        asking.client._primp = primp.Client(
            impersonate="chrome"
        )  # not every browser that is picked at random knows zstd
        reply = asking.get(site.url)
        assert encoding in site.asked[0].headers["accept-encoding"]
    assert (reply.reply.cut, len(reply.content)) == (True, LIMIT)


def test_an_endless_body_of_a_redirect_is_not_read_to_its_end() -> None:
    def answer(asked: Asked) -> Answer:
        if asked.path == "/":
            return Answer(302, {"Location": "/there"}, iter(lambda: b"a" * 65536, None))
        return Answer(body="there")

    with Site(answer) as site:
        assert client().get(site.url).text == "there"


def endless_continue(wire: Wire) -> None:
    while wire.wait(0.01):
        wire.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def endless_chunk_line(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        wire.send(b"0" * 65536)


def two_lengths(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello")


@pytest.mark.parametrize(
    ("raw", "ends"),
    [
        (endless_continue, ("timeout", "garbled")),
        (endless_chunk_line, ("garbled", "too_slow", "cut_off")),
        (two_lengths, ("garbled",)),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_broken_frames_end_as_failures(raw: Callable[[Wire], None], ends: tuple[str, ...]) -> None:
    with Site(lambda _: Answer(raw=raw)) as site, pytest.raises(SendTrouble) as caught:
        client(Limits(total=time_for(*ends))).get(site.url)
    assert caught.value.kind in ends


def test_redirects_share_one_clock() -> None:
    waited = threading.Event()

    def answer(asked: Asked) -> Answer:
        waited.wait(0.25)
        return Answer(302, {"Location": asked.path + "a"})

    with Site(answer) as site, pytest.raises(SendTrouble) as caught:
        client(Limits(total=0.6)).get(site.url)
    assert caught.value.kind in ("timeout", "too_slow")  # wherever it ends
    assert len(site.asked) <= 4


@pytest.mark.parametrize("charset", ["no-such-charset", "utf-16", "utf-7", "rot13", "zlib", "idna"])
def test_any_charset_gives_a_text(charset: str) -> None:
    answer = Answer(headers={"Content-Type": f"text/html; charset={charset}"}, body=b"<p>\xff\xfe hello \x80")
    with Site(lambda _: answer) as site:
        assert isinstance(client().get(site.url).text, str)
