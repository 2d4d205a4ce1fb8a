"""What the run knows of an engine: how to put words to it, and what can come of that."""

from __future__ import annotations

import threading
from enum import StrEnum
from typing import Protocol

import msgspec

from seen_online.outbox import Purpose
from seen_online.outbox.post import Post
from seen_online.search.model import EngineCard, Hit, Query
from seen_online.words import say

# A harmless word that every engine has rows for: it shows whether an engine that shows us none answers at all.
CONTROL_WORDS = "weather"


class Kind(StrEnum):
    """What one answer of an engine amounts to."""

    ROWS = "rows"
    NOTHING = "nothing"  # in the engine's own words, or by the form of its data
    NO_ROWS = "no_rows"  # a page of results without results: true only if a control query has some
    BLOCKED = "blocked"
    FAILED = "failed"
    STOPPED = "stopped"


class Answer(msgspec.Struct, frozen=True):
    """What an engine answered.

    `why` is a plain sentence on what happened and `mend` one on what to do; `again` tells that a second try soon may
    help; `wait` is how many seconds the engine told us to wait, None where it did not say. `page` is what the page says
    in words, in pieces, where it has no rows or was the answer to the control query.
    """

    kind: Kind
    hits: tuple[Hit, ...] = ()
    why: str = ""
    mend: str = ""
    again: bool = False
    wait: float | None = None
    page: tuple[str, ...] = ()


class Session(Protocol):
    """A row of asks to one engine, as one visitor. Used by one thread at a time."""

    def ask(self, words: str, purpose: Purpose, pages: int = 1) -> Answer:
        """Put `words` to the engine and judge what comes back; raises NotAgreed, and nothing else."""
        ...


class Engine(Protocol):
    """An engine that can be asked by its name."""

    @property
    def name(self) -> str:
        """Return the name on the command line, the same for ever."""
        ...

    @property
    def place(self) -> str:
        """Return what is the same for two names of one engine, and for no two engines."""
        ...

    @property
    def label(self) -> str:
        """Return the name by which people know it."""
        ...

    @property
    def hosts(self) -> tuple[str, ...]:
        """Return the computers that get the words."""
        ...

    @property
    def own(self) -> bool:
        """Tell whether it is the person's own: nobody is kept waiting on the other side."""
        ...

    def card(self) -> EngineCard:
        """Return what the person is told before they tick it."""
        ...

    def words(self, query: Query) -> str:
        """Return the exact words this engine gets for a query, "" where it can't answer such a query."""
        ...

    def open_url(self, words: str) -> str:
        """Return the address at which a person can put the same words to the engine in their browser."""
        ...

    def session(self, post: Post, stop: threading.Event) -> Session:
        """Begin a row of asks. Nothing is sent."""
        ...


def rows(hits: tuple[Hit, ...], note: str = "", page: tuple[str, ...] = ()) -> Answer:
    """Return an answer with rows; `note` tells what may be missing from it."""
    return Answer(Kind.ROWS, hits, note, page=page)


def blocked(why: str, wait: float | None = None) -> Answer:
    """Return that the engine would not answer a program, or not now."""
    return Answer(Kind.BLOCKED, why=why, mend=say("Try again in ten minutes, or open it yourself."), wait=wait)


def unread() -> Answer:
    """Return that a page came which is not as our table knows the engine's pages."""
    return failed(
        say("Its page is not as we know it, so we could not read it."),
        say("Open it yourself, and look whether there is a newer version of this program."),
    )


def failed(why: str, mend: str = "", *, again: bool = False, wait: float | None = None) -> Answer:
    """Return that no answer came that could be understood."""
    return Answer(
        Kind.FAILED, why=why, mend=mend or say("Try again later, or open it yourself."), again=again, wait=wait
    )
