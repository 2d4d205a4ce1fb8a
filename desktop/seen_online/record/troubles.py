"""What can go wrong with a record, a kind each, so that the window can show the page that helps.

None of them tells anything of what the record holds.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from seen_online.trouble import Trouble
from seen_online.words import say


class BackupFile(msgspec.Struct, frozen=True):
    """A sealed copy of a record that this program made: where it lies and when it was made (UTC)."""

    path: Path
    made: datetime


class NotOpen(ValueError):
    """The record is closed, or another check was begun since: no trouble, for both have saved what there was."""


class RecordTrouble(Trouble):
    """Anything that keeps a record from being opened or written."""


class WrongPassphrase(RecordTrouble):
    """The passphrase does not fit; `wait` is how many seconds the next try has to wait."""

    def __init__(self, wait: float = 0) -> None:
        super().__init__(say("This passphrase does not open your record."), say("Try again. Capital letters count."))
        self.wait = wait


class TooSoon(RecordTrouble):
    """Another try came before its time; nothing was tried. `wait` is how many seconds are left."""

    def __init__(self, wait: float) -> None:
        super().__init__(
            say("There were several wrong tries."), say("Wait {seconds} seconds, then try again.", seconds=_whole(wait))
        )
        self.wait = wait


class PassphraseNeeded(RecordTrouble):
    """What is to be opened opens with a passphrase, and none was given."""

    def __init__(self) -> None:
        super().__init__(say("No passphrase was typed."), say("Type your passphrase, then try again."))


class WeakPassphrase(RecordTrouble):
    """A passphrase that is being chosen is too easy to guess."""


class PassphraseForgotten(RecordTrouble):
    """Shown where the person says that they forgot the passphrase: there is no other way in."""

    def __init__(self) -> None:
        super().__init__(
            say("Nobody can open your record without its passphrase. We can't either."),
            say("You can go on trying, or erase the record and start a new one."),
        )


class KeyringLocked(RecordTrouble):
    """The system's keyring is there but stays locked: its question was refused, or not answered in time."""

    def __init__(self) -> None:
        super().__init__(
            say("This computer's keyring is locked. The key to your record lies in it."),
            say("Unlock the keyring with the password of this computer, then try again."),
        )


class KeyringMissing(RecordTrouble):
    """There is no system keyring here, or none that keeps a secret; `opening` where the key to a record lay in it."""

    def __init__(self, *, opening: bool = False) -> None:
        if opening:
            what = say("The key to your record lies in this computer's keyring, and that does not answer.")
            mend = say("Log out of this computer, log in again, then try again.")
        else:
            what = say("This computer has no keyring that could keep the key to your record.")
            mend = say("Choose a passphrase instead.")
        super().__init__(what, mend)


class KeyGone(RecordTrouble):
    """The keyring is open but the key to this record is not in it any more."""

    def __init__(self) -> None:
        super().__init__(
            say("The key to your record is not in this computer's keyring any more."),
            say("If you saved a copy with a passphrase, open that copy. If not, start a new record."),
        )


class Damaged(RecordTrouble):
    """The record's file is damaged. It is left as it is; `backup` is the latest good copy, None where there is none.

    `looked` tells whether copies were looked for: while the record is open they are not.
    """

    def __init__(self, backup: BackupFile | None = None, *, looked: bool = False) -> None:
        if backup is None and looked:
            mend = say("There is no good copy on this computer. If you saved one elsewhere, open that.")
        elif backup is None:
            mend = say("Close Seen Online, then open it again: it looks for the latest good copy.")
        else:
            day = f"{backup.made.astimezone():%d/%m/%Y %H:%M}"
            mend = say("There is a good copy from {day}. You can go back to it.", day=day)
        super().__init__(say("The file of your record is damaged."), mend)
        self.backup = backup


class CopyDamaged(Damaged):
    """A sealed copy that was chosen to be opened is damaged; it is left as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.what, self.mend = say("This sealed copy is damaged."), say("Choose another copy, if you have one.")


class DiskFull(RecordTrouble):
    """There is no room for what was to be written; what was written before is safe."""

    def __init__(self) -> None:
        super().__init__(
            say("This computer's disk is full. Your last change is not saved yet."),
            say("Make some room, then go on. Everything before it is safe."),
        )


class ReadOnly(RecordTrouble):
    """The record's folder may not be written to."""

    def __init__(self, where: str = "") -> None:
        super().__init__(
            say("Nothing can be written in the folder of your record."),
            say("Ask whoever looks after this computer to let you write there."),
            where,
        )


class Unreadable(RecordTrouble):
    """A file could not be read for a reason that is neither damage nor a missing right."""

    def __init__(self, why: str, where: str = "") -> None:
        super().__init__(
            say("A file could not be read or written ({why}).", why=why),
            say("Try again in a moment. If it stays so, ask whoever looks after this computer."),
            where,
        )


class GivenUp(RecordTrouble):
    """A copy was not made to its end, since the record was to be closed at once; nothing of it is left."""

    def __init__(self) -> None:
        super().__init__(say("Your record was locked before this was done."), say("Try again. Nothing has changed."))


class InUse(RecordTrouble):
    """Seen Online is open already; the other window was asked to come forward."""

    def __init__(self) -> None:
        super().__init__(say("Seen Online is open already."), say("Use the window that is open."))


class TooNew(RecordTrouble):
    """The record was written by a newer version of this program; it is left as it is."""

    def __init__(self) -> None:
        super().__init__(
            say("A newer version of Seen Online wrote this record."),
            say("Ask whoever looks after this computer for that version. Your record waits as it is."),
        )


class NotARecord(RecordTrouble):
    """A file that was chosen to be opened is no sealed copy of ours."""

    def __init__(self, where: str = "") -> None:
        super().__init__(say("This file is not a sealed copy of a record."), say("Choose another file."), where)


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def files(where: Path | None = None, *, reading: bool = False) -> Iterator[None]:
    """Turn what the system says about files into the kinds above; `reading` where nothing is to be written."""
    try:
        yield
    except OSError as error:
        place = str(where) if where else ""
        if error.errno in _NO_ROOM:
            raise DiskFull from None
        if error.errno in _NO_RIGHT and not reading:
            raise ReadOnly(place) from None
        raise Unreadable(error.strerror or type(error).__name__, place) from None


def _whole(seconds: float) -> int:
    return max(1, int(seconds + 0.999))
