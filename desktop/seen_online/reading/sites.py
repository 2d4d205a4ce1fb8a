"""What each site lets us read, asked once a run."""

from __future__ import annotations

import threading
from collections.abc import Callable

from seen_online.outbox import Purpose
from seen_online.outbox.post import Post, SendTrouble
from seen_online.outbox.redirects import Step
from seen_online.outbox.urls import host_of
from seen_online.reading.page import Page
from seen_online.reading.robots import Rules, robots_url, rules_from
from seen_online.reading.walls import behind_status


class Sites:
    """The robots.txt of every site that is met, fetched through the outbox like any other page."""

    def __init__(self, post: Post, stop: threading.Event) -> None:
        self._post = post
        self._stop = stop
        self._lock = threading.Lock()
        self._asking: dict[str, threading.Lock] = {}
        self._answers: dict[str, Rules | Page | SendTrouble] = {}

    def rules(self, url: str, may_go: Callable[[Step, Step], None] = lambda step, onward: None) -> Rules | Page:
        """Return what the site of `url` lets us read, or the Page to show where it is in trouble.

        `may_go` is asked before each redirect of its robots.txt.

        Raises SendTrouble where it could not be asked. Without its word we stay away (RFC 9309, 2.3.1.4), and a site
        that does not answer there would not answer for the page either.
        """
        where = robots_url(url)
        with self._lock:
            mine = self._asking.setdefault(where, threading.Lock())
        with mine:
            if where not in self._answers:
                self._answers[where] = self._ask(where, may_go)
            answer = self._answers[where]
        if isinstance(answer, SendTrouble):
            raise answer
        return answer

    def known(self, url: str) -> Rules | None:
        """Return what the site of `url` lets us read where that is known already, else None. Asks nobody."""
        answer = self._answers.get(robots_url(url))
        return answer if isinstance(answer, Rules) else None

    def _ask(self, where: str, may_go: Callable[[Step, Step], None]) -> Rules | Page | SendTrouble:
        host = host_of(where)
        try:
            reply = self._post.get(
                where, purpose=Purpose.PAGE, receiver=host, words=where, stop=self._stop, may_go=may_go
            )
        except SendTrouble as trouble:
            # A site that sends us in circles has no robots.txt (RFC 9309, 2.3.1.2).
            return Rules() if trouble.kind == "too_many_redirects" else trouble
        if reply.status == 429 or reply.status >= 500:
            return behind_status(reply) or Rules()
        rules = rules_from(reply.body) if reply.status == 200 else Rules()
        if reply.url == robots_url(reply.url):
            self._answers.setdefault(reply.url, rules)  # where a site has moved, its pages have moved too
        return rules
