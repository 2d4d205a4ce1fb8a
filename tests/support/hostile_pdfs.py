"""PDFs that are made to harm whoever reads them, and how each reading should end."""

from __future__ import annotations

import zlib

from support import documents
from support.hostile_documents import FAILED, MANY, MARK, PARTLY, READ, Hostile

_STATES = b"BT /F1 12 Tf (jane@example.org) Tj ET"


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< " + more + b" /Length %d >>\nstream\n%b\nendstream" % (len(data), data)


def _letters_in_letters() -> bytes:
    """A Type 3 font whose one letter is written in that same font."""
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 8 0 R >> "
        b"/Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] "
        b"/Resources << /Font << /F1 7 0 R >> >> >>"
    )
    return documents.pdf(
        content=b"BT /F1 12 Tf (aaaa) Tj ET",
        page=b"/Resources << /Font << /F1 7 0 R >> >> ",
        more=(font, _stream(b"BT /F1 1 Tf (aaaa) Tj ET")),
    )


def _packed_30_times() -> bytes:
    content = _STATES
    for _ in range(30):
        content = zlib.compress(content)
    plain = documents.pdf(content=content)
    length = b"<< /Length %d >>" % len(content)
    return plain.replace(length, length[:-3] + b" /Filter [" + b"/FlateDecode " * 30 + b"] >>")


def _picture_of_gigabytes() -> bytes:
    picture = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8"
    return documents.pdf(
        content=b"/X Do " * 5_000 + _STATES,
        page=b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 7 0 R >> >> ",
        more=(_stream(b"abcd", picture + b" /Filter /JBIG2Decode"),),
    )


def _before_itself() -> bytes:
    data = documents.pdf(MARK)
    return data.replace(b"trailer << ", b"trailer << /Prev %d " % int(data.rsplit(b"startxref\n", 1)[1].split()[0]))


def _deep_properties() -> bytes:
    packet = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + b"<a>" * MANY + b"</x:xmpmeta>"
    return documents.pdf(MARK, catalog=b"/Metadata 7 0 R ", more=(_stream(packet, b"/Type /Metadata /Subtype /XML"),))


PDFS: dict[str, Hostile] = {
    "a PDF whose text is a ring": Hostile(
        lambda: documents.pdf(more=(b"7 0 R",)).replace(b"/Contents 4 0 R", b"/Contents 7 0 R"), READ, False
    ),
    "a PDF whose branches are a ring": Hostile(
        lambda: documents.pdf(MARK, more=(b"<< /Type /Pages /Kids [2 0 R 7 0 R] /Count 9 /Parent 7 0 R >>",)).replace(
            b"/Kids [3 0 R]", b"/Kids [7 0 R 3 0 R]"
        ),
        PARTLY,
        False,
    ),
    "a PDF of a billion objects": Hostile(
        lambda: documents.pdf(MARK).replace(b"xref\n0 7", b"xref\n0 999999999"), READ, True
    ),
    "a PDF as large as can be": Hostile(
        lambda: documents.pdf(MARK).replace(b"/Size 7", b"/Size 2147483647"), READ, True
    ),
    "a PDF that was before itself": Hostile(_before_itself, READ, True),
    "a PDF of 10,000 objects": Hostile(
        lambda: documents.pdf(MARK, more=tuple(b"<< /A %d 0 R >>" % (8 + n) for n in range(10_000))), READ, True
    ),
    "a PDF whose contents are a ring": Hostile(
        lambda: documents.pdf(
            MARK,
            catalog=b"/Outlines 7 0 R ",
            more=(b"<< /First 8 0 R /Last 8 0 R >>", b"<< /Title (x) /Next 8 0 R /First 8 0 R /Parent 8 0 R >>"),
        ),
        READ,
        True,
    ),
    "a PDF packed 30 times": Hostile(_packed_30_times, READ, True),
    "a PDF of 200,000 lists in lists": Hostile(
        lambda: documents.pdf(MARK, catalog=b"/X " + b"[" * 200_000 + b"]" * 200_000), READ, True
    ),
    "a PDF of 200,000 things in things": Hostile(
        lambda: documents.pdf(MARK, catalog=b"/X " + b"<</A " * 200_000 + b"1" + b">>" * 200_000), READ, True
    ),
    "a PDF larger than the world": Hostile(
        lambda: documents.pdf(MARK).replace(b"[0 0 600 800]", b"[0 0 1e30 -1e30]"), READ, True
    ),
    "a PDF of three million states": Hostile(lambda: documents.pdf(content=b"q " * 3_000_000 + _STATES), FAILED, False),
    "a PDF of one page 100,000 times": Hostile(
        lambda: documents.pdf(MARK).replace(
            b"/Kids [3 0 R] /Count 1", b"/Kids [" + b"3 0 R " * MANY + b"] /Count %d" % MANY
        ),
        PARTLY,
        True,
    ),
    "a PDF whose letters are written in themselves": Hostile(_letters_in_letters, PARTLY, False),
    "a PDF with a picture of gigabytes": Hostile(_picture_of_gigabytes, READ, True),
    "a PDF with deep properties": Hostile(_deep_properties, READ, True),
}
