"""One sealed copy in one file: a line that says what it is, how it is locked, and the database."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import BinaryIO

from seen_online.record import database
from seen_online.record.giving_up import Stop, breaking_off, never, pour
from seen_online.record.header import MOST_BYTES, Header, as_bytes, from_bytes
from seen_online.record.place import open_own, put_in_place, sync_folder
from seen_online.record.troubles import Damaged, NotARecord, files

SUFFIX = ".sealed"
_SIGN = b"Seen Online, sealed record\n"


def seal(header: Header, data: Path, key: bytes, target: Path, stop: Stop = never) -> None:
    """Write a sealed copy, try it, and only then give it its name: all of it or nothing.

    Args:
        header: how it is locked.
        data: a database that is not in use, to be opened with `key`. It is gone afterwards.
        key: its 32 bytes.
        target: the copy; one that is there is replaced, but not before the new one proved good.
        stop: tells whether to give it up.

    Raises:
        DiskFull, ReadOnly, GivenUp: as they say. Damaged: what was written can't be read again.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        with files(target.parent):
            with data.open("rb") as source, open_own(part) as file:
                file.write(_SIGN + as_bytes(header))
                pour(source, file, stop)
                file.flush()
                os.fsync(file.fileno())
            if not is_good(part, key, data, stop):
                raise Damaged
            put_in_place(part, target)
            sync_folder(target.parent)
    finally:
        for left in (part, data):
            with contextlib.suppress(OSError):
                left.unlink()


def header_of(copy: Path) -> Header:
    """Return how a sealed copy is locked. Raises NotARecord, TooNew, Unreadable."""
    with files(copy, reading=True), copy.open("rb") as file:
        return _header(file, copy)


def unpack_file(copy: Path, data: Path, stop: Stop = never) -> None:
    """Write the database of a sealed copy into a file of its own. Raises NotARecord, DiskFull, ReadOnly, GivenUp."""
    with files(data.parent), copy.open("rb") as file:
        _header(file, copy)
        with open_own(data) as target:
            pour(file, target, stop)
            target.flush()
            os.fsync(target.fileno())


def is_good(copy: Path, key: bytes, beside: Path, stop: Stop = never) -> bool:
    """Tell whether a sealed copy is whole. `beside` is a file that may be written and is removed again.

    Raises DiskFull, ReadOnly; GivenUp where `stop` says so.
    """
    try:
        unpack_file(copy, beside, stop)
        connection = database.connect(beside, key)
        try:
            with breaking_off(connection, stop):
                database.try_tables(connection)
        finally:
            connection.close()
    except (Damaged, NotARecord):
        return False
    finally:
        for suffix in ("", database.WAL):
            with contextlib.suppress(OSError):
                beside.with_name(beside.name + suffix).unlink()
    return True


def _header(file: BinaryIO, copy: Path) -> Header:
    sign = file.readline(len(_SIGN))
    lines = file.readline(MOST_BYTES) + file.readline(MOST_BYTES)
    if sign != _SIGN:
        raise NotARecord(copy.name)
    try:
        return from_bytes(lines)
    except NotARecord:
        raise NotARecord(copy.name) from None
