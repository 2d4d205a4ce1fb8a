"""The engines that ddgs can ask, one at a time, each by its name."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from seen_online.outbox import Purpose
from seen_online.outbox.post import Post, SendTrouble
from seen_online.search.address import canonical
from seen_online.search.engine import Answer, Kind, failed, rows
from seen_online.search.judge import judge
from seen_online.search.merge import address_to_open
from seen_online.search.model import EngineCard, Hit, Query
from seen_online.search.profiles import Profile
from seen_online.search.statuses import from_trouble
from seen_online.search.text import MAX_TITLE, plain_text
from seen_online.trouble import Trouble
from seen_online.words import say

if TYPE_CHECKING:
    from seen_online.outbox.browser import BrowserClient, Looks

MAX_ROWS = 200  # of one ask


class DdgsEngine:
    """An engine of ddgs. ddgs itself is loaded when it is asked, not before."""

    own = False

    def __init__(self, profile: Profile) -> None:
        self.profile = profile

    @property
    def name(self) -> str:
        """Return our name for it, as on the command line."""
        return self.profile.name

    @property
    def place(self) -> str:
        """Return what tells it from others: its name."""
        return self.profile.name

    @property
    def label(self) -> str:
        """Return the name by which people know it."""
        return self.profile.label

    @property
    def hosts(self) -> tuple[str, ...]:
        """Return the computers that get the words."""
        return self.profile.hosts

    def card(self) -> EngineCard:
        """Return what the person is told before they tick it."""
        p = self.profile
        return EngineCard(p.name, p.label, p.hosts, say(p.run_by), say(p.country), say(p.learns))

    def words(self, query: Query) -> str:
        """Return the words it gets: as they are, or for an engine that knows titles only, one name without signs."""
        if not self.profile.titles_only:
            return query.words
        inner = query.words.strip()
        bare = inner[1:-1] if inner.startswith('"') and inner.endswith('"') and len(inner) > 1 else inner
        return "" if '"' in bare or ":" in bare else bare.strip()

    def open_url(self, words: str) -> str:
        """Return where a person can put these words themselves."""
        return self.profile.open_at.replace("{words}", quote(words, safe=""))

    def session(self, post: Post, stop: threading.Event) -> DdgsSession:
        """Begin a row of asks as one visitor."""
        return DdgsSession(self.profile, post, stop)


def ddgs_class(profile: Profile) -> type[Any] | None:
    """Return ddgs's class for an engine, None where ddgs does not have it (any more)."""
    return ddgs_engines().get(profile.category, {}).get(profile.ddgs_key)


def ddgs_engines() -> Mapping[str, Mapping[str, type[Any]]]:
    """Return the classes of ddgs by category and its own names; empty where ddgs can't be used as we know it."""
    try:
        from ddgs.engines import ENGINES

        return {str(category): dict(kinds) for category, kinds in ENGINES.items()}
    except Exception:  # noqa: BLE001 (a later version that is laid out in another way, or lacks something itself)
        return {}


class DdgsSession:
    """A row of asks to one engine of ddgs."""

    def __init__(self, profile: Profile, post: Post, stop: threading.Event) -> None:
        self._profile = profile
        self._post = post
        self._stop = stop
        self._looks: Looks | None = None  # they stay the same, as with a person

    def ask(self, words: str, purpose: Purpose, pages: int = 1) -> Answer:
        """Put `words` to the engine; up to `pages` pages of rows."""
        kind = ddgs_class(self._profile)
        if kind is None:
            return self._cannot_be_asked()
        client = self._client(purpose, words)
        engine = self._engine(kind, client)
        found: list[Hit] = []
        note, said = "", ()
        for page in range(1, max(1, pages) + 1):
            first_reply = len(client.replies)
            answer = self._page(engine, client, words, page, first_reply)
            if answer.kind is not Kind.ROWS:
                return rows(tuple(found), _there_may_be_more()) if found else answer
            fresh, note, said = self._fresh(answer.hits, found), answer.why or note, said or answer.page
            found.extend(fresh)
            engine.next_form = self._next_form(client)
            if not fresh or len(found) >= MAX_ROWS or (self._has_own_paging and engine.next_form is None):
                break
        return rows(tuple(found[:MAX_ROWS]), note, said)

    @property
    def _has_own_paging(self) -> bool:
        return self._profile.name == "duckduckgo"

    def _next_form(self, client: BrowserClient) -> dict[str, str] | None:
        from seen_online.search.ddgs_rows import next_page_form

        return next_page_form(client.replies[-1].body.decode("utf-8", "replace")) if self._has_own_paging else None

    def _client(self, purpose: Purpose, words: str) -> BrowserClient:
        from seen_online.outbox.browser import BrowserClient

        client = BrowserClient(self._post, purpose, self._profile.label, words, self._stop, self._looks)
        self._looks = client.client
        return client

    def _engine(self, kind: type[Any], client: BrowserClient) -> Any:
        from seen_online.search.ddgs_rows import asked_class

        return asked_class(kind, self._profile.link_path)(client)

    def _page(self, engine: Any, client: BrowserClient, words: str, page: int, first_reply: int) -> Answer:
        found: list[Any] = []
        puzzled = False
        try:
            number = page - 1 + self._profile.first_page
            found = engine.search(words, region=self._profile.region, safesearch="off", page=number) or []
            found = found[: MAX_ROWS * 2]  # adverts among them
        except SendTrouble as trouble:
            return from_trouble(trouble)
        except Trouble:
            raise
        except Exception:  # noqa: BLE001 (whatever an engine's page does to its parser, the page tells why)
            puzzled = True
        if client.trouble is not None and not client.replies[first_reply:]:
            return from_trouble(client.trouble)
        if not client.replies[first_reply:]:
            return self._cannot_be_asked()  # it wants to be asked in another way than we know
        hits = self._hits(found, words)
        puzzled = puzzled or any(not self._is_row(row) for row in found if row.title or self._address(row))
        return judge(client.replies[first_reply:], hits, self._profile, words, puzzled=puzzled)

    def _cannot_be_asked(self) -> Answer:
        return failed(
            say("The library that we search with (ddgs) can't ask {engine} any more.", engine=self._profile.label),
            say("Choose another engine, or open it yourself."),
        )

    def _address(self, row: Any) -> str:
        return row.href if self._profile.category == "text" else row.url

    def _is_row(self, row: Any) -> bool:
        return bool(plain_text(row.title)) and bool(canonical(self._address(row)))

    def _hits(self, found: list[Any], words: str) -> tuple[Hit, ...]:
        hits: list[Hit] = []
        for row in found:
            url = self._address(row)
            if not self._is_row(row) or self._is_own(url):
                continue
            snippet = plain_text(getattr(row, "body", ""))
            if self._profile.category == "images":
                snippet = say("A picture: {address}", address=plain_text(getattr(row, "image", "")))
            title = plain_text(row.title, MAX_TITLE)
            hits.append(Hit(title, address_to_open(url), snippet, self._profile.name, words, len(hits) + 1))
        return tuple(hits)

    def _is_own(self, url: str) -> bool:
        """Tell whether a row leads to the engine itself: an advert, a way to other searches."""
        host = urlsplit(address_to_open(url)).hostname or ""
        return not self._profile.on_own_site and any(
            host == own or host.endswith(f".{own}") for own in self._profile.own_pages or self._profile.hosts
        )

    def _fresh(self, hits: tuple[Hit, ...], found: list[Hit]) -> list[Hit]:
        from msgspec.structs import replace

        known = {canonical(hit.url) for hit in found}
        new = [hit for hit in hits if canonical(hit.url) not in known]
        return [replace(hit, rank=len(found) + place) for place, hit in enumerate(new, start=1)]


def _there_may_be_more() -> str:
    return say("There may be more: we could not get the next page.")
