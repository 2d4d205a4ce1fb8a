"""The actions of a note as an iCalendar file."""

from __future__ import annotations

from datetime import timedelta

from seen_online.note.model import Note, NoteAction
from seen_online.note.when import in_utc
from seen_online.review.selfcheck import ActionState
from seen_online.trouble import Trouble
from seen_online.words import say


def write_calendar(note: Note) -> bytes:
    """Return the actions as the bytes of a .ics file.

    A dated action is an event of a whole day, since that is what every calendar shows; one without a date is a task.
    All are private: a shared calendar shows others only that there is something.

    Raises:
        Trouble: the note holds no action; no calendar takes an empty file.
    """
    from icalendar import Calendar

    if not note.actions:
        raise Trouble(say("There is no action in this note."), say("Tick one, or choose another kind of file."))

    calendar = Calendar()
    calendar.add("prodid", f"-//Seen Online//Note//{note.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for action in note.actions:
        calendar.add_component(_entry(note, action))
    return calendar.to_ical()


def _entry(note: Note, action: NoteAction):
    from icalendar import Event, Todo

    done = action.state is ActionState.DONE
    if action.due is not None:
        entry = Event()
        entry.add("dtstart", action.due)
        entry.add("dtend", action.due + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
    else:
        entry = Todo()
        entry.add("status", "COMPLETED" if done else "NEEDS-ACTION")
    entry.add("uid", f"{action.uid}@seen-online.invalid")
    entry.add("dtstamp", in_utc(note.made).replace(microsecond=0))
    what = say("{who}: {what}", who=action.who, what=action.what) if action.who else action.what
    entry.add("summary", say("Done: {what}", what=what) if done and action.due is not None else what)
    entry.add("class", "PRIVATE")
    return entry
