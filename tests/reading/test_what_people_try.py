"""The files that a person would try: each is read, or told with what to do about it. None is "nothing found" unread."""

from __future__ import annotations

import io
import plistlib
import threading
from collections.abc import Mapping
from pathlib import Path

import pypdf
import pytest

from seen_online.reading.page import Page
from seen_online.reading.scan import read_files
from support import documents

SAYS = "Nia Ashworth 07700 900123"


def old_office(inside: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + inside.encode("utf-16-le")


def locked_pdf(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(documents.pdf(SAYS)))
    writer.encrypt(password, owner_password="owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def open_format(kind: str, content: str | bytes, extra: Mapping[str, str | bytes] | None = None) -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    return documents.zipped({"mimetype": mimetype, "content.xml": content, **(extra or {})})


def locked_parts() -> str:
    return "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"


PAGES = documents.zipped({"Index/Document.iwa": b"\0\1", "Metadata/Properties.plist": b"bplist00", "preview.jpg": "x"})
EMPTY, LOCKED, OLD = "It is empty. Save", "without the password", "Save it as .docx or PDF"
POINTS, FILM, AS_PDF = "Drop here what it points to", "yourself", "Save it as PDF"

TOLD = [
    ("letter.doc", old_office("WordDocument"), "failed", OLD),
    ("rota.xls", old_office("Workbook"), "failed", OLD),
    ("rota.xlsb", documents.zipped({"[Content_Types].xml": "<T/>", "xl/workbook.bin": "x"}), "failed", OLD),
    ("letter.rtf", b"{\\rtf1\\ansi " + SAYS.encode() + b"}", "failed", OLD),
    ("mail.msg", old_office("__substg1.0_0037001F"), "failed", "Outlook"),
    ("cv.pages", PAGES, "failed", "as PDF"),
    ("sealed.docx", old_office("EncryptedPackage"), "failed", LOCKED),
    ("sealed.pdf", locked_pdf("secret"), "failed", LOCKED),
    ("sealed.odt", open_format("text", b"\x8f\1", {"META-INF/manifest.xml": locked_parts()}), "failed", LOCKED),
    (
        "sealed whole.odt",
        documents.zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "encrypted-package": b"\x8f\1",
                "META-INF/manifest.xml": locked_parts(),
            }
        ),
        "failed",
        LOCKED,
    ),
    ("empty.txt", b"", "failed", EMPTY),
    ("empty.docx", b"", "failed", EMPTY),
    ("empty.jpg", b"", "failed", EMPTY),
    ("half.docx", documents.docx("<w:p/>" * 99)[:200], "failed", "damaged"),
    (
        "no heart.docx",
        documents.zipped({"[Content_Types].xml": "<T/>", "word/styles.xml": "<x/>"}),
        "failed",
        "damaged",
    ),
    ("letter.lnk", b"L\0\0\0\1\x14\2\0" + bytes(60), "not_read", POINTS),
    ("club.url", b"[InternetShortcut]\r\nURL=https://www.example.org/nia\r\n", "not_read", POINTS),
    ("club.desktop", b"[Desktop Entry]\nType=Link\nURL=https://www.example.org/nia\n", "not_read", POINTS),
    ("club.webloc", plistlib.dumps({"URL": "https://www.example.org/nia"}), "not_read", POINTS),
    ("bin.webloc", plistlib.dumps({"URL": "x"}, fmt=plistlib.FMT_BINARY), "not_read", POINTS),
    ("film.mp4", b"\0\0\0\x18ftypisom\0\0\0\0mp42", "not_read", FILM),
    ("song.mp3", b"ID3\3\0", "not_read", FILM),
    ("photos.7z", b"7z\xbc\xaf\x27\x1c" + bytes(30), "failed", "Unpack this one"),
    ("drawing.psd", b"8BPS\0\1" + bytes(60), "failed", AS_PDF),
    ("program.exe", b"MZ\x90\0\3\0\0\0" + bytes(60), "failed", AS_PDF),
]
READ = [
    ("locked for printing.pdf", locked_pdf(""), "application/pdf"),
    ("mail.eml", b"From: a@example.org\nSubject: Hi\n\n" + SAYS.encode(), "message/rfc822"),
    (
        "page.mht",
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n"
        b"Content-Transfer-Encoding: quoted-printable\n\n<p>Nia Ashworth=20<b>07700=\n 900123</b>\n--b--\n",
        "message/rfc822",
    ),
    ("page without a name", b"<html><p>" + SAYS.encode(), "text/html"),
    ("a PDF called.txt", documents.pdf(SAYS), "application/pdf"),
    ("drawing.svg", f"<svg><title>x</title><text>{SAYS}</text></svg>".encode(), "text/html"),
    (
        "table.ods",
        open_format("spreadsheet", f"<d {documents.ODT_NS}><table:table-cell><text:p>{SAYS}</text:p></table:table-cell></d>"),
        "application/vnd.oasis.opendocument.spreadsheet",
    ),
    (
        "talk.odp",
        open_format("presentation", f"<d {documents.ODT_NS}><text:p>{SAYS}</text:p></d>"),
        "application/vnd.oasis.opendocument.presentation",
    ),
]  # fmt: skip


def scanned(folder: Path, name: str, data: bytes) -> Page:
    file = folder / name
    file.write_bytes(data)
    ((_, page),) = read_files([file], lambda *_: None, threading.Event())
    return page


@pytest.mark.parametrize(("name", "data", "outcome", "says"), TOLD, ids=[name for name, *_ in TOLD])
def test_what_is_not_read_says_what_to_do(name: str, data: bytes, outcome: str, says: str, tmp_path: Path) -> None:
    page = scanned(tmp_path, name, data)
    assert (page.outcome.value, page.text) == (outcome, "")
    assert says in page.detail


@pytest.mark.parametrize(("name", "data", "media_type"), READ, ids=[name for name, *_ in READ])
def test_what_is_read_is_read(name: str, data: bytes, media_type: str, tmp_path: Path) -> None:
    page = scanned(tmp_path, name, data)
    assert (page.outcome.value, page.media_type) == ("read", media_type)
    assert SAYS in page.text
