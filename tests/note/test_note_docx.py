"""The Word file: real headings, lists and header rows, a language, and properties that tell nothing."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from seen_online.note.docx import write_docx
from seen_online.note.model import Bullets, Paragraph, Quoted, Table
from support.golden_notes import full_note
from support.notes import note_of


def test_headings_lists_and_tables_are_real_ones() -> None:
    document = Document(io.BytesIO(write_docx(full_note())))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[0] == "Title"
    assert {"Heading 1", "Heading 2", "List Bullet"} <= set(styles)
    assert len(document.tables) == 4
    for table in document.tables:
        first, second = table.rows[0]._tr, table.rows[1]._tr
        assert first.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert second.find(qn("w:trPr")).find(qn("w:tblHeader")) is None


def test_properties_hold_the_title_the_language_and_the_notes_own_date() -> None:
    properties = Document(io.BytesIO(write_docx(full_note()))).core_properties
    assert properties.title == "What can be seen about me online"
    assert properties.language == "en"
    moment = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)
    assert properties.created == properties.modified == moment
    for name in ("author", "comments", "last_modified_by", "keywords", "subject", "category", "identifier"):
        assert getattr(properties, name) == "", name


def test_the_package_holds_nothing_of_the_template_it_was_made_from() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(full_note()))) as archive:
        names = archive.namelist()
        assert {i.date_time for i in archive.infolist()} == {(2026, 3, 5, 14, 30, 0)}
        assert {i.create_system for i in archive.infolist()} == {0}
        styles = etree.fromstring(archive.read("word/styles.xml"))
    assert not any("thumbnail" in name or "app.xml" in name or "customXml" in name for name in names)
    assert {element.get(qn("w:val")) for element in styles.iter(qn("w:lang"))} == {"en-GB"}


def test_every_cell_is_in_the_table_that_word_expects() -> None:
    note = note_of(Table(("a", "b"), (("1", ""), ("", "2"))), Paragraph("after"))
    (table,) = Document(io.BytesIO(write_docx(note))).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["a", "b"], ["1", ""], ["", "2"]]


def test_a_column_of_long_texts_is_wider_and_every_cell_of_it_is_as_wide() -> None:
    note = note_of(
        Table(("What", "By when", "State"), (("Ask the club to take the page down. " * 3, "5 March 2026", "-"),))
    )
    (table,) = Document(io.BytesIO(write_docx(note))).tables
    what, by, state = (column.width for column in table.columns)
    assert what > 1.8 * by
    assert by == state, "none is so narrow that its heading breaks"
    for row in table.rows:
        assert [abs(cell.width - width) < 1000 for cell, width in zip(row.cells, (what, by, state), strict=True)] == [
            True
        ] * 3


def test_a_last_table_is_followed_by_a_paragraph() -> None:
    body = Document(io.BytesIO(write_docx(note_of(Table(("a",), (("1",),)))))).element.body
    assert body[-2].tag == qn("w:p")


def test_quoted_lines_and_their_spaces_are_kept() -> None:
    document = Document(io.BytesIO(write_docx(note_of(Bullets(("x",)), Quoted("  one\n    two\n\nthree")))))
    assert document.paragraphs[-1].text == "  one\n    two\n\nthree"


def test_it_looks_like_an_office_letter_and_not_like_the_template() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(full_note()))) as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
        footer = etree.fromstring(next(archive.read(n) for n in archive.namelist() if "footer" in n))
    faces = {fonts.get(qn("w:ascii")) for fonts in styles.iter(qn("w:rFonts"))}
    assert faces == {"Arial"}
    assert not [name for fonts in styles.iter(qn("w:rFonts")) for name in fonts.attrib if "Theme" in name]
    used = [s for s in styles if s.get(qn("w:styleId")) in ("Title", "Heading1", "Heading2")]
    assert {colour.get(qn("w:val")) for style in used for colour in style.iter(qn("w:color"))} == {"101214"}
    assert [field.get(qn("w:instr")) for field in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert next(styles.iter(qn("w:tblCellMar"))) is not None
