"""XMP: what cameras and programs store with a picture or a PDF, as XML."""

from __future__ import annotations

import re
from collections.abc import Mapping

from seen_online.reading.xml_events import feed_xml

MAX_XMP = 2_000_000  # bytes
MAX_LINES = 2_000
_TOLD = {
    "creator": "Author", "Artist": "Author", "author": "Author", "Author": "Author", "rights": "Copyright",
    "description": "Description", "title": "Title", "Headline": "Headline", "subject": "Keywords",
    "hierarchicalSubject": "Keywords", "UserComment": "Comment", "Credit": "Credit", "Source": "Source",
    "AuthorsPosition": "Job", "CaptionWriter": "Caption by", "Owner": "Owner", "OwnerName": "Owner",
    "CameraOwnerName": "Owner", "SerialNumber": "Serial number", "BodySerialNumber": "Serial number",
    "PersonInImage": "Person in the picture", "PersonDisplayName": "Person in the picture",
    "Name": "Name in the picture", "City": "City", "State": "County", "ProvinceState": "County", "Country": "Country",
    "CountryName": "Country", "Location": "Place", "Sublocation": "Place", "LocationName": "Place", "Event": "Event",
    "CiEmailWork": "E-mail", "CiTelWork": "Telephone", "CiAdrExtadr": "Address", "CiAdrCity": "City",
    "CiAdrPcode": "Postcode", "CiAdrCtry": "Country", "CiUrlWork": "Web page", "DateCreated": "Taken",
    "DateTimeOriginal": "Taken", "CreateDate": "Made", "CreatorTool": "Program",
}  # fmt: skip
_DEGREES = re.compile(r"(\d{1,3}),(\d{1,2}(?:\.\d{1,12})?)(?:,(\d{1,2}(?:\.\d{1,9})?))?([NSEW])")


class _Taken:
    def __init__(self) -> None:
        self.lines: dict[str, None] = {}
        self.place: dict[str, float] = {}
        self._open: list[str] = []
        self._text: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        self._open.append(tag)
        self._text = []
        for name, value in attributes.items():
            self._say(name, value)

    def end(self, tag: str) -> None:
        """Take an end tag."""
        text = "".join(self._text).strip()
        self._text = []
        # A list's items stand in rdf:li inside rdf:Seq, Bag or Alt, inside the property.
        for name in self._open[:-5:-1]:
            if name in _TOLD or name.startswith("GPSL"):
                self._say(name, text)
                break
        if self._open:
            self._open.pop()

    def data(self, text: str) -> None:
        """Take text."""
        self._text.append(text)

    def _say(self, name: str, value: str) -> None:
        value = " ".join(value.split())
        if not value:
            return
        if name in ("GPSLatitude", "GPSLongitude"):
            if (degrees := _decimal(value)) is not None:
                self.place[name] = degrees
        elif name in _TOLD and len(self.lines) < MAX_LINES:
            self.lines[f"{_TOLD[name]}: {value}"] = None


def _decimal(value: str) -> float | None:
    match = _DEGREES.fullmatch(value)
    if not match:
        return None
    degrees = int(match[1]) + float(match[2]) / 60 + float(match[3] or 0) / 3600
    return -degrees if match[4] in "SW" else degrees


def xmp_lines(data: bytes) -> list[str]:
    """Return what XMP tells about people and places, as lines."""
    taken = _Taken()
    if data := data[:MAX_XMP].strip(b"\0 \r\n\t"):
        feed_xml(data, taken)
    lines = list(taken.lines)
    if len(taken.place) == 2:
        lines.insert(0, f"GPS position: {taken.place['GPSLatitude']:.6f}, {taken.place['GPSLongitude']:.6f}")
    return lines
