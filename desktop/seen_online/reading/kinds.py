"""What kind of document some bytes are: by what they are first, then by what they were said to be, then by name."""

from __future__ import annotations

import re
from enum import StrEnum

HEAD = 4096  # bytes that tell the kind
FIRST_TAG = 65_536  # bytes within which what is called HTML has its first tag, or is plain text


class Kind(StrEnum):
    """The kinds of document we know; the value is the media type that the page is given."""

    HTML = "text/html"
    TEXT = "text/plain"
    VCARD = "text/vcard"
    CSV = "text/csv"
    JSON = "application/json"
    XML = "application/xml"
    MAIL = "message/rfc822"
    PDF = "application/pdf"
    ZIP = "application/zip"
    WEBARCHIVE = "application/x-webarchive"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    ODP = "application/vnd.oasis.opendocument.presentation"
    IWORK = "application/vnd.apple.iwork"
    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    TIFF = "image/tiff"
    GIF = "image/gif"
    HEIF = "image/heic"
    OLD_OFFICE = "application/x-ole-storage"
    OTHER_ARCHIVE = "application/x-archive"
    FILM = "video/mp4"
    SHORTCUT = "application/x-mswinurl"
    OTHER = "application/octet-stream"


PICTURES = frozenset({Kind.JPEG, Kind.PNG, Kind.WEBP, Kind.TIFF, Kind.GIF, Kind.HEIF})
# Their readers are large, written in C or unpack things, so they run in a process of their own (see apart). A ZIP file
# may be an Office document; only that process looks.
APART = PICTURES | {Kind.ZIP, Kind.PDF, Kind.MAIL, Kind.WEBARCHIVE, Kind.OLD_OFFICE}

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"bplist00", Kind.WEBARCHIVE),
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\x00", Kind.TIFF),
    (b"MM\x00*", Kind.TIFF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLD_OFFICE),
    (b"{\\rtf", Kind.OLD_OFFICE),
    (b"L\0\0\0\x01\x14\x02\0", Kind.SHORTCUT),
    (b"book\0\0\0\0mark", Kind.SHORTCUT),
    (b"\x1f\x8b", Kind.OTHER_ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Kind.OTHER_ARCHIVE),
    (b"Rar!\x1a\x07", Kind.OTHER_ARCHIVE),
    (b"BZh", Kind.OTHER_ARCHIVE),
    (b"\xfd7zXZ\x00", Kind.OTHER_ARCHIVE),
    (b"\x28\xb5\x2f\xfd", Kind.OTHER_ARCHIVE),
    (b"ID3", Kind.FILM),
    (b"OggS", Kind.FILM),
    (b"fLaC", Kind.FILM),
    (b"\x1a\x45\xdf\xa3", Kind.FILM),
    (b"\x00\x00\x01\xba", Kind.FILM),
)
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"})
_HTML_START = re.compile(
    rb"(?:\s|<!--(?:[^>-]|-(?!->)){0,2000}+-->)*+<(?:!doctype\s++html|html|head|body|title|meta|table|div|p|h[1-6]|br|script|style|"
    rb"iframe|font|a|b|center|link|base|svg)(?=[\s>/])",
    re.IGNORECASE,
)
_XHTML = re.compile(rb"<html[\s>]", re.IGNORECASE)
_TAG = re.compile(rb"</?[a-zA-Z][a-zA-Z0-9]{0,14}[\s/>]|<!--|&[#a-zA-Z][a-zA-Z0-9]{1,9};")
_SHORTCUTS = (b"[InternetShortcut]", b"[Desktop Entry]")
_SCRIPT_DATA = re.compile(rb"\s*+(?:(?:var|let|const)\s{1,9})?[A-Za-z_][\w.]{0,80}+\s*+=\s*+[\[{]")
_MAIL_HEAD = re.compile(rb"(?:From|Return-Path|Received|MIME-Version|Date|Delivered-To|Message-ID):[ \t]", re.I)
_CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\n\v\f\r\x1b")
_BY_NAME = {
    "html": Kind.HTML, "htm": Kind.HTML, "xhtml": Kind.HTML, "txt": Kind.TEXT, "md": Kind.TEXT, "csv": Kind.CSV,
    "tsv": Kind.CSV, "json": Kind.JSON, "js": Kind.JSON, "vcf": Kind.VCARD, "vcard": Kind.VCARD, "xml": Kind.XML,
    "eml": Kind.MAIL, "mht": Kind.MAIL, "mhtml": Kind.MAIL,
}  # fmt: skip
_BY_TYPE = {
    "text/html": Kind.HTML, "application/xhtml+xml": Kind.HTML, "text/csv": Kind.CSV,
    "text/tab-separated-values": Kind.CSV, "text/vcard": Kind.VCARD, "text/x-vcard": Kind.VCARD,
    "text/directory": Kind.VCARD, "application/json": Kind.JSON, "application/ld+json": Kind.JSON,
    "application/xml": Kind.XML, "text/xml": Kind.XML, "message/rfc822": Kind.MAIL, "multipart/related": Kind.MAIL,
}  # fmt: skip


def tell(data: bytes, media_type: str = "", name: str = "") -> Kind:
    """Tell the kind of a document.

    Args:
        data: the document, or its first `HEAD` bytes.
        media_type: what it was said to be (a Content-Type), or "".
        name: its file name or address, or "".
    """
    head = data[:HEAD]
    if name.lower().endswith(".webloc") and b"plist" in head[:300]:
        return Kind.SHORTCUT
    if packed := _binary(head):
        return packed
    said = media_type.partition(";")[0].strip().lower()
    guess = _BY_TYPE.get(said) or (None if said.startswith("text/") and said != "text/plain" else _by_name(name))
    return _textual(data, head, guess)


def _binary(head: bytes) -> Kind | None:
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head[:4] == b"RIFF":
        return Kind.WEBP if head[8:12] == b"WEBP" else Kind.FILM
    if head[4:8] == b"ftyp":
        brands = {head[8:12], *(head[at : at + 4] for at in range(16, min(len(head), 64), 4))}
        return Kind.HEIF if brands & _HEIF_BRANDS else Kind.FILM
    if head[257:262] == b"ustar":
        return Kind.OTHER_ARCHIVE
    return None


def _textual(data: bytes, head: bytes, guess: Kind | None) -> Kind:
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or _every_other_is_nul(head)
    bare = head
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        bare = bare.removeprefix(mark)
    bare = bare.replace(b"\x00", b"")
    start = bare.lstrip()
    if start[:12].upper().startswith(b"BEGIN:VCARD"):
        return Kind.VCARD
    if start.startswith(_SHORTCUTS) and b"\nURL=" in start:
        return Kind.SHORTCUT
    if _HTML_START.match(bare):
        return Kind.HTML
    if not wide and guess is not Kind.HTML and _is_binary(head):
        return Kind.OTHER
    if start.startswith(b"<?xml") or (start.startswith(b"<") and guess is Kind.XML):
        return Kind.HTML if _XHTML.search(start) else Kind.XML
    if guess in (Kind.JSON, None, Kind.TEXT) and (
        _SCRIPT_DATA.match(start) if guess is Kind.JSON else start.startswith(b"window.YTD.")
    ):
        return Kind.JSON
    if start[:1] in (b"{", b"["):
        return Kind.TEXT if guess is Kind.HTML else Kind.JSON
    if guess is Kind.MAIL or (guess is None and _MAIL_HEAD.match(start)):
        return Kind.MAIL
    if guess is Kind.HTML:
        return Kind.HTML if _TAG.search(data, 0, FIRST_TAG) else Kind.TEXT
    return guess if guess is Kind.CSV or guess is Kind.VCARD else Kind.TEXT


def _every_other_is_nul(head: bytes) -> bool:
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return len(head) >= 4 and max(even, odd) * 3 > len(head) and min(even, odd) * 10 < max(even, odd)


def _is_binary(head: bytes) -> bool:
    """Tell whether these bytes are no text: a text has hardly any control characters but line ends and tabs."""
    controls = len(head) - len(
        head.translate(None, bytes([*range(9), 14, 15, 16, *range(17, 27), 28, 29, 30, 31, 127]))
    )
    return controls * 20 > len(head)


def _by_name(name: str) -> Kind | None:
    end = name.partition("?")[0].partition("#")[0].rpartition(".")[2].lower()
    return _BY_NAME.get(end)
