"""One window at a time: a second start finds the first and asks it to come forward."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from seen_online.record.place import make_folder, remove
from seen_online.record.troubles import InUse, files

LOCK, ASKED = "in-use", "come-forward"
_TRIES = 5  # where another window lets go at that very moment


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
            bare = not (self._home / "records").exists()  # never made, or erased
            # While it is still ours: once it is not, the file may be another window's. On Windows a file that somebody
            # has open can't be removed, neither before nor then.
            if bare and sys.platform != "win32":
                self._remove_lock()
            os.close(self._handle)  # the system drops the lock with it
            self._handle = -1
            if bare:
                if sys.platform == "win32":
                    self._remove_lock()
                with contextlib.suppress(OSError):
                    self._home.rmdir()

    def _remove_lock(self) -> None:
        with contextlib.suppress(OSError):
            (self._home / LOCK).unlink(missing_ok=True)


def hold(home: Path) -> Held:
    """Take the folder of records for this program; not to be called in forget mode, since it writes a file.

    Raises:
        InUse: another window has it; it was asked to come forward.
        ReadOnly, DiskFull: as they say.
    """
    tries = 0
    while True:
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
        tries += 1
        if _stands(handle, home / LOCK) or tries == _TRIES:  # there are drives on which no file is ever the same
            remove(home / ASKED)  # from a start that nobody answered
            return Held(home, handle)
        os.close(handle)  # the window before removed it as it let go: who comes next would find another file


def _stands(handle: int, path: Path) -> bool:
    """Tell whether the file that is open is the one that stands there."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


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
