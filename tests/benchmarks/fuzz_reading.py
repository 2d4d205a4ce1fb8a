"""Fuzzes the parsers for as long as it is told. Any exception that a parser lets out ends it with the input.

    python tests/benchmarks/fuzz_reading.py [--minutes N] [--only KIND]

With atheris (pip install atheris, in an environment of its own) the inputs follow the code's branches; without it they
are random changes of one document of each kind. PDFium and whatever else is written in C runs in this process too:
a crash there is a finding of theirs, and costs one reading in the program.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import plistlib
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from support import documents

try:
    import atheris  # type: ignore[import-not-found]
except ImportError:
    atheris = None

with atheris.instrument_imports(include=["seen_online.reading"]) if atheris else contextlib.nullcontext():
    # Named here, so that their branches are watched: the program loads most of them at their first use.
    import seen_online.reading.csv_text
    import seen_online.reading.files.office
    import seen_online.reading.files.pdf
    import seen_online.reading.files.picture
    import seen_online.reading.html.reader
    import seen_online.reading.json_text
    import seen_online.reading.mail
    import seen_online.reading.vcard
    import seen_online.reading.webarchive
    import seen_online.reading.xml_text  # noqa: F401
    from seen_online.reading.files.archive import read_archive
    from seen_online.reading.files.document import is_archive, read_document
    from seen_online.reading.files.packed import Unreadable, open_pack
    from seen_online.reading.kinds import Kind, tell
    from seen_online.reading.page import PageOutcome

PAGE = """<!doctype html><html lang=en><head><title>Jane</title><meta name=description content=x><style>.a{display:none}
.b{direction:rtl;unicode-bidi:bidi-override}</style><script type="application/ld+json">{"@type":"Person","name":"J"}
</script><script>var a='jane'+'@';document.write(a+'example.org')</script></head><body><p class=a>x<p class=b>gro
<table><tr><td>a<td>b</table><a href="mailto:jane%40example.org">m</a><div itemscope><b itemprop=name>J</b></div>
<div typeof=Person><i property=name>J</i></div><div class=h-card><a class="p-name u-url" href=/>J</a></div><!-- c -->
<iframe srcdoc="&lt;p&gt;x&lt;iframe srcdoc=y>"></iframe><embed src=x><meta http-equiv=refresh content="1;url=x">
<bdo dir=rtl>x</bdo><pre>a\nb</pre><img alt="@"><span data-cfemail="422c2f022f2c">x</span>&#8238;x&#8236;</body>"""
XMP = documents.xmp("<dc:title>x</dc:title><exif:GPSLatitude>54,53.7N</exif:GPSLatitude>")
SEEDS: dict[Kind, bytes] = {
    Kind.HTML: PAGE.encode(),
    Kind.TEXT: "Jane\u202e Fell".encode("utf-16"),
    Kind.JSON: b'window.YTD.a.p = [{"a": {"year": 1, "month": 2, "day": 3, "time": 1199145600, "\\u00c3\\u00a9": 1}}]',
    Kind.CSV: b'Notes:\n"x, y"\n\nFirst Name,Last Name\nJane,"Fell"\n',
    Kind.VCARD: b"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:J=C3=\n=A9\nADR:;;1;;;;\nBDAY:19850312\nEND:VCARD\n",
    Kind.XML: b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a lat="1" lon="2"><b>&b;c</b></a>',
    Kind.MAIL: b"From: =?utf-8?q?J?= <a@example.org>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--\n",
    Kind.WEBARCHIVE: plistlib.dumps({"WebMainResource": {"WebResourceData": b"<p>x"}}, fmt=plistlib.FMT_BINARY),
    Kind.JPEG: documents.jpeg(
        documents.tiff_exif(), more=documents.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)
    ),
    Kind.PNG: documents.png((b"eXIf", documents.tiff_exif()), (b"iTXt", b"A\0\0\0\0\0b")),
    Kind.WEBP: documents.webp((b"EXIF", documents.tiff_exif()), (b"XMP ", XMP)),
    Kind.HEIF: documents.heic(documents.tiff_exif(), XMP),
    Kind.TIFF: documents.tiff_exif(),
    Kind.PDF: documents.pdf(),
    Kind.GIF: b"GIF89a\x08\0\x08\0\0\0\0!\xfe\x05Jane \0!\xff\x0bXMP DataXMP<x:xmpmeta>\x01\0,\0\0\0\0\x08\0\x08\0\0\x02\0;",
    Kind.DOCX: b'<d><p><pPr><rPr><vanish w:val="0"/></rPr></pPr><r><t>Jane</t></r></p><del author="A"><delText>x</delText>'
    b'</del><instrText> HYPERLINK "mailto:a@example.org" </instrText><tbl><tr><tc><p/></tc></tr></tbl></d>',
    Kind.XLSX: b'<worksheet><row r="1"><c t="s"><v>0</v></c><c t="inlineStr"><is><t>x</t></is></c><c><v>7</v></c></row>'
    b"</worksheet>",
    Kind.ODT: b"<document-content><p>Jane<s c='2'/><annotation><creator>A</creator><p>x</p></annotation></p>"
    b"<tracked-changes><p>x</p></tracked-changes><a href='mailto:a@example.org'>m</a></document-content>",
    Kind.ZIP: documents.zipped({"a.json": '{"a": "b"}', "b.txt": "x"}, packed=False),
}


INSIDE: dict[Kind, Callable[[bytes], dict[str, bytes]]] = {
    Kind.DOCX: lambda data: {"word/document.xml": data, "word/comments.xml": data, "docProps/core.xml": data},
    Kind.XLSX: lambda data: {"xl/worksheets/sheet1.xml": data, "xl/sharedStrings.xml": b"<sst><si><t>J</t></si></sst>"},
    Kind.ODT: lambda data: {
        "mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": data, "meta.xml": data,
    },
}  # fmt: skip


def one(kind: Kind, data: bytes) -> None:
    """Read one input; raise where the reading breaks its promises."""
    if kind in INSIDE:
        # A change in a packed document would only be told by its checksum; so the change comes first.
        data, kind = documents.zipped({"[Content_Types].xml": "<T/>", **INSIDE[kind](data)}, packed=False), Kind.ZIP
    file = io.BytesIO(data)
    if kind is Kind.ZIP and is_archive(file):
        with contextlib.suppress(Unreadable), open_pack(file) as pack:
            for number, _member in enumerate(read_archive(pack)):
                if number > 40:
                    return
        return
    tell(data)
    reading = read_document(file, kind)
    reading.text.encode("utf-8")
    end = 0
    for part in reading.parts:
        assert end <= part.start < part.end <= len(reading.text)
        end = part.end
    assert reading.outcome in PageOutcome


def changed(data: bytes, chance: random.Random) -> bytes:
    """`data` with a few changes: bytes, stretches doubled, left out or put elsewhere."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(out) + 1)
        size = chance.choice((1, 1, 2, 4, 16, 200))
        match chance.randrange(5):
            case 0:
                out[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del out[at : at + size]
            case 2:
                out[at:at] = out[at : at + size] * chance.choice((1, 2, 50))
            case 3:
                out[at:at] = chance.choice((b"\0", b"\xff\xff\xff\xff", b"<", b"&#", b"'", b"{", b"\x80\0\0\0", b"]]>"))
            case _:
                start = chance.randrange(len(out) + 1)
                out[at : at + size] = out[start : start + size]
    return bytes(out)


def at_random(kinds: list[Kind], seconds: float) -> None:
    """Read random changes until the time is over."""
    seed = random.SystemRandom().randrange(1 << 32)
    chance = random.Random(seed)
    end = time.monotonic() + seconds
    count, slowest, slow_kind = 0, 0.0, Kind.OTHER
    data = b""
    try:
        while time.monotonic() < end:
            kind = kinds[count % len(kinds)]
            data = changed(SEEDS[kind], chance)
            start = time.perf_counter()
            one(kind, data)
            if (took := time.perf_counter() - start) > slowest:
                slowest, slow_kind = took, kind
            count += 1
    except Exception:
        Path("/tmp/fuzz_reading.input").write_bytes(data)
        print(f"seed {seed}, input {count}, kind {kind.name}: kept as /tmp/fuzz_reading.input")
        raise
    minutes = f"{count} inputs in {seconds / 60:.1f} minutes"
    print(f"{minutes} (seed {seed}); the slowest took {slowest:.2f} s ({slow_kind.name})")


def by_branches(kinds: list[Kind], seconds: float) -> None:
    """Let atheris choose the inputs; the first byte tells the kind."""
    import tempfile

    corpus = Path(tempfile.mkdtemp(prefix="fuzz-reading-"))
    for number, kind in enumerate(kinds):
        (corpus / kind.name).write_bytes(bytes([number]) + SEEDS[kind])

    def take(data: bytes) -> None:
        if data:
            one(kinds[data[0] % len(kinds)], data[1:])

    atheris.Setup(
        [
            sys.argv[0],
            str(corpus),
            f"-max_total_time={int(seconds)}",
            "-max_len=20000",
            "-timeout=20",
            "-rss_limit_mb=2000",
        ],
        take,
    )
    atheris.Fuzz()


def main() -> None:
    """Fuzz."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--minutes", type=float, default=5)
    arguments.add_argument("--only", choices=[kind.name for kind in SEEDS])
    options = arguments.parse_args()
    kinds = [Kind[options.only]] if options.only else list(SEEDS)
    (by_branches if atheris else at_random)(kinds, options.minutes * 60)


if __name__ == "__main__":
    main()
