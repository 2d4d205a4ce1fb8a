"""Everything that can be chosen for a note, in the order in which the note has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from seen_online.checklist.item import Checklist
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
from seen_online.note.case import Case
from seen_online.note.offered import Offer
from seen_online.review.selfcheck import SelfCheck


def offer(check: SelfCheck, checklist: Checklist, today: date, changes: Sequence[str] = ()) -> list[Offer]:
    """Return all that a note of this check can hold, each thing once.

    Args:
        check: the check; what was found and typed in it may be hostile or odd.
        checklist: the things to consider that its answers belong to.
        today: the day on which an action's date counts as past.
        changes: plain sentences on what changed since the last check, none where this is the first.
    """
    case = Case(check, checklist, today)
    return [
        *section_about.offers(case),
        *section_asked.offers(case),
        *section_unchecked.offers(case),
        *section_seen.offers(case),
        *section_details.offers(case),
        *section_considered.offers(case),
        *section_actions.offers(case),
        *section_changes.offers(case, changes),
    ]


def usual_choice(offers: Sequence[Offer]) -> set[str]:
    """Return the ids that are ticked before the person chooses."""
    return {offer.id for offer in offers if offer.ticked}
