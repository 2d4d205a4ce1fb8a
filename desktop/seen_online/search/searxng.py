"""SearXNG, a program that asks many engines at once and can run on one's own computer. It answers in JSON.

Source for the form of its data: docs.searxng.org, "Search API", and its `get_json_response`.
"""

from __future__ import annotations

import json
import threading
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit, urlunsplit

from seen_online.outbox import Purpose
from seen_online.outbox.addresses import ascii_host, refused_by_name
from seen_online.outbox.post import Post, Reply, SendTrouble
from seen_online.search.address import canonical
from seen_online.search.engine import Answer, Kind, blocked, failed, rows
from seen_online.search.merge import address_to_open
from seen_online.search.model import EngineCard, Hit, Query
from seen_online.search.statuses import from_body, from_status, from_trouble, speaks_of_trouble
from seen_online.search.text import MAX_TITLE, plain_text
from seen_online.trouble import Trouble
from seen_online.words import say

PREFIX = "searxng="
MAX_ROWS = 200
_BLOCK_WORDS = ("captcha", "too many requests", "access denied", "suspended", "blocked")
_MADE_UP = (".example", ".test", ".invalid", ".localhost")  # never on the internet (RFC 2606): practice, tests


class SearxngEngine:
    """One instance of SearXNG, named "searxng=URL"; ?categories=general,images in the URL chooses its categories."""

    def __init__(self, name: str) -> None:
        """Read the address. Raises Trouble where it is none."""
        address = name.removeprefix(PREFIX).strip()
        trouble = Trouble(
            say("This is not the address of a SearXNG."),
            say("Write it as {example}.", example="searxng=https://searx.example.org"),
            name,
        )
        try:
            parts = urlsplit(address)
            host = ascii_host(parts.hostname or "")  # as it will be sent, and so as it is agreed to
            usable = parts.scheme in ("http", "https") and host and parts.port != 0 and not parts.username
        except ValueError:
            raise trouble from None
        if not usable or any(c.isspace() for c in address):
            raise trouble
        path = parts.path.rstrip("/").removesuffix("/search").rstrip("/")
        self.name = name.strip()
        self.host = host
        self._port = parts.port if parts.port not in (None, 80, 443) else None
        self.categories = ",".join(parse_qs(parts.query).get("categories", []))
        self.url = urlunsplit((parts.scheme, parts.netloc, path or "/", "", ""))
        self._home = urlunsplit((parts.scheme, parts.netloc, path, "", ""))
        self._place = f"{parts.scheme}://{host}:{self._port or ''}{path}"
        self._open_to_all = parts.scheme == "http"

    @property
    def place(self) -> str:
        """Return what tells it from others: where it lies, and which of its categories are asked."""
        return f"{self._place}?{self.categories}"

    @property
    def label(self) -> str:
        """Return how people know it: by its host, with the port where that is not the usual one."""
        return f"SearXNG ({self.host}:{self._port})" if self._port else f"SearXNG ({self.host})"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Return the computer that gets the words; which engines it asks on is its owner's choice."""
        return (self.host,)

    @property
    def own(self) -> bool:
        """Tell whether it runs on this computer or in this network, or is made up."""
        return refused_by_name(self.host) or self.host.endswith(_MADE_UP)

    def card(self) -> EngineCard:
        """Return what the person is told before they tick it."""
        learns = say("Your words and your computer's internet address. It passes your words on to other engines.")
        if self._open_to_all and not self.own:
            learns += " " + say("The way there is not sealed, so others on it can read your words.")
        run_by = say("You, or somebody near you") if self.own else say("Whoever runs this address")
        return EngineCard(self.name, self.label, self.hosts, run_by, "", learns)

    def words(self, query: Query) -> str:
        """Return the words as they are."""
        return query.words

    def open_url(self, words: str) -> str:
        """Return the page for people, with the same words."""
        categories = f"&categories={quote(self.categories)}" if self.categories else ""
        return f"{self._home}/search?q={quote(words, safe='')}{categories}"

    def session(self, post: Post, stop: threading.Event) -> SearxngSession:
        """Begin a row of asks."""
        return SearxngSession(self, f"{self._home}/search", post, stop)


class SearxngSession:
    """A row of asks to one SearXNG."""

    def __init__(self, engine: SearxngEngine, url: str, post: Post, stop: threading.Event) -> None:
        self._engine = engine
        self._url = url
        self._post = post
        self._stop = stop

    def ask(self, words: str, purpose: Purpose, pages: int = 1) -> Answer:
        """Put `words` to it; up to `pages` pages of rows."""
        found: list[Hit] = []
        note = ""
        for page in range(1, max(1, pages) + 1):
            answer = self._page(words, purpose, page)
            if answer.kind is not Kind.ROWS:
                more = "" if answer.kind is Kind.NOTHING else say("There may be more: we could not get the next page.")
                return rows(tuple(found), more or note) if found else answer
            known = {canonical(hit.url) for hit in found}
            fresh = [hit for hit in answer.hits if canonical(hit.url) not in known]
            found += [Hit(h.title, h.url, h.snippet, h.engine, h.query, len(found) + i) for i, h in enumerate(fresh, 1)]
            note = answer.why or note
            if not fresh:
                break
        return rows(tuple(found[:MAX_ROWS]), note)

    def _page(self, words: str, purpose: Purpose, page: int) -> Answer:
        engine = self._engine
        params = {"q": words, "format": "json", "safesearch": "0"}
        params |= {"categories": engine.categories} if engine.categories else {}
        params |= {"pageno": str(page)} if page > 1 else {}
        try:
            reply = self._post.get(
                self._url,
                purpose=purpose,
                receiver=engine.label,
                words=words,
                params=params,
                headers={"Accept": "application/json"},
                public_only=False,  # the person typed this address in: it may be their own computer
                stop=self._stop,
            )
        except SendTrouble as trouble:
            return from_trouble(trouble)
        return judge_searxng(reply, engine, words)


def judge_searxng(reply: Reply, engine: SearxngEngine, words: str) -> Answer:
    """Judge one answer: rows, its own "nothing", or why it says neither."""
    if reply.status == 401:
        return Answer(
            Kind.BLOCKED,
            why=say("It asks for a key, or did not take the one that it got."),
            mend=say("Ask its owner for one. Add it in the settings, or with --ask-key. Or open it yourself."),
        )
    if reply.status == 403:
        return Answer(
            Kind.BLOCKED,
            why=say("It does not answer programs: its JSON is switched off."),
            mend=say("Ask its owner to switch JSON on, or open it yourself."),
        )
    problem = from_status(reply)
    if problem is not None:
        return problem
    if reply.body.lstrip().startswith(b"<"):
        return failed(
            say("It sent a page for people where we asked for data."),
            say("Check the address, or open it yourself."),
        )
    problem = from_body(reply, data=True)
    if problem is not None:
        return problem
    try:
        data: Any = json.loads(reply.body)
    except (ValueError, RecursionError):
        return failed(say("It sent data that we could not read."), again=True)
    if not isinstance(data, dict) or not isinstance(data.get("results"), list):
        return failed(say("It sent data of another kind than we know."))
    answer = _judge_data(data, engine, words)
    there = urlsplit(reply.url).hostname or ""
    if answer.kind in (Kind.NOTHING, Kind.NO_ROWS) and ascii_host(there) != engine.host:
        return failed(say("It sent us to another site ({host}).", host=there))
    return answer


def _judge_data(data: dict[str, Any], engine: SearxngEngine, words: str) -> Answer:
    silent = _silent(data.get("unresponsive_engines"))
    found = [item for item in (*data["results"], *_boxes(data)) if isinstance(item, dict)]
    hits = _hits(found, engine, words)
    names = ", ".join(f"{name} ({why})" if why else name for name, why in silent[:6])
    if hits:
        return rows(hits, say("These did not answer it: {names}.", names=names) if names else "")
    if silent:
        why = say("It got no answer from the engines it asks: {names}.", names=names)
        refused = all(any(sign in reason.lower() for sign in _BLOCK_WORDS) for _, reason in silent)
        return blocked(why) if refused else failed(why)
    if data["results"] or _counts(data.get("number_of_results")):
        return failed(say("It sent rows that we could not read."))
    if speaks_of_trouble(data):
        return failed(say("It has a problem of its own."))
    # An older SearXNG does not tell which engines were silent; its empty list alone proves nothing.
    return Answer(Kind.NOTHING if isinstance(data.get("unresponsive_engines"), list) else Kind.NO_ROWS)


def _counts(number: Any) -> bool:
    """Tell whether it says that it has rows. With rows it often says 0, so that 0 says nothing."""
    return isinstance(number, (int, float)) and number > 0


def _silent(value: Any) -> list[tuple[str, str]]:
    """Read [[engine, reason], …], of which anything may be missing."""
    found: list[tuple[str, str]] = []
    for entry in value if isinstance(value, list) else []:
        parts = [plain_text(p, 60) for p in entry] if isinstance(entry, (list, tuple)) else [plain_text(entry, 60)]
        if parts:
            found.append((parts[0] or say("one engine"), parts[1] if len(parts) > 1 else ""))
    return found


def _boxes(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the boxes about a person or a thing that stand beside the rows, as rows."""
    boxes = data.get("infoboxes")
    found: list[dict[str, Any]] = []
    for box in boxes if isinstance(boxes, list) else []:
        if not isinstance(box, dict):
            continue
        urls = box.get("urls")
        links = [u.get("url") for u in urls if isinstance(u, dict)] if isinstance(urls, list) else []
        url = next((u for u in (box.get("id"), *links) if isinstance(u, str) and canonical(u)), "")
        found.append({"url": url, "title": box.get("infobox"), "content": box.get("content")})
    return found


def _hits(found: list[dict[str, Any]], engine: SearxngEngine, words: str) -> tuple[Hit, ...]:
    hits: list[Hit] = []
    for item in found[: MAX_ROWS * 2]:
        url = item.get("url")
        if not isinstance(url, str) or not canonical(url):
            continue
        snippet = plain_text(item.get("content"))
        picture = plain_text(item.get("img_src"))
        if not snippet and picture:
            snippet = say("A picture: {address}", address=picture)
        title = plain_text(item.get("title"), MAX_TITLE)
        hits.append(Hit(title, address_to_open(url), snippet, engine.name, words, len(hits) + 1))
        if len(hits) == MAX_ROWS:
            break
    return tuple(hits)
