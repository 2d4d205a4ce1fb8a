"""Supervision: only what was chosen, one point at a time, and a second note that holds only what was agreed."""

from __future__ import annotations

from datetime import date

import pytest

from seen_online.note.build import build
from seen_online.note.case import result_id
from seen_online.note.masking import secrets_of
from seen_online.note.model import Note
from seen_online.note.offer import offer, usual_choice
from seen_online.note.supervision import (
    Supervision,
    agree,
    go_to,
    has_understood,
    note_point,
    review_on,
    supervision,
    supervision_note,
    withdraw,
)
from seen_online.trouble import Trouble
from support.checks import CLUB, MADE, NAMESAKE, TODAY, checklist, full_check
from support.notes import said

CHECK = full_check()
OFFERS = offer(CHECK, checklist(), TODAY)
ALL = {o.id for o in OFFERS}


def words_of(talk: Supervision) -> str:
    return "\n".join(
        text
        for point in talk.points
        for text in (point.title, *said(Note("", (), (point.section,), MADE)), *point.prompts)
    )


def test_each_point_says_what_the_note_says_word_for_word() -> None:
    chosen = usual_choice(OFFERS)
    note = set(said(build(OFFERS, chosen, set(), MADE)))
    for point in supervision(OFFERS, chosen).points:
        assert set(said(Note("", (), (point.section,), MADE))) <= note


def test_what_was_not_chosen_is_not_in_it_at_all() -> None:
    chosen = usual_choice(OFFERS)
    talk = supervision(OFFERS, chosen)
    for hidden in ("Ask Jo.", "Nia Pell", "baker in Leeds", "Set to friends only", "900123", "ashworth@"):
        assert hidden not in words_of(talk)
    assert result_id(NAMESAKE) not in {point.id for point in talk.points}
    assert "baker in Leeds" in words_of(supervision(OFFERS, ALL))


def test_one_page_one_detail_one_thing_is_a_point_each() -> None:
    talk = supervision(OFFERS, ALL)
    titles = [point.title for point in talk.points]
    assert titles[:3] == ["About me", "What I looked at", "What could not be checked"]
    assert titles.count("Fell Harriers: members") == 1
    assert "My note: Ask Jo." in words_of(talk), "a remark that was chosen stands under its page"
    assert "Are you happy with what they can see?" in next(p for p in talk.points if p.id == result_id(CLUB)).prompts


def test_an_empty_choice_still_tells_what_could_not_be_checked() -> None:
    assert [point.title for point in supervision(OFFERS, set()).points] == ["What could not be checked"]


def test_going_on_and_back_stays_within_the_points() -> None:
    talk = supervision(OFFERS, ALL)
    last = len(talk.points) - 1
    assert go_to(talk, 1).point == talk.points[1]
    assert go_to(talk, -5).at == 0
    assert go_to(talk, 999).at == last
    assert go_to(Supervision(()), 3).point is None


def test_the_second_note_holds_what_was_agreed_and_nothing_of_the_check() -> None:
    talk = supervision(OFFERS, ALL)
    talk = agree(talk, " Ask the club  to take the page down ", "Nia", date(2026, 4, 2))
    talk = agree(talk, "Look again", "Both")
    talk = has_understood(talk, TODAY)
    talk = review_on(talk, date(2026, 9, 1), TODAY)
    note = supervision_note(talk, MADE)
    text = "\n".join(said(note))
    assert "Ask the club to take the page down\nNia\n2 April 2026" in text
    assert "Look again\nBoth\nNo date set" in text
    assert "I have read and understood the guidance. 5 March 2026" in text
    assert "Next review\n1 September 2026" in text
    assert [(a.what, a.who, a.due) for a in note.actions][1] == ("Look again", "Both", None)
    assert len({a.uid for a in note.actions}) == 2
    for point in talk.points:
        assert point.title not in text


def test_titles_of_points_are_noted_only_where_the_person_says_so() -> None:
    talk = supervision(OFFERS, ALL)
    talk = note_point(note_point(talk, talk.points[5].id), result_id(CLUB))
    assert supervision_note(talk, MADE).sections[0].heading == "What we talked about"
    assert said(supervision_note(talk, MADE))[5:7] == ["Fell Harriers: members", talk.points[5].title]
    talk = note_point(note_point(talk, talk.points[5].id, noted=False), "unknown")
    assert talk.noted == (result_id(CLUB),)


def test_nothing_agreed_is_said_plainly() -> None:
    text = "\n".join(said(supervision_note(supervision(OFFERS, set()), MADE)))
    assert "We agreed on no actions." in text
    assert "It was not said yet that the guidance is read and understood." in text
    assert "The program gives it to nobody." in text


def test_a_private_detail_typed_in_the_talk_is_masked_too() -> None:
    secrets = secrets_of(CHECK.person, CHECK.findings)
    talk = agree(supervision(OFFERS, set()), "Take 07700 900 123 off the page", "nia.ashworth@example.org")
    note = supervision_note(talk, MADE, secrets)
    assert note.actions[0].what == "Take 07•••• •••123 off the page"
    assert "n•••@e•••.org" in said(note)
    phone = next(s.id for s in secrets if s.value == "+447700900123")
    assert supervision_note(talk, MADE, secrets, {phone}).actions[0].what == "Take 07700 900 123 off the page"


def test_an_agreement_can_be_withdrawn() -> None:
    talk = agree(agree(supervision(OFFERS, set()), "one"), "two")
    assert [a.what for a in withdraw(talk, 0).agreed] == ["two"]


def test_empty_words_and_past_days_are_refused() -> None:
    talk = supervision(OFFERS, set())
    with pytest.raises(Trouble, match="nothing to agree"):
        agree(talk, " \u200b ")
    with pytest.raises(Trouble, match="passed"):
        review_on(talk, date(2026, 3, 4), TODAY)
    assert review_on(talk, TODAY, TODAY).next_review == TODAY
    assert review_on(talk, None, TODAY).next_review is None
