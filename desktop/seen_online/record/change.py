"""Changing what opens a record: another passphrase, the keyring instead, and back.

The content is written anew under a new key, so that whoever knew the old lock, or has an old copy of the key, can't
open what comes after. The header is written last: killed at any moment, the record opens with the old lock or the new.
"""

from __future__ import annotations

import contextlib

from seen_online.record import backup, database, shelf
from seen_online.record.giving_up import breaking_off
from seen_online.record.header import Header, Locked, new_key, write_header
from seen_online.record.keychain import Keychain
from seen_online.record.opened import Opened
from seen_online.record.passphrase import Cost
from seen_online.record.place import remove
from seen_online.record.store import Record
from seen_online.record.troubles import RecordTrouble, WrongPassphrase


def prove(record: Record, passphrase: str) -> None:
    """See that this is the passphrase of a record that is open; wrong tries count as they do before opening it.

    Raises PassphraseNeeded, WrongPassphrase, TooSoon; ValueError for a record without a passphrase.
    """
    with record.held() as opened:
        places, header = opened.places, opened.header
    if header.locked is not Locked.PASSPHRASE:
        raise ValueError("this record has no passphrase")
    shelf.unlock(places, header, passphrase, None)


def set_passphrase(
    record: Record, passphrase: str, *, keychain: Keychain | None = None, cost: Cost | None = None
) -> None:
    """Let this passphrase open the record from now on, and nothing else.

    Args:
        record: a record that is open; it stays open.
        passphrase: the new one.
        keychain: where the key lay until now, if it did, so that it is removed there.
        cost: what a try costs; the default is right but for tests.

    Raises:
        WeakPassphrase: it won't do.
        DiskFull, ReadOnly, Damaged: the old lock holds.
    """
    if not passphrase:
        raise WrongPassphrase
    _relock(record, passphrase, keychain, cost)


def use_keyring(record: Record, keychain: Keychain) -> None:
    """Let the system's keyring open the record from now on.

    Raises:
        KeyringLocked, KeyringMissing, DiskFull, ReadOnly, Damaged: the old lock holds.
    """
    _relock(record, "", keychain, None)


def _relock(record: Record, passphrase: str, keychain: Keychain | None, cost: Cost | None) -> None:
    with record.held() as opened:
        places, number, key = opened.places, opened.header.number, new_key()
    # This takes long: a passphrase is slow on purpose, a keyring asks. The record must take what is saved meanwhile.
    header = shelf.lock_with(places.id, number, key, passphrase, keychain, cost)
    with contextlib.ExitStack() as stack:
        try:
            old = stack.enter_context(record.held())
            connection = _copy(old, header, key)
            try:
                write_header(places, header)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            shelf.take_back(places, header, keychain)
            raise
        record.swap(Opened(places, header, key, connection))
        _forget_old(old, keychain)
        with contextlib.suppress(RecordTrouble):  # the new lock holds all the same; a copy is made later
            record.back_up_if_due()


def _copy(old: Opened, header: Header, key: bytes):
    path = old.places.data(header.data)
    database.copy_to(old.connection, path, key, old.stop)
    database.settle(path)
    connection = database.connect(path, key)
    try:
        with breaking_off(connection, old.stop):
            database.try_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _forget_old(old: Opened, keychain: Keychain | None) -> None:
    """Remove what the old lock still opens: the old database, the sealed copies, the old key."""
    shelf.remove_data(old.places, old.header.data)
    for copy in backup.backups(old.places):
        remove(copy.path)
    remove(old.places.tries)
    if old.header.entry and keychain is not None:
        try:
            keychain.remove(old.header.entry)
        except RecordTrouble:
            return  # it opens nothing any more
