"""What is stored with a picture: place, author, device, date. The picture itself is never decoded."""

from __future__ import annotations

import contextlib
import io
import struct
import warnings
from collections.abc import Callable, Iterator
from typing import BinaryIO

from PIL import GifImagePlugin, Image, IptcImagePlugin, JpegImagePlugin, UnidentifiedImageError

from seen_online.reading.charset import to_text
from seen_online.reading.files.containers import Stored, of_heif, of_png, of_webp
from seen_online.reading.files.exif import exif_lines, exif_of
from seen_online.reading.files.xmp import xmp_lines
from seen_online.reading.kinds import Kind, tell
from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why

_IPTC = {
    (2, 80): "Author", (2, 85): "Job", (2, 90): "City", (2, 92): "Place", (2, 95): "County", (2, 101): "Country",
    (2, 105): "Headline", (2, 110): "Credit", (2, 115): "Source", (2, 116): "Copyright", (2, 118): "Contact",
    (2, 120): "Description", (2, 122): "Caption by", (2, 25): "Keywords", (2, 5): "Title", (2, 55): "Taken",
}  # fmt: skip
_XMP_TAG = 700
MAX_TIFF = 64_000_000  # bytes
MAX_HEAD = 16_000_000  # bytes of a JPEG or GIF; they keep their details in front
MAX_TEXT = 6_000_000  # characters of all details together
# Loading these two keeps Pillow from loading all its formats.
_FORMATS = (str(GifImagePlugin.GifImageFile.format), str(JpegImagePlugin.JpegImageFile.format))
_BROKEN = (UnidentifiedImageError, SyntaxError, ValueError, TypeError, KeyError, OSError, IndexError, OverflowError,
           ZeroDivisionError, AttributeError, RuntimeError, EOFError, NotImplementedError, struct.error)  # fmt: skip


def read_picture(file: BinaryIO, kind: Kind, sheet: Sheet) -> None:
    """Write what is stored with a picture on `sheet`."""
    lines, why = _lines(file, kind)
    sheet.add_lines("picture", dict.fromkeys(lines))
    if why:
        sheet.fell_short(Why.BROKEN if why is Why.PARTLY_BROKEN and not lines else why)
    sheet.remark(Why.PICTURE)


def picture_lines(data: bytes) -> list[str]:
    """Return what is stored with a picture inside another document; nothing where it is no picture we know."""
    kind = tell(data[:4096])
    return _lines(io.BytesIO(data), kind)[0] if kind.value.startswith("image/") else []


def _lines(file: BinaryIO, kind: Kind) -> tuple[list[str], Why]:
    """Return the lines, and why not all that is stored could be understood, if it could not."""
    lines: list[str] = []
    size, why = 0, Why.NOTHING
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for stored in _WALKERS[kind](file):
                try:
                    told = _told(stored)
                except _BROKEN:
                    why = Why.PARTLY_BROKEN
                    continue
                size += sum(map(len, told))
                if stored.cut or size > MAX_TEXT:
                    why = why or Why.LONG
                if size > MAX_TEXT:
                    break
                lines += told
        except _BROKEN:
            why = Why.PARTLY_BROKEN
    return lines, why


def _told(stored: Stored) -> list[str]:
    if stored.kind == "exif":
        exif = exif_of(stored.data)
        packet = exif.get(_XMP_TAG)
        return exif_lines(exif) + (xmp_lines(packet) if isinstance(packet, bytes) else [])
    if stored.kind == "xmp":
        return xmp_lines(stored.data)
    text = " ".join(to_text(stored.data, markup=False).split())
    return [f"{stored.name}: {text}" if stored.name else text] if text else []


def _of_tiff(file: BinaryIO) -> Iterator[Stored]:
    file.seek(0)
    yield Stored("exif", file.read(MAX_TIFF))


def _of_jpeg_or_gif(file: BinaryIO) -> Iterator[Stored]:
    file.seek(0)
    # Pillow puts the pieces of long details together one by one, which takes it quadratic time.
    head = io.BytesIO(file.read(MAX_HEAD))
    with _no_size_limit(), Image.open(head, formats=_FORMATS) as picture:
        for key, kind in (("exif", "exif"), ("xmp", "xmp"), ("comment", "text")):
            if isinstance(data := picture.info.get(key), bytes):
                yield Stored(kind, data, "Comment" if kind == "text" else "")
        for key, value in (IptcImagePlugin.getiptcinfo(picture) or {}).items():
            if key in _IPTC:
                for one in (value if isinstance(value, list) else [value])[:200]:
                    yield Stored("text", one, _IPTC[key])


@contextlib.contextmanager
def _no_size_limit() -> Iterator[None]:
    """Open a picture whatever size it claims: its head alone is read, so the claim costs nothing."""
    before, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = before


_WALKERS: dict[Kind, Callable[[BinaryIO], Iterator[Stored]]] = {
    Kind.PNG: of_png,
    Kind.WEBP: of_webp,
    Kind.HEIF: of_heif,
    Kind.TIFF: _of_tiff,
    Kind.JPEG: _of_jpeg_or_gif,
    Kind.GIF: _of_jpeg_or_gif,
}
