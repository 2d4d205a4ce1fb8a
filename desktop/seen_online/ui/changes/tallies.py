"""How much was seen in each check: gathered beside the window, and in words."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from seen_online.exposure.finding import FindingKind
from seen_online.review.over_time import Tally, tally_of
from seen_online.ui.background import Task, Tell
from seen_online.ui.desk import Desk
from seen_online.ui.words_for import kind_words
from seen_online.words import say


def tallies_task(desk: Desk) -> Task:
    """Return the task that counts every kept check, oldest first; the one on the desk is counted as it is now."""
    earlier, now = desk.earlier, tally_of(desk.check)
    keeper = None if desk.practice else desk.keeper  # practice is not kept, and what is kept is none of its business

    def task(_stop: threading.Event, _tell: Tell) -> tuple[Tally, ...]:
        kept = [tally_of(earlier)] if earlier is not None else []
        if keeper is not None:
            kept = [tally for tally in keeper.over_time() if tally.started != now.started]
        return (*kept, now)

    return task


def kinds_in(tallies: Sequence[Tally]) -> list[FindingKind]:
    """Return the kinds that were seen in any of these checks, in their usual order."""
    return [kind for kind in FindingKind if any(tally.counts.get(kind) for tally in tallies)]


def day_of(tally: Tally) -> str:
    """Return the day of a check."""
    return f"{tally.started.astimezone():%d/%m/%Y}"


def looked_into(tally: Tally) -> str:
    """Return how many of the pages that were found were looked into."""
    return say("{read} of {pages}", read=tally.read, pages=tally.pages)


def searched(tally: Tally) -> str:
    """Return whether all searches of a check were answered."""
    return say("✓ all") if tally.all_checked else say("? some could not be checked")


def aloud(tallies: Sequence[Tally]) -> str:
    """Return the whole picture in sentences, one a kind, for who does not see it."""
    lines = [
        say(
            "{kind}: {counts}.",
            kind=kind_words(kind),
            counts=", ".join(say("{n} on {day}", n=t.counts.get(kind, 0), day=day_of(t)) for t in tallies),
        )
        for kind in kinds_in(tallies)
    ]
    lines += [say("There may have been more on {day}.", day=day_of(t)) for t in tallies if t.may_be_more]
    return " ".join(lines)
