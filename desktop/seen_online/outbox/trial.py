"""Trying out the connection, for the button in the settings."""

from __future__ import annotations

import threading

import msgspec

from seen_online.outbox.browser import BrowserClient
from seen_online.outbox.ledger import NotAgreed, Planned, Purpose
from seen_online.outbox.post import Post
from seen_online.outbox.reply import Reply, SendTrouble
from seen_online.outbox.urls import host_of
from seen_online.words import say

TRIAL_URL = "https://example.com/"  # kept by IANA for such uses; it learns nothing but that somebody asked


class Trial(msgspec.Struct, frozen=True):
    """How trying the connection ended: whether it works, and a plain sentence or two."""

    works: bool
    sentence: str


def plan_trial(url: str = TRIAL_URL) -> Planned:
    """Return the request that trying the connection makes (twice: as for pages and as for searches)."""
    host = host_of(url)
    return Planned(Purpose.TEST, host, (host,), url)


def try_connection(post: Post, url: str = TRIAL_URL, stop: threading.Event | None = None) -> Trial:
    """Try the connection that the settings of `post` describe; the person has agreed to `plan_trial(url)`.

    Pages and searches go out by different libraries, so both are tried.
    """
    host = host_of(url)
    try:
        replies = (
            post.get(url, purpose=Purpose.TEST, receiver=host, words=url, public_only=False, stop=stop),
            BrowserClient(post, Purpose.TEST, host, url, stop).get(url).reply,
        )
    except (SendTrouble, NotAgreed) as trouble:
        return Trial(False, f"{trouble.what} {trouble.mend}".rstrip())
    return _judged(host, replies)


def _judged(host: str, replies: tuple[Reply, ...]) -> Trial:
    for reply in replies:
        there = host_of(reply.url)
        if there != host and not there.endswith(f".{host}"):
            what = say("{other} answered in place of {host}.", other=there, host=host)
            return Trial(False, what + " " + say("You may have to sign in to this network first, in a web browser."))
        if reply.status >= 400:
            what = say("{host} answered, but with an error (code {status}).", host=host, status=reply.status)
            return Trial(False, what + " " + say("Check the proxy in the settings, then try again."))
    return Trial(True, say("The connection works: {host} answered.", host=host))
