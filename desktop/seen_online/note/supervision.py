"""Supervision: two people go through what the person chose, one point at a time, and write down what they agree.

Nothing here reaches an employer by itself: the talk is held at one screen, and the note of it is a file that the
person saves and hands on, or not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from datetime import date, datetime

import msgspec
from msgspec.structs import replace

from seen_online.note.build import write_section
from seen_online.note.case import Chosen
from seen_online.note.clean import clean_line
from seen_online.note.model import Block, Bullets, Note, NoteAction, NoteSection, Paragraph, Table
from seen_online.note.offered import Chapter, Offer
from seen_online.note.prompts import prompts
from seen_online.note.secrets import Secret
from seen_online.note.veil import Veil, as_shown
from seen_online.note.when import date_and_time, long_date
from seen_online.trouble import Trouble
from seen_online.words import say

# These are short, and make sense only as a whole; of the others each thing is a point of its own.
_TOGETHER = (Chapter.ABOUT, Chapter.ASKED, Chapter.UNCHECKED)


class Point(msgspec.Struct, frozen=True):
    """One point of the talk: what the note says there, word for word, and questions about it."""

    id: str
    title: str
    section: NoteSection
    prompts: tuple[str, ...]


class Agreed(msgspec.Struct, frozen=True):
    """An action that the two agreed on: what, who does it, and by when."""

    what: str
    who: str = ""
    due: date | None = None


class Supervision(msgspec.Struct, frozen=True):
    """A talk as it stands.

    `at` is the number of the point on the screen; `noted` holds the ids of the points whose titles go into the note
    of the talk (none unless the person says so); `understood` is the day on which the person said that they have read
    and understood the guidance.
    """

    points: tuple[Point, ...]
    at: int = 0
    agreed: tuple[Agreed, ...] = ()
    noted: tuple[str, ...] = ()
    understood: date | None = None
    next_review: date | None = None

    @property
    def point(self) -> Point | None:
        """Return the point on the screen, or None where nothing was chosen."""
        return self.points[self.at] if self.points else None


def supervision(offers: Sequence[Offer], chosen: Collection[str], unmasked: Collection[str] = ()) -> Supervision:
    """Begin a talk over what was chosen; what was not chosen is not in it, not even unseen.

    The arguments are those of `build`, and so are the words: a point shows what the note shows.
    """
    wanted = [offer for offer in offers if offer.fixed or offer.id in chosen]
    ids = {offer.id for offer in wanted}
    shown = Chosen(ids, unmasked)
    points: list[Point] = []
    for chapter in Chapter:
        here = [offer for offer in wanted if offer.section is chapter]
        if chapter in _TOGETHER:
            groups = [here] if here else []
        else:
            remarks = {o.parent: o for o in here if o.parent in ids}
            groups = [[o, remarks[o.id]] if o.id in remarks else [o] for o in here if o.parent not in ids]
        for group in groups:
            title = chapter.heading if chapter in _TOGETHER or group[0].parent else shown(group[0].head)
            points.append(Point(group[0].id, title, write_section(chapter, group, shown), prompts(chapter)))
    return Supervision(tuple(points))


def stays(point: Point) -> bool:
    """Tell whether a point can't be left out: what could not be checked belongs to everything else that is shown."""
    return point.id.partition("-")[0] == Chapter.UNCHECKED


def narrowed(talk: Supervision, ids: Collection[str]) -> Supervision:
    """Return the talk with only these of its points, and those that stay; none is added."""
    return replace(talk, points=tuple(point for point in talk.points if point.id in ids or stays(point)), at=0)


def go_to(talk: Supervision, number: int) -> Supervision:
    """Put another point on the screen; before the first and behind the last there is none."""
    return replace(talk, at=max(0, min(number, len(talk.points) - 1)))


def agree(talk: Supervision, what: str, who: str = "", due: date | None = None) -> Supervision:
    """Add an action. Raises Trouble where it says nothing."""
    words = clean_line(what)
    if not words:
        raise Trouble(say("There is nothing to agree on yet."), say("Write what will be done."))
    return replace(talk, agreed=(*talk.agreed, Agreed(words, clean_line(who), due)))


def withdraw(talk: Supervision, number: int) -> Supervision:
    """Take the agreed action with this number (from 0) out again."""
    return replace(talk, agreed=talk.agreed[:number] + talk.agreed[number + 1 :])


def note_point(talk: Supervision, point_id: str, noted: bool = True) -> Supervision:
    """Have the title of a point in the note of the talk, or not."""
    kept = tuple(point.id for point in talk.points if point.id in talk.noted and point.id != point_id)
    order = {point.id: number for number, point in enumerate(talk.points)}
    ids = sorted({*kept, point_id} if noted and point_id in order else kept, key=order.__getitem__)
    return replace(talk, noted=tuple(ids))


def has_understood(talk: Supervision, day: date | None) -> Supervision:
    """Keep the day on which the person said "I have read and understood the guidance"; None takes it back."""
    return replace(talk, understood=day)


def review_on(talk: Supervision, day: date | None, today: date) -> Supervision:
    """Set the day of the next review. Raises Trouble for a day that has passed."""
    if day is not None and day < today:
        raise Trouble(say("This day has passed."), say("Choose a day to come."))
    return replace(talk, next_review=day)


def supervision_note(
    talk: Supervision,
    made: datetime,
    secrets: Sequence[Secret] = (),
    unmasked: Collection[str] = (),
    language: str = "en",
) -> Note:
    """Return the note of the talk, which is separate from the note of the check and holds nothing of it.

    Args:
        talk: the talk.
        made: when its note is made.
        secrets: what `secrets_of` returned, so that what was typed during the talk is masked too.
        unmasked: the ids of the details to show in full.
        language: BCP 47 tag of the language the note's own sentences are in.
    """
    veil = Veil(secrets)

    def shown(text: str) -> str:
        return as_shown(veil.over(text), unmasked)

    agreed = [Agreed(shown(a.what), shown(a.who), a.due) for a in talk.agreed]
    return Note(
        say("What we agreed in supervision"),
        (
            say("Made on {moment} with Seen Online.", moment=date_and_time(made)),
            say("This is a note of the talk. It is separate from the note of the check."),
            say("The program gives it to nobody. Whoever has this file decides who may read it."),
        ),
        tuple(_sections(talk, agreed)),
        made,
        language,
        tuple(NoteAction(_uid(number, a), a.what, a.due, who=a.who) for number, a in enumerate(agreed)),
    )


def _sections(talk: Supervision, agreed: list[Agreed]) -> list[NoteSection]:
    sections: list[NoteSection] = []
    titles = tuple(point.title for point in talk.points if point.id in talk.noted)
    if titles:
        sections.append(NoteSection(say("What we talked about"), (Bullets(titles),)))
    actions: Block = Paragraph(say("We agreed on no actions."))
    if agreed:
        rows = tuple((a.what, a.who, long_date(a.due) if a.due else say("No date set")) for a in agreed)
        actions = Table((say("Action"), say("Who"), say("By when")), rows)
    sections.append(NoteSection(say("What we agreed"), (actions,)))
    if talk.understood is not None:
        said = say("I have read and understood the guidance. {date}", date=long_date(talk.understood))
    else:
        said = say("It was not said yet that the guidance is read and understood.")
    sections.append(NoteSection(say("The guidance"), (Paragraph(said),)))
    review = long_date(talk.next_review) if talk.next_review else say("No date set")
    sections.append(NoteSection(say("Next review"), (Paragraph(review),)))
    return sections


def _uid(number: int, agreed: Agreed) -> str:
    words = f"{number}\x1f{agreed.what}\x1f{agreed.who}"
    return f"agreed-{hashlib.sha256(words.encode()).hexdigest()[:16]}"
