"""Reading a sealed copy again: going back to one where the record is damaged, or taking one over from elsewhere."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from seen_online.record import database, migrations, shelf
from seen_online.record.backup import latest_good
from seen_online.record.container import header_of, unpack_file
from seen_online.record.header import Header, key_from, new_key, read_header, renamed, write_header
from seen_online.record.keychain import Keychain
from seen_online.record.opened import Opened
from seen_online.record.passphrase import Cost
from seen_online.record.place import Places, files_in, make_folder, opaque_name
from seen_online.record.store import Record
from seen_online.record.troubles import (
    BackupFile,
    CopyDamaged,
    Damaged,
    NotARecord,
    PassphraseNeeded,
    RecordTrouble,
    files,
)


def restore(
    home: Path, record_id: str, backup: BackupFile, *, passphrase: str = "", keychain: Keychain | None = None
) -> Record:
    """Go back to a sealed copy. The damaged file is put aside under another name, not removed.

    Args:
        home: the folder of all records.
        record_id: the record that is damaged.
        backup: the copy that the trouble `Damaged` offered.
        passphrase: what opens the record, where it is locked with one.
        keychain: where its key lies, where it is not.

    Returns:
        The record, open, as it was when the copy was made.

    Raises:
        Damaged: the copy is damaged too; `.backup` is the next good one.
        All that `shelf.open_record` raises where it stays locked. Until the end nothing of the record is changed.
    """
    places = Places(home, record_id)
    sealed = header_of(backup.path)
    if sealed.id != record_id:
        raise NotARecord(backup.path.name)
    key = shelf.unlock(places, sealed, passphrase, keychain)
    mended = _only_header_lost(places, sealed, key)
    if mended is not None:
        return Record(mended)
    header = renamed(sealed, key)
    try:
        make_folder(places.records)
        unpack_file(backup.path, places.data(header.data))
        connection = _open_whole(places, header, key)
    except BaseException as error:
        shelf.remove_data(places, header.data)
        if isinstance(error, Damaged):
            raise Damaged(latest_good(places, key), looked=True) from None
        raise
    try:
        _put_aside(places, header)
        write_header(places, header)
    except BaseException:
        connection.close()
        raise
    return Record(Opened(places, header, key, connection))


def take_over(
    home: Path,
    copy: Path,
    passphrase: str,
    *,
    new_passphrase: str = "",
    keychain: Keychain | None = None,
    cost: Cost | None = None,
) -> Record:
    """Make a new record on this computer out of a sealed file from another (see `export.export`).

    Args:
        home: the folder of all records.
        copy: the sealed file; it is only read.
        passphrase: what opens the file.
        new_passphrase: what opens the new record; "" for the keyring.
        keychain: where its key goes then.
        cost: what a try of the new passphrase costs.

    Raises:
        NotARecord, WrongPassphrase, CopyDamaged, TooNew, Unreadable: about the file.
        All that `shelf.create` raises. Nothing is left behind.
    """
    sealed = header_of(copy)
    if not sealed.hidden:  # a copy that this program made for itself, whose key lies in some keyring
        raise NotARecord(copy.name)
    if not passphrase:
        raise PassphraseNeeded
    old_key = key_from(sealed, passphrase)
    number = shelf.next_number(home)
    places, key = Places(home, opaque_name()), new_key()
    make_folder(places.home)
    make_folder(places.records)
    header = shelf.lock_with(places.id, number, key, new_passphrase, keychain, cost)
    bare = places.records / f"{places.id}.import.part"
    try:
        unpack_file(copy, bare)
        try:
            with contextlib.closing(database.connect(bare, old_key)) as source:
                migrations.version_of(source)
                database.try_whole(source, thorough=True)
                database.copy_to(source, places.data(header.data), key)
                database.settle(places.data(header.data))
        except Damaged:
            raise CopyDamaged from None
        connection = _open_whole(places, header, key)
        try:
            write_header(places, header)
        except BaseException:
            connection.close()
            raise
        return Record(Opened(places, header, key, connection))
    except BaseException:
        shelf.take_back(places, header, keychain)
        raise
    finally:
        for suffix in ("", database.WAL):
            with contextlib.suppress(OSError):
                bare.with_name(bare.name + suffix).unlink()


def _open_whole(places: Places, header: Header, key: bytes) -> Any:
    """Open a database that was just laid out, see that it is whole, and bring it to the newest layout."""
    connection = database.connect(places.data(header.data), key)
    try:
        migrations.version_of(connection)
        database.try_whole(connection, thorough=True)
        migrations.migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _only_header_lost(places: Places, sealed: Header, key: bytes) -> Opened | None:
    """Open the database itself where nothing but the header beside it is damaged: it is newer than any copy."""
    with contextlib.suppress(RecordTrouble):
        read_header(places)
        return None
    try:
        connection = _open_whole(places, sealed, key)
    except RecordTrouble:
        return None
    write_header(places, sealed)
    return Opened(places, sealed, key, connection)


def _put_aside(places: Places, header: Header) -> None:
    """Give the files of the damaged database another name, so that they are neither used nor lost."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    for path in files_in(places.records):
        if not path.name.startswith(f"{places.id}-") or path.suffix != ".db" or path == places.data(header.data):
            continue
        for suffix in ("", database.WAL):
            part = path.with_name(path.name + suffix)
            with files(part):
                if part.is_file():
                    part.rename(places.records / f"{path.stem}-{stamp}{suffix}.damaged")
