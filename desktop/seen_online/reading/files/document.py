"""One document, read in the reader's own process."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from seen_online.reading.files.packed import Unreadable, open_pack
from seen_online.reading.kinds import PICTURES, Kind
from seen_online.reading.parsers import MAX_TEXT_FILE, UNREAD, parse_text
from seen_online.reading.sheet import Reading, Sheet, unread
from seen_online.reading.why import Why

MAX_MAIL = 64_000_000  # bytes
# Old files of Office are little disks; names in them tell the kind. One holds an Office document with a password.
_SEALED, _LETTER = "EncryptedPackage".encode("utf-16-le"), "__substg1.0_".encode("utf-16-le")


def read_document(file: BinaryIO, kind: Kind, media_type: str = "") -> Reading:
    """Read one document of any kind; a ZIP file only where it is an Office document, else it is told as nested."""
    sheet = Sheet()
    try:
        if kind is Kind.ZIP:
            return _packed(file, sheet)
        if kind is Kind.OLD_OFFICE:
            return unread(_why_old(file.read(4_000_000)), kind.value)
        if kind in UNREAD:
            return unread(UNREAD[kind], kind.value)
        if kind not in _READERS:
            return parse_text(kind, file.read(MAX_TEXT_FILE + 1), media_type)
        _READERS[kind](file, kind, sheet)
    except Unreadable as reason:
        return unread(reason.why, kind.value)
    reading = sheet.reading(kind.value)
    return unread(Why.BROKEN, kind.value) if reading.why is Why.BROKEN and not reading.text else reading


# Each loads its library only once it is needed.
def _picture(file: BinaryIO, kind: Kind, sheet: Sheet) -> None:
    from seen_online.reading.files.picture import read_picture

    read_picture(file, kind, sheet)


def _pdf(file: BinaryIO, _kind: Kind, sheet: Sheet) -> None:
    from seen_online.reading.files.pdf import read_pdf

    read_pdf(file, sheet)


def _mail(file: BinaryIO, _kind: Kind, sheet: Sheet) -> None:
    from seen_online.reading.mail import read_mail

    read_mail(file.read(MAX_MAIL), sheet)
    if file.read(1):
        sheet.fell_short(Why.LONG)


def _webarchive(file: BinaryIO, _kind: Kind, sheet: Sheet) -> None:
    from seen_online.reading.webarchive import read_webarchive

    read_webarchive(file.read(MAX_MAIL), sheet)
    if file.read(1):
        raise Unreadable(Why.MEMORY)


_READERS: dict[Kind, Callable[[BinaryIO, Kind, Sheet], None]] = {
    **dict.fromkeys(PICTURES, _picture),
    Kind.PDF: _pdf,
    Kind.MAIL: _mail,
    Kind.WEBARCHIVE: _webarchive,
}


def _why_old(data: bytes) -> Why:
    if _SEALED in data:
        return Why.LOCKED
    return Why.OUTLOOK if _LETTER in data else Why.OLD_OFFICE


def read_guarded(file: BinaryIO, kind: Kind, media_type: str = "") -> Reading:
    """Read one document; whatever goes wrong costs this reading and no other."""
    try:
        return read_document(file, kind, media_type)
    except MemoryError:
        return unread(Why.MEMORY, kind.value)
    except Exception:  # noqa: BLE001 (a parser's fault must not end the reading of the other files)
        return unread(Why.BROKEN, kind.value)


def is_archive(file: BinaryIO) -> bool:
    """Tell whether a ZIP file is an archive of files, and not an Office document or beyond opening."""
    from seen_online.reading.files.office import office_kind

    try:
        with open_pack(file) as pack:
            return office_kind(pack) is None
    except Unreadable:
        return False
    finally:
        file.seek(0)


def _packed(file: BinaryIO, sheet: Sheet) -> Reading:
    from seen_online.reading.files.office import office_kind, read_office

    with open_pack(file) as pack:
        kind = office_kind(pack)
        if kind is None:
            return unread(Why.NESTED, Kind.ZIP.value)
        try:
            read_office(pack, kind, sheet)
        except Unreadable as reason:
            return unread(reason.why, kind.value)
        return sheet.reading(kind.value)
