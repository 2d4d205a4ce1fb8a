"""Consent before a request, and the record of it afterwards."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from enum import StrEnum
from urllib.parse import urlsplit

import msgspec

from seen_online.outbox.addresses import ascii_host
from seen_online.outbox.reply import SendTrouble
from seen_online.outbox.urls import checked
from seen_online.trouble import Trouble
from seen_online.words import say


class Purpose(StrEnum):
    """Why a request leaves."""

    SEARCH = "search"  # a search for the person's words
    CONTROL = "control"  # a harmless word, to see whether the engine answers at all
    PAGE = "page"  # reading one public page
    TEST = "test"  # trying out the connection


_ADDRESSES = (Purpose.PAGE, Purpose.TEST)  # the words of these are an address


class Planned(msgspec.Struct, frozen=True):
    """A request that is about to leave, as the person sees it before they agree.

    `hosts` are the computers that will get it; `words` is exactly what it says about the person: the query, or
    the address of the page; `private` marks words that hold a detail which is usually only compared here.
    """

    purpose: Purpose
    receiver: str
    hosts: tuple[str, ...]
    words: str
    private: bool = False


class Sent(msgspec.Struct):
    """A request that left, or tried to.

    `at` is ISO 8601 in UTC; `status` the HTTP status or None where no answer came; `bytes` the size of the
    answer's body as received; `seconds` how long it took; `redirected_from` the address that sent us here,
    and `beyond` that its host is not one the person agreed to by name.
    """

    at: str
    purpose: Purpose
    receiver: str
    method: str
    url: str
    sent: str
    status: int | None = None
    bytes: int = 0
    seconds: float = 0.0
    trouble: str = ""
    redirected_from: str = ""
    beyond: bool = False


class NotAgreed(Trouble):
    """Code tried to send something the person has not agreed to; nothing left."""

    def __init__(self) -> None:
        super().__init__(say("This was not sent: you have not agreed to it."), say("Tick it in the list, then agree."))


class Outbox:
    """Consent and record for every request; safe to use from several threads.

    `on_change` is called (in the sending thread) after each new or finished entry, with that entry. `sent` is what
    left in the same check before, in an earlier run of the program.
    """

    def __init__(self, on_change: Callable[[Sent], None] | None = None, sent: Iterable[Sent] = ()) -> None:
        self._lock = threading.Lock()
        self._agreed: set[tuple[Purpose, str, str]] = set()
        self._sent: list[Sent] = list(sent)
        self._redirecting: set[tuple[Purpose, str, str]] = set()  # requests whose answer sent us on
        self.on_change = on_change

    @property
    def sent(self) -> list[Sent]:
        """Return a copy of the record, oldest first."""
        with self._lock:
            return list(self._sent)

    def agree(self, planned: Iterable[Planned]) -> None:
        """The person has seen these and agrees: exactly these words, to exactly these hosts."""
        with self._lock:
            self._agreed.update(
                (p.purpose, name, _meant(p.purpose, p.words))
                for p in planned
                for host in p.hosts
                if (name := ascii_host(host))
            )

    def withdraw(self) -> None:
        """Forget every consent; what is already under way is recorded still."""
        with self._lock:
            self._agreed.clear()
            self._redirecting.clear()

    def agreed(self, purpose: Purpose, host: str, words: str) -> bool:
        """Tell whether the person agreed to send `words` to `host` for this purpose."""
        with self._lock:
            return (purpose, ascii_host(host), _meant(purpose, words)) in self._agreed

    @contextmanager
    def sending(
        self,
        method: str,
        url: str,
        *,
        purpose: Purpose,
        receiver: str,
        words: str,
        sent: str | None = None,
        redirected_from: str = "",
    ) -> Iterator[Sent]:
        """Record one request while it is under way; the caller fills in status and bytes.

        `sent` is what this very request says of the words that were agreed to: by default all of them, "" where
        it says none of them (a first visit to an engine's front page).
        A redirect needs no consent of its own (the page that was agreed to has moved), provided that the answer to
        `redirected_from` did send us on; one to another host is marked `beyond`. Raises NotAgreed, before anything
        leaves, for everything else that was not agreed to.
        """
        host = ascii_host(urlsplit(url).hostname or "")
        meant = _meant(purpose, words)
        known = self.agreed(purpose, host, words)
        # Where the words are an address, consent is for that very address, and for no other of the same host.
        this_one = purpose not in _ADDRESSES or _meant(purpose, url) == meant
        with self._lock:
            sent_here = (purpose, redirected_from, meant) in self._redirecting
        if not (known and this_one) and not sent_here:
            raise NotAgreed
        entry = Sent(
            at=datetime.now(UTC).isoformat(timespec="milliseconds"),
            purpose=purpose,
            receiver=receiver if known else host,  # who really got it
            method=method,
            url=url,
            sent=words if sent is None else sent,
            redirected_from=redirected_from,
            beyond=not known,
        )
        with self._lock:
            self._sent.append(entry)
        self._tell(entry)
        began = time.monotonic()
        try:
            yield entry
        except BaseException as error:
            entry.trouble = entry.trouble or getattr(error, "kind", type(error).__name__)
            raise
        finally:
            entry.seconds = round(time.monotonic() - began, 3)
            if entry.status is not None and 300 <= entry.status < 400:
                with self._lock:
                    self._redirecting.add((purpose, url, meant))
            self._tell(entry)

    def _tell(self, entry: Sent) -> None:
        if self.on_change is not None:
            self.on_change(entry)


def _meant(purpose: Purpose, words: str) -> str:
    """Return what is compared: an address in the one spelling in which it is sent, other words to the letter."""
    if purpose in _ADDRESSES:
        with suppress(SendTrouble):
            return checked(words)
    return words
