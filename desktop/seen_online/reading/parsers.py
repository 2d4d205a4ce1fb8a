"""Which parser reads which kind of document. Each is loaded when its kind is first met."""

from __future__ import annotations

from seen_online.reading.charset import to_text
from seen_online.reading.kinds import Kind
from seen_online.reading.sheet import Reading, Sheet, unread
from seen_online.reading.why import Why

MAX_TEXT_FILE = 32_000_000  # bytes of a document that is text
MAX_JSON = 16_000_000  # bytes
# Kinds that no parser here reads, and what the person is told.
UNREAD = {
    Kind.OTHER: Why.STRANGE, Kind.OTHER_ARCHIVE: Why.OTHER_ARCHIVE, Kind.FILM: Why.FILM, Kind.SHORTCUT: Why.LINK,
}  # fmt: skip


def parse_text(kind: Kind, data: bytes, media_type: str = "") -> Reading:
    """Read a document that is text: HTML, plain, JSON, CSV, vCard or XML."""
    sheet = Sheet()
    if len(data) > MAX_TEXT_FILE:
        data = data[:MAX_TEXT_FILE]
        sheet.fell_short(Why.LONG)
    if kind is Kind.JSON and len(data) > MAX_JSON:
        data = data[: data.rfind(b",", 0, MAX_JSON)]  # its text takes up to four times its bytes
        sheet.fell_short(Why.LONG)
    if kind is Kind.XML:
        from seen_online.reading.xml_text import read_xml

        read_xml(data, sheet)
        return sheet.reading(kind.value)
    text = to_text(data, media_type, markup=kind is Kind.HTML)
    if kind is Kind.HTML:
        from seen_online.reading.html.reader import read_html

        read_html(text, sheet)
    elif kind is Kind.JSON:
        from seen_online.reading.json_text import read_json

        if not read_json(text, sheet):
            kind = Kind.TEXT
            sheet.add("text", text)
    elif kind is Kind.CSV:
        from seen_online.reading.csv_text import read_csv

        read_csv(text, sheet)
    elif kind is Kind.VCARD:
        from seen_online.reading.vcard import read_vcard

        read_vcard(text, sheet)
    else:
        sheet.add("text", text)
    return sheet.reading(kind.value)


def parse_guarded(kind: Kind, data: bytes, media_type: str = "") -> Reading:
    """Read a document that is text; whatever goes wrong costs this reading and nothing else."""
    try:
        return parse_text(kind, data, media_type)
    except MemoryError:
        return unread(Why.MEMORY, kind.value)
    except Exception:  # noqa: BLE001 (documents come from anybody; tests and fuzzers call parse_text itself)
        return unread(Why.BROKEN, kind.value)
