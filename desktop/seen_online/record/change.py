"""Changing what opens a record: another passphrase, the keyring instead, and back.

The content is written anew under a new key, so that whoever knew the old lock, or has an old copy of the key, can't
open what comes after. The header is written last: killed at any moment, the record opens with the old lock or the new.
"""

from __future__ import annotations

import contextlib
from functools import partial

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
) -> bool:
    """Let this passphrase open the record from now on, and nothing else.

    Args:
        record: a record that is open; it stays open.
        passphrase: the new one.
        keychain: where the key lay until now, if it did, so that it is removed there.
        cost: what a try costs; the default is right but for tests.

    Returns:
        Whether nothing is left that the old lock opens.

    Raises:
        WeakPassphrase: it won't do.
        DiskFull, ReadOnly, Damaged: the old lock holds.
    """
    if not passphrase:
        raise WrongPassphrase
    return _relock(record, passphrase, keychain, cost)


def use_keyring(record: Record, keychain: Keychain) -> bool:
    """Let the system's keyring open the record from now on; tell whether nothing is left that the old lock opens.

    Raises:
        KeyringLocked, KeyringMissing, DiskFull, ReadOnly, Damaged: the old lock holds.
    """
    return _relock(record, "", keychain, None)


def _relock(record: Record, passphrase: str, keychain: Keychain | None, cost: Cost | None) -> bool:
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
        clean = _forget_old(old, keychain)
        with contextlib.suppress(RecordTrouble):  # the new lock holds all the same; a copy is made later
            record.back_up_if_due()
        return clean


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


def _forget_old(old: Opened, keychain: Keychain | None) -> bool:
    """Remove what the old lock still opens: the old database, the sealed copies; and the old key, which opens nothing.

    The new lock holds by now, whatever can't be removed. Tell whether all could be.
    """
    clean = True
    with contextlib.suppress(RecordTrouble):  # the old passphrase's tries, a key without a lock: they open nothing
        remove(old.places.tries)
        if old.header.entry and keychain is not None:
            keychain.remove(old.header.entry)
    try:
        copies = [copy.path for copy in backup.backups(old.places)]
    except RecordTrouble:
        copies, clean = [], False
    for gone in (lambda: shelf.remove_data(old.places, old.header.data), *(partial(remove, path) for path in copies)):
        try:
            gone()
        except RecordTrouble:
            clean = False
    return clean
