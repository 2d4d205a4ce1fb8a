"""The actions as a calendar takes them."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from seen_online.note.calendar import write_calendar
from seen_online.note.model import NoteAction, Paragraph
from seen_online.review.selfcheck import ActionState
from seen_online.trouble import Trouble
from support.golden_notes import empty_note, full_note
from support.notes import MADE, note_of


def calendar_of(*actions: NoteAction) -> Calendar:
    return Calendar.from_ical(write_calendar(replace(note_of(Paragraph("x")), actions=actions)))


def test_a_dated_action_is_a_whole_day_and_an_undated_one_a_task() -> None:
    made = calendar_of(NoteAction("a", "Ring them", date(2026, 12, 31)), NoteAction("b", "Think"))
    (event,) = made.walk("VEVENT")
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2026, 12, 31), date(2027, 1, 1))
    assert event["SUMMARY"] == "Ring them"
    assert event["TRANSP"] == "TRANSPARENT"
    (task,) = made.walk("VTODO")
    assert (task["SUMMARY"], task["STATUS"]) == ("Think", "NEEDS-ACTION")


def test_all_are_private_and_dated_by_the_note() -> None:
    for entry in calendar_of(NoteAction("a", "x", date(2026, 4, 1)), NoteAction("b", "y")).subcomponents:
        assert entry["CLASS"] == "PRIVATE"
        assert entry.decoded("DTSTAMP") == MADE
        assert entry["UID"] in ("a@seen-online.invalid", "b@seen-online.invalid")


def test_who_does_it_and_what_is_done_are_said() -> None:
    made = calendar_of(
        NoteAction("a", "Ring", date(2026, 4, 1), who="Jo"),
        NoteAction("b", "Ask", date(2026, 4, 2), ActionState.DONE),
        NoteAction("c", "Wait", state=ActionState.DONE),
    )
    assert [event["SUMMARY"] for event in made.walk("VEVENT")] == ["Jo: Ring", "Done: Ask"]
    assert [task["STATUS"] for task in made.walk("VTODO")] == ["COMPLETED"]


def test_a_note_made_again_gives_the_same_names_so_that_entries_are_not_doubled() -> None:
    later = replace(full_note(), made=MADE.replace(day=9))
    first, again = (Calendar.from_ical(write_calendar(note)) for note in (full_note(), later))
    assert [e["UID"] for e in first.subcomponents] == [e["UID"] for e in again.subcomponents]
    assert len({e["UID"] for e in first.subcomponents}) == 3


def test_a_note_without_actions_makes_no_calendar() -> None:
    with pytest.raises(Trouble, match="no action"):
        write_calendar(empty_note())
