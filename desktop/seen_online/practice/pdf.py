"""A plain PDF from lines of text, so that the practice CV can be kept as text in the project."""

from __future__ import annotations

_WIDTH, _HEIGHT, _MARGIN, _LEADING = 595, 842, 56, 15  # points; A4


def pdf_from_text(text: str) -> bytes:
    """Set `text` line by line on A4 pages in Helvetica; a line that starts with "# " is a heading.

    The letters are those of Windows-1252; others become "?". The same text gives the same bytes.
    """
    title = text.splitlines()[0].lstrip("# ") if text.strip() else ""
    pages = _pages(text.splitlines())
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(pages))), len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Title %s >>" % _string(title),
    ]
    for number, lines in enumerate(pages):
        content = _content(lines)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (_WIDTH, _HEIGHT, 7 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _pages(lines: list[str]) -> list[list[str]]:
    most = (_HEIGHT - 2 * _MARGIN) // _LEADING
    return [lines[start : start + most] for start in range(0, len(lines), most)] or [[]]


def _content(lines: list[str]) -> bytes:
    rows = [b"BT", b"%d TL" % _LEADING, b"%d %d Td" % (_MARGIN, _HEIGHT - _MARGIN)]
    for line in lines:
        font, shown = (b"/F2 13 Tf", line[2:]) if line.startswith("# ") else (b"/F1 11 Tf", line)
        rows.append(b"%s %s Tj T*" % (font, _string(shown)))
    return b"\n".join([*rows, b"ET"])


def _string(text: str) -> bytes:
    data = text.encode("cp1252", errors="replace")
    return b"(%s)" % data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets: list[int] = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
