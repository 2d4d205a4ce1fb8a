"""One window at a time: a second start finds the first and asks it to come forward."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from seen_online.record.place import make_folder, remove
from seen_online.record.troubles import InUse, files

LOCK, ASKED = "in-use", "come-forward"


class Held:
    """This program has the folder of records for itself, until `let_go` or its end, however that comes."""

    def __init__(self, home: Path, handle: int) -> None:
        self._home = home
        self._handle = handle

    def asked_to_front(self) -> bool:
        """Tell whether a second start asked for this window since the last call; to be asked twice a second or so."""
        asked = self._home / ASKED
        if not asked.exists():
            return False
        with contextlib.suppress(OSError):
            asked.unlink()
        return True

    def let_go(self) -> None:
        """Let others have it, and leave nothing where no record is kept. Twice is no error."""
        if self._handle >= 0:
            with contextlib.suppress(OSError):
                (self._home / ASKED).unlink(missing_ok=True)
            os.close(self._handle)  # the system drops the lock with it
            self._handle = -1
            if not (self._home / "records").exists():  # never made, or erased
                with contextlib.suppress(OSError):
                    (self._home / LOCK).unlink(missing_ok=True)
                    self._home.rmdir()


def hold(home: Path) -> Held:
    """Take the folder of records for this program; not to be called in forget mode, since it writes a file.

    Raises:
        InUse: another window has it; it was asked to come forward.
        ReadOnly, DiskFull: as they say.
    """
    make_folder(home)
    with files(home):
        handle = os.open(home / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        taken = _lock(handle)
    except OSError:
        taken = True  # a drive that knows no locks: the database's own lock still keeps a second one out
    if not taken:
        os.close(handle)
        with files(home), (home / ASKED).open("wb"):
            pass
        raise InUse
    remove(home / ASKED)  # from a start that nobody answered
    return Held(home, handle)


def _lock(handle: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
