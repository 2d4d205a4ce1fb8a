"""Waiting for something that blocks, no longer than the person or the clock allows."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_LOOK = 0.05  # seconds between two looks at the stop button; "stop" promises 0.2


class Stopped(Exception):
    """The person pressed stop."""


class OutOfTime(Exception):
    """The clock ran out."""


def wait_for(work: Callable[[], T], deadline: float, stop: threading.Event | None) -> T:
    """Run `work` beside us and return what it returns, or raise what it raises.

    `deadline` is on the clock of `time.monotonic`. Raises Stopped or OutOfTime as soon as it is so; the work may then
    go on for a while in its own thread, and what it brings is dropped.
    """
    if stop is not None and stop.is_set():
        raise Stopped
    outcome: list[T] = []
    failure: list[BaseException] = []
    done = threading.Event()

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as error:  # noqa: BLE001 (handed to the one who waits)
            failure.append(error)
        finally:
            done.set()

    threading.Thread(target=run, daemon=True, name="seen-online-request").start()
    while not done.wait(max(0.0, min(_LOOK, deadline - time.monotonic()))):
        if stop is not None and stop.is_set():
            raise Stopped
        if time.monotonic() >= deadline:
            raise OutOfTime
    if failure:
        raise failure[0]
    return outcome[0]
