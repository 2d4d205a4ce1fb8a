"""A note made of what was chosen, and of nothing else."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from msgspec.structs import replace

from seen_online.note import (
    section_about,
    section_actions,
    section_asked,
    section_changes,
    section_considered,
    section_details,
    section_seen,
    section_unchecked,
)
from seen_online.note.case import Chosen
from seen_online.note.model import Note, NoteSection
from seen_online.note.offered import Chapter, Offer
from seen_online.note.when import date_and_time
from seen_online.words import say

_WRITE = {
    Chapter.ABOUT: section_about.write,
    Chapter.ASKED: section_asked.write,
    Chapter.UNCHECKED: section_unchecked.write,
    Chapter.SEEN: section_seen.write,
    Chapter.DETAILS: section_details.write,
    Chapter.CONSIDERED: section_considered.write,
    Chapter.ACTIONS: section_actions.write,
    Chapter.CHANGES: section_changes.write,
}


def build(
    offers: Sequence[Offer],
    chosen: Collection[str],
    unmasked: Collection[str],
    made: datetime,
    language: str = "en",
) -> Note:
    """Make the note.

    Args:
        offers: what `offer` returned.
        chosen: the ids of the offers that are ticked. What could not be checked is in the note in any case.
        unmasked: the ids of the details to show in full; all others are masked wherever they stand.
        made: when the note is made; the only date that a file of it will bear. Shown in its own time zone.
        language: BCP 47 tag of the language the note's own sentences are in.
    """
    wanted = [offer for offer in offers if offer.fixed or offer.id in chosen]
    shown = Chosen((offer.id for offer in wanted), unmasked)
    sections = []
    for chapter in Chapter:
        in_chapter = [offer for offer in wanted if offer.section is chapter]
        if in_chapter:
            sections.append(write_section(chapter, in_chapter, shown))
    actions = [offer for offer in wanted if offer.section is Chapter.ACTIONS]
    return Note(
        say("What can be seen about me online"),
        _intro(wanted, frozenset(unmasked), made),
        tuple(sections),
        made,
        language,
        section_actions.calendar_actions(actions, shown),
    )


def made_up(note: Note) -> Note:
    """Return the note of a practice check, marked so that nobody takes its person for a real one."""
    said = say("This note is from practice. The person and the pages in it are made up.")
    return replace(note, title=say("Practice: {title}", title=note.title), intro=(said, *note.intro))


def write_section(chapter: Chapter, chosen: list[Offer], shown: Chosen) -> NoteSection:
    """Write one section of a note from those of its offers that were chosen."""
    return _WRITE[chapter](chosen, shown)


def _intro(wanted: Sequence[Offer], unmasked: frozenset[str], made: datetime) -> tuple[str, ...]:
    lines = [say("Made on {moment} with Seen Online.", moment=date_and_time(made))]
    if all(offer.fixed for offer in wanted):
        lines.append(say("Nothing was chosen for this note. It says nothing about what can be seen."))
    else:
        lines.append(say("This note holds what I chose to show, and nothing else."))
    if any(detail.id not in unmasked for offer in wanted for detail in offer.details):
        lines.append(say("Dots stand for private details that I chose not to show in full."))
    return tuple(lines)
