"""Redirects into what a site keeps from programs or to pages just read; pages longer than we fetch; real limits."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from seen_online.outbox.line import Line
from seen_online.outbox.post import Limits
from seen_online.reading.fetch import READ_AT_ONCE
from seen_online.reading.page import Page, PageOutcome
from seen_online.reading.turns import Manners
from support import documents
from support.made_up_web import Web, as_text
from support.servers import Answer

A, B = "http://www.example.org/a", "http://www.example.org/b"
KEPT = Answer(body="User-agent: *\nDisallow: /private")
LONG = Limits(connect=1, total=5, bytes=20_000)


def test_a_redirect_into_what_the_site_keeps_from_programs_is_not_followed() -> None:
    web = Web(
        {
            "www.example.org/robots.txt": KEPT,
            "www.example.org/a": Answer(302, {"Location": "/private/a"}),
            "www.example.org/private/a": Answer(body="private"),
        }
    )
    page = web.one(A)
    assert (page.outcome, page.url) == (PageOutcome.NEEDS_YOU, "http://www.example.org/private/a")
    assert "asks programs not to read" in page.detail
    assert "www.example.org/private/a" not in web.asked


def test_what_a_site_that_has_moved_keeps_from_programs() -> None:
    """example.org sends everything to www.example.org, its robots.txt too."""
    web = Web(
        {
            "example.org/robots.txt": Answer(301, {"Location": "http://www.example.org/robots.txt"}),
            "example.org/private/a": Answer(301, {"Location": "http://www.example.org/private/a"}),
            "example.org/b": Answer(301, {"Location": "http://www.example.org/private/b"}),
            "www.example.org/robots.txt": KEPT,
        }
    )
    first, second = "http://example.org/private/a", "http://example.org/b"
    pages = web.read(first, second)
    assert {page.outcome for page in pages.values()} == {PageOutcome.NEEDS_YOU}
    assert not [asked for asked in web.asked if "/private" in asked]


def test_a_redirect_to_a_page_that_was_just_read_fetches_nothing() -> None:
    web = Web(
        {
            "www.example.org/a": Answer(body="the page"),
            "www.example.org/b": Answer(302, {"Location": "/a"}),
        }
    )
    pages = web.read(A, B, manners=Manners(side_by_side=1, pause=0))
    assert [page.text for page in pages.values()] == ["the page", "the page"]
    assert web.asked.count("www.example.org/a") == 1


@pytest.mark.parametrize(
    ("body", "outcome", "says"),
    [
        (b"<p>07700 900123 " + b"word " * 9_000, PageOutcome.PARTLY, "first part"),
        (
            documents.docx("<w:p/>", {"word/media/x": random.Random(1).randbytes(99_000)}),
            PageOutcome.NEEDS_YOU,
            "too long",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), PageOutcome.READ, "not what it shows"),
    ],
    ids=["page", "Word", "short"],
)
def test_what_is_longer_than_we_fetch_says_what_to_do(body: bytes, outcome: PageOutcome, says: str) -> None:
    web = Web({"www.example.org/a": Answer(body=body)})
    page = web.one(A, limits=LONG, reader=None)
    assert page.outcome is outcome
    assert says in page.detail
    assert ("Open it yourself, save it, then drop it here" in page.detail) == (outcome is not PageOutcome.READ)


def test_not_all_that_was_fetched_is_read_at_the_same_time() -> None:
    """Sixteen hostile PDFs at once would take sixteen times the memory of one."""
    lock, now, most, full = threading.Lock(), [0], [0], threading.Event()

    def reader(data: bytes, media_type: str | None, url: str) -> Page:
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
            if now[0] >= READ_AT_ONCE:
                full.set()
        full.wait(25)
        time.sleep(0.1)  # for one too many to come in
        with lock:
            now[0] -= 1
        return as_text(data, media_type, url)

    web = Web({f"www{n}.example.org/a": Answer(body="page") for n in range(16)})
    pages = web.read(*(f"http://www{n}.example.org/a" for n in range(16)), reader=reader)
    assert {page.outcome for page in pages.values()} == {PageOutcome.READ}
    assert most[0] == READ_AT_ONCE


@pytest.fixture
def full() -> Iterator[int]:
    """A port on which nobody is let in any more: as far as we can see, nobody is there."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(door.getsockname())
        time.sleep(0.1)
        yield door.getsockname()[1]
        for one in waiting:
            one.close()


def test_who_does_not_let_us_in_is_given_up_in_time(full: int) -> None:
    line = Line(lambda _: True, lambda *_: [(2, 1, 6, "", ("127.0.0.1", full))])
    began = time.monotonic()
    with pytest.raises(OSError, match="timed out"):
        line.open("www.example.org", full, 0.5, public_only=True)
    assert 0.4 < time.monotonic() - began < 30, "not the minutes that the system would wait"


def test_the_limits_are_those_that_we_promise() -> None:
    assert Limits() == Limits(connect=10, total=30, bytes=5 * 1024 * 1024, redirects=5)
    assert (Manners().side_by_side, Manners().per_host) == (16, 2)
