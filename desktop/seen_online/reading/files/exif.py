"""EXIF: what a camera stores with a picture. Read by Pillow, told in plain lines."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from PIL import ExifTags
from PIL.Image import Exif

_IFD0 = {
    0x013B: "Author", 0x9C9D: "Author", 0x8298: "Copyright", 0x010E: "Description", 0x9C9B: "Title",
    0x9C9C: "Comment", 0x9C9E: "Keywords", 0x9C9F: "Subject", 0x013C: "Computer", 0x0131: "Program",
}  # fmt: skip
_DETAILS = {
    0x9003: "Taken", 0x9286: "Comment", 0xA430: "Owner of the camera", 0xA431: "Serial number of the camera",
    0xA435: "Serial number of the lens", 0xA436: "Title", 0xA437: "Author", 0xA438: "Edited by",
}  # fmt: skip
_CHARSETS = {b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "iso2022_jp", b"\0" * 8: "utf-8"}
MAX_VALUE = 10_000  # characters


def exif_of(data: bytes) -> Exif:
    """Return the EXIF in `data`, with or without its "Exif" mark. Raises what Pillow raises on nonsense."""
    exif = Exif()
    exif.load(data)
    return exif


def exif_lines(exif: Exif) -> list[str]:
    """Return what EXIF tells of people, places, devices and dates, the place first."""
    lines: list[str] = []
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if place := position(gps):
        lines.append(f"GPS position: {place[0]:.6f}, {place[1]:.6f}")
    areas = (_text(gps.get(code), marked=True) for code in (27, 28))
    lines += [f"Place: {area}" for area in areas if area]
    details = exif.get_ifd(ExifTags.IFD.Exif)
    for source, names in ((exif, _IFD0), (details, _DETAILS)):
        for code, name in names.items():
            text = _text(source.get(code), wide=0x9C9B <= code <= 0x9C9F, marked=code == 0x9286)
            if text:
                lines.append(f"{name}: {_date(text) if name == 'Taken' else text}")
    device = " ".join(part for part in (_text(exif.get(0x010F)), _text(exif.get(0x0110))) if part)
    if device:
        lines.append(f"Device: {device}")
    if not any(line.startswith("Taken") for line in lines) and (made := _text(exif.get(0x0132))):
        lines.append(f"Changed: {_date(made)}")
    return list(dict.fromkeys(lines))


def position(gps: Mapping[int, Any]) -> tuple[float, float] | None:
    """Return latitude and longitude in decimal degrees, or None where the GPS tags tell none."""
    latitude = _degrees(gps.get(2), _text(gps.get(1)), 90)
    longitude = _degrees(gps.get(4), _text(gps.get(3)), 180)
    if latitude is None or longitude is None or (latitude == 0 and longitude == 0):
        return None
    return latitude, longitude


def _degrees(value: Any, side: str, most: int) -> float | None:
    try:
        parts = [float(part) for part in (value if isinstance(value, tuple) else (value,))]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    degrees = sum(part / 60**power for power, part in enumerate(parts[:3]))
    if not math.isfinite(degrees) or abs(degrees) > most:
        return None
    return -degrees if side.upper() in ("S", "W") else degrees


def _text(value: Any, *, wide: bool = False, marked: bool = False) -> str:
    if isinstance(value, tuple) and value and all(isinstance(v, int) and 0 <= v < 256 for v in value):
        value = bytes(value)
    if isinstance(value, bytes):
        if wide:
            value = value.decode("utf-16-le", "replace")
        elif marked and value[:8] in _CHARSETS:
            value = value[8:].decode(_CHARSETS[value[:8]], "replace")
        else:
            value = value.decode("utf-8", "replace")
    if not isinstance(value, (str, int, float)):
        return ""
    return " ".join(str(value).replace("\0", " ").split())[:MAX_VALUE]


def _date(text: str) -> str:
    """Write EXIF's "2024:05:06 10:11:12" as a date that people write."""
    day, _, time = text.partition(" ")
    return f"{day.replace(':', '-')} {time}".strip()
