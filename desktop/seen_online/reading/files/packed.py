"""ZIP files opened with limits: nothing is written to the disk, and nothing grows beyond what it may."""

from __future__ import annotations

import lzma
import stat
import struct
import zipfile
import zlib
from typing import BinaryIO

from seen_online.reading.why import Why

MAX_DIRECTORY = 12_000_000  # bytes of the list of files, which is kept in memory whole; about 150,000 files
MAX_MEMBER = 64_000_000  # bytes of one file, unpacked
MAX_RATIO = 200  # times; text packs 3 to 30 times smaller, a bomb 1,000 times
SMALL = 8_000_000  # bytes below which the ratio is nobody's business
_STEP = 262_144
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")


class Unreadable(Exception):
    """A ZIP file or one of its files can't be read; `why` tells the reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


def open_pack(file: BinaryIO) -> zipfile.ZipFile:
    """Open a ZIP file for reading. Raises Unreadable."""
    if _directory_size(file) > MAX_DIRECTORY:
        raise Unreadable(Why.MANY)
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, struct.error, OverflowError, NotImplementedError, OSError):
        raise Unreadable(Why.BROKEN) from None


def _directory_size(file: BinaryIO) -> int:
    """Return the size that the list of files has by the end record, 0 where there is none."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 66_000))
    tail = file.read(66_000)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        return 0
    directory = _END.unpack_from(tail, at)[5]
    at64 = tail.rfind(b"PK\x06\x06", 0, at)
    if at64 >= 0 and len(tail) - at64 >= _END64.size:
        directory = max(directory, _END64.unpack_from(tail, at64)[8])
    # The end record may lie or stand before something else; the list can't be longer than the file.
    return min(directory, size) if directory != 0xFFFFFFFF else size


def is_link(info: zipfile.ZipInfo) -> bool:
    """Tell whether a file is a symbolic link."""
    return info.create_system == 3 and stat.S_ISLNK(info.external_attr >> 16)


def unpack(pack: zipfile.ZipFile, info: zipfile.ZipInfo, most: int = MAX_MEMBER) -> tuple[bytes, bool]:
    """Return one file's bytes, at most `most`, and whether that is all of it. Raises Unreadable."""
    if info.flag_bits & 0x1:
        raise Unreadable(Why.LOCKED)
    pieces: list[bytes] = []
    size = 0
    try:
        with pack.open(info) as member:
            while size <= most and (piece := member.read(min(_STEP, most + 1 - size))):
                pieces.append(piece)
                size += len(piece)
                if size > SMALL and size > MAX_RATIO * max(info.compress_size, 1):
                    raise Unreadable(Why.BOMB)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError, struct.error):
        # RuntimeError and its kin: compression we can't undo, or a header that contradicts the list.
        raise Unreadable(Why.BROKEN) from None
    data = b"".join(pieces)
    return data[:most], size <= most


def unpack_named(pack: zipfile.ZipFile, name: str, most: int = MAX_MEMBER) -> bytes:
    """Return the bytes of the file called `name`, or b"" where there is none. Raises Unreadable."""
    try:
        info = pack.getinfo(name)
    except KeyError:
        return b""
    data, whole = unpack(pack, info, most)
    if not whole:
        raise Unreadable(Why.LONG)
    return data
