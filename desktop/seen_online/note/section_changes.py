"""What changed since the last check."""

from __future__ import annotations

from collections.abc import Sequence

from seen_online.note.case import Case, Chosen
from seen_online.note.model import Bullets, NoteSection
from seen_online.note.offered import Chapter, Offer, offer_id


def offers(case: Case, changes: Sequence[str]) -> list[Offer]:
    """Offer each change by itself."""
    found = []
    for change in dict.fromkeys(changes):
        text = case.over(change)
        found.append(case.offer(Offer(offer_id(Chapter.CHANGES, change), Chapter.CHANGES, text, (text,))))
    return found


def write(chosen: list[Offer], shown: Chosen) -> NoteSection:
    """Write the section."""
    return NoteSection(Chapter.CHANGES.heading, (Bullets(tuple(shown(offer.body[0]) for offer in chosen)),))
