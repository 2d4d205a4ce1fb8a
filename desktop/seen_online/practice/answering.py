"""What the practice web answers to one request: a page, a notice, or the engine's results. No sockets here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import msgspec

from seen_online.practice.engine import PracticeEngine
from seen_online.practice.faults import Fault
from seen_online.practice.links import SEARCH_HOST
from seen_online.practice.notices import notice, sign_in_form, wall
from seen_online.practice.results_page import results_page
from seen_online.practice.site import Manner, Site, WebPage

SLOW_SECONDS = 1.5
_MOST_PAGES = 100  # of one search
_HTML = "text/html; charset=utf-8"


class Answer(msgspec.Struct, frozen=True):
    """Status, body and headers of an answer; `wait` is how many seconds a slow page takes first."""

    status: int
    body: bytes
    media_type: str = _HTML
    headers: Mapping[str, str] = {}
    wait: float = 0.0


class PracticeSites:
    """All made-up hosts together, the engine's among them."""

    def __init__(self, site: Site, engine: PracticeEngine) -> None:
        self._site = site
        self._engine = engine

    @property
    def hosts(self) -> frozenset[str]:
        """Return the names of all made-up hosts."""
        return self._site.hosts | {SEARCH_HOST}

    def answer(self, host: str, target: str) -> Answer | None:
        """Answer a GET for `target` (path with query) on `host`; None where there is no such host."""
        if host == SEARCH_HOST:
            return self._search(target)
        if host not in self._site.hosts:
            return None
        if target.partition("?")[0] == "/login":
            return Answer(200, sign_in_form(host))
        page = self._site.page(host, target)
        if page is None:
            return Answer(404, notice("Page not found", "There is no such page here."))
        return _serve(page, host, target)

    def _search(self, target: str) -> Answer:
        parts = urlsplit(target)
        if parts.path not in ("/", "/search"):
            return Answer(404, notice("Page not found", "Search from the first page."))
        try:
            asked = {key: values[-1] for key, values in parse_qs(parts.query, max_num_fields=50).items()}
        except ValueError:
            return Answer(400, notice("Bad request", "This asks for too many things at once."))
        query, form = asked.get("q", "").strip(), asked.get("format", "html")
        if form not in ("html", "json"):
            return Answer(403, notice("Forbidden", "This format is switched off."))
        if not query:
            return _json(400, {"error": "No query"}) if form == "json" else Answer(200, results_page(None))
        number = asked.get("pageno", "1")
        if not (number.isascii() and number.isdigit() and len(number) < 6 and int(number) > 0):
            return Answer(400, notice("Bad request", "pageno counts from 1."))
        if (refused := _refused(self._engine.fault(query), form)) is not None:
            return refused
        page = min(int(number), _MOST_PAGES)
        found = self._engine.answer(query, page, asked.get("categories", "").split(","))
        return _json(200, found) if form == "json" else Answer(200, results_page(found, page))


def _refused(fault: Fault | None, form: str) -> Answer | None:
    if fault is Fault.SLOW_DOWN:
        return Answer(429, notice("Too many requests", "Please slow down."), headers={"Retry-After": "600"})
    if fault is Fault.DOWN:
        return Answer(503, notice("Service unavailable", "We are back soon."))
    if fault is Fault.JSON_OFF and form == "json":
        return Answer(403, notice("Forbidden", "This format is switched off."))
    if fault is Fault.BROKEN and form == "json":
        return Answer(200, notice("Welcome", "Please accept our terms first."))
    return None


def _json(status: int, data: object) -> Answer:
    return Answer(status, json.dumps(data).encode(), "application/json")


def _serve(page: WebPage, host: str, target: str) -> Answer:
    match page.served.answer:
        case Manner.GONE:
            return Answer(410, notice("This page has been removed", "It is gone for good."))
        case Manner.MISSING:
            return Answer(404, notice("Page not found", "It may have been moved or deleted."))
        case Manner.MOVED:
            return Answer(301, notice("Moved", "This page has a new address."), headers={"Location": page.served.to})
        case Manner.SIGN_IN:
            return Answer(302, notice("Log in first"), headers={"Location": f"/login?next={target.partition('?')[0]}"})
        case Manner.SIGN_IN_HERE:
            return Answer(200, sign_in_form(host))
        case Manner.PASSWORD:
            return Answer(
                401, notice("Password needed"), headers={"WWW-Authenticate": 'Basic realm="Members", charset="UTF-8"'}
            )
        case Manner.WALL:
            return Answer(403, wall())
        case Manner.SLOW:
            return Answer(200, page.body, page.media_type, wait=SLOW_SECONDS)
        case Manner.PAGE:
            return Answer(200, page.body, page.media_type)
