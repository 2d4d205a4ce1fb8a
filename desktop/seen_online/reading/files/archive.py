"""Archives, such as networks give their users: every file inside is read by itself, nothing is written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from seen_online.reading.files.document import read_guarded
from seen_online.reading.files.packed import MAX_MEMBER, MAX_RATIO, Unreadable, is_link, unpack
from seen_online.reading.kinds import HEAD, Kind, tell
from seen_online.reading.parsers import MAX_TEXT_FILE, UNREAD
from seen_online.reading.plain import plain_name
from seen_online.reading.sheet import Reading, unread
from seen_online.reading.why import Why

MAX_FILES = 100_000
MAX_UNPACKED = 16_000_000_000  # bytes of all files together
MAX_BOMBS = 3  # files that are bombs; then the archive is one
MANY_SMALL = 128_000_000  # bytes of all files together below which nobody asks how small they were packed
MAX_PHOTO = 4_000_000  # bytes: JPEG keeps its details in front
_CLUTTER = (".DS_Store", "Thumbs.db", "desktop.ini")
_MAC = "__MACOSX/"


class Member(NamedTuple):
    """A file of an archive that is about to be read (`reading` is None), or was."""

    number: int
    total: int
    name: str
    reading: Reading | None = None


def read_archive(pack: zipfile.ZipFile, start: int = 0) -> Iterator[Member]:
    """Yield each file before and after it is read, from number `start`. Raises Unreadable where it must stop."""
    infos = [info for info in pack.infolist() if not info.filename.endswith(("/", *_CLUTTER))]
    infos = [info for info in infos if not info.filename.startswith(_MAC)]
    total = min(len(infos), MAX_FILES)
    if not infos:
        raise Unreadable(Why.NO_FILES)
    unpacked = packed = bombs = 0
    for number in range(start, total):
        info = infos[number]
        name = plain_name(info.filename)
        yield Member(number, total, name)
        reading, size = _read(pack, info)
        yield Member(number, total, name, reading)
        unpacked += size
        packed += info.compress_size
        bombs += reading.why is Why.BOMB
        if bombs >= MAX_BOMBS or unpacked > MAX_UNPACKED or _is_bomb(unpacked, min(packed, pack.start_dir)):
            raise Unreadable(Why.BOMB)
    if len(infos) > MAX_FILES:
        raise Unreadable(Why.MANY)


def _is_bomb(unpacked: int, packed: int) -> bool:
    """Tell whether many small files are a bomb together. Several names of a list can lead to the same packed bytes."""
    return unpacked > max(MANY_SMALL, MAX_RATIO * packed)


def _read(pack: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[Reading, int]:
    """Read one file; return how much was unpacked for it, too."""
    if is_link(info):
        return unread(Why.LINK), 0
    try:
        head, _ = unpack(pack, info, HEAD)
        kind = tell(head, "", info.filename)
        if kind in UNREAD:
            return unread(UNREAD[kind], kind.value), len(head)
        most = MAX_PHOTO if kind is Kind.JPEG else MAX_TEXT_FILE if kind.value.startswith("text/") else MAX_MEMBER
        data, whole = unpack(pack, info, most)
    except Unreadable as reason:
        return unread(reason.why), MAX_MEMBER if reason.why is Why.BOMB else 0
    if not whole and kind in (Kind.ZIP, Kind.PDF, Kind.OLD_OFFICE):
        return unread(Why.LONG, kind.value), len(data)
    reading = read_guarded(io.BytesIO(data), kind)
    if not whole and kind is not Kind.JPEG:
        reading = reading.cut()
    return reading, len(data)
