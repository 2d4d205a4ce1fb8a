"""PDF, by PDFium: text, links, notes, form fields and properties. Its scripts are never run."""

from __future__ import annotations

import ctypes
import re
import time
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

import pypdfium2
import pypdfium2.raw as pdfium

from seen_online.reading.files.packed import Unreadable
from seen_online.reading.files.xmp import xmp_lines
from seen_online.reading.html.links import address_of
from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why

MAX_PAGES = 3_000
MAX_NOTES = 2_000  # on one page
MAX_NOTE = 20_000_000  # bytes; of a longer one PDFium gives nothing
MAX_XMP = 200_000  # bytes
MAX_SHAPES = 500  # of one page that are looked at
MANY_STROKES = 30  # lines and boxes of a page without words; so many may be drawn letters
LONGEST = 25.0  # seconds for the whole document; one page that takes longer is ended from outside
_NAMES = {"Title": "Title", "Author": "Author", "Subject": "Subject", "Keywords": "Keywords", "Creator": "Program"}
_WRONG_PASSWORD = 4
_HYPHEN = re.compile("\x02|\ufffe")  # how PDFium marks a hyphen at the end of a line


def read_pdf(file: BinaryIO, sheet: Sheet) -> None:
    """Write a PDF on `sheet`. Raises Unreadable."""
    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _WRONG_PASSWORD or "password" in str(error).lower()
        raise Unreadable(Why.LOCKED if locked else Why.BROKEN) from None
    try:
        _read(document, sheet)
        _properties(document, file, sheet)
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument, sheet: Sheet) -> None:
    end = time.monotonic() + LONGEST
    links: dict[str, None] = {}
    notes: list[str] = []
    for number in range(len(document)):
        if number >= MAX_PAGES or sheet.full:
            sheet.fell_short(Why.LONG)
            break
        if time.monotonic() > end:
            sheet.fell_short(Why.SLOW)
            break
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            sheet.fell_short(Why.PARTLY_BROKEN)
            continue
        try:
            letters = page.get_textpage()
            text = _HYPHEN.sub("-", letters.get_text_range())
            sheet.add("text", text)
            if _is_drawn(page) if not text.strip() else _is_cipher(letters):
                sheet.fell_short(Why.SCAN)
            links.update(dict.fromkeys(_links(document, page)))
            notes += _notes(page)
            if pdfium.FPDFPage_GetAnnotCount(page) > MAX_NOTES:
                sheet.fell_short(Why.LONG)
        except pypdfium2.PdfiumError:
            sheet.fell_short(Why.PARTLY_BROKEN)
        finally:
            page.close()
    sheet.add_lines("link", links)
    sheet.add_lines("comment", dict.fromkeys(notes))


def _is_drawn(page: pypdfium2.PdfPage) -> bool:
    """Tell whether a page without a word shows some all the same: in a picture, in strokes, or in nameless letters."""
    strokes = 0
    for shape in islice(page.get_objects(), MAX_SHAPES):
        kind = pdfium.FPDFPageObj_GetType(shape)
        strokes += kind == pdfium.FPDF_PAGEOBJ_PATH
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_TEXT) or strokes >= MANY_STROKES:
            return True
    return False


def _is_cipher(letters: pypdfium2.PdfTextPage) -> bool:
    """Tell whether a page does not say which letters most of its shapes are: a person can read it, we can't."""
    count = min(letters.count_chars(), MAX_SHAPES)
    nameless = sum(pdfium.FPDFText_HasUnicodeMapError(letters, number) == 1 for number in range(count))
    return nameless * 2 > count


def _links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[str]:
    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(MAX_NOTES):
        if not pdfium.FPDFLink_Enumerate(page, at, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        size = min(pdfium.FPDFAction_GetURIPath(document, action, None, 0), 4_000)
        if size > 1:
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
            if address := address_of(buffer.value.decode("utf-8", "replace")):
                yield address


def _notes(page: pypdfium2.PdfPage) -> Iterator[str]:
    """Yield what notes and form fields say: who wrote a note (T), the note (Contents), a field's value (V)."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        try:
            field = pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_WIDGET
            name, text = _string(note, b"T"), _string(note, b"V" if field else b"Contents")
            if text:
                yield f"{name}: {text}" if name else text
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _string(note: object, key: bytes) -> str:
    size = min(pdfium.FPDFAnnot_GetStringValue(note, key, None, 0), MAX_NOTE)
    if size <= 2:
        return ""
    buffer = (pdfium.FPDF_WCHAR * ((size + 1) // 2))()
    pdfium.FPDFAnnot_GetStringValue(note, key, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").strip()


def _properties(document: pypdfium2.PdfDocument, file: BinaryIO, sheet: Sheet) -> None:
    values = document.get_metadata_dict(skip_empty=True)
    lines = [f"{name}: {' '.join(values[key].split())}" for key, name in _NAMES.items() if values.get(key, "").strip()]
    lines += xmp_lines(_packet(file))
    sheet.title = values.get("Title", "")
    sheet.add_lines("properties", dict.fromkeys(lines))
    if document.count_attachments():
        sheet.fell_short(Why.HOLDS_FILES)


def _packet(file: BinaryIO) -> bytes:
    """Return the first XMP packet in a file: writers leave it unpacked, for programs like this one."""
    file.seek(0)
    before = b""
    while piece := file.read(1_000_000):
        window = before + piece
        if (start := window.find(b"<x:xmpmeta")) >= 0:
            packet = window[start:] + file.read(MAX_XMP)
            return packet[: max(0, packet.find(b"</x:xmpmeta>") + len(b"</x:xmpmeta>"))]
        before = piece[-16:]
    return b""
