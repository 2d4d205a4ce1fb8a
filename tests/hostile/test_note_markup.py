"""Text from the web or typed by anybody stays text in every kind of file a note is saved as."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree, html
from pypdf import PdfReader

from seen_online.checklist.answer import Answer, Choice
from seen_online.exposure.finding import FindingKind
from seen_online.note.build import build
from seen_online.note.clean import clean_line, inert
from seen_online.note.model import Bullets, Note, Paragraph, Quoted, Table
from seen_online.note.offer import offer
from seen_online.note.save import note_as
from seen_online.person import Detail, DetailKind, Person, Use
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.selfcheck import Action, Feeling, SelfCheck, Verdict, Who
from seen_online.search.model import Ask, Outcome, Query
from support.checks import MADE, TODAY, checklist, finding, result
from support.hostile_words import HOSTILE
from support.notes import (
    docx_says,
    html_says,
    left_over,
    markdown_as_html,
    markdown_says,
    note_of,
    pdf_text,
    said,
    squeezed,
)


def check_of(words: str) -> SelfCheck:
    """Return a check that says `words` wherever somebody else or the person could have put them."""
    key = f"https://x.example/{words}"
    details = [Detail(kind, words, Use.COMPARE) for kind in DetailKind if kind is not DetailKind.DATE_OF_BIRTH]
    return SelfCheck(
        started=MADE,
        person=Person((Detail(DetailKind.NAME, "Nia", Use.SEARCH), *details)),
        answers={"settings": Answer(Choice.NEEDS_DOING, words, words, date(2026, 4, 1))},
        asks=[Ask(Query(words, words), words, outcome, words, words, words) for outcome in Outcome],
        results=[result(key, words, words, words=words, engine=words)],
        pages={key: Page(words, PageOutcome.READ, words, words, words, words)},
        findings={key: [finding(kind, words, words) for kind in FindingKind]},
        verdicts={key: Verdict(Who.ME, Feeling.NOT_HAPPY, words, Action(words, words, date(2026, 4, 1)))},
    )


@cache
def note_saying(words: str, *, unmask: bool = True) -> Note:
    offers = offer(check_of(words), checklist(), TODAY, (words,))
    details = {detail.id for o in offers for detail in o.details} if unmask else set()
    return build(offers, {o.id for o in offers}, details, MADE)


CALM = note_saying("calm words")


def shape(tree: etree._Element) -> set[tuple[str, tuple[str, ...]]]:
    """Return which elements a page has, with the names of their attributes."""
    return {(element.tag, tuple(element.keys())) for element in tree.iter(etree.Element)}


@pytest.mark.parametrize("words", HOSTILE)
def test_html_has_no_element_that_calm_words_have_not(words: str) -> None:
    note = note_saying(words)
    data = note_as(note, ".html")
    assert shape(html.fromstring(data.decode())) <= shape(html.fromstring(note_as(CALM, ".html").decode()))
    assert html_says(data) == said(note)


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_has_no_element_that_calm_words_have_not(words: str) -> None:
    note = note_saying(words)
    data = note_as(note, ".md")
    tree = html.fromstring(markdown_as_html(data))
    assert {tag for tag, _ in shape(tree)} - {"code"} <= {
        tag for tag, _ in shape(html.fromstring(markdown_as_html(note_as(CALM, ".md"))))
    }
    assert markdown_says(data) == said(note)
    for code in tree.iter("code"):
        code.text = ""
    bare = "\n".join(tree.itertext())
    assert not re.search(r"https?://|www\.|\S@\S|\b(?:javascript|data|mailto|tel):", bare), "a reader would link it"


@pytest.mark.parametrize("words", HOSTILE)
def test_word_has_no_link_field_or_outside_part(words: str) -> None:
    note = note_saying(words)
    data = note_as(note, ".docx")
    assert docx_says(data) == said(note)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".rels"):
                assert b"TargetMode" not in archive.read(name)
        tree = etree.fromstring(archive.read("word/document.xml"))
    tags = {etree.QName(element).localname for element in tree.iter(etree.Element)}
    assert not tags & {
        "hyperlink",
        "fldSimple",
        "instrText",
        "fldChar",
        "object",
        "altChunk",
        "drawing",
        "bookmarkStart",
    }


@pytest.mark.parametrize("words", HOSTILE)
def test_pdf_has_no_link_action_script_or_attachment(words: str) -> None:
    note = note_saying(words)
    pdf = PdfReader(io.BytesIO(note_as(note, ".pdf")))
    assert not {"/OpenAction", "/AA", "/AcroForm", "/AF", "/Names"} & set(pdf.trailer["/Root"])
    for page in pdf.pages:
        assert not {"/Annots", "/AA"} & set(page)


@pytest.mark.parametrize("words", [words for words in HOSTILE if words.isascii() and len(words) < 300])
def test_pdf_says_hostile_words_as_they_are(words: str) -> None:
    note = note_of(Paragraph(inert(clean_line(words))), Bullets((inert(clean_line(words)),)))
    assert left_over(said(note), squeezed(pdf_text(note_as(note, ".pdf")))) == ""


@pytest.mark.parametrize("words", HOSTILE)
def test_a_calendar_has_no_entry_or_field_that_calm_words_have_not(words: str) -> None:
    def fields(note: Note) -> list[tuple[str, list[str]]]:
        data = note_as(note, ".ics")
        assert max(len(line) for line in data.split(b"\r\n")) <= 75
        assert b"\n" not in data.replace(b"\r\n", b"")
        return [(entry.name, sorted(entry)) for entry in Calendar.from_ical(data).walk()]

    note = note_saying(words)
    assert fields(note) == fields(CALM)
    entries = Calendar.from_ical(note_as(note, ".ics")).walk("VEVENT")
    assert [str(entry["SUMMARY"]) for entry in entries] == [a.what for a in note.actions if a.due]


@pytest.mark.parametrize("words", HOSTILE)
def test_plain_text_has_no_line_that_calm_words_have_not(words: str) -> None:
    note = note_saying(words)
    text = note_as(note, ".txt").decode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    extra = text.count("\n") - note_as(CALM, ".txt").decode().count("\n")
    remark_lines = max(1, len([line for line in words.splitlines() if clean_line(line)]))
    assert extra <= 2 * remark_lines, "only a remark may have more lines than one"


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_a_note_or_beside_its_tick_boxes_starts_a_formula_or_turns_text_around(words: str) -> None:
    lines = [*said(note_saying(words)), *said(note_saying(words, unmask=False))]
    lines += [line for one in offer(check_of(words), checklist(), TODAY) for line in (one.heading, *one.lines)]
    for line in lines:
        assert not re.match(r"[\s\u200c-\u200f]*[=+\-@＝＋－＠](?![0-9][0-9 ()./-]*$)", line), line
        assert not re.search(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", line)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=80).map(clean_line).filter(bool), min_size=4, max_size=4))
def test_any_text_comes_out_of_html_markdown_and_word_as_it_went_in(texts: list[str]) -> None:
    first, second, third, fourth = texts
    note = note_of(Paragraph(first), Bullets((second, first)), Table((first, third), ((fourth, second),)), title=third)
    assert html_says(note_as(note, ".html")) == said(note)
    assert docx_says(note_as(note, ".docx")) == said(note)
    assert markdown_says(note_as(note, ".md")) == said(note)


@settings(max_examples=40)
@given(st.text("`~|\\*_[]()<>&#-+=.!:@\"' aé1\n", max_size=40).map(clean_line).filter(bool))
def test_markdown_marks_in_any_mix_stay_as_they_are(text: str) -> None:
    note = note_of(Paragraph(text), Bullets((text,)), Table(("a", "b"), ((text, text),)), Quoted(f"  {text}"))
    assert markdown_says(note_as(note, ".md")) == said(note)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60).map(clean_line).filter(bool))
def test_any_text_can_be_a_pdf_and_a_calendar(text: str) -> None:
    assert note_as(note_of(Paragraph(text), Quoted(text), title=text, heading=text), ".pdf").startswith(b"%PDF-1.7")
