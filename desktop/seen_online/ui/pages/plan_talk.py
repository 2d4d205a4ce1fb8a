"""A talk in supervision is kept while it goes on, so that a lock or a power cut in its midst loses nothing of it."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct, ValidationError, convert, to_builtins
from msgspec.structs import replace

from seen_online.note.supervision import Agreed, Supervision
from seen_online.ui.desk import Desk

TALK, LINE = "talk", "talk_line"  # the settings' names


class Kept(Struct, frozen=True):
    """What the two wrote so far, and in which check."""

    started: datetime
    agreed: tuple[Agreed, ...] = ()
    noted: tuple[str, ...] = ()
    understood: date | None = None
    next_review: date | None = None


def keep(desk: Desk, talk: Supervision) -> None:
    """Keep the talk as it stands."""
    kept = Kept(desk.check.started, talk.agreed, talk.noted, talk.understood, talk.next_review)
    desk.remember(TALK, to_builtins(kept))


def gone_on_with(desk: Desk, talk: Supervision) -> Supervision:
    """Return a talk that begins, with what was agreed on where one of the same check was broken off."""
    try:
        kept = convert(desk.recall(TALK), Kept)
    except ValidationError:
        return talk
    if kept.started != desk.check.started:
        return talk
    there = {point.id for point in talk.points}
    noted = tuple(each for each in kept.noted if each in there)
    return replace(talk, agreed=kept.agreed, noted=noted, understood=kept.understood, next_review=kept.next_review)


def forget(desk: Desk) -> None:
    """Keep it no longer, since it has come to its end."""
    for name in (TALK, LINE):
        desk.remember(name, None)
