"""A note as a Word file: real headings, real lists, tables with header rows, and nothing of this computer."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from seen_online.note.docx_style import dress
from seen_online.note.model import Block, Bullets, Note, Paragraph, Quoted, Table
from seen_online.note.when import in_utc
from seen_online.note.widths import shares

if TYPE_CHECKING:
    from docx.document import Document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FIRST_ZIP_YEAR = 1980
_TABLE_STYLE = "Table Grid"
# What the library's template brings along and a note does not need: a picture of another document, the name of the
# program that made it, a second copy of all styles.
_LEFT_OUT = ("docProps/thumbnail.jpeg", "docProps/app.xml", "word/stylesWithEffects.xml", "customXml/item1.xml")
_COUNTRY = {"en": "en-GB", "cy": "cy-GB", "pl": "pl-PL"}  # Word knows a language only together with a country


def write_docx(note: Note) -> bytes:
    """Return the note as the bytes of a .docx file."""
    from docx import Document

    document = Document()
    _properties(document, note)
    _page(document)
    _drop_styles(document)
    dress(document)
    document.add_heading(note.title, 0)
    for line in note.intro:
        document.add_paragraph(line)
    for section in note.sections:
        document.add_heading(section.heading, 1)
        for block in section.blocks:
            _add(document, block)
        for part in section.parts:
            document.add_heading(part.heading, 2)
            for block in part.blocks:
                _add(document, block)
    if document.element.body[-2].tag == f"{{{_W}}}tbl":
        document.add_paragraph()  # Word wants a paragraph behind the last table
    _drop_parts(document)
    file = io.BytesIO()
    document.save(file)
    return _at_one_time(file.getvalue(), note.made)


def _properties(document: Document, note: Note) -> None:
    properties = document.core_properties
    properties.title = note.title
    properties.language = note.language
    for name in ("author", "comments", "keywords", "subject", "category", "last_modified_by", "identifier", "version"):
        setattr(properties, name, "")
    moment = in_utc(note.made).replace(microsecond=0, tzinfo=None)
    properties.created = properties.modified = moment
    properties.revision = 1
    for language in document.styles.element.iter(f"{{{_W}}}lang"):
        language.set(f"{{{_W}}}val", _COUNTRY.get(note.language, note.language))


def _page(document: Document) -> None:
    from docx.shared import Mm

    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(20)


def _drop_styles(document: Document) -> None:
    """Leave out the hundred table styles that no note uses, nine tenths of the template."""
    from docx.enum.style import WD_STYLE_TYPE

    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", _TABLE_STYLE):
            style.delete()


def _add(document: Document, block: Block) -> None:
    match block:
        case Paragraph(text):
            document.add_paragraph(text)
        case Bullets(items):
            for item in items:
                document.add_paragraph(item, style="List Bullet")
        case Table():
            _table(document, block)
        case Quoted(text):
            paragraph = document.add_paragraph()
            for number, line in enumerate(text.split("\n")):
                run = paragraph.add_run(line)
                if number:
                    run._r.insert(0, run._r.makeelement(f"{{{_W}}}br", {}))


def _table(document: Document, block: Table) -> None:
    """Add a table whose header row is marked as one and comes again on each page.

    Rows after the first are written as XML: the library looks at the whole table for each cell, and ten thousand
    rows would take it an hour.
    """
    from docx.oxml.ns import qn
    from docx.shared import Emu

    table = document.add_table(rows=1, cols=len(block.header), style=_TABLE_STYLE)
    table.autofit = False
    room = sum(column.width or 0 for column in table.columns)
    widths = [Emu(round(room * share)) for share in shares(block)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for cell, text, width in zip(table.rows[0].cells, block.header, widths, strict=True):
        cell.width = width
        cell.paragraphs[0].add_run(text).bold = True
    marks = table.rows[0]._tr.get_or_add_trPr()
    marks.append(marks.makeelement(qn("w:cantSplit"), {}))
    marks.append(marks.makeelement(qn("w:tblHeader"), {}))
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:
        look.set(qn("w:firstRow"), "1")
        look.set(qn("w:firstColumn"), "1")
    for row in block.rows:
        table._tbl.append(_row(table._tbl, row, widths))


def _row(table: Any, row: tuple[str, ...], widths: Sequence[int]) -> Any:
    from docx.oxml.ns import qn

    made = table.makeelement(qn("w:tr"), {})
    whole = made.makeelement(qn("w:trPr"), {})
    whole.append(made.makeelement(qn("w:cantSplit"), {}))
    made.append(whole)
    for text, width in zip(row, widths, strict=True):
        cell = made.makeelement(qn("w:tc"), {})
        properties = cell.makeelement(qn("w:tcPr"), {})
        properties.append(cell.makeelement(qn("w:tcW"), {qn("w:type"): "dxa", qn("w:w"): str(round(width / 635))}))
        paragraph = cell.makeelement(qn("w:p"), {})
        run = cell.makeelement(qn("w:r"), {})
        words = cell.makeelement(qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        words.text = text
        run.append(words)
        paragraph.append(run)
        cell.extend((properties, paragraph))
        made.append(cell)
    return made


def _drop_parts(document: Document) -> None:
    """Cut the template's parts that tell of another program from the package."""
    for holder in filter(None, (document.part.package, document.part)):
        for name, relation in list(holder.rels.items()):
            if not relation.is_external and str(relation.target_part.partname).lstrip("/") in _LEFT_OUT:
                del holder.rels[name]


def _at_one_time(data: bytes, made: datetime) -> bytes:
    """Return the same file with the note's time on every entry, so that one note always gives the same bytes."""
    moment = in_utc(made)
    stamp = (max(moment.year, _FIRST_ZIP_YEAR), moment.month, moment.day, moment.hour, moment.minute, moment.second)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # otherwise it tells whether this is Windows
            target.writestr(entry, source.read(name))
    return file.getvalue()
