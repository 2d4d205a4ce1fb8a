"""Until when engines asked to be left alone, remembered from one search to the next."""

from __future__ import annotations

import threading
import time

from seen_online.search.engine import Answer, Kind

LONGEST = 3_600.0  # seconds; whoever says more is asked again after an hour


class Rests:
    """What engines said with Retry-After, by engine name; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._told: dict[str, tuple[float, Answer]] = {}

    def note(self, name: str, answer: Answer) -> None:
        """Remember how long an engine asked us to wait, or that it answers again."""
        if answer.kind is Kind.STOPPED:
            return  # that was the person
        with self._lock:
            if answer.wait:
                self._told[name] = (time.monotonic() + min(answer.wait, LONGEST), answer)
            else:
                self._told.pop(name, None)

    def left(self, name: str) -> tuple[float, Answer] | None:
        """Return how many seconds are left and what the engine said, None where it may be asked."""
        with self._lock:
            until, answer = self._told.get(name, (0.0, None))
        seconds = until - time.monotonic()
        return (seconds, answer) if answer is not None and seconds > 0 else None
