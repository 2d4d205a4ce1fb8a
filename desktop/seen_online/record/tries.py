"""Wrong passphrases are counted on disk, and each makes the next wait longer, also after a restart.

This slows down somebody who sits at the window. Who copies the files is slowed down by the passphrase's cost alone.
"""

from __future__ import annotations

import time
from pathlib import Path

import msgspec

from seen_online.record.place import remove, write_whole
from seen_online.record.troubles import TooSoon, files

FREE = 3  # tries without a wait: anybody mistypes
_FIRST, _LONGEST = 5.0, 600.0  # seconds


class Tries(msgspec.Struct, frozen=True):
    """How many tries in a row were wrong, and when the last one was (seconds since 1970)."""

    wrong: int = 0
    last: float = 0.0


def wait_after(wrong: int) -> float:
    """Return how many seconds to wait after so many wrong tries in a row: none, then 5, 10, 20 … up to ten minutes."""
    return 0.0 if wrong < FREE else min(_FIRST * 2.0 ** min(wrong - FREE, 20), _LONGEST)


def wait_left(path: Path, now: float | None = None) -> float:
    """Return how many seconds the next try has to wait."""
    tries, now = _read(path), time.time() if now is None else now
    if tries.last > now:  # the clock was set back: that must neither lock for ever nor open
        write_whole(path, msgspec.json.encode(Tries(tries.wrong, now)))
        tries = Tries(tries.wrong, now)
    return max(0.0, tries.last + wait_after(tries.wrong) - now)


def begin_try(path: Path, now: float | None = None) -> float:
    """Count a try as wrong before it is made, so that ending the program in the middle of it gains nothing.

    Returns the seconds that the next one will have to wait. Raises TooSoon where this one comes too early.
    """
    now = time.time() if now is None else now
    left = wait_left(path, now)
    if left > 0:
        raise TooSoon(left)
    wrong = _read(path).wrong + 1
    write_whole(path, msgspec.json.encode(Tries(wrong, now)))
    return wait_after(wrong)


def forget_tries(path: Path) -> None:
    """The passphrase was right."""
    remove(path)


def _read(path: Path) -> Tries:
    with files(path):
        try:
            data = path.read_bytes()
        except FileNotFoundError:  # no try was wrong; or the right one, made meanwhile, has just removed it
            data = b""
    try:
        return msgspec.json.decode(data, type=Tries) if data else Tries()
    except msgspec.MsgspecError:  # somebody wrote into it: as if the free tries were used up
        return Tries(FREE, 0.0)
