"""Hosts of a made-up web over a loopback proxy, and pages read from it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from seen_online.outbox import Network, Outbox
from seen_online.outbox.post import Limits, Post
from seen_online.reading.fetch import plan_pages, read_pages
from seen_online.reading.page import Page, PageOutcome, Part
from seen_online.reading.turns import Manners
from support.servers import Answer, Asked, Proxy, Site

HURRIED = Manners(pause=0.0)


def as_text(data: bytes, media_type: str | None, url: str) -> Page:
    """Stands in for the reader: the bytes as they are, a title where there is one."""
    text = data.decode("utf-8", "replace")
    title = text.partition("<title>")[2].partition("</title>")[0]
    parts = (Part(0, len(text), "text"),)
    return Page(text, PageOutcome.READ, "", url, media_type or "", title, parts=parts)


class Web:
    """Hosts of a made-up web, served over a loopback proxy. `pages` is by "host/path", else there is a 404."""

    def __init__(self, pages: dict[str, Answer | Callable[[Asked], Answer]]) -> None:
        self.pages = pages
        self.site = Site(self._answer)
        self.proxy = Proxy(lambda host, port: self.site.port)
        self.outbox = Outbox()

    def _answer(self, asked: Asked) -> Answer:
        page = self.pages.get(asked.host + asked.target, Answer(404))
        return page if isinstance(page, Answer) else page(asked)

    @property
    def asked(self) -> list[str]:
        return [asked.host + asked.target for asked in self.site.asked]

    def read(self, *urls: str, **more: Any) -> dict[str, Page]:
        limits = more.pop("limits", Limits())
        stop = more.pop("stop", threading.Event())
        self.told: list[tuple[str, Page]] = []
        with self.site, self.proxy:
            self.outbox.agree(plan_pages(urls))
            post = Post(self.outbox, Network(self.proxy.url), limits)
            on_page = more.pop("on_page", lambda url, page: self.told.append((url, page)))
            return read_pages(urls, post, on_page, stop, **{"manners": HURRIED, "reader": as_text, **more})

    def one(self, url: str, **more: Any) -> Page:
        return self.read(url, **more)[url]
