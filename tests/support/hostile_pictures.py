"""Pictures that are made to harm whoever reads them, and how each reading should end."""

from __future__ import annotations

import struct
import zlib

from support import documents
from support.hostile_documents import FAILED, MARK, PARTLY, READ, Hostile

_AUTHOR = (b"tEXt", b"Author\0" + MARK.encode())


def _text_bombs() -> bytes:
    bomb = zlib.compress(b"a" * 10_000_000, 9)
    return documents.png(_AUTHOR, *((b"zTXt", b"Comment%d\0\0" % n + bomb) for n in range(1_000)))


def _profile_bomb() -> bytes:
    return documents.png(
        (b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(b"\nexif\n 8000000\n" + b"00" * 4_000_000)), _AUTHOR
    )


def _tiff(*entries: tuple[int, int, int, int], data: bytes = b"") -> bytes:
    table = b"".join(struct.pack("<HHLL", *entry) for entry in entries)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + table + b"\0\0\0\0" + data


def _many_details() -> bytes:
    piece = documents.segment(0xE1, b"Exif\0\0" + documents.tiff_exif(author="x" * 60_000))
    return documents.jpeg(more=piece * 900)


def _many_pictures() -> bytes:
    """The index of a JPEG that says it holds two thousand million pictures."""
    index = b"MPF\0II*\0\x08\0\0\0" + struct.pack("<H", 2)
    index += struct.pack("<HHLL", 0xB001, 4, 1, 2_000_000_000) + struct.pack("<HHLL", 0xB002, 7, 2_000_000_000, 0)
    return documents.jpeg(documents.tiff_exif(author=MARK), more=documents.segment(0xE2, index + bytes(16)))


_SCREEN = struct.pack("<HH", 65_535, 65_535)
PICTURES: dict[str, Hostile] = {
    "a PNG with 1,000 text bombs": Hostile(_text_bombs, PARTLY, True),
    "a PNG whose details are all noughts": Hostile(_profile_bomb, PARTLY, True),
    "a GIF of 200,000 comments": Hostile(
        lambda: b"GIF89a" + _SCREEN + b"\0\0\0" + (b"!\xfe\xff" + b"c" * 255) * 200_000 + b"\0;", FAILED, False
    ),
    "a GIF of 500,000 pictures": Hostile(
        lambda: b"GIF89a" + _SCREEN + b"\0\0\0" + (b"," + bytes(4) + _SCREEN + b"\0\2\2\x4c\1\0") * 500_000,
        READ,
        False,
    ),
    "a TIFF in a ring": Hostile(lambda: _tiff((0x013B, 2, 4_000_000_000, 0), (0x8769, 4, 1, 8)), READ, False),
    "a TIFF of one author": Hostile(lambda: _tiff((0x013B, 2, 60_000_000, 26), data=b"a" * 60_000_000), READ, False),
    "a TIFF of millions of numbers": Hostile(
        lambda: _tiff((0x013B, 4, 15_000_000, 38), (0x8298, 5, 7_500_000, 38), data=b"\1" * 60_000_000), FAILED, False
    ),
    "a TIFF of 65,535 long details": Hostile(
        lambda: _tiff(*((n, 2, 60_000_000, 8) for n in range(65_535)), data=b"a" * 60_000_000), READ, False
    ),
    "a WebP larger than can be": Hostile(
        lambda: (
            b"RIFF\xff\xff\xff\xffWEBPVP8X\x0a\0\0\0\x2c\0\0\0\xff\xff\xff\xff\xff\xff"
            + (b"EXIF" + struct.pack("<L", 8) + b"II*\0\x08\0\0\0") * 200_000
        ),
        READ,
        False,
    ),
    "a WebP of long details": Hostile(
        lambda: documents.webp(*[(b"XMP ", documents.xmp(f"<dc:title>{'a' * 900_000}</dc:title>"))] * 60),
        PARTLY,
        False,
    ),
    "a HEIF of nothing but sizes": Hostile(
        lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\1meta" + b"\xff" * 2_000, READ, False
    ),
    "a JPEG of 54 MB of details": Hostile(_many_details, FAILED, False),
    "a JPEG of two thousand million pictures": Hostile(_many_pictures, READ, True),
}
