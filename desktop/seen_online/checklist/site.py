"""A network as data: where its settings are, by topic, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

import msgspec

from seen_online.checklist.fields import Host, Id, Language, Line, Url, Words
from seen_online.checklist.item import Source


class SettingsPage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page of the network itself that a button opens in the browser."""

    title: Line
    url: Url


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The steps for one topic. `page` is where they begin; `sources` those of the site where it has none of its own."""

    id: Id
    title: Line
    steps: Annotated[tuple[Words, ...], msgspec.Meta(min_length=1)]
    page: Url = ""
    sources: tuple[Source, ...] = ()
    language: Language = ""


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that is good to know, with where it was learned. It is shown with the steps of its `topics`."""

    id: Id
    text: Words
    sources: Annotated[tuple[Source, ...], msgspec.Meta(min_length=1)]
    topics: Annotated[tuple[Id, ...], msgspec.Meta(min_length=1)]
    language: Language = ""


class Site(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One network, or one kind of site.

    `also` are its other names; `hosts` the hosts its pages are on, without www; `closed` the day it closed;
    `pages` its own settings and help pages, the most useful first.
    """

    id: Id
    name: Line
    intro: Words = ""
    also: tuple[Line, ...] = ()
    hosts: tuple[Host, ...] = ()
    closed: date | None = None
    pages: tuple[SettingsPage, ...] = ()
    topics: tuple[Topic, ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    kind: Literal["site"] = "site"
    language: Language = "en"

    def topic(self, topic_id: str) -> Topic | None:
        """Return the topic with this id, or None."""
        return next((topic for topic in self.topics if topic.id == topic_id), None)

    def sources_of(self, topic: Topic) -> tuple[Source, ...]:
        """Return the sources of a topic: its own, else the site's."""
        return topic.sources or self.sources


def on_hosts(url: str, hosts: Iterable[str]) -> bool:
    """Tell whether `url` is on one of these hosts or on a host below one of them."""
    try:
        host = (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return False
    return any(host == known or host.endswith("." + known) for known in hosts)


def site_of(url: str, sites: Iterable[Site]) -> Site | None:
    """Return the network that the page at `url` belongs to, or None."""
    return next((site for site in sites if on_hosts(url, site.hosts)), None)
