"""How a Word file looks: one plain face, dark headings, tables with air, page numbers. Measured in Word's own units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

FACE = "Arial"  # on every office computer, and easily read
DARK, EDGE = "101214", "6E6E6E"  # text and the lines of a table: 18 and 5 to 1 against paper
_SIZES = {"Title": 20, "Heading 1": 15, "Heading 2": 12.5}  # points
_AFTER = 120  # twentieths of a point behind a paragraph
_AIR = {"top": 60, "left": 100, "bottom": 60, "right": 100}  # around a table's words


def dress(document: Document) -> None:
    """Set faces, colours and distances of the styles that a note uses."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    _defaults(document)
    for style in document.styles:
        for fonts in style.element.iter(qn("w:rFonts")):
            _plain(fonts)
    for name, size in _SIZES.items():
        style: Any = document.styles[name]
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), True, RGBColor.from_string(DARK)
        style.paragraph_format.space_before = Pt(0 if name == "Title" else size)
        style.paragraph_format.space_after = Pt(6)
        for line in list(style.element.iter(qn("w:pBdr"))):
            line.getparent().remove(line)
    _table(document)
    _page_numbers(document)


def _plain(fonts: Any) -> None:
    """Name the face in place of the template's themes, which go before any name. Other scripts keep Word's choice."""
    from docx.oxml.ns import qn

    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), FACE)


def _defaults(document: Document) -> None:
    from docx.oxml.ns import qn

    defaults: Any = document.styles.element.find(qn("w:docDefaults"))
    for fonts in defaults.iter(qn("w:rFonts")):
        _plain(fonts)
    for spacing in defaults.iter(qn("w:spacing")):
        spacing.set(qn("w:after"), str(_AFTER))
        spacing.set(qn("w:line"), "276")  # 240 is a line by itself


def _table(document: Document) -> None:
    from docx.oxml.ns import qn

    properties: Any = document.styles["Table Grid"].element.find(qn("w:tblPr"))
    for edge in properties.find(qn("w:tblBorders")):
        edge.set(qn("w:color"), EDGE)
    old = properties.find(qn("w:tblCellMar"))
    if old is not None:
        properties.remove(old)
    margins = properties.makeelement(qn("w:tblCellMar"), {})
    for side, air in _AIR.items():
        margins.append(margins.makeelement(qn(f"w:{side}"), {qn("w:w"): str(air), qn("w:type"): "dxa"}))
    properties.append(margins)


def _page_numbers(document: Document) -> None:
    """Put "1 / 3" at the foot of each page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn

    line = document.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in ("PAGE", " / ", "NUMPAGES"):
        if text.strip() == "/":
            line.add_run(text)
            continue
        field = line._p.makeelement(qn("w:fldSimple"), {qn("w:instr"): text})
        run = field.makeelement(qn("w:r"), {})
        shown = field.makeelement(qn("w:t"), {})
        shown.text = "1"
        run.append(shown)
        field.append(run)
        line._p.append(field)
