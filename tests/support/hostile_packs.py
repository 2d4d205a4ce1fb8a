"""Archives, Office documents and data that are made to harm whoever reads them, and how each reading should end."""

from __future__ import annotations

import gzip
import io
import struct
import warnings
import zipfile
import zlib

from support import documents
from support.hostile_documents import FAILED, MANY, MARK, PARTLY, READ, Hostile

_CRC = zlib.crc32(MARK.encode())
_NOWHERE = "http://127.0.0.1:9/"


def _packed(method: int, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as pack:
        pack.writestr("bomb.txt", data)
        pack.writestr("good.txt", MARK)
    return out.getvalue()


def _long_dictionary() -> bytes:
    """LZMA that asks for 4 GB of memory before the first byte."""
    data = bytearray(_packed(zipfile.ZIP_LZMA, b"x" * 99))
    at = data.index(b"bomb.txt") + len(b"bomb.txt") + 5
    data[at : at + 4] = b"\xff\xff\xff\xff"
    return bytes(data)


def _many() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        for number in range(8_000):
            pack.writestr(str(number), MARK)
    return out.getvalue()


def _one_name() -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as pack:
        warnings.simplefilter("ignore")  # it says that the name is there already
        for _ in range(200):
            pack.writestr("a.txt", MARK)
    return out.getvalue()


def _size_of_exabytes() -> bytes:
    """ZIP64: both heads say that the file is of 2**60 bytes."""
    more = struct.pack("<HHQQ", 1, 16, 1 << 60, 1 << 60)
    most = 0xFFFFFFFF
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 45, 0, 0, 0, 33, _CRC, most, most, 5, 20) + b"a.txt" + more
    head = (b"PK\1\2", 45, 45, 0, 0, 0, 33, _CRC, most, most, 5, 20, 0, 0, 0, 0, 0)
    central = struct.pack("<4s6H3L5H2L", *head) + b"a.txt" + more
    start = len(local) + len(MARK)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(central), start, 0)
    return local + MARK.encode() + central + end


def _list_of_petabytes() -> bytes:
    """ZIP64: the end record says that the list holds 2**40 files in 2**50 bytes."""
    data = documents.zipped({"a.txt": MARK}, packed=False)
    start, at = data.index(b"PK\1\2"), data.rindex(b"PK\5\6")
    end = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1 << 40, 1 << 40, 1 << 50, start)
    where = struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)
    most = 0xFFFFFFFF
    return data[:at] + end + where + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, most, most, 0)


def _two_names() -> bytes:
    data = bytearray(documents.zipped({"a.txt": MARK}, packed=False))
    data[30:35] = b"b.exe"
    return bytes(data)


def _word(declared: str, text: str) -> bytes:
    xml = f'<?xml version="1.0"?><!DOCTYPE d {declared}><d><p><t>{text}{MARK}</t></p></d>'
    return documents.zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def _open_format(declared: str, content: str) -> bytes:
    xml = f"<?xml version='1.0'?>{declared}<office:document-content {documents.ODT_NS}>{content}</office:document-content>"
    return documents.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml})


def _laughs() -> bytes:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    return _open_format(f"<!DOCTYPE x [{levels}]>", f"<text:p>&a9;{MARK}</text:p>")


def _million_cells() -> bytes:
    return _open_format(
        "",
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        f'table:number-columns-repeated="16384"><text:p>{MARK}</text:p></table:table-cell></table:table-row>',
    )


def _list_in_itself() -> bytes:
    return b"bplist00\xa1\0\x08" + bytes(6) + b"\1\1" + struct.pack(">QQQ", 1, 0, 10)


def _doubling_lists() -> bytes:
    """A property list of 60 lists, each of which holds the next one twice."""
    data, starts = b"bplist00", b""
    for one in [*(bytes([0xA2, n + 1, n + 1]) for n in range(60)), b"\x51a"]:
        starts += struct.pack(">H", len(data))
        data += one
    return data + starts + bytes(6) + b"\2\1" + struct.pack(">QQQ", 61, 0, len(data))


PACKS: dict[str, Hostile] = {
    "a ZIP of 8,000 files": Hostile(_many, PARTLY, True),
    "a ZIP of one name": Hostile(_one_name, READ, True),
    "a ZIP of many small bombs": Hostile(
        lambda: documents.zipped({f"{n}.txt": b"ab" * 3_900_000 for n in range(60)}), PARTLY, False
    ),
    "a ZIP whose file is of exabytes": Hostile(_size_of_exabytes, PARTLY, False),
    "a ZIP whose list is of petabytes": Hostile(_list_of_petabytes, FAILED, False),
    "a ZIP of two names for one file": Hostile(_two_names, PARTLY, False),
    "a ZIP with 16,000 ends": Hostile(
        lambda: documents.zipped({"a.txt": MARK})[:-2] + b"\xff\xff" + b"PK\5\6" * 16_383, FAILED, False
    ),
    "a ZIP of names without end": Hostile(lambda: documents.zipped({"a/" * 30_000 + "x": MARK}), READ, True),
    "an LZMA bomb": Hostile(lambda: _packed(zipfile.ZIP_LZMA, b" " * 60_000_000), PARTLY, True),
    "a bzip2 bomb": Hostile(lambda: _packed(zipfile.ZIP_BZIP2, b" " * 60_000_000), PARTLY, True),
    "LZMA with a dictionary of 4 GB": Hostile(_long_dictionary, PARTLY, True),
    "gzip in gzip": Hostile(lambda: gzip.compress(gzip.compress(bytes(100_000_000))), FAILED, False),
    "a DTD from outside in Word": Hostile(
        lambda: _word(f'SYSTEM "{_NOWHERE}" [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]', ""), READ, True
    ),
    "a picture from outside in Word": Hostile(lambda: _word(f'[<!ENTITY e SYSTEM "{_NOWHERE}">]', "&e;"), PARTLY, True),
    "a template from outside in Word": Hostile(
        lambda: documents.docx(
            f"<w:p><w:r><w:t>{MARK}</w:t></w:r></w:p>",
            {"word/_rels/settings.xml.rels": f'<R><Relationship TargetMode="External" Target="{_NOWHERE}"/></R>'},
        ),
        READ,
        True,
    ),
    "a billion laughs in OpenDocument": Hostile(_laughs, PARTLY, True),
    "a table of a billion cells": Hostile(_million_cells, READ, True),
    "a billion spaces": Hostile(
        lambda: documents.odt(f'<text:p><text:s text:c="999999999"/>{MARK}</text:p>'), READ, True
    ),
    "JSON of a million lists in lists": Hostile(lambda: b"[" * 1_000_000 + b"]" * 1_000_000, READ, False),
    "JSON of a million objects in objects": Hostile(
        lambda: b'{"a":' * 1_000_000 + b"1" + b"}" * 1_000_000, PARTLY, False
    ),
    "JSON of one number": Hostile(lambda: b'["%b", ' % MARK.encode() + b"9" * 4_000_000 + b"]", READ, True),
    "JSON of empty objects": Hostile(lambda: b"[" + b"{}," * 10_000_000 + b"{}]", PARTLY, False),
    "XML of a million names in names": Hostile(
        lambda: b'<?xml version="1.0"?><a>' + MARK.encode() + b"<a>" * 1_000_000, PARTLY, True
    ),
    "XML of 100,000 DOCTYPEs": Hostile(
        lambda: b'<?xml version="1.0"?>' + b"<!DOCTYPE a [<!ENTITY b 'c'> " * MANY + MARK.encode(), PARTLY, False
    ),
    "a property list in itself": Hostile(_list_in_itself, FAILED, False),
    "a property list that doubles": Hostile(_doubling_lists, FAILED, False),
    "a mail of 50,000 parts": Hostile(
        lambda: (
            b"From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n"
            + (b"--b\n\n%b\n" % MARK.encode()) * 50_000
        ),
        PARTLY,
        True,
    ),
    "a table of 20 million columns": Hostile(lambda: b"a,b\n" + MARK.encode() + b"," * 20_000_000, PARTLY, True),
    "a million cards": Hostile(lambda: b"BEGIN:VCARD\nFN:J\nEND:VCARD\n" * 1_000_000, PARTLY, False),
    "a letter with a million marks": Hostile(lambda: ("a" + "\u0301" * 1_000_000 + MARK).encode(), READ, True),
    "directions of reading without end": Hostile(lambda: ("\u2067" * 1_000_000 + MARK).encode(), READ, True),
    "a ZIP that would overwrite": Hostile(
        lambda: documents.zipped({"C:\\Windows\\x.txt": MARK, "/etc/passwd": MARK, "..\\..\\x": MARK}), READ, True
    ),
    "not even a ZIP": Hostile(lambda: b"PK\5\6" + bytes(18), FAILED, False),
    "an Office document in itself": Hostile(
        lambda: documents.docx("<w:p/>", {"word/embeddings/x.docx": documents.docx("<w:p/>")}), PARTLY, False
    ),
    "too much for one text": Hostile(lambda: b"From: a@example.org\n\n" + b"QUFB\n" * 6_000_000, FAILED, False),
}
