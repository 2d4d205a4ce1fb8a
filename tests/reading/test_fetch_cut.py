"""Pages that come compressed, and end in the middle: they are not taken for whole ones."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest

from seen_online.reading.page import PageOutcome
from support.made_up_web import Web
from support.servers import Answer

A = "http://www.example.org/a"


@pytest.mark.parametrize("packing", ["gzip", "deflate", "br"])
@pytest.mark.parametrize("length", [True, False])
def test_a_page_that_was_cut_inside_its_wrapping_is_not_read_as_a_whole(packing: str, length: bool) -> None:
    text = "".join(f"<p>{n} {n * n} paragraph</p>" for n in range(3_000)).encode()
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[packing](text)
    half = packed[: len(packed) // 2]
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {packing}\r\n"
    head += f"Content-Length: {len(half)}\r\n\r\n" if length else "Connection: close\r\n\r\n"
    page = Web({"www.example.org/a": Answer(raw=lambda wire: wire.send(head.encode() + half))}).one(A)
    assert page.outcome is PageOutcome.FAILED
    assert "broke off" in page.detail


@pytest.mark.parametrize("body", [gzip.compress(b"page") + bytes(8), gzip.compress(b"pa") + gzip.compress(b"ge")])
def test_what_stands_behind_a_packed_page_does_no_harm(body: bytes) -> None:
    page = Web({"www.example.org/a": Answer(headers={"Content-Encoding": "gzip"}, body=body)}).one(A)
    assert (page.outcome, page.text) == (PageOutcome.READ, "page")


def test_answers_without_a_body_may_say_that_it_is_packed() -> None:
    packed = {"Content-Encoding": "gzip", "Content-Length": "0"}
    web = Web({"www.example.org/a": Answer(302, packed | {"Location": "/b"}), "www.example.org/b": Answer(404, packed)})
    assert web.one(A).outcome is PageOutcome.GONE
