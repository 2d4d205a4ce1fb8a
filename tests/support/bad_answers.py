"""Answers that are none: what broken and hostile servers send, byte by byte. Each is an `Answer.raw`."""

from __future__ import annotations

from support.servers import Wire


def silence(wire: Wire) -> None:
    wire.wait(60)


def dripping_head(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\n")
    wire.drip((b"X-%d: y\r\n" % n for n in range(10_000)), 0.02)


def dripping_body(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    wire.drip((b"y" for _ in range(10_000)), 0.02)


def broken_off(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")


def hung_up(wire: Wire) -> None:
    wire.send(b"")


def nonsense(wire: Wire) -> None:
    wire.send(b"\x00\x01 hello\r\n\r\n")


def huge_head(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\n")
    for _ in range(100):
        wire.send(b"X-Big: " + b"a" * 100_000 + b"\r\n")


def broken_chunk(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc")


def many_heads(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\n")
    for _ in range(100):
        wire.send(b"X-One: a\r\n" * 1000)


def not_compressed(wire: Wire) -> None:
    wire.send(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 50\r\n\r\n" + b"hello" * 10)


# What each of them is, as the kind of a SendTrouble.
KINDS = [
    (silence, "timeout"),
    (dripping_head, "timeout"),
    (dripping_body, "too_slow"),
    (broken_off, "cut_off"),
    (broken_chunk, "cut_off"),
    (hung_up, "cut_off"),
    (nonsense, "garbled"),
    (huge_head, "garbled"),
    (many_heads, "garbled"),
    (not_compressed, "garbled"),
]


def time_for(*ends: str) -> float:
    """Seconds that an exchange gets: what never ends is cut soon, all else has time enough on a busy computer.

    `ends` are kinds of trouble, or the words in which a person is told of it.
    """
    return 1.0 if {"timeout", "too_slow", "in time", "too slow"} & set(ends) else 30.0
