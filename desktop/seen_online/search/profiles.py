"""Our own table of engines (engines.yaml): who runs them, what they learn, and how their pages say "no results".

ddgs knows how to ask an engine; it does not know who is behind it, and it takes every page without rows for "nothing".
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import yaml

from seen_online.words import say

CATEGORIES = {"text": "", "news": "-news", "images": "-images"}  # of ddgs, and how our names for them end


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What we know of one engine of ddgs.

    Attributes:
        category: ddgs's word for what is searched: text, news or images.
        key: ddgs's name for the engine there; "" for the same as ours.
        hosts: the computers that get the words.
        sites: the engine's own domains; a link to them, on a page without rows, is no sign of rows that we can't read.
        own_pages: the hosts, and those below them, whose rows are adverts and ways to other searches; () for `hosts`.
            A row on another page of the engine's makers may be about the person: in Yahoo's news, in a forum.
        open_at: where a person can put the words themselves; {words} stands for them.
        region: the country and language that are asked for, in the way the engine writes it.
        first_page: the number by which ddgs gets the first page of rows; for some engines it begins with the second.
        data: it answers with JSON, not with a page.
        link_path: the XPath of a row's address, "" for ddgs's own.
        titles_only: it looks up titles of its own articles and can't search for several things at once.
        nothing_classes, nothing_words: the engine's own ways to say "no results", as an element's class and in words.
        list_id: the id of the element that holds the rows, also where there are none.
        most_links: how many other sites a page of it links to though it has no results (apps, its blog).
    """

    name: str
    label: str
    hosts: tuple[str, ...]
    sites: tuple[str, ...] = ()
    own_pages: tuple[str, ...] = ()
    run_by: str = ""
    country: str = ""
    learns: str = ""
    open_at: str = ""
    category: str = "text"
    key: str = ""
    region: str = "gb-en"
    first_page: int = 1
    link_path: str = ""
    data: bool = False
    titles_only: bool = False
    on_own_site: bool = False
    nothing_classes: tuple[str, ...] = ()
    nothing_words: tuple[str, ...] = ()
    list_id: str = ""
    most_links: int = 0

    @property
    def ddgs_key(self) -> str:
        """Return ddgs's name for this engine."""
        return self.key or self.name


@lru_cache(maxsize=1)
def profiles() -> tuple[Profile, ...]:
    """Return the table, in the order in which engines are offered."""
    with Path(__file__).with_name("engines.yaml").open(encoding="utf-8") as table:
        return msgspec.convert(yaml.safe_load(table), tuple[Profile, ...])


def profile(name: str) -> Profile | None:
    """Return what we know of an engine by our name for it, None where we know nothing."""
    return next((known for known in profiles() if known.name == name), None)


def unknown_profile(name: str, category: str, key: str, search_url: str) -> Profile:
    """Describe an engine that ddgs has and our table does not know: only its address speaks for it."""
    host = urlsplit(search_url.replace("{lang}", "en")).hostname or ""
    return Profile(
        name=name,
        label=name,
        hosts=(host,) if host else (),
        sites=(host.removeprefix("www."),) if host else (),
        run_by=say("We know nothing of who runs it."),
        learns=say("Your words and your computer's internet address."),
        open_at=f"https://{host}/",
        category=category,
        key=key,
        on_own_site=True,
    )
