"""What a note says of the changes since the last check."""

from __future__ import annotations

from seen_online.note.build import build
from seen_online.note.offer import offer, usual_choice
from seen_online.note.offered import Chapter
from seen_online.note.section_changes import change_lines
from seen_online.note.text import write_text
from seen_online.review.compare import compare
from seen_online.review.selfcheck import Verdict, Who
from seen_online.search.model import Outcome
from support.checks import MADE, TODAY, checklist, full_check
from support.second_check import ASKED, PHONE, show, two

CLUB = "https://harriers.example/members/nia"


def test_nothing_changed_says_nothing_of_a_first_check():
    first, second = two()
    assert change_lines(compare(first, second)) == []


def test_pages_that_tell_nothing_and_are_not_judged_are_a_number():
    first, second = two()
    for number in range(5):
        show(first, f"https://a.example/{number}", title=f"Namesake {number}")
    for number in range(3):
        show(second, f"https://b.example/{number}", title=f"Namesake no {number}")
    mine = show(second, CLUB, PHONE)
    not_mine = show(second, "https://bakery.example/nia", PHONE, title="Cakes")
    second.verdicts = {mine: Verdict(Who.ME), not_mine: Verdict(Who.NOT_ME)}
    lines = change_lines(compare(first, second))
    assert lines == [
        "My last check before this one was on 5 January 2026.",
        "New: “Care award for Penrith team” (harriers.example). It shows: phone number.",
        "Other new pages: 3.",
        "Other pages that are no longer found: 5.",
    ]


def test_what_could_not_be_checked_is_said_so_in_numbers_too():
    first, second = two({ASKED: Outcome.BLOCKED})
    for number in range(2):
        show(first, f"https://a.example/{number}", title=f"Namesake {number}")
    assert change_lines(compare(first, second))[1:] == ["Other pages that could not be checked this time: 2."]


def test_a_change_stands_in_the_note_only_where_it_was_ticked():
    first, second = two()
    show(second, CLUB, PHONE, title="Ring Nia on 07700 900123")
    offers = offer(full_check(), checklist(), TODAY, change_lines(compare(first, second)))
    (page,) = [each for each in offers if each.section is Chapter.CHANGES and "New" in each.heading]
    assert "07700 900123" not in page.heading
    assert page.id not in usual_choice(offers)
    said = write_text(build(offers, usual_choice(offers), set(), MADE)).decode()
    assert "since my last check" not in said
    said = write_text(build(offers, {page.id}, set(), MADE)).decode()
    assert "New: “Ring Nia on 07•••• •••123”" in said
    assert "5 January" not in said
