"""What changed since the last check."""

from __future__ import annotations

from collections.abc import Sequence

from seen_online.note.case import Case, Chosen
from seen_online.note.model import Bullets, NoteSection
from seen_online.note.offered import Chapter, Offer, offer_id
from seen_online.note.when import long_date
from seen_online.review.change_sentences import change_sentences
from seen_online.review.comparison import Comparison
from seen_online.words import say


def change_lines(comparison: Comparison) -> list[str]:
    """Return what a note can say of the changes: the last check's day first, where there is anything to say."""
    told = change_sentences(comparison)
    day = long_date(comparison.earlier.astimezone().date())
    return [say("My last check before this one was on {day}.", day=day), *told] if told else []


def offers(case: Case, changes: Sequence[str]) -> list[Offer]:
    """Offer each change by itself, none of them ticked: many pages are about somebody else, or nobody's business."""
    found = []
    for change in dict.fromkeys(changes):
        text = case.over(change)
        found.append(case.offer(Offer(offer_id(Chapter.CHANGES, change), Chapter.CHANGES, text, (text,), ticked=False)))
    return found


def write(chosen: list[Offer], shown: Chosen) -> NoteSection:
    """Write the section."""
    return NoteSection(Chapter.CHANGES.heading, (Bullets(tuple(shown(offer.body[0]) for offer in chosen)),))
