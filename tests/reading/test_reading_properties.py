"""Whatever the bytes: no parser raises, and what it gives is text that can be shown."""

from __future__ import annotations

import io
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seen_online.reading.charset import to_text
from seen_online.reading.files.document import read_document
from seen_online.reading.files.exif import exif_lines, exif_of
from seen_online.reading.html import links, scripts, style
from seen_online.reading.kinds import PICTURES, Kind, tell
from seen_online.reading.page import PageOutcome
from seen_online.reading.parsers import parse_text
from seen_online.reading.reader import read
from seen_online.reading.sheet import Reading
from seen_online.reading.why import Why
from support import documents

TAGS = """
    <p> </p> <b> </b> <div|hidden> </div> <td> <tr> <table> <a|href='mailto:a@b.org'> </a> <script> </script> <style>
    </style> <title> </title> <!-- --> <bdo|dir=rtl> </bdo> <span|itemprop=name> <div|itemscope> <pre> <option>
    <textarea> <i|class='h-card|p-name'> &# &amp; <input|type=hidden|value=x> <span|style='display:none'> jane @ é ' " >
""".replace("|", " ")
_PIECES = [*re.findall(r"<[^>]*>|\S+", TAGS), "\u202e", "\x00", "\n"]
SOUP = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)
CORPUS = {
    Kind.PDF: documents.pdf(),
    Kind.JPEG: documents.jpeg(documents.tiff_exif()),
    Kind.PNG: documents.png((b"eXIf", documents.tiff_exif()), (b"tEXt", b"Author\0Jane")),
    Kind.WEBP: documents.webp((b"EXIF", documents.tiff_exif())),
    Kind.HEIF: documents.heic(documents.tiff_exif(), documents.xmp("<dc:title>x</dc:title>")),
    Kind.TIFF: documents.tiff_exif(),
    Kind.ZIP: documents.docx("<w:p><w:r><w:t>Jane</w:t></w:r></w:p>"),
    Kind.MAIL: b"From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--\n",
    Kind.VCARD: b"BEGIN:VCARD\nFN:Jane\nADR:;;1 High St;;;;\nEND:VCARD\n",
    Kind.XML: b'<?xml version="1.0"?><a b="c"><d>e</d></a>',
}


def check(reading: Reading) -> None:
    reading.text.encode("utf-8")
    assert not any(ord(c) < 32 and c not in "\t\n" for c in reading.text)
    end = 0
    for part in reading.parts:
        assert end <= part.start < part.end <= len(reading.text)
        end = part.end
    assert (reading.outcome is PageOutcome.READ) == (reading.why in (Why.NOTHING, Why.PICTURE))


@given(SOUP)
@settings(max_examples=150, deadline=None)
def test_any_soup_of_tags(html: str) -> None:
    check(parse_text(Kind.HTML, html.encode()))


@given(SOUP, SOUP)
@settings(max_examples=60, deadline=None)
def test_what_stands_before_hidden_text_is_always_read(before: str, inside: str) -> None:
    text = parse_text(Kind.HTML, f"<p>MARK</p>{before}<p hidden>{inside}".encode()).text
    assert "MARK" in text


@given(st.binary(max_size=300), st.sampled_from(list(Kind)))
@settings(max_examples=150, deadline=None)
def test_any_bytes_said_to_be_any_kind(data: bytes, kind: Kind) -> None:
    check(read_document(io.BytesIO(data), kind))


@pytest.mark.parametrize("kind", CORPUS)
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_document_with_some_bytes_changed(kind: Kind, data: st.DataObject) -> None:
    good = bytearray(CORPUS[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(good)) | st.just(len(good)))
    reading = read_document(io.BytesIO(bytes(good[:cut])), kind)
    check(reading)
    # A fault of ours would hide behind "damaged": what parsers raise on damage is known to each of them.
    assert kind not in PICTURES or reading.outcome is not PageOutcome.REFUSED


@given(
    st.binary(max_size=200),
    st.sampled_from(["", "text/html; charset=utf-8", "text/html; charset=big5", "x; charset=hz"]),
)
@settings(max_examples=100, deadline=None)
def test_any_bytes_give_letters(data: bytes, said: str) -> None:
    to_text(data, said).encode("utf-8", "surrogatepass")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
def test_text_survives_every_charset_that_has_its_letters(text: str) -> None:
    for charset in ("utf-8", "utf-16", "utf-32"):
        data = text.encode(charset, "ignore")
        assert to_text(data, f"text/plain; charset={charset}").lstrip("\ufeff") == data.decode(charset).lstrip("\ufeff")


KEYS = [
    "year",
    "month",
    "day",
    "latitude",
    "longitude",
    "value",
    "href",
    "label",
    "timestamp",
    "@type",
    "@graph",
    "@value",
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6) | st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(JSON)
@settings(max_examples=150, deadline=None)
def test_any_json(data: object) -> None:
    text = json.dumps(data)
    check(parse_text(Kind.JSON, text.encode()))
    check(parse_text(Kind.HTML, f'<script type="application/ld+json">{text}</script>'.encode()))


@given(st.text(max_size=300))
@settings(max_examples=100)
def test_any_table(text: str) -> None:
    check(parse_text(Kind.CSV, text.encode("utf-8", "replace")))


@given(st.text(max_size=120))
@settings(max_examples=150)
def test_any_link_any_script_any_style(text: str) -> None:
    for scheme in ("", "mailto:", "tel:", "geo:", "https://www.facebook.com/", "http://"):
        assert len(links.address_of(scheme + text, text)) <= links.MAX_ADDRESS
    assert all("@" in line or "(" in line for line in scripts.addresses_in("mail@" + text))
    style.Styles().add(text + "none")
    style.look_of(text)


@given(st.binary(max_size=120))
@settings(max_examples=100)
def test_any_exif(data: bytes) -> None:
    try:
        exif = exif_of(b"II*\0\x08\0\0\0" + data)
    except Exception:  # noqa: BLE001 (Pillow raises what it likes; read_picture takes it all)
        return
    for line in exif_lines(exif):
        assert ": " in line


@given(st.binary(max_size=80), st.text(max_size=20), st.text(max_size=20))
def test_the_kind_is_always_told(data: bytes, said: str, name: str) -> None:
    assert tell(data, said, name) in Kind


def test_nothing_at_all_is_read() -> None:
    assert read(b"").outcome is PageOutcome.FAILED, "an empty file proves nothing"
