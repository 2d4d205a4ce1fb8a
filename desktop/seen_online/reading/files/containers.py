"""Where PNG, WebP and HEIF keep what is stored with a picture, found without looking at the picture itself.

Pillow opens these three by preparing to decode them: a WebP that claims to be large takes its memory at once.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

MAX_CHUNKS = 20_000
MAX_STORED = 8_000_000  # bytes of one piece of details
MAX_TEXT = 1_000_000  # bytes of one text, unpacked
MAX_ITEMS = 5_000


class Stored(NamedTuple):
    """One piece of what is stored: `kind` is exif, xmp or text; a text has a `name` ("Author").

    `cut` tells that there is more of it than we take.
    """

    kind: str
    data: bytes
    name: str = ""
    cut: bool = False


def of_png(file: BinaryIO) -> Iterator[Stored]:
    """Yield what a PNG stores, also behind its picture."""
    file.seek(8)
    for _ in range(MAX_CHUNKS):
        head = file.read(8)
        if len(head) < 8:
            return
        size, name = struct.unpack(">L4s", head)
        if name in (b"eXIf", b"tEXt", b"zTXt", b"iTXt"):
            if size > MAX_STORED:
                yield Stored("text", b"", cut=True)
                file.seek(size + 4, 1)
                continue
            data = file.read(size)
            if name == b"eXIf":
                yield Stored("exif", data)
            else:
                yield from _png_text(name, data)
            file.seek(4, 1)
        else:
            file.seek(size + 4, 1)


def _png_text(kind: bytes, data: bytes) -> Iterator[Stored]:
    name, _, rest = data.partition(b"\0")
    cut = False
    if kind == b"zTXt":
        rest, cut = _inflated(rest[1:])
    elif kind == b"iTXt":
        packed = rest[:1] == b"\1"
        rest = rest[2:].split(b"\0", 2)[-1]
        rest, cut = _inflated(rest) if packed else (rest, False)
    word = name.decode("latin-1")
    if word == "XML:com.adobe.xmp":
        yield Stored("xmp", rest, cut=cut)
    elif word.lower().startswith("raw profile type"):
        try:
            profile = bytes.fromhex(b"".join(rest.split()[2:]).decode("ascii"))
        except ValueError:
            profile, cut = b"", True
        yield Stored("xmp" if word.lower().endswith("xmp") else "exif", profile, cut=cut)
    else:
        text = rest.decode("utf-8" if kind == b"iTXt" else "latin-1", "replace")
        yield Stored("text", text.encode(), word, cut)


def _inflated(data: bytes) -> tuple[bytes, bool]:
    """Return a packed text, and whether there is more of it, or nothing can be made of it."""
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(data, MAX_TEXT)
    except zlib.error:
        return b"", True
    return text, bool(unpacking.unconsumed_tail)


def of_webp(file: BinaryIO) -> Iterator[Stored]:
    """Yield what a WebP stores."""
    file.seek(12)
    for _ in range(MAX_CHUNKS):
        head = file.read(8)
        if len(head) < 8:
            return
        name, size = struct.unpack("<4sL", head)
        if name in (b"EXIF", b"XMP ") and size > MAX_STORED:
            yield Stored("text", b"", cut=True)
            file.seek(size + (size & 1), 1)
        elif name in (b"EXIF", b"XMP "):
            yield Stored("exif" if name == b"EXIF" else "xmp", file.read(size))
            file.seek(size & 1, 1)
        else:
            file.seek(size + (size & 1), 1)


def of_heif(file: BinaryIO) -> Iterator[Stored]:
    """Yield what a HEIF or AVIF (the format of iPhones) stores."""
    meta = _box(file, b"meta")
    if len(meta) < 4:
        return
    boxes = dict(_boxes(meta[4:]))
    kinds = _item_kinds(boxes.get(b"iinf", b""))
    data_box = boxes.get(b"idat", b"")
    for number, in_data_box, extents in _locations(boxes.get(b"iloc", b"")):
        kind = kinds.get(number)
        if kind is None:
            continue
        if sum(size for _, size in extents) > MAX_STORED:
            yield Stored("text", b"", cut=True)
            continue
        data = b"".join(_extent(file, data_box if in_data_box else None, at, size) for at, size in extents)
        if kind == "exif" and len(data) > 4:
            start = 4 + struct.unpack(">L", data[:4])[0]
            yield Stored("exif", data[start:] if start < len(data) else data[4:])
        elif kind == "xmp":
            yield Stored("xmp", data)


def _extent(file: BinaryIO, data_box: bytes | None, at: int, size: int) -> bytes:
    if data_box is not None:
        return data_box[at : at + size]
    file.seek(min(at, 1 << 40))
    return file.read(size)


def _box(file: BinaryIO, wanted: bytes) -> bytes:
    """Return the contents of the outermost box `wanted`, or b""."""
    at = 0
    for _ in range(MAX_CHUNKS):
        file.seek(at)
        head = file.read(16)
        if len(head) < 8:
            return b""
        size, name = struct.unpack(">L4s", head[:8])
        start = 8
        if size == 1 and len(head) == 16:
            size, start = struct.unpack(">Q", head[8:])[0], 16
        if name == wanted:
            file.seek(at + start)
            return file.read(min(size - start, MAX_STORED) if size else MAX_STORED)
        if size < start:
            return b""
        at += min(size, 1 << 40)
    return b""


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        size, name = struct.unpack_from(">L4s", data, at)
        if size < 8:
            return
        yield name, data[at + 8 : at + size]
        at += size


def _item_kinds(iinf: bytes) -> dict[int, str]:
    kinds: dict[int, str] = {}
    if len(iinf) < 6:
        return kinds
    for name, body in _boxes(iinf[8 if iinf[0] else 6 :]):
        if name != b"infe" or len(body) < 12 or body[0] < 2 or len(kinds) > MAX_ITEMS:
            continue
        number, at = struct.unpack_from(">H", body, 4)[0], 6
        if body[0] > 2:
            number, at = struct.unpack_from(">L", body, 4)[0], 8
        kind = body[at + 2 : at + 6]
        if kind == b"Exif":
            kinds[number] = "exif"
        elif kind == b"mime" and b"rdf+xml" in body:
            kinds[number] = "xmp"
    return kinds


class _Reader:
    """Reads numbers of given widths one after the other; past the end it raises IndexError."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        self._at = at

    def number(self, width: int) -> int:
        """Return the next big-endian number of `width` bytes (0 where the width is 0)."""
        if self._at + width > len(self._data):
            raise IndexError
        self._at += width
        return int.from_bytes(self._data[self._at - width : self._at], "big")


def _locations(iloc: bytes) -> Iterator[tuple[int, bool, list[tuple[int, int]]]]:
    """Yield (item, whether it lies in the idat box, its stretches as (offset, size))."""
    if len(iloc) < 8:
        return
    version, widths = iloc[0], iloc[4:6]
    offset_width, size_width, base_width = widths[0] >> 4, widths[0] & 15, widths[1] >> 4
    index_width = widths[1] & 15 if version else 0
    reader = _Reader(iloc, 6)
    long = 4 if version == 2 else 2
    try:
        for _ in range(min(reader.number(long), MAX_ITEMS)):
            item = reader.number(long)
            in_data_box = bool(version) and reader.number(2) & 15 == 1
            reader.number(2)
            base = reader.number(base_width)
            extents: list[tuple[int, int]] = []
            for _ in range(min(reader.number(2), 100)):
                reader.number(index_width)
                extents.append((base + reader.number(offset_width), reader.number(size_width)))
            yield item, in_data_box, extents
    except IndexError:
        return
