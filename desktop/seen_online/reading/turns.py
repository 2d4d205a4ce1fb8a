"""Whose turn it is: many hosts side by side, few requests to one of them, with a pause between."""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable

import msgspec

_LOOK = 0.05  # seconds between two looks at the stop button


class Manners(msgspec.Struct, frozen=True):
    """How many pages are read at a time, how many of them from one host, and the pause between two of its pages."""

    side_by_side: int = 16
    per_host: int = 2
    pause: float = 0.5


class Turns:
    """Hands out (host, task) pairs to several threads in a polite order."""

    def __init__(
        self,
        tasks: Iterable[tuple[str, str]],
        manners: Manners,
        stop: threading.Event,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._manners = manners
        self._stop = stop
        self._clock = clock
        self._changed = threading.Condition()
        self._waiting: dict[str, deque[str]] = {}
        for host, task in tasks:
            self._waiting.setdefault(host, deque()).append(task)
        self._running: dict[str, int] = {}
        self._not_before: dict[str, float] = {}

    def take(self) -> tuple[str, str] | None:
        """Wait for the next turn. None when nothing is left to hand out, or the person stopped."""
        with self._changed:
            while not self._stop.is_set() and self._waiting:
                now = self._clock()
                free = [host for host in self._waiting if self._running.get(host, 0) < self._manners.per_host]
                due = [host for host in free if self._not_before.get(host, 0.0) <= now]
                if due:
                    return self._give(min(due, key=lambda host: self._running.get(host, 0)), now)
                soonest = min((self._not_before.get(host, 0.0) for host in free), default=now + _LOOK)
                self._changed.wait(min(_LOOK, max(0.001, soonest - now)))
        return None

    def _give(self, host: str, now: float) -> tuple[str, str]:
        tasks = self._waiting[host]
        task = tasks.popleft()
        if not tasks:
            del self._waiting[host]
        self._running[host] = self._running.get(host, 0) + 1
        self._not_before[host] = now + self._manners.pause
        return host, task

    def move(self, here: str, there: str, patience: float) -> None:
        """Leave one host for another, as after a redirect; wait for a turn there, at most `patience` seconds.

        After a stop it comes back at once. Who waits holds no turn meanwhile, so that two hosts which send their
        readers to each other can't hold each other up.
        """
        with self._changed:
            self._running[here] -= 1
            self._changed.notify_all()
            until = self._clock() + patience
            while not self._stop.is_set():
                now = self._clock()
                free = self._running.get(there, 0) < self._manners.per_host
                if (free and self._not_before.get(there, 0.0) <= now) or now >= until:
                    break
                self._changed.wait(min(_LOOK, max(0.001, self._not_before.get(there, 0.0) - now)) if free else _LOOK)
            self._running[there] = self._running.get(there, 0) + 1
            self._not_before[there] = self._clock() + self._manners.pause

    def done(self, host: str) -> None:
        """A task of this host has ended."""
        with self._changed:
            self._running[host] -= 1
            self._changed.notify_all()

    def slow_down(self, host: str, seconds: float) -> None:
        """Wait at least so long before the next page of this host: it asked for that."""
        with self._changed:
            self._not_before[host] = max(self._not_before.get(host, 0.0), self._clock() + seconds)


class Visit:
    """One turn, from the host where it begins to those it is sent on to; it counts for the host where it is."""

    def __init__(self, turns: Turns, host: str) -> None:
        self._turns = turns
        self._host = host

    def to(self, host: str, patience: float = math.inf) -> None:
        """Go on to `host`, in turn, or after `patience` seconds out of turn."""
        if host != self._host:
            self._turns.move(self._host, host, patience)
            self._host = host

    def end(self) -> None:
        """End it."""
        self._turns.done(self._host)
