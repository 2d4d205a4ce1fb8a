"""Hostile answers to a page that is fetched. Each has a stated end: cut, refused or failed; none hangs or grows."""

from __future__ import annotations

import gzip
import threading
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import brotli
import pytest

from seen_online.outbox import Network, Outbox, Planned, Purpose
from seen_online.outbox.post import Limits, Post, Reply, SendTrouble
from seen_online.reading.fetch import plan_pages, read_pages
from seen_online.reading.page import Page, PageOutcome
from seen_online.reading.turns import Manners
from support.bad_answers import time_for
from support.servers import Answer, Asked, Proxy, Site, Wire

HOST = "www.example.org"
URL = f"http://{HOST}/"
LIMIT = 500_000
MB = 1_000_000
ZEROS = bytes(10 * MB)


def post_to(*ports: int, limits: Limits | None = None, public: Callable[[str], bool] = lambda _: True) -> Post:
    """A post whose name service gives the next of these ports at each look-up, then stays with the last."""
    outbox = Outbox()
    outbox.agree([Planned(Purpose.PAGE, HOST, (HOST,), URL)])
    left = list(ports)

    def look_up(*_: Any) -> list[Any]:
        return [(2, 1, 6, "", ("127.0.0.1", left.pop(0) if len(left) > 1 else left[0]))]

    return Post(outbox, Network(), limits or Limits(bytes=LIMIT), public=public, look_up=look_up)


def get(post: Post) -> Reply:
    return post.get(URL, purpose=Purpose.PAGE, receiver=HOST, words=URL)


def kind_of(post: Post) -> str:
    with pytest.raises(SendTrouble) as caught:
        get(post)
    return caught.value.kind


@pytest.fixture
def little_memory() -> Iterator[None]:
    """What runs inside may hold no more than a few times the limit at any moment."""
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        yield
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most - before < 6 * LIMIT


def deflated() -> bytes:
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    return bomb.compress(ZEROS) + bomb.flush()


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(ZEROS)),
        ("x-gzip", gzip.compress(ZEROS) * 10),
        ("deflate", deflated()),
        ("deflate", zlib.compress(ZEROS)),
        ("br", brotli.compress(ZEROS, quality=5)),
        ("gzip, gzip", gzip.compress(gzip.compress(ZEROS))),
        ("br, gzip", gzip.compress(brotli.compress(ZEROS, quality=5))),
    ],
    ids=["gzip", "gzip in a row", "raw deflate", "deflate", "brotli", "gzip twice", "brotli in gzip"],
)
@pytest.mark.usefixtures("little_memory")
def test_a_bomb_is_cut_before_it_has_gone_off(encoding: str, body: bytes) -> None:
    assert len(body) < 200_000
    with Site(lambda _: Answer(headers={"Content-Encoding": encoding}, body=body)) as site:
        post = post_to(site.port)
        reply = get(post)
    assert (len(reply.body), reply.cut) == (LIMIT, True)
    assert post.outbox.sent[0].bytes == LIMIT


def test_a_chain_of_packings_is_refused() -> None:
    with Site(lambda _: Answer(headers={"Content-Encoding": ", ".join(["gzip"] * 50)}, body=b"x" * 100)) as site:
        assert kind_of(post_to(site.port)) == "garbled"


@pytest.mark.usefixtures("little_memory")
def test_an_endless_body_is_cut() -> None:
    with Site(lambda _: Answer(body=iter(lambda: b"a" * 65536, None))) as site:
        reply = get(post_to(site.port))
    assert (len(reply.body), reply.cut) == (LIMIT, True)


@pytest.mark.usefixtures("little_memory")
def test_an_endless_body_of_a_redirect_is_not_read_to_its_end() -> None:
    def answer(asked: Asked) -> Answer:
        if asked.path == "/":
            return Answer(302, {"Location": "/there"}, iter(lambda: b"a" * 65536, None))
        return Answer(body="there")

    with Site(answer) as site:
        assert get(post_to(site.port)).body == b"there"


def test_a_body_that_lies_about_its_length() -> None:
    with Site(lambda _: Answer(headers={"Content-Length": "99999999999"}, body=b"a" * 100)) as site:
        assert kind_of(post_to(site.port, limits=Limits(total=time_for("too_slow")))) in ("cut_off", "too_slow")


def endless_chunk_line(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        wire.send(b"0" * 65536)


def negative_chunk(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n")


def negative_length(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello")


def two_lengths(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello")


def endless_continue(wire: Wire) -> None:
    while True:
        wire.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)
        if not wire.wait(0.01):
            return


def old_and_bare(wire: Wire) -> None:
    wire.send(b"<html>hello</html>")


@pytest.mark.parametrize(
    ("raw", "ends"),
    [
        (endless_chunk_line, ("garbled",)),
        (negative_chunk, ("garbled", "cut_off")),
        (two_lengths, ("garbled",)),
        (endless_continue, ("timeout", "garbled")),
        (old_and_bare, ("garbled",)),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_broken_frames_end_as_failures(raw: Callable[[Wire], None], ends: tuple[str, ...]) -> None:
    with Site(lambda _: Answer(raw=raw)) as site:
        assert kind_of(post_to(site.port, limits=Limits(total=time_for(*ends)))) in ends


def test_a_length_below_nothing_is_passed_over() -> None:
    with Site(lambda _: Answer(raw=negative_length)) as site:
        assert get(post_to(site.port)).body in (b"hello", b"")


@pytest.mark.parametrize("line", [b"X-Big: " + b"a" * 65536, b"X-One: a\r\n" * 6000, b"a" * 65536])
def test_a_huge_head_is_hung_up_on(line: bytes) -> None:
    sent = [0]

    def huge(wire: Wire) -> None:
        wire.send(b"HTTP/1.1 200 OK\r\n")
        while sent[0] < 1000 * MB:
            wire.send(line)
            sent[0] += len(line)

    with Site(lambda _: Answer(raw=huge)) as site:
        assert kind_of(post_to(site.port)) == "garbled"
    assert sent[0] < 50 * MB, "it hung up long before the end"


def test_redirects_in_a_circle_end_after_five() -> None:
    def answer(asked: Asked) -> Answer:
        return Answer(302, {"Location": "/b" if asked.path == "/a" else "/a"})

    with Site(answer) as site:
        assert kind_of(post_to(site.port)) == "too_many_redirects"
        assert len(site.asked) == 6


def test_redirects_share_one_clock() -> None:
    def answer(asked: Asked) -> Answer:
        waited.wait(0.25)
        return Answer(302, {"Location": asked.path + "a"})

    waited = threading.Event()
    with Site(answer) as site:
        assert kind_of(post_to(site.port, limits=Limits(total=0.6))) in ("timeout", "too_slow")  # wherever it ends
        assert len(site.asked) <= 4


def test_a_name_that_changes_its_address_after_the_check_gains_nothing() -> None:
    with Site(lambda _: Answer(body="public")) as good, Site(lambda _: Answer(body="private")) as evil:
        assert get(post_to(good.port, evil.port)).body == b"public", "the address that was checked is the one used"
        assert evil.asked == []


def test_a_name_that_changes_its_address_between_two_requests_is_checked_anew() -> None:
    """The first request goes to the only public address; after a redirect to itself the name turns private."""
    answers = iter(["127.0.0.1", "10.0.0.1"])

    with Site(lambda _: Answer(302, {"Location": "/again"})) as site:
        post = post_to(site.port, public=lambda address: address == "127.0.0.1")
        post._look_up = lambda *_: [(2, 1, 6, "", (next(answers), site.port))]
        assert kind_of(post) == "refused_address"
        assert len(site.asked) == 1


INTO_THE_PRIVATE_NETWORK = (
    "http://127.0.0.1:{port}/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://017700000001:{port}/",
    "http://127.1:{port}/",
    "http://[::1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[0:0:0:0:0:ffff:7f00:1]:{port}/",
    "http://localhost:{port}/",
    "http://LOCALHOST.:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://１２７.０.０.１:{port}/",
    "http://127。0。0。1:{port}/",
    "http://%31%32%37.0.0.1:{port}/",
    "//127.0.0.1:{port}/",
    "http:\\\\127.0.0.1:{port}\\",
    "http://www.example.org@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}#@www.example.org/",
    "http://127.0.0.1\\@www.example.org:{port}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/",
    "http://router/",
    "gopher://127.0.0.1:{port}/_x",
    "file:///etc/passwd",
)


@pytest.mark.parametrize("location", INTO_THE_PRIVATE_NETWORK)
def test_no_redirect_leads_into_the_private_network(location: str) -> None:
    with Site(lambda _: Answer(body="private")) as private:
        target = location.format(port=private.port)
        with Site(lambda _: Answer(302, {"Location": target})) as site:
            post = post_to(site.port)
            first = post._look_up
            assert first is not None

            def look_up(host: str, *more: Any) -> list[Any]:
                # Whatever is asked for but the first host would get through to the private site.
                return first(host, *more) if host == HOST else [(2, 1, 6, "", ("127.0.0.1", private.port))]

            post._look_up = look_up
            assert kind_of(post) in ("refused_address", "bad_address")
        assert len(site.asked) == 1
        assert private.asked == []


@pytest.mark.parametrize("location", INTO_THE_PRIVATE_NETWORK)
def test_no_redirect_asks_a_proxy_for_the_private_network(location: str) -> None:
    """A proxy looks names up itself; what a name alone tells is refused before it hears of it."""
    with Site(lambda _: Answer(302, {"Location": location.format(port=80)})) as site:
        asked: list[str] = []

        def port_of(host: str, port: int) -> int:
            asked.append(host)
            return site.port

        with Proxy(port_of) as proxy:
            outbox = Outbox()
            outbox.agree([Planned(Purpose.PAGE, HOST, (HOST,), URL)])
            assert kind_of(Post(outbox, Network(proxy.url))) in ("refused_address", "bad_address")
        assert asked == [HOST]


def test_a_name_that_means_this_computer_is_refused_by_its_address() -> None:
    with Site(lambda _: Answer(body="private")) as site:
        post = post_to(site.port)
        post._public = Post(Outbox(), Network())._public
        assert kind_of(post) == "refused_address"
        assert site.asked == []


def test_cookies_of_the_page_stay_within_the_fetch() -> None:
    with Site(lambda _: Answer(headers={"Set-Cookie": "id=" + "x" * 4000 + "; Path=/"}, body="page")) as site:
        post = post_to(site.port)
        get(post)
        get(post)
    assert all("cookie" not in asked.headers for asked in site.asked)


def as_text(data: bytes, media_type: str | None, url: str) -> Page:
    return Page(data.decode("utf-8", "replace"), PageOutcome.READ, media_type=media_type or "")


@pytest.mark.parametrize(
    "answer",
    [
        Answer(headers={"Content-Type": "image/png"}, body="<p>hello"),
        Answer(headers={"Content-Type": "text/html; charset=no-such-charset"}, body="<p>hello"),
        Answer(headers={"Content-Type": "\x01\x02"}, body="<p>hello"),
        Answer(headers={"Content-Type": "text/html; charset=utf-16"}, body=b"\xff\xfe\x00"),
        Answer(headers={"Content-Type": "text/html" + ";a=b" * 5000}, body="<p>hello"),
        Answer(headers={"Content-Type": "application/pdf"}, body="%PDF-1.7 is not a PDF"),
        Answer(body=b"\x00" * 1000),
        Answer(raw=old_and_bare),
        Answer(302, {"Location": "http://www2.example.org/\u202efdp.exe"}),
        Answer(302, {"Location": "http://" + "a." * 5000 + "example/"}),
        Answer(302, {"Location": "x" * 60_000}),
    ],
)
@pytest.mark.parametrize("reader", [as_text, None], ids=["stand-in", "reader of the house"])
def test_every_page_ends_and_the_next_one_is_read(answer: Answer, reader: Any) -> None:
    def site_answers(asked: Asked) -> Answer:
        if asked.path == "/hostile":
            return answer
        return Answer(body="<p>a good page") if asked.path == "/good" else Answer(404)

    hostile, good = f"{URL}hostile", f"{URL}good"
    outbox = Outbox()
    outbox.agree(plan_pages([hostile, good]))
    with Site(site_answers) as site, Proxy(lambda host, port: site.port) as proxy:
        post = Post(outbox, Network(proxy.url))
        pages = read_pages(
            [hostile, good], post, lambda *_: None, threading.Event(), manners=Manners(pause=0), reader=reader
        )
    assert pages[hostile].outcome is not PageOutcome.NOT_READ
    assert "a good page" in pages[good].text


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """After cuts, failures and a stop there is no thread of ours, and no file."""

    def drip(wire: Wire) -> None:
        wire.send(b"HTTP/1.1 200 OK\r\n\r\n")
        wire.drip((b"a" for _ in range(1000)), 0.05)

    with Site(lambda _: Answer(raw=drip)) as site:
        assert kind_of(post_to(site.port, limits=Limits(total=time_for("too_slow")))) == "too_slow"
        for thread in threading.enumerate():
            if thread.name.startswith("seen-online"):
                thread.join(30)
                assert not thread.is_alive(), "its connection was cut, so it has ended"
    assert list((tmp_path / "tmp").iterdir()) == []
