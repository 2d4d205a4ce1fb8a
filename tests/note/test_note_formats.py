"""One note, six kinds of file: the same words in each, the same bytes each time, nothing of this computer."""

from __future__ import annotations

import io
import re
import socket
import zipfile
from pathlib import Path

import pytest

from seen_online.note.glyphs import font_folders
from seen_online.note.model import Bullets, Note, Paragraph, Quoted, Table
from seen_online.note.save import note_as
from support.checks import MADE
from support.golden import assert_golden
from support.golden_notes import CASES, NOTES, SUFFIXES, full_note, golden_name, kept
from support.notes import (
    docx_says,
    html_says,
    left_over,
    markdown_says,
    note_of,
    pdf_text,
    said,
    squeezed,
)

GOLDEN = Path(__file__).parent / "golden"
ODD = note_of(
    Paragraph("Names: Nia Ŵyn-Ŷork, Żółć Łęcka-Ćwik, Ødegård, Ελένη, Юлия"),
    Paragraph("نيا أشورث"),
    Bullets(("smile 😀 here", "two\u200d 👩🏽‍⚕️ joined", "flag 🇬🇧 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿")),
    Table(("Thing", "Said"), (("ŵ ŷ ł ż ń", "عربي"), ("", "empty first cell"))),
    Quoted("  line one\n    line  two\n\n  after an empty line"),
    title="Nia Ŵyn ł نيا",
)


def tables_of(note: Note) -> list[Table]:
    return [block for section in note.sections for block in section.blocks if isinstance(block, Table)]


@pytest.mark.parametrize(("name", "suffix"), CASES)
def test_golden(name: str, suffix: str) -> None:
    assert_golden(GOLDEN / golden_name(name, suffix), kept(NOTES[name](), suffix))


@pytest.mark.parametrize("note", [full_note(), NOTES["empty"](), ODD], ids=["full", "empty", "odd"])
def test_html_markdown_and_word_say_the_same(note: Note) -> None:
    assert html_says(note_as(note, ".html")) == said(note)
    assert docx_says(note_as(note, ".docx")) == said(note)
    lines = [text.rstrip() for text in markdown_says(note_as(note, ".md"))]
    assert lines == [text.rstrip() for text in said(note)]


@pytest.mark.parametrize("note", [full_note(), NOTES["empty"]()], ids=["full", "empty"])
def test_pdf_says_the_same(note: Note) -> None:
    rest = left_over(said(note), squeezed(pdf_text(note_as(note, ".pdf"))))
    # Header rows come again where a table goes on over a page.
    headers = {squeezed("".join(table.header)) for table in tables_of(note)}
    assert re.sub("|".join(map(re.escape, headers)), "", rest) == ""


@pytest.mark.parametrize("note", [full_note(), NOTES["empty"](), ODD], ids=["full", "empty", "odd"])
def test_plain_text_says_the_same(note: Note) -> None:
    headers = [cell for table in tables_of(note) for cell in table.header]
    expected = said(note)
    for cell in headers:
        expected.remove(cell)  # in plain text it stands before each cell instead
    rest = left_over(expected, squeezed(note_as(note, ".txt").decode()))
    assert re.sub("|".join([r"[=*-]", *(re.escape(f"{squeezed(cell)}:") for cell in headers)]), "", rest) == ""


def test_letters_of_many_languages_survive_in_the_pdf() -> None:
    text = squeezed(pdf_text(note_as(ODD, ".pdf")))
    for words in ("Ŵyn-Ŷork", "ŻółćŁęcka-Ćwik", "Ødegård", "Ελένη", "Юлия", "ŵŷłżń", "عربي", "أشورث"):
        assert words in text
    emoji = "smile😀here" if font_folders() else "smile[grinningface]here"
    assert emoji in text


def test_letters_of_many_languages_survive_in_a_calendar() -> None:
    from icalendar import Calendar
    from msgspec.structs import replace

    from seen_online.note.model import NoteAction

    words = "Zapytać Łęcką, Ŵyn a نيا 😀 " + "ż" * 200
    note = replace(ODD, actions=(NoteAction("a", words, MADE.date()),))
    data = note_as(note, ".ics")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event["SUMMARY"] == words


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_note_gives_the_same_bytes_anywhere(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = note_as(full_note(), suffix)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LANG", "pl_PL.UTF-8")
    monkeypatch.setenv("USER", "somebody.else")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert note_as(full_note(), suffix) == first


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_tells_nothing_of_this_computer(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "margaret.okafor")
    monkeypatch.setattr(socket, "gethostname", lambda: "ward-desk-7")
    data = note_as(full_note(), suffix)
    texts = [data]
    if suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts += [archive.read(name) for name in archive.namelist()]
    here = [str(Path.home()), str(Path.cwd()), "okafor", "ward-desk", "python-docx", "Macintosh"]
    for text in texts:
        for word in here:
            assert word.encode() not in text, word
