"""Erasing: the record, its copies, its key, and what this program left besides."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from pathlib import Path

from seen_online.record.backup import backups
from seen_online.record.container import header_of
from seen_online.record.header import read_header
from seen_online.record.keychain import Keychain, services_entry
from seen_online.record.lock import ASKED, LOCK
from seen_online.record.place import PROGRAM, Places, files_in
from seen_online.record.troubles import KeyringMissing, RecordTrouble, files


def erase(home: Path, record_id: str, *, keychain: Keychain | None = None) -> None:
    """Erase one record: its keys in the keyring first, then every file of it. What was exported elsewhere stays there.

    The record must be closed. Without its key nothing of it can be read again, also where a disk keeps old blocks.

    Args:
        home: the folder of all records.
        record_id: which one; it need not be whole, nor its passphrase be known.
        keychain: where its key lies, if it does, and those of its search services.

    Raises:
        ReadOnly: a file could not be removed; what could be is gone.
        Unreadable: a folder may not be looked into; nothing of it is gone.
        KeyringLocked, KeyringMissing: all files are gone, but a key may lie in the keyring; it opens nothing of it now.
    """
    places = Places(home, record_id)
    entries = (*_entries(places), *([services_entry(record_id)] if keychain is not None else ()))
    trouble: RecordTrouble | None = None
    for entry in entries:
        try:
            if keychain is None:
                raise KeyringMissing
            keychain.remove(entry)
        except RecordTrouble as error:
            trouble = error
    _remove_all(_of_record(places))
    for folder in (places.records, places.backups):
        _remove_if_empty(folder)
    if trouble is not None:
        raise trouble


def erase_everything(home: Path, *, keychain: Keychain | None = None) -> None:
    """Erase all records in this folder, the settings and the caches of this program, and the folder itself.

    A file in the folder that is not this program's stays, and so does the folder then. Raises as `erase`.
    """
    from seen_online.record.shelf import records

    trouble: RecordTrouble | None = None
    for record in records(home):
        try:
            erase(home, record.id, keychain=keychain)
        except RecordTrouble as error:
            trouble = error
    folders = (home / "records", home / "backups")
    _remove_all([path for folder in folders for path in files_in(folder) if path.is_file() and _looks_ours(path)])
    for path in (home / LOCK, home / ASKED):
        with contextlib.suppress(OSError):  # Windows keeps it as long as this window holds it; it says nothing
            path.unlink(missing_ok=True)
    for folder in _caches(home):
        shutil.rmtree(folder, ignore_errors=True)
    for folder in (home / "records", home / "backups", home):
        _remove_if_empty(folder)
    if trouble is not None:
        raise trouble


def _entries(places: Places) -> tuple[str, ...]:
    """Return the names under which keys of this record lie in the keyring."""
    found = []
    with contextlib.suppress(RecordTrouble):
        found.append(read_header(places).entry)
    for copy in backups(places):
        with contextlib.suppress(RecordTrouble):
            found.append(header_of(copy.path).entry)
    return tuple(dict.fromkeys(entry for entry in found if entry))


def _of_record(places: Places) -> list[Path]:
    first = [places.header, places.header_copy]  # where a passphrase hides the key: gone first
    rest = [path for folder in (places.records, places.backups) for path in files_in(folder) if places.id in path.name]
    return [path for path in dict.fromkeys((*first, *rest)) if path.is_file()]


def _looks_ours(path: Path) -> bool:
    return path.suffix in (".seal", ".seal2", ".tries", ".db", ".damaged", ".sealed", ".part") or ".db-" in path.name


def _remove_all(paths: list[Path]) -> None:
    """Remove files, those that hold a key after writing over them; go on after one that can't be, then say so."""
    trouble: RecordTrouble | None = None
    for path in paths:
        try:
            with files(path.parent):
                if path.suffix in (".seal", ".seal2"):
                    _write_over(path)
                path.unlink(missing_ok=True)
        except RecordTrouble as error:
            trouble = error
    if trouble is not None:
        raise trouble


def _write_over(path: Path) -> None:
    with contextlib.suppress(FileNotFoundError), path.open("r+b") as file:
        file.write(secrets.token_bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())


def _caches(home: Path) -> list[Path]:
    """Return the other folders that a system keeps under this program's name, but none that may hold a record."""
    import platformdirs

    kinds = (
        platformdirs.user_config_path,
        platformdirs.user_cache_path,
        platformdirs.user_state_path,
        platformdirs.user_log_path,
    )
    data = platformdirs.user_data_path(PROGRAM, appauthor=False)
    folders = [kind(PROGRAM, appauthor=False) for kind in kinds]
    return [folder for folder in folders if not any(kept.is_relative_to(folder) for kept in (home, data))]


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):  # it is not there, or holds something that is not ours
        folder.rmdir()
