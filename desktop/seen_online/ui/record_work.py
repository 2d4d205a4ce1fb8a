"""What the gate and the window of the record ask of records, for a thread beside the window: plain functions, no Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from seen_online.record import restore, shelf
from seen_online.record.erase import erase
from seen_online.record.header import Locked
from seen_online.record.keychain import Keychain
from seen_online.record.place import Places
from seen_online.record.shelf import OnShelf
from seen_online.record.store import Record
from seen_online.record.tries import wait_left
from seen_online.record.troubles import BackupFile, KeyringLocked, KeyringMissing
from seen_online.ui.widgets.lock_choice import Lock
from seen_online.ui.widgets.take_over import Wanted

Keyring = Callable[[], Keychain | None]


def look(home: Path) -> tuple[OnShelf, ...]:
    """Return which records there are. Raises RecordTrouble."""
    return shelf.records(home)


def has_keyring(keyring: Keyring) -> bool:
    """Tell whether this computer has a keyring; looked for anew each time."""
    return keyring() is not None


def open_record(home: Path, record: OnShelf, passphrase: str, keyring: Keyring) -> Record:
    """Open a record. Raises RecordTrouble."""
    keychain = _if_needed(record.locked is not Locked.PASSPHRASE, keyring)
    return shelf.open_record(home, record.id, passphrase=passphrase, keychain=keychain)


def make(home: Path, lock: Lock, keyring: Keyring) -> Record:
    """Make a new record. Raises RecordTrouble."""
    return shelf.create(home, passphrase=lock.passphrase, keychain=_if_needed(not lock.passphrase, keyring))


def take_over(home: Path, wanted: Wanted, keyring: Keyring) -> Record:
    """Make a record out of a sealed copy. Raises RecordTrouble."""
    return restore.take_over(
        home,
        wanted.copy,
        wanted.passphrase,
        new_passphrase=wanted.new_passphrase,
        keychain=_if_needed(not wanted.new_passphrase, keyring),
    )


def go_back(home: Path, record: OnShelf, backup: BackupFile, passphrase: str, keyring: Keyring) -> Record:
    """Go back to a good copy of a damaged record. Raises RecordTrouble."""
    return restore.restore(home, record.id, backup, passphrase=passphrase, keychain=_if_needed(not passphrase, keyring))


def left_to_wait(home: Path, record: OnShelf) -> float:
    """Return how many seconds the next try of a passphrase has to wait. Raises RecordTrouble."""
    return wait_left(Places(home, record.id).tries)


def give_up(home: Path, record: OnShelf, keyring: Keyring) -> bool:
    """Erase a record; tell whether its keys are gone from the keyring, too. Raises RecordTrouble."""
    try:
        erase(home, record.id, keychain=keyring())  # keys of search services lie there, whatever locks the record
    except (KeyringLocked, KeyringMissing):
        return False  # all files are gone
    return True


def _if_needed(needed: bool, keyring: Keyring) -> Keychain | None:
    """Return the keyring only where it is needed: to look for it takes a moment, and it may ask."""
    return keyring() if needed else None
