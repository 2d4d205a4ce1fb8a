"""One sealed copy in one file: a line that says what it is, how it is locked, and the database."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from seen_online.record import database
from seen_online.record.header import MOST_BYTES, Header, as_bytes, from_bytes
from seen_online.record.place import open_own, put_in_place, sync_folder
from seen_online.record.troubles import Damaged, NotARecord, files

SUFFIX = ".sealed"
_SIGN = b"Seen Online, sealed record\n"


def pack_file(header: Header, data: Path, target: Path) -> None:
    """Write a sealed copy: all of it or nothing. `data` is a database that is not in use. Raises DiskFull, ReadOnly."""
    part = target.with_name(f".{target.name}.part")
    with files(target.parent):
        try:
            with data.open("rb") as source, open_own(part) as file:
                file.write(_SIGN + as_bytes(header))
                shutil.copyfileobj(source, file, 1024 * 1024)
                file.flush()
                os.fsync(file.fileno())
            put_in_place(part, target)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink()
            raise
        sync_folder(target.parent)


def header_of(copy: Path) -> Header:
    """Return how a sealed copy is locked. Raises NotARecord, TooNew, Unreadable."""
    with files(copy, reading=True), copy.open("rb") as file:
        return _header(file, copy)


def unpack_file(copy: Path, data: Path) -> None:
    """Write the database of a sealed copy into a file of its own. Raises NotARecord, DiskFull, ReadOnly."""
    with files(data.parent), copy.open("rb") as file:
        _header(file, copy)
        with open_own(data) as target:
            shutil.copyfileobj(file, target, 1024 * 1024)
            target.flush()
            os.fsync(target.fileno())


def is_good(copy: Path, key: bytes, beside: Path) -> bool:
    """Tell whether a sealed copy is whole. `beside` is a file that may be written and is removed again."""
    try:
        unpack_file(copy, beside)
        connection = database.connect(beside, key)
        try:
            database.try_whole(connection, thorough=True)
        finally:
            connection.close()
    except (Damaged, NotARecord):
        return False
    finally:
        for suffix in ("", database.WAL):
            with contextlib.suppress(OSError):
                beside.with_name(beside.name + suffix).unlink()
    return True


def _header(file, copy: Path) -> Header:
    sign = file.readline(len(_SIGN))
    lines = file.readline(MOST_BYTES) + file.readline(MOST_BYTES)
    if sign != _SIGN:
        raise NotARecord(copy.name)
    try:
        return from_bytes(lines)
    except NotARecord:
        raise NotARecord(copy.name) from None
