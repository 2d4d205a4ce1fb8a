"""Documents that are made to harm whoever reads them, and how each reading should end."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

from seen_online.reading.page import PageOutcome
from support import documents

READ, PARTLY, REFUSED, FAILED = PageOutcome.READ, PageOutcome.PARTLY, PageOutcome.REFUSED, PageOutcome.FAILED
MANY = 100_000
MARK = "jane@example.org"


class Hostile(NamedTuple):
    """A hostile document: how it is made, how its reading ends, and whether `MARK` is found in it all the same."""

    make: Callable[[], bytes]
    end: PageOutcome
    found: bool
    media_type: str = ""


def _html(before: str, after: str = "") -> Callable[[], bytes]:
    return lambda: f"<!doctype html><html><body>{before}<p>{MARK}{after}".encode()


def _bomb_in_pdf() -> bytes:
    content = zlib.compress(b"BT /F1 1 Tf (a) Tj ET " * 4_000_000, 9)
    plain = documents.pdf(content=content)
    length = b"<< /Length %d >>" % len(content)
    return plain.replace(length, length[:-3] + b" /Filter /FlateDecode >>")


def _overlapping() -> bytes:
    """A ZIP file whose 1,000 names all lead to the same packed megabytes of zeros."""
    body = zlib.compress(b"\0" * 30_000_000, 9)[2:-4]
    crc = zlib.crc32(b"\0" * 30_000_000)
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 33, crc, len(body), 30_000_000, 5, 0) + b"a.txt" + body
    central = b"".join(
        struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 33, crc, len(body), 30_000_000, 9, 0, 0, 0, 0, 0, 0)
        + b"%05d.txt" % number
        for number in range(1000)
    )
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1000, 1000, len(central), len(local), 0)
    return local + central + end


def _many_files() -> bytes:
    """A ZIP file with more names than memory: 300,000 in a list of 14 MB."""
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 33, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0) + b"ab"
    central = entry * 300_000
    return b"PK\3\4" + central + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(central), 4, 0)


def _nested(depth: int) -> bytes:
    data = documents.zipped({"a.txt": MARK})
    for _ in range(depth):
        data = documents.zipped({"inner.zip": data, "a.txt": MARK})
    return data


def _docx_bomb() -> bytes:
    return documents.docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 900_000)


def _quoted_office(xml: bytes) -> bytes:
    return documents.zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def _entities(levels: int = 9) -> bytes:
    declared = b"".join(
        b'<!ENTITY a%d "%b">' % (level, b"&a%d;" % (level - 1) * 10 if level else b"lol") for level in range(levels)
    )
    return (
        b'<?xml version="1.0"?><!DOCTYPE x ['
        + declared
        + b"]><x><t>&a%d;</t><t>%b</t></x>" % (levels - 1, MARK.encode())
    )


def _outer_entity() -> bytes:
    return (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x><t>&e;</t><t>%b</t></x>'
        % MARK.encode()
    )


def _pages_in_a_ring() -> bytes:
    return documents.pdf(MARK).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [2 0 R] /Count 1")


def _forms_in_a_ring() -> bytes:
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 7 0 R >> >> /Length 5 >>"
    return documents.pdf(
        content=b"/X Do",
        page=b"/Resources << /XObject << /X 7 0 R >> >> ",
        more=(form + b"\nstream\n/X Do\nendstream",),
    )


def _scripts_in_pdf() -> bytes:
    script = b"<< /S /JavaScript /JS (while \\(true\\) { app.launchURL\\('http://127.0.0.1:9/'\\) }) >>"
    return documents.pdf(MARK, catalog=b"/OpenAction 7 0 R /AA << /WC 7 0 R >> ", more=(script,))


def _endless_exif() -> bytes:
    """EXIF whose every directory points to itself."""
    return documents.jpeg(b"II*\0\x08\0\0\0\1\0" + struct.pack("<HHLL", 0x8769, 4, 1, 8) + b"\x08\0\0\0")


def _claims_pixels() -> bytes:
    return documents.jpeg(documents.tiff_exif(author=MARK), size=(60_000, 60_000))


def _text_bomb_in_png() -> bytes:
    return documents.png(
        (b"zTXt", b"Comment\0\0" + zlib.compress(b"a" * 100_000_000, 9)), (b"tEXt", b"Author\0" + MARK.encode())
    )


def _zip(name: str, data: bytes) -> Callable[[], bytes]:
    return lambda: documents.zipped({name: data, "good.txt": MARK})


def _locked_zip() -> bytes:
    data = bytearray(documents.zipped({"a.txt": MARK}, packed=False))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def _linked_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        link = zipfile.ZipInfo("passwd")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        pack.writestr(link, "/etc/passwd")
        pack.writestr("good.txt", MARK)
    return out.getvalue()


HTML: dict[str, Hostile] = {
    "100,000 nested tags": Hostile(_html("<div>" * MANY, "</div>" * MANY), READ, True),
    "100,000 tags that fit none of 100,000 open ones": Hostile(_html("<b>" * MANY + "</i>" * MANY), READ, True),
    "100,000 nested links": Hostile(_html("<a href=mailto:a@example.org>" * MANY), PARTLY, True),
    "100,000 nested things": Hostile(
        _html("<p itemscope itemprop=a typeof=b property=c class=h-card>x" * MANY), PARTLY, True
    ),
    "100,000 turned texts": Hostile(_html("<bdo dir=rtl>" * MANY, "</bdo>" * MANY), READ, False),
    "100,000 attributes": Hostile(_html("<p " + " ".join(f"a{n}=1" for n in range(MANY)) + ">"), READ, True),
    "50 MB of one attribute": Hostile(
        lambda: b"<html><p>" + MARK.encode() + b"<p title='" + b"a" * 50_000_000 + b"'>x", PARTLY, True
    ),
    "a tag that never ends": Hostile(lambda: b"<html><p>" + MARK.encode() + b"<p " + b"a " * 3_000_000, READ, True),
    "a comment that never ends": Hostile(_html("", "<!--" + "- " * 3_000_000), PARTLY, True),
    "a million signs that begin a tag": Hostile(_html("<" * 1_000_000), READ, True),
    "a million entities": Hostile(_html("&#x6a;&amp;&" * 300_000), READ, True),
    "an entity without end": Hostile(_html("&" + "a" * 3_000_000), READ, True),
    "a number without end": Hostile(_html("&#" + "1" * 3_000_000 + ";"), READ, True),
    "a style of a million slashes": Hostile(_html("<style>none" + "/*" * 1_000_000 + "</style>"), READ, True),
    "a style of a million braces": Hostile(_html("<style>none" + ".a{" * 500_000 + "</style>"), READ, True),
    "a style of spaces": Hostile(_html("<p style='display" + " " * 2_000_000 + ":none'>"), READ, True),
    "a script of a million quotes": Hostile(_html("<script>mail@" + "\\'" * 1_000_000 + "</script>"), PARTLY, True),
    "a script that doubles": Hostile(_html("<script>a='@a'\n" + "a=a+a\n" * 100_000 + "</script>"), PARTLY, True),
    "JSON-LD of 100,000 lists": Hostile(
        _html("<script type=application/ld+json>" + "[" * MANY + "</script>"), READ, True
    ),
    "JSON-LD of commas": Hostile(_html("<script type=application/ld+json>[" + ", " * MANY + "</script>"), READ, True),
    "spaces": Hostile(_html(" \t\n" * 2_000_000), PARTLY, False),
    "100,000 empty rows": Hostile(_html("<table>" + "<tr><td>" * MANY), READ, True),
    "NULs": Hostile(lambda: b"<html>\0<p>\0jane\0@exam\0ple.org" + b"\0" * 1_000_000, READ, True),
    "its own entities": Hostile(
        lambda: b'<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b SYSTEM "file:///etc/passwd">]><p>&a;&b;' + MARK.encode(),
        READ,
        True,
    ),
    "a charset that unpacks": Hostile(lambda: b"<meta charset=zlib><p>" + MARK.encode(), READ, True),
    "a charset that hides tags": Hostile(
        lambda: b"<meta charset=utf-7><p>" + MARK.encode() + b"+ADw-script+AD4-", READ, True
    ),
    "a right-to-left override": Hostile(_html("\u202e" * 100_000 + "gro.elpmaxe@enaj\u202c"), READ, True),
}

FILES: dict[str, Hostile] = {
    "a ZIP bomb": Hostile(_zip("bomb.txt", b"\0" * 40_000_000), PARTLY, True),
    "a ZIP bomb of many heads": Hostile(_overlapping, PARTLY, False),
    "a ZIP with too many files": Hostile(_many_files, REFUSED, False),
    "nested ZIPs": Hostile(lambda: _nested(5), PARTLY, True),
    "a ZIP that climbs": Hostile(_zip("../../../../etc/passwd", b"x"), READ, True),
    "a ZIP with a link": Hostile(_linked_zip, PARTLY, True),
    "a ZIP with a password": Hostile(_locked_zip, PARTLY, False),
    "a ZIP cut off": Hostile(lambda: documents.zipped({"a.txt": MARK})[:60], FAILED, False),
    "half a ZIP of noise": Hostile(lambda: b"PK\3\4" + bytes(range(256)) * 400, FAILED, False),
    "a Word bomb": Hostile(_docx_bomb, REFUSED, False),
    "100,000 nested tags in Word": Hostile(
        lambda: _quoted_office(b"<w:document xmlns:w='x'><w:t>" + MARK.encode() + b"</w:t>" + b"<w:p>" * MANY),
        PARTLY,
        True,
    ),
    "XML entities in Word": Hostile(lambda: _quoted_office(_entities()), PARTLY, True),
    "an outer entity in Word": Hostile(lambda: _quoted_office(_outer_entity()), PARTLY, True),
    "XML entities": Hostile(_entities, PARTLY, True),
    "an outer entity": Hostile(_outer_entity, PARTLY, True),
    "entities in a strange charset": Hostile(
        lambda: _entities().decode().replace("?>", ' encoding="utf-16"?>', 1).encode("utf-16"), PARTLY, True
    ),
    "XML of 100,000 names": Hostile(
        lambda: (
            b'<?xml version="1.0"?><x '
            + b" ".join(b'xmlns:a%d="b"' % n for n in range(MANY))
            + b">"
            + MARK.encode()
            + b"</x>"
        ),
        READ,
        True,
    ),
    "a PDF whose pages are a ring": Hostile(_pages_in_a_ring, PARTLY, False),
    "a PDF whose forms are a ring": Hostile(_forms_in_a_ring, READ, False),
    "a PDF bomb": Hostile(_bomb_in_pdf, FAILED, False),
    "a PDF with scripts": Hostile(_scripts_in_pdf, READ, True),
    "a PDF of a billion pages": Hostile(
        lambda: documents.pdf(MARK).replace(b"/Count 1", b"/Count 1000000000"), READ, True
    ),
    "a PDF of noise": Hostile(lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400, FAILED, False),
    "a picture of 60,000 × 60,000": Hostile(_claims_pixels, READ, True),
    "a PNG of 60,000 × 60,000": Hostile(
        lambda: documents.png((b"tEXt", b"Author\0" + MARK.encode()), size=(60_000, 60_000)), READ, True
    ),
    "a PNG with a text bomb": Hostile(_text_bomb_in_png, PARTLY, True),
    "EXIF in a ring": Hostile(_endless_exif, READ, False),
    "a PNG whose chunk is as large as can be": Hostile(
        lambda: documents.png()[:33] + b"\xff\xff\xff\xfftEXt" + MARK.encode(), PARTLY, False
    ),
    "a HEIF whose boxes have no size": Hostile(
        lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0\0\0\1meta" * 1000, READ, False
    ),
    "JSON of 100,000 lists": Hostile(lambda: b"[" * MANY + b"]" * MANY, READ, False),
    "JSON of a million objects": Hostile(lambda: b'{"a":' * 400 + b"1" + b"}" * 400, READ, False),
    "a vCard without end": Hostile(
        lambda: b"BEGIN:VCARD\nFN:" + MARK.encode() + b"\n" + b'X;A="' * 500_000, READ, True
    ),
    "a table of one million columns": Hostile(lambda: b"a,b\n" + MARK.encode() + b",1" * 1_000_000, READ, True),
    "a mail in a mail in a mail": Hostile(
        lambda: (
            b"From: a@example.org\n"
            + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
        ),
        FAILED,
        False,
    ),
}

# Texts that are meant to make our own patterns slow; each is repeated until it is a megabyte.
BAIT = (
    "<a href='mailto:",
    "javascript:",
    "data-cfemail=",
    "\u202e",
    "\\'",
    "a@",
    "/*",
    "{",
    ",",
    "<!--",
    "&#",
    "a=a+",
    "<div style='display",
    "fromCharCode(1,",
    "<!DOCTYPE [",
    '"',
    "BEGIN:VCARD\n;",
    "[{",
    "x:",
    "=\n",
    "  ",
    "\n ",
    "<td>",
    "\x01\x02",
)
