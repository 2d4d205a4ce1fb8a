"""Made-up documents of every kind we read, each made from scratch, for tests and fuzzers."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

DOCX_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODT_NS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)


def zipped(files: Mapping[str, bytes | str], *, packed: bool = True) -> bytes:
    """A ZIP file of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as pack:
        for name, data in files.items():
            pack.writestr(name, data)
    return out.getvalue()


def docx(body: str, extra: Mapping[str, bytes | str] | None = None) -> bytes:
    """A Word document with this body of w: XML."""
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {DOCX_NS}><w:body>{body}</w:body></w:document>",
    }
    return zipped(files | dict(extra or {}))


def odt(body: str, meta: str = "", extra: Mapping[str, bytes | str] | None = None) -> bytes:
    """An OpenDocument text with this body."""
    files: dict[str, bytes | str] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {ODT_NS}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {ODT_NS}><office:meta>{meta}</office:meta></office:document-meta>",
    }
    return zipped(files | dict(extra or {}))


def pdf(
    text: str = "jane@example.org 01632 960123",
    *,
    content: bytes | None = None,
    catalog: bytes = b"",
    page: bytes = b"",
    more: tuple[bytes, ...] = (),
) -> bytes:
    """A PDF of one page; `more` are objects from number 7 on, `catalog` and `page` entries of those dictionaries."""
    if content is None:
        content = b"BT /F1 12 Tf 50 700 Td (" + text.encode("latin-1") + b") Tj ET"
    font = b"" if b"/Resources" in page else b"/Resources << /Font << /F1 5 0 R >> >> "
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b">>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R " + font + page + b">>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (My CV) /Author (Jane Fell) >>",
        *more,
    ]
    out = b"%PDF-1.7\n"
    offsets: list[int] = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(out))
    )


def tiff_exif(*, latitude: tuple[int, int, int] = (54, 53, 42), west: bool = True, author: str = "Jane Fell") -> bytes:
    """EXIF as the little TIFF file that it is, with author, device, date and a place in Carlisle."""
    entries: list[tuple[int, int, int, bytes]] = []  # tag, type, count, value
    gps: list[tuple[int, int, int, bytes]] = []
    details: list[tuple[int, int, int, bytes]] = []

    def text(tag: int, value: str) -> tuple[int, int, int, bytes]:
        data = value.encode() + b"\0"
        return tag, 2, len(data), data

    def degrees(tag: int, value: tuple[int, int, int]) -> tuple[int, int, int, bytes]:
        return tag, 5, 3, b"".join(struct.pack("<LL", part, 1) for part in value)

    entries += [text(0x010F, "Example"), text(0x0110, "Phone 1"), text(0x013B, author)]
    details += [text(0x9003, "2024:05:06 10:11:12")]
    gps += [text(1, "N"), degrees(2, latitude), text(3, "W" if west else "E"), degrees(4, (2, 56, 1))]
    return _tiff(entries, {0x8769: details, 0x8825: gps})


def _tiff(entries: list[tuple[int, int, int, bytes]], inner: Mapping[int, list[tuple[int, int, int, bytes]]]) -> bytes:
    out = bytearray(b"II*\0\x08\0\0\0")

    def size(number: int) -> int:
        return 2 + 12 * number + 4

    at = 8 + size(len(entries) + len(inner))
    starts: dict[int, int] = {}
    for tag, listed in inner.items():
        starts[tag] = at
        at += size(len(listed))
    values = bytearray()

    def write(listed: list[tuple[int, int, int, bytes]]) -> None:
        out.extend(struct.pack("<H", len(listed)))
        for tag, kind, count, value in sorted(listed):
            if len(value) > 4:
                field = struct.pack("<L", at + len(values))
                values.extend(value + b"\0" * (len(value) & 1))
            else:
                field = value.ljust(4, b"\0")
            out.extend(struct.pack("<HHL4s", tag, kind, count, field))
        out.extend(b"\0\0\0\0")

    write(entries + [(tag, 4, 1, struct.pack("<L", start)) for tag, start in starts.items()])
    for listed in inner.values():
        write(listed)
    return bytes(out + values)


def jpeg(exif: bytes | None = None, *, size: tuple[int, int] = (8, 8), more: bytes = b"") -> bytes:
    """A JPEG's head: details, then a frame that claims `size`, then nothing that could be decoded."""
    out = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
    if exif is not None:
        body = b"Exif\0\0" + exif
        out += b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    frame = struct.pack(">BHHB", 8, size[1], size[0], 1) + b"\x01\x11\0"
    return (
        out
        + more
        + b"\xff\xc0"
        + struct.pack(">H", len(frame) + 2)
        + frame
        + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\xff\xd9"
    )


def segment(marker: int, body: bytes) -> bytes:
    """One segment of a JPEG."""
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body


def png(*chunks: tuple[bytes, bytes], size: tuple[int, int] = (8, 8)) -> bytes:
    """A PNG with these chunks before its picture; one whose name starts with "+" goes behind it, without the sign."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))

    before = [chunk(name, data) for name, data in chunks if not name.startswith(b"+")]
    behind = [chunk(name[1:], data) for name, data in chunks if name.startswith(b"+")]
    head = chunk(b"IHDR", struct.pack(">LLBBBBB", *size, 8, 0, 0, 0, 0))
    return b"".join(
        [b"\x89PNG\r\n\x1a\n", head, *before, chunk(b"IDAT", zlib.compress(b"\0" * 72)), *behind, chunk(b"IEND", b"")]
    )


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    """A WebP with these chunks and no picture."""
    body = b"".join(name + struct.pack("<L", len(data)) + data + b"\0" * (len(data) & 1) for name, data in chunks)
    return b"RIFF" + struct.pack("<L", len(body) + 4) + b"WEBP" + body


def heic(exif: bytes = b"", xmp: bytes = b"") -> bytes:
    """A HEIF with these details and no picture, laid out as iPhones do: items found by iinf and iloc."""

    def box(name: bytes, body: bytes) -> bytes:
        return struct.pack(">L4s", len(body) + 8, name) + body

    stored = {1: struct.pack(">L", 6) + b"Exif\0\0" + exif, 2: xmp}
    kinds = {1: b"Exif", 2: b"mime"}
    infos = b"".join(
        box(
            b"infe",
            struct.pack(">B3xHH4s", 2, number, 0, kind) + b"\0" + (b"application/rdf+xml\0" if number == 2 else b""),
        )
        for number, kind in kinds.items()
    )
    ftyp = box(b"ftyp", b"heic\0\0\0\0mif1heic")

    def meta(start: int) -> bytes:
        places, at = b"", start
        for number, data in stored.items():
            places += struct.pack(">HHHLL", number, 0, 1, at, len(data))
            at += len(data)
        iloc = box(b"iloc", b"\0\0\0\0\x44\0" + struct.pack(">H", len(stored)) + places)
        return box(b"meta", b"\0\0\0\0" + box(b"iinf", b"\0\0\0\0" + struct.pack(">H", 2) + infos) + iloc)

    start = len(ftyp) + len(meta(0)) + 8
    return ftyp + meta(start) + box(b"mdat", b"".join(stored.values()))


def xmp(inner: str) -> bytes:
    """An XMP packet with this inside its description."""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
        f"<rdf:Description>{inner}</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()
