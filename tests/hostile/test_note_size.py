"""A note of ten thousand rows, or of one endless word, is written, not hung on or cut."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from seen_online.exposure.finding import FindingKind
from seen_online.note.build import build
from seen_online.note.clean import MAX_TEXT, clean_line
from seen_online.note.masking import mask_text, secrets_of
from seen_online.note.model import NoteAction, Paragraph, Table
from seen_online.note.offer import offer
from seen_online.note.save import note_as
from seen_online.review.selfcheck import SelfCheck, Verdict, Who
from support.checks import MADE, TODAY, checklist, finding, nia, result
from support.notes import docx_says, html_says, note_of, said

ROWS = 10_000
BIG = note_of(Table(("Number", "Words"), tuple((f"row {n}", "some words") for n in range(ROWS))))


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_ten_thousand_rows_as_text(suffix: str) -> None:
    assert f"row {ROWS - 1}".encode() in note_as(BIG, suffix)


def test_ten_thousand_rows_as_html_and_word() -> None:
    assert html_says(note_as(BIG, ".html")) == said(BIG)
    assert docx_says(note_as(BIG, ".docx")) == said(BIG)


def test_ten_thousand_rows_as_pdf() -> None:
    pdf = PdfReader(io.BytesIO(note_as(BIG, ".pdf")))
    assert f"row {ROWS - 1}" in pdf.pages[-1].extract_text()


def test_two_thousand_actions_as_a_calendar() -> None:
    actions = tuple(NoteAction(f"a{n}", f"do {n}", TODAY) for n in range(2_000))
    assert note_as(replace(BIG, actions=actions), ".ics").count(b"BEGIN:VEVENT") == 2_000


def test_a_check_of_two_thousand_pages_each_with_its_own_details() -> None:
    keys = [f"https://x{n}.example/{n}" for n in range(2_000)]
    check = SelfCheck(
        started=MADE,
        person=nia(),
        results=[result(key, f"Page {n}", f"Ring 07700 900{n % 1000:03} now") for n, key in enumerate(keys)],
        findings={
            key: [
                finding(FindingKind.PHONE, f"+447700900{n % 1000:03}", f"07700 900{n % 1000:03}"),
                finding(FindingKind.EMAIL, f"a{n}@example.org", f"a{n}@example.org"),
            ]
            for n, key in enumerate(keys)
        },
        verdicts={key: Verdict(Who.ME) for key in keys},
    )
    offers = offer(check, checklist(), TODAY)
    text = "\n".join(said(build(offers, {o.id for o in offers}, set(), MADE)))
    assert "Page 1999" in text
    assert "07700 900" not in text
    assert "@example.org" not in text


def test_an_endless_word_is_broken_within_the_page_of_a_pdf() -> None:
    note = note_of(Paragraph("x" * MAX_TEXT), Table(("a", "b"), (("y" * 3_000, "z"),)))
    document = pypdfium2.PdfDocument(note_as(note, ".pdf"))
    try:
        for page in document:
            text = page.get_textpage()
            right = max(text.get_charbox(number)[2] for number in range(text.count_chars()))
            assert right < page.get_width() - 40, "the margin is two centimetres, some 57 points"
    finally:
        document.close()


def test_a_text_beyond_all_measure_is_cut_and_says_so() -> None:
    line = clean_line("word " * 1_000_000)
    assert len(line) <= MAX_TEXT
    assert line.endswith("…")


@pytest.mark.parametrize(
    "text",
    [
        "7" * 50_000,
        "7 " * 25_000,
        "12/03/" * 10_000,
        "12 march " * 6_000,
        "%" * 50_000,
        "%25" * 20_000,
        "&" * 50_000,
        "&#4" * 20_000,
        "nia." * 15_000,
        "4 mill " * 8_000,
        "a@" * 25_000,
        "ol0" * 20_000,
        "\u0301" * 50_000,
        "+(" * 25_000,
    ],
)
def test_looking_for_details_takes_time_in_line_with_the_text(text: str) -> None:
    secrets = secrets_of(nia(), {})
    # A pattern that goes back and forth would not come back from these within the life of the test run.
    assert isinstance(mask_text(text, secrets), str)
