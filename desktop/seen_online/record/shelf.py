"""The shelf of records on this computer: which there are, making one, opening one."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import msgspec

from seen_online.record import database, migrations
from seen_online.record.backup import back_up, latest_good
from seen_online.record.header import (
    Header,
    Locked,
    fits,
    key_from,
    keyring_header,
    mend_copies,
    new_key,
    passphrase_header,
    read_header,
    write_header,
)
from seen_online.record.keychain import Keychain
from seen_online.record.opened import Opened
from seen_online.record.passphrase import Cost, check_new
from seen_online.record.place import ID_LENGTH, Places, files_in, is_opaque, make_folder, opaque_name, remove
from seen_online.record.store import Record
from seen_online.record.tries import begin_try, forget_tries
from seen_online.record.troubles import (
    Damaged,
    KeyGone,
    KeyringMissing,
    PassphraseNeeded,
    RecordTrouble,
    TooNew,
    Unreadable,
    WrongPassphrase,
)


class OnShelf(msgspec.Struct, frozen=True):
    """One record on this computer. `number` is what a person sees of it; `locked` is None where its header is lost."""

    id: str
    number: int
    locked: Locked | None


def records(home: Path) -> tuple[OnShelf, ...]:
    """Return the records in this folder, by number. Nothing is written and nothing is opened. Raises Unreadable."""
    places = Places(home, "")
    ids = {path.stem for path in files_in(places.records) if path.suffix in (".seal", ".seal2")}
    ids |= {path.name[:ID_LENGTH] for path in files_in(places.backups)}  # a sealed copy can bring a lost record back
    ids = set(filter(is_opaque, ids))
    found = []
    for record_id in ids:
        try:
            header = read_header(Places(home, record_id))
            found.append(OnShelf(record_id, header.number, header.locked))
        except (Damaged, TooNew, Unreadable):
            found.append(OnShelf(record_id, 0, None))
    return tuple(sorted(found, key=lambda r: (r.number or 10**9, r.id)))


def next_number(home: Path) -> int:
    """Return the number that a new record here will have. Raises Unreadable."""
    return max((record.number for record in records(home)), default=0) + 1


def create(home: Path, *, passphrase: str = "", keychain: Keychain | None = None, cost: Cost | None = None) -> Record:
    """Make a new, empty record.

    Args:
        home: the folder of all records; made where it is not there.
        passphrase: what opens it; "" for the keyring.
        keychain: where its key goes where there is no passphrase (see keychain.system_keychain).
        cost: what a try of the passphrase costs; the default is right but for tests.

    Raises:
        WeakPassphrase, KeyringLocked, KeyringMissing, ReadOnly, DiskFull: as they say; nothing is left behind.
    """
    number = next_number(home)
    places, key = Places(home, opaque_name()), new_key()
    header = lock_with(places.id, number, key, passphrase, keychain, cost)
    try:
        make_folder(places.home)
        make_folder(places.records)
        connection = database.create(places.data(header.data), key)
        try:
            migrations.lay_out(connection)
            write_header(places, header)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        take_back(places, header, keychain)
        raise
    return Record(Opened(places, header, key, connection))


def open_record(home: Path, record_id: str, *, passphrase: str = "", keychain: Keychain | None = None) -> Record:
    """Open a record that is on the shelf.

    Args:
        home: the folder of all records.
        record_id: which one (see `records`).
        passphrase: what opens it, where it is locked with one.
        keychain: where its key lies, where it is not.

    Raises:
        PassphraseNeeded, WrongPassphrase, TooSoon, KeyringLocked, KeyringMissing, KeyGone: it stays locked.
        Damaged: it is left as it is; `.backup` is the latest good copy, for `restore.restore`.
        TooNew, InUse, ReadOnly, DiskFull: as they say.
    """
    places = Places(home, record_id)
    try:
        header = read_header(places)
    except Damaged:
        raise Damaged(latest_good(places, None), looked=True) from None
    key = unlock(places, header, passphrase, keychain)
    try:
        connection = database.connect(places.data(header.data), key)
        try:
            version = migrations.version_of(connection)
            database.try_whole(connection)
            opened = Opened(places, header, key, connection)
            if version < migrations.VERSION:
                back_up(opened)
                migrations.migrate(connection)
        except BaseException:
            connection.close()
            raise
    except Damaged:
        raise Damaged(latest_good(places, key), looked=True) from None
    with contextlib.suppress(RecordTrouble):  # the record is open: what it left behind can wait
        _tidy(places, header)
    return Record(opened)


def unlock(places: Places, header: Header, passphrase: str, keychain: Keychain | None) -> bytes:
    """Return the key to a record. Raises what keeps it locked (see `open_record`)."""
    if header.locked is Locked.PASSPHRASE:
        if not passphrase:
            raise PassphraseNeeded
        wait = begin_try(places.tries, time.time())
        try:
            key = key_from(header, passphrase)
        except WrongPassphrase:
            raise WrongPassphrase(wait) from None
        forget_tries(places.tries)
        return key
    if keychain is None:
        raise KeyringMissing(opening=True)
    try:
        kept = keychain.get(header.entry)
    except KeyringMissing:
        raise KeyringMissing(opening=True) from None
    if kept is None or not fits(header, kept):
        raise KeyGone
    return kept


def lock_with(
    record_id: str, number: int, key: bytes, passphrase: str, keychain: Keychain | None, cost: Cost | None
) -> Header:
    """Lock a key with a passphrase, or lay it into the keyring, and return the header that says so.

    Raises WeakPassphrase, KeyringLocked, KeyringMissing.
    """
    if passphrase:
        check_new(passphrase)
        return passphrase_header(record_id, number, key, passphrase, cost or Cost())
    if keychain is None:
        raise KeyringMissing
    header = keyring_header(record_id, number, key)
    keychain.put(header.entry, key)
    return header


def take_back(places: Places, header: Header, keychain: Keychain | None) -> None:
    """Take back what was made for a record that could not be finished."""
    from seen_online.trouble import Trouble

    with contextlib.suppress(Trouble):
        remove_data(places, header.data)
    if header.entry and keychain is not None:
        with contextlib.suppress(Trouble):
            keychain.remove(header.entry)


def remove_data(places: Places, name: str) -> None:
    """Remove a database and what belongs to it."""
    path = places.data(name)
    for suffix in (database.WAL, "-journal", "-shm", ""):
        remove(path.with_name(path.name + suffix))


def _tidy(places: Places, header: Header) -> None:
    """Remove what a change of lock that was broken off left behind; only where the header is beyond doubt."""
    if not mend_copies(places, header):
        return
    own = places.data(header.data).name
    beside = [path for path in files_in(places.records) if path.name.startswith(places.id)]
    for path in beside:
        old = ".db" in path.name and not path.name.endswith(".damaged") and not path.name.startswith(own)
        if old or path.suffix == ".part":
            remove(path)
    for path in files_in(places.backups):
        if places.id in path.name and ".part" in path.name:
            remove(path)
