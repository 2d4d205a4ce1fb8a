"""Giving a copy up that somebody can't wait for: the window is to be locked at once, whatever is being copied."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import IO, Any

from seen_online.record.troubles import GivenUp

Stop = Callable[[], bool]  # tells whether somebody waits; may be asked from any thread, often
_MOST = 1024 * 1024  # bytes between two looks
_STEPS = 1_000  # of the database between two looks


def never() -> bool:
    """Go on to the end: nobody waits."""
    return False


def look(stop: Stop) -> None:
    """Go on only where nobody waits. Raises GivenUp."""
    if stop():
        raise GivenUp


def pour(source: IO[bytes], target: IO[bytes], stop: Stop = never) -> None:
    """Copy bytes to the end of the source. Raises GivenUp; OSError as files do."""
    while data := source.read(_MOST):
        look(stop)
        target.write(data)


@contextlib.contextmanager
def breaking_off(connection: Any, stop: Stop) -> Iterator[None]:
    """Let whatever the database does in the block end early where somebody waits. Raises GivenUp then."""
    connection.set_progress_handler(stop, _STEPS)
    try:
        yield
    except Exception:
        look(stop)  # a statement that was broken off calls it by many names
        raise
    finally:
        connection.set_progress_handler(None, 0)
    look(stop)
