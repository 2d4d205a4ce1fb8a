"""Keys of services that ask for one: sent to the very service that a key is for, and written nowhere by us."""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

from seen_online.outbox.addresses import ascii_host, refused_by_name
from seen_online.trouble import Trouble
from seen_online.words import say

LONGEST = 2_000  # characters
_PORTS = {"http": 80, "https": 443}


class Keys:
    """Keys by service, in memory. Only `all` and `header` give one out; its look and its errors don't.

    `elsewhere` are services whose keys lie in a safer place; `fetch` gets all of those, by service, when one is first
    needed. It may take its time, and raise Trouble. Safe to use from several threads.
    """

    def __init__(
        self,
        known: Mapping[str, str] | None = None,
        elsewhere: Iterable[str] = (),
        fetch: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        self._lock = threading.Lock()
        self._fetching = threading.Lock()
        self._known = dict(known or {})
        self._elsewhere = set(elsewhere)
        self._fetch = fetch
        self._refused = False

    def __contains__(self, url: object) -> bool:
        return isinstance(url, str) and origin(url) in self.services

    def copy(self) -> Keys:
        """Return the same keys, to be changed and tried out."""
        with self._lock:
            return Keys(self._known, self._elsewhere, self._fetch)

    def put(self, url: str, key: str) -> None:
        """Keep the key of the service at `url`; "" forgets it. Raises Trouble where it must not or can't be sent."""
        where, key = origin(url), key.strip()
        if key:
            _check(url, key)
        with self._lock:
            self._elsewhere.discard(where)
            self._known.pop(where, None)
            if key:
                self._known[where] = key

    @property
    def services(self) -> list[str]:
        """Return the services (https://host:port) that have a key."""
        with self._lock:
            return sorted(self._known.keys() | self._elsewhere)

    def all(self) -> dict[str, str]:
        """Return all keys by service, to be kept in a safer place. Raises Trouble where that place keeps them back."""
        self._complete()
        with self._lock:
            return dict(self._known)

    def header(self, url: str) -> str:
        """Return what the header Authorization says in a request to `url`, "" for none.

        A name and a password with a colon between them are sent as such (RFC 7617), anything else as a token
        (RFC 6750).
        """
        where = origin(url)
        if where in self._elsewhere and not self._refused:
            try:
                self._complete()
            except Trouble:
                self._refused = True  # asked once, not before each request; the service will say that it wants a key
        key = self._known.get(where, "")
        if not key:
            return ""
        if ":" in key:
            return "Basic " + base64.b64encode(key.encode()).decode("ascii")
        return f"Bearer {key}"

    def _complete(self) -> None:
        with self._fetching:
            if not self._elsewhere:
                return
            fetched = self._fetch()
            with self._lock:  # what was put meanwhile is newer
                self._known = {where: fetched[where] for where in self._elsewhere & fetched.keys()} | self._known
                self._elsewhere.clear()


def origin(url: str) -> str:
    """Return scheme, host and port of an address, written in one way; "" where it is none."""
    try:
        parts = urlsplit(url)
        host, port = ascii_host(parts.hostname or ""), parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        return ""
    return f"{parts.scheme}://{host}:{port}" if host and parts.scheme in _PORTS else ""


def _check(url: str, key: str) -> None:
    """Raise Trouble where a key can't be one, or where others on the way could read it."""
    unseen = any(ord(c) < 32 or ord(c) == 127 for c in key)
    token = key.isascii() and not any(c.isspace() for c in key)
    if len(key) > LONGEST or unseen or not (token or ":" in key):
        raise Trouble(say("This can't be a key."), say("Copy it again, without anything before or after it."))
    parts = urlsplit(url)
    if parts.scheme != "https" and not refused_by_name(ascii_host(parts.hostname or "")):
        raise Trouble(
            say("The way to this service is not sealed, so others on it could read the key."),
            say("Use an address that begins with https."),
        )
