"""The words of a search: Query × Engine = Ask, with its Outcome; Hit → Result."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from seen_online.outbox import Planned
from seen_online.words import say


class Outcome(StrEnum):
    """How an ask ended. Only two of the five say anything about the web; the rest say "could not check"."""

    ANSWERED = "answered"
    NOTHING_FOUND = "nothing_found"
    BLOCKED = "blocked"
    FAILED = "failed"
    NOT_ASKED = "not_asked"

    @property
    def checked(self) -> bool:
        """Tell whether the engine really told us what it knows."""
        return self in (Outcome.ANSWERED, Outcome.NOTHING_FOUND)


class Query(msgspec.Struct, frozen=True, gc=False):
    """The exact words of one search, and why they are asked.

    `why` is a plain sentence part ("your name with Penrith"). `private` marks words that hold a phone number,
    e-mail or address; such a query is offered unticked. `ticked` is the first suggestion, before the person chooses.
    """

    words: str
    why: str
    private: bool = False
    ticked: bool = True


class Hit(msgspec.Struct, frozen=True, gc=False):
    """One row of one engine's answer, as plain text; `rank` counts from 1."""

    title: str
    url: str
    snippet: str
    engine: str
    query: str
    rank: int


class Ask(msgspec.Struct, frozen=True):
    """One query put to one engine.

    `detail` says in a plain sentence how it ended, `next_step` what the person can do about it; `open_url` is the
    address at which the person can put the same query to the engine themselves. `running` is set only in what a run
    tells of an ask that has begun and not yet ended.
    """

    query: Query
    engine: str
    outcome: Outcome = Outcome.NOT_ASKED
    detail: str = ""
    next_step: str = ""
    open_url: str = ""
    hits: tuple[Hit, ...] = ()
    running: bool = False


class Result(msgspec.Struct, frozen=True, gc=False):
    """One page, merged from the hits of all engines and queries that led to it.

    `key` is the canonical form of `url` by which hits are merged and verdicts are kept; `text` is what reading the
    page gave, "" as long as it was not read.
    """

    key: str
    url: str
    title: str
    snippet: str
    hits: tuple[Hit, ...] = ()
    text: str = ""

    @property
    def engines(self) -> tuple[str, ...]:
        """Return the engines that showed this page, each once, in the order they did."""
        return tuple(dict.fromkeys(hit.engine for hit in self.hits))

    @property
    def queries(self) -> tuple[str, ...]:
        """Return the words of the queries that led here, each once."""
        return tuple(dict.fromkeys(hit.query for hit in self.hits))


class EngineCard(msgspec.Struct, frozen=True):
    """What the person is told about an engine before they tick it.

    `name` is how the command line calls it, `label` how people do; `hosts` are the computers that get a query;
    `run_by` and `country` say who runs it; `learns` what it learns from a query, or for an engine that can't be
    asked any more (`gone`) why.
    """

    name: str
    label: str
    hosts: tuple[str, ...]
    run_by: str = ""
    country: str = ""
    learns: str = ""
    gone: bool = False

    @property
    def told(self) -> tuple[str, ...]:
        """Return it in sentences: who runs it and where, and what it gets, or why it can't be asked."""
        lines = []
        if self.run_by and self.country:
            lines.append(say("Run by: {who}. Country: {country}.", who=self.run_by.rstrip("."), country=self.country))
        elif self.run_by:
            lines.append(say("Run by: {who}.", who=self.run_by.rstrip(".")))
        if self.learns:
            lines.append(self.learns if self.gone else say("What it gets: {learns}", learns=self.learns))
        return tuple(lines)


class PlannedAsk(msgspec.Struct, frozen=True):
    """An ask and every request it may make, for the person to agree to."""

    ask: Ask
    requests: tuple[Planned, ...]
