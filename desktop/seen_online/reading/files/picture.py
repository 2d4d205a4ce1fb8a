"""What is stored with a picture: place, author, device, date. The picture itself is never decoded."""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Callable, Iterator
from typing import BinaryIO

from PIL import GifImagePlugin, Image, IptcImagePlugin, JpegImagePlugin, TiffImagePlugin, UnidentifiedImageError

from seen_online.reading.charset import to_text
from seen_online.reading.files.containers import Stored, of_heif, of_png, of_webp
from seen_online.reading.files.exif import exif_lines, exif_of
from seen_online.reading.files.xmp import xmp_lines
from seen_online.reading.kinds import Kind, tell
from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why

_WALKERS: dict[Kind, Callable[[BinaryIO], Iterator[Stored]]] = {
    Kind.PNG: of_png, Kind.WEBP: of_webp, Kind.HEIF: of_heif,
}  # fmt: skip
_IPTC = {
    (2, 80): "Author", (2, 85): "Job", (2, 90): "City", (2, 92): "Place", (2, 95): "County", (2, 101): "Country",
    (2, 105): "Headline", (2, 110): "Credit", (2, 115): "Source", (2, 116): "Copyright", (2, 118): "Contact",
    (2, 120): "Description", (2, 122): "Caption by", (2, 25): "Keywords", (2, 5): "Title", (2, 55): "Taken",
}  # fmt: skip
# Loading these three keeps Pillow from loading all its formats.
_FORMATS = tuple(str(plugin.format) for plugin in (
    GifImagePlugin.GifImageFile, JpegImagePlugin.JpegImageFile, TiffImagePlugin.TiffImageFile,
))  # fmt: skip
_BROKEN = (UnidentifiedImageError, SyntaxError, ValueError, TypeError, KeyError, OSError, IndexError, OverflowError,
           ZeroDivisionError, AttributeError, RuntimeError, EOFError, NotImplementedError)  # fmt: skip


def read_picture(file: BinaryIO, kind: Kind, sheet: Sheet) -> None:
    """Write what is stored with a picture on `sheet`."""
    lines, whole = _lines(file, kind)
    sheet.add_lines("picture", dict.fromkeys(lines))
    if not whole:
        sheet.fell_short(Why.PARTLY_BROKEN if lines else Why.BROKEN)
    sheet.remark(Why.PICTURE)


def picture_lines(data: bytes) -> list[str]:
    """Return what is stored with a picture inside another document; nothing where it is no picture we know."""
    kind = tell(data[:4096])
    return _lines(io.BytesIO(data), kind)[0] if kind.value.startswith("image/") else []


def _lines(file: BinaryIO, kind: Kind) -> tuple[list[str], bool]:
    lines: list[str] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for told in map(_told, _WALKERS[kind](file)) if kind in _WALKERS else _by_pillow(file):
                lines += told
    except _BROKEN:
        return lines, False
    return lines, True


def _told(stored: Stored) -> list[str]:
    if stored.kind == "exif":
        return exif_lines(exif_of(stored.data))
    if stored.kind == "xmp":
        return xmp_lines(stored.data)
    text = " ".join(to_text(stored.data, markup=False).split())
    return [f"{stored.name}: {text}" if stored.name else text] if text else []


def _by_pillow(file: BinaryIO) -> Iterator[list[str]]:
    file.seek(0)
    with _no_size_limit(), Image.open(file, formats=_FORMATS) as picture:
        info = picture.info
        if isinstance(exif := info.get("exif"), bytes):
            yield exif_lines(exif_of(exif))
        elif isinstance(picture, TiffImagePlugin.TiffImageFile):
            yield exif_lines(picture.getexif())
        tags = getattr(picture, "tag_v2", {})
        for xmp in (info.get("xmp"), tags.get(700)):
            if isinstance(xmp, bytes):
                yield xmp_lines(xmp)
                break
        if isinstance(comment := info.get("comment"), bytes):
            yield _told(Stored("text", comment, "Comment"))
        for key, value in (IptcImagePlugin.getiptcinfo(picture) or {}).items():
            if key in _IPTC:
                for one in (value if isinstance(value, list) else [value])[:200]:
                    yield _told(Stored("text", one, _IPTC[key]))


@contextlib.contextmanager
def _no_size_limit() -> Iterator[None]:
    """Open a picture whatever size it claims: its head alone is read, so the claim costs nothing."""
    before, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = before
