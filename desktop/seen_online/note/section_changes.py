"""What changed since the last check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from seen_online.note.case import Case, Chosen
from seen_online.note.model import Bullets, NoteSection
from seen_online.note.offered import Chapter, Offer, offer_id
from seen_online.note.when import long_date
from seen_online.review.change_sentences import change_sentences
from seen_online.review.comparison import Change, ChangeKind, Comparison
from seen_online.words import say


def change_lines(comparison: Comparison) -> list[str]:
    """Return what a note can say of the changes: the last check's day first, where there is anything to say.

    A page has its own line where the person said that it is about them, or may be, or where it shows or showed a
    detail of theirs. Of all others, often hundreds about namesakes, there is a number.
    """
    told = change_sentences(replace(comparison, changes=tuple(c for c in comparison.changes if _has_a_line(c))))
    told += _numbers(Counter(c.kind for c in comparison.changes if not _has_a_line(c)))
    day = long_date(comparison.earlier.astimezone().date())
    return [say("My last check before this one was on {day}.", day=day), *told] if told else []


def _has_a_line(change: Change) -> bool:
    details = change.added or change.removed or change.unsure
    return bool(details) or change.who is not None or change.kind is ChangeKind.CHANGED


def _numbers(others: Counter[ChangeKind]) -> list[str]:
    said = {
        ChangeKind.NEW: say("Other new pages: {count}."),
        ChangeKind.GONE: say("Other pages that are no longer found: {count}."),
        ChangeKind.COULD_NOT_CHECK: say("Other pages that could not be checked this time: {count}."),
        ChangeKind.SAME: say("Other pages that show the same as last time: {count}."),
    }
    return [words.format(count=others[kind]) for kind, words in said.items() if others[kind]]


def offers(case: Case, changes: Sequence[str]) -> list[Offer]:
    """Offer each change by itself, none of them ticked: the person picks what they want to talk about."""
    found = []
    for change in dict.fromkeys(changes):
        text = case.over(change)
        found.append(case.offer(Offer(offer_id(Chapter.CHANGES, change), Chapter.CHANGES, text, (text,), ticked=False)))
    return found


def write(chosen: list[Offer], shown: Chosen) -> NoteSection:
    """Write the section."""
    return NoteSection(Chapter.CHANGES.heading, (Bullets(tuple(shown(offer.body[0]) for offer in chosen)),))
