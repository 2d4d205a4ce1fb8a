"""Redirects, followed by us and not by a library, so that each is a request of its own in the record."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urljoin

import msgspec

from seen_online.outbox import failures
from seen_online.outbox.reply import Reply
from seen_online.outbox.urls import checked, host_of

_STATUSES = (301, 302, 303, 307, 308)


class Step(msgspec.Struct, frozen=True):
    """One request on the way to an answer: `came_from` is the address that sent us here, `passed` all before."""

    method: str
    url: str
    came_from: str = ""
    passed: tuple[str, ...] = ()


def follow(
    first: Step,
    send: Callable[[Step], Reply],
    most: int,
    may_go: Callable[[Step, Step], None] = lambda step, onward: None,
) -> Reply:
    """Send `first` and all that it leads to, and return the last answer.

    `may_go` is asked before each redirect and raises SendTrouble where it must not be followed; so does this, after
    `most` of them.
    """
    step = first
    while True:
        reply = send(step)
        url = _next_address(reply, step.url)
        if url is None:
            return reply
        if len(step.passed) >= most:
            raise failures.too_many_redirects(host_of(step.url))
        onward = Step(_next_method(reply.status, step.method), url, step.url, (*step.passed, step.url))
        may_go(step, onward)
        step = onward


def _next_address(reply: Reply, url: str) -> str | None:
    location = reply.headers.get("location", "").strip()
    if reply.status not in _STATUSES or not location:
        return None
    # Headers come as Latin-1, addresses in them as UTF-8 or with raw spaces.
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        return checked(urljoin(url, location.replace(" ", "%20")))
    except ValueError:
        raise failures.not_an_address() from None


def _next_method(status: int, method: str) -> str:
    """As browsers do: a form becomes a plain GET, save with 307 and 308."""
    return method if status in (307, 308) or method == "HEAD" else "GET"
