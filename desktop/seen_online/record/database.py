"""One sealed database: opening it, trying whether it is whole, and naming what goes wrong with it."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from seen_online.record.giving_up import Stop, breaking_off, never
from seen_online.record.place import address_of, open_own
from seen_online.record.troubles import Damaged, DiskFull, InUse, ReadOnly, Unreadable, files

_PAGE = 4096  # bytes
WAL = "-wal"  # what was written last; sealed like the database itself
_SETTINGS = (
    # No other process may open it, and no file with an index of the -wal (-shm) is needed. That also lets a record lie
    # on a network drive, where shared memory does not work.
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # each save is on the disk before it is acknowledged
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",  # sorting must not leave a file in the clear
    "PRAGMA journal_size_limit = 4194304",
    "PRAGMA trusted_schema = OFF",
)


def create(path: Path, key: bytes) -> Any:
    """Make a new, empty database. Raises ReadOnly, DiskFull."""
    with files(path.parent), open_own(path):  # made here so that nobody else may read it; the -wal follows its rights
        pass
    return connect(path, key, new=True)


def connect(path: Path, key: bytes, *, new: bool = False) -> Any:
    """Open a database that is there, for one user at a time.

    Args:
        path: its file.
        key: its 32 bytes.
        new: whether it may be empty.

    Returns:
        A connection of sqlcipher3, in autocommit mode, to be used by one thread at a time.

    Raises:
        Damaged: it is no database that this key opens; the caller has seen that the key is right.
        InUse, ReadOnly, DiskFull: as they say.
    """
    with files(path):
        size = path.stat().st_size if path.is_file() else -1
        if size < (0 if new else _PAGE):  # a file cut to nothing would be taken for a new, empty database
            raise Damaged
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise ReadOnly(str(path.parent))
    with told(path):
        connection = _connect(path, key)
        try:
            for setting in _SETTINGS:
                connection.execute(setting).fetchall()
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def try_whole(connection: Any, thorough: bool = False) -> None:
    """Look at every page of a database: is its seal unbroken?

    Args:
        connection: as `connect` gives it.
        thorough: look also whether the tables make sense, which takes about three times as long.

    Raises:
        Damaged: it is not whole.
    """
    with told(None):
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if broken:
            # A process that was killed may have left a page half written that stands whole in the -wal.
            checkpoint(connection)
            broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if broken:
            raise Damaged
    if thorough:
        try_tables(connection)


def try_tables(connection: Any) -> None:
    """Look whether the tables make sense, and so at every page that holds any of them. Raises Damaged."""
    with told(None):
        if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise Damaged


def checkpoint(connection: Any) -> None:
    """Bring what stands in the -wal into the database, and empty it."""
    with told(None):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def copy_to(connection: Any, path: Path, key: bytes, stop: Stop = never) -> None:
    """Write the whole database into a new file, under another key; see `settle` where it is to stay.

    Raises Damaged, DiskFull, ReadOnly; GivenUp where `stop` says so.
    """
    with files(path.parent), open_own(path):
        pass
    try:
        _copy_to(connection, path, key, stop)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def _copy_to(connection: Any, path: Path, key: bytes, stop: Stop) -> None:
    try:
        with told(path):
            connection.execute(f"ATTACH DATABASE ? AS copy KEY \"x'{key.hex()}'\"", (address_of(path.absolute()),))
            try:
                with breaking_off(connection, stop):
                    _export(connection)
            finally:
                with contextlib.suppress(_library().Error):  # what failed before says more
                    connection.execute("DETACH DATABASE copy")
    except Unreadable:  # an export keeps to itself why it failed
        try_whole(connection)
        with told(path):
            size = connection.execute(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
            ).fetchone()
        if shutil.disk_usage(path.parent).free < size[0]:
            raise DiskFull from None
        raise


def settle(path: Path) -> None:
    """Have a file outlive a power cut from now on. Raises DiskFull, ReadOnly."""
    with files(path), path.open("rb+") as file:
        os.fsync(file.fileno())


def _export(connection: Any) -> None:
    connection.execute("PRAGMA copy.journal_mode = OFF").fetchall()  # a copy by half is thrown away anyway
    connection.execute("SELECT sqlcipher_export('copy')").fetchall()
    for name in ("user_version", "application_id"):  # these are not part of an export
        value = connection.execute(f"PRAGMA main.{name}").fetchone()[0]
        connection.execute(f"PRAGMA copy.{name} = {int(value)}")


@contextmanager
def writing(connection: Any) -> Iterator[None]:
    """Do several changes as one: all of them are on the disk afterwards, or none."""
    with told(None):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def told(path: Path | None) -> Iterator[None]:
    """Turn the database's errors into our kinds; their own words are not passed on."""
    library = _library()
    try:
        yield
    except (library.Error, library.Warning) as error:
        raise _kind(error, path) from None


def _library() -> Any:  # it has no types
    from sqlcipher3 import dbapi2

    return dbapi2


def _connect(path: Path, key: bytes) -> Any:
    # A file that vanished meanwhile must not be made anew, empty, in its place.
    address = address_of(path.absolute())
    connection = _library().connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=0.5)
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()  # it writes to stderr otherwise
    # Memory that held a page is wiped when it is let go, and kept out of the swap file as far as the system allows.
    connection.execute("PRAGMA cipher_memory_security = ON").fetchall()
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").fetchall()
    return connection


_KINDS: dict[str, type[Exception]] = {
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY": ReadOnly,
    "SQLITE_PERM": ReadOnly,
    "SQLITE_CANTOPEN": ReadOnly,
    "SQLITE_BUSY": InUse,
    "SQLITE_LOCKED": InUse,
    "SQLITE_CORRUPT": Damaged,
    "SQLITE_NOTADB": Damaged,
    "SQLITE_IOERR_SHORT_READ": Damaged,
    "SQLITE_IOERR_WRITE": DiskFull,  # what a quota or a limit on the size of files comes as
}


def _kind(error: Exception, path: Path | None) -> Exception:
    name = getattr(error, "sqlite_errorname", "") or ""
    kind = _KINDS.get(name) or next((kind for known, kind in _KINDS.items() if name.startswith(known)), None)
    if kind is None:
        return Unreadable(name or type(error).__name__)
    return ReadOnly(str(path.parent) if path else "") if kind is ReadOnly else kind()
