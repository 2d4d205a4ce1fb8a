"""What a document is: by its bytes first, then by what was said, then by its name."""

from __future__ import annotations

import pytest

from seen_online.reading.kinds import Kind, tell
from support import documents


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<!DOCTYPE html><p>x", Kind.HTML),
        (b"\xef\xbb\xbf  <HTML>", Kind.HTML),
        (b"<!-- hello --><div>", Kind.HTML),
        ("<html>".encode("utf-16"), Kind.HTML),
        (b"<html>\0\0\0\0\0", Kind.HTML),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', Kind.HTML),
        (b'<?xml version="1.0"?><gpx>', Kind.XML),
        ('<?xml version="1.0"?><gpx>'.encode("utf-16"), Kind.XML),
        (b'{"a": 1}', Kind.JSON),
        (b"window.YTD.account.part0 = [ {", Kind.JSON),
        (b"BEGIN:VCARD\nVERSION:3.0", Kind.VCARD),
        (b"From: Jane <jane@example.org>\nSubject: x\n\nHello", Kind.MAIL),
        (b"Jane Fell\n", Kind.TEXT),
        (b"", Kind.TEXT),
        (b"\0\1\2\3\4\5", Kind.OTHER),
        (documents.pdf(), Kind.PDF),
        (b"junk before\n%PDF-1.4", Kind.PDF),
        (documents.zipped({"a": b"b"}), Kind.ZIP),
        (documents.jpeg(), Kind.JPEG),
        (documents.png(), Kind.PNG),
        (documents.webp(), Kind.WEBP),
        (documents.heic(), Kind.HEIF),
        (documents.tiff_exif(), Kind.TIFF),
        (b"GIF89a\1\0", Kind.GIF),
        (b"\0\0\0\x18ftypisom\0\0\0\0mp42", Kind.FILM),
        (b"RIFF\0\0\0\0WAVEfmt ", Kind.FILM),
        (b"\x1f\x8b\x08\0", Kind.OTHER_ARCHIVE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLD_OFFICE),
        (b"{\\rtf1\\ansi", Kind.OLD_OFFICE),
    ],
)
@pytest.mark.parametrize("said", ["", "text/plain", "application/octet-stream", "image/png"])
def test_what_the_bytes_say_counts_most(data: bytes, kind: Kind, said: str) -> None:
    assert tell(data, said) is kind


@pytest.mark.parametrize(
    ("data", "said", "name", "kind"),
    [
        (b"Hello <b>you</b>", "text/html; charset=utf-8", "", Kind.HTML),
        (b"Hello <b>you</b>", "", "page.HTM?x=1.txt", Kind.HTML),
        (b"Hello <b>you</b>", "text/plain", "", Kind.TEXT),
        (b"Hello you", "text/html", "", Kind.TEXT),
        (b"x" * 5000 + b"<br>y", "text/html", "", Kind.HTML),
        (b"a,b\n1,2", "text/csv", "", Kind.CSV),
        (b"a,b\n1,2", "", "Connections.csv", Kind.CSV),
        (b"a,b\n1,2", "text/plain", "Connections.csv", Kind.CSV),
        (b"a,b\n1,2", "", "notes.txt", Kind.TEXT),
        (b"var data = {1: 2}", "", "tweets.js", Kind.JSON),
        (b"function f() {}", "", "code.js", Kind.TEXT),
        (b"MIME-Version: 1.0\n", "", "page.mhtml", Kind.MAIL),
        (b"{not json}", "text/html", "", Kind.TEXT),
    ],
)
def test_then_what_was_said_and_then_the_name(data: bytes, said: str, name: str, kind: Kind) -> None:
    assert tell(data, said, name) is kind
