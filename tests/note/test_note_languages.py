"""Names and pictures of many scripts on their whole way: typed, offered, built and written, in every kind of file."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from icalendar import Calendar

from seen_online.checklist.answer import Answer, Choice
from seen_online.note.build import build
from seen_online.note.clean import clean_line
from seen_online.note.model import Note
from seen_online.note.offer import offer
from seen_online.note.save import note_as
from seen_online.person import Detail, DetailKind, Person, Use
from seen_online.review.selfcheck import Feeling, SelfCheck, Verdict, Who
from support.checks import MADE, TODAY, checklist, result
from support.notes import docx_says, html_says, markdown_says, pdf_text, squeezed

WORDS = {
    "Welsh": "Siôn Ŵyn Llŷr o Dŷ-gwŷr",
    "Polish": "Zażółć gęślą jaźń, Łucja Świątek",
    "Arabic": "محمد علي الأحمد",
    "emoji": "Nia 😀 👩🏽‍⚕️ 👨‍👩‍👧 🇬🇧 ❤️",
    "the flags of Wales and Scotland": "Nia 🏴󠁧󠁢󠁷󠁬󠁳󠁿 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
}


def note_saying(words: str) -> Note:
    """Return a note in which a name, a title, a remark and an action are these words."""
    key = "https://page.example/one"
    check = SelfCheck(
        started=MADE,
        person=Person((Detail(DetailKind.NAME, words, Use.SEARCH),)),
        answers={"settings": Answer(Choice.NEEDS_DOING, words, words, date(2026, 4, 1))},
        results=[result(key, words, words)],
        verdicts={key: Verdict(Who.ME, Feeling.NOT_HAPPY, words)},
    )
    offers = offer(check, checklist(), TODAY)
    return build(offers, {each.id for each in offers}, set(), MADE)


@pytest.mark.parametrize("script", WORDS)
def test_they_survive_in_every_kind_of_file(script: str) -> None:
    words = WORDS[script]
    note = note_saying(words)
    for suffix, says in ((".html", html_says), (".docx", docx_says), (".md", markdown_says)):
        told = says(note_as(note, suffix))
        assert f"Name: {words}" in told, suffix
        assert words in told, suffix  # the page's own heading
        assert f"My note: {words}" in told, suffix
    assert f"- Name: {words}\n" in note_as(note, ".txt").decode()
    (event,) = Calendar.from_ical(note_as(note, ".ics")).walk("VEVENT")
    assert event["SUMMARY"] == words
    drawn = pdf_text(note_as(note, ".pdf"))
    assert "in brackets" not in drawn, "the fonts have them all"
    # A reader may put what runs from right to left into an order of its own.
    assert Counter(squeezed(words)) <= Counter(squeezed(drawn))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"),
        ("🏴\U000e0067\U000e0062 open", "🏴 open"),
        ("🏴" + "\U000e0067" * 7 + "\U000e007f", "🏴"),
        ("🏴\U000e007f", "🏴"),
        ("a\U000e0067\U000e0062\U000e007fb", "ab"),
        ("🏴󠁧󠁢󠁷󠁬󠁳󠁿\U000e0041\U000e0042", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"),
    ],
)
def test_letters_that_cannot_be_seen_stay_only_in_a_flag(text: str, left: str) -> None:
    assert clean_line(text) == left
