"""What takes long about a note: to find all that it can hold, and to write it. Without the window, so beside it too."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from seen_online.checklist.item import Checklist
from seen_online.review.compare import Comparison
from seen_online.review.selfcheck import SelfCheck

if TYPE_CHECKING:  # the note's rooms are loaded when the person comes there, not at the start
    from seen_online.note.model import Note
    from seen_online.note.offered import Offer

SHORT = 90  # characters of a tick box
BETWEEN = " · "  # as an offer's lines have it between the cells of a row


class Held(NamedTuple):
    """All that a note is made of. As long as it is the same, so is what can be ticked."""

    check: SelfCheck  # as it was at one moment
    checklist: Checklist
    today: date
    comparison: Comparison | None
    practice: bool


class Line(NamedTuple):
    """A tick box: what it is for, its name, and whether it is ticked before the person chooses."""

    offer: Offer
    heading: str
    label: str
    ticked: bool


def lines_of(held: Held) -> list[Line]:
    """Return a line for each thing that the note can hold."""
    from seen_online.note.offer import offer
    from seen_online.note.offered import Chapter
    from seen_online.note.section_changes import change_lines

    changes = change_lines(held.comparison) if held.comparison is not None else []
    judged = any(verdict.who is not None for verdict in held.check.verdicts.values())
    return [
        # No page is ticked as long as the person has judged none.
        Line(each, *_named(each), each.ticked and (judged or each.section is not Chapter.SEEN))
        for each in offer(held.check, held.checklist, held.today, changes)
    ]


def made_of(
    lines: Iterable[Line], chosen: Collection[str], unmasked: Collection[str], made: datetime, *, practice: bool
) -> Note:
    """Return the note that holds what is chosen, and nothing else."""
    from seen_online.note.build import build, made_up

    note = build([line.offer for line in lines], chosen, unmasked, made)
    return made_up(note) if practice else note


def _named(each: Offer) -> tuple[str, str]:
    """Return a thing's name and what its tick box says: with its one line where that is short enough to stand there.

    What the name says already is not said again.
    """
    heading = each.heading
    if len(each.body) + len(each.rows) + len(each.places) != 1:
        return heading, heading
    cells = each.lines[0].split(BETWEEN)
    more = BETWEEN.join(cell for cell in cells if cell not in heading)
    label = f"{heading}{': ' if len(cells) == 1 else BETWEEN}{more}"
    return heading, label if more and len(label) < SHORT else heading
