"""The checks one after the other: how much was seen each time, and when to look again."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

import msgspec

from seen_online.exposure.finding import Finding, FindingKind
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.seen import telling
from seen_online.review.selfcheck import SelfCheck, Verdict, Who
from seen_online.words import say

FEWEST = 3  # checks from which a picture over time says something
_LOOKED_INTO = (PageOutcome.READ, PageOutcome.PARTLY, PageOutcome.GONE)


class Tally(msgspec.Struct, frozen=True):
    """One check in the picture over time: how many of the person's details of each kind could be seen.

    `all_checked` is False where a search was not answered: then there may have been more. `pages` is how many pages
    were found, without those about somebody else, `read` how many of them were read: fewer show less.
    """

    started: datetime
    counts: dict[FindingKind, int]
    all_checked: bool = True
    pages: int = 0
    read: int = 0

    @property
    def may_be_more(self) -> bool:
        """Tell whether it is no measure of what could be seen: not all answered, or most pages not looked into."""
        return not self.all_checked or 2 * self.read < self.pages


class Reminder(msgspec.Struct, frozen=True):
    """When to look again, and the sentence for the calendar: it says nothing about the person."""

    on: date
    what: str


def tally_of(check: SelfCheck) -> Tally:
    """Count what a check saw (see `tally`), and how much of it was looked at."""
    asked = [ask.outcome.checked for ask in check.asks]
    counted = tally(check.started, check.findings, check.verdicts, all_checked=bool(asked) and all(asked))
    mine = [r.key for r in check.results if check.verdicts.get(r.key, Verdict()).who is not Who.NOT_ME]
    read = sum(check.pages.get(key, Page()).outcome in _LOOKED_INTO for key in mine)
    return msgspec.structs.replace(counted, pages=len(mine), read=read)


def tally(
    started: datetime,
    findings: Mapping[str, Sequence[Finding]],
    verdicts: Mapping[str, Verdict],
    *,
    all_checked: bool = True,
) -> Tally:
    """Count the person's own contact details, dates of birth and user names, each once, by kind.

    Pages that the person said are about somebody else don't count.
    """
    others: Collection[str] = {key for key, verdict in verdicts.items() if verdict.who is Who.NOT_ME}
    seen = {(f.kind, f.value) for key, found in findings.items() if key not in others for f in telling(found)}
    counts: dict[FindingKind, int] = {}
    for kind, _ in sorted(seen):
        counts[kind] = counts.get(kind, 0) + 1
    return Tally(started, counts, all_checked)


def reminder(started: datetime, months: int = 6) -> Reminder:
    """Return when the next check is due, so many months after this one (the last of a month stays the last)."""
    day = started.astimezone().date()
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    on = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return Reminder(on, say("Look again at what can be seen of you online"))


def due_sentence(last_started: datetime, today: date, months: int = 6) -> str:
    """Return the line to show at the start where the next check is due, else ""."""
    if today < reminder(last_started, months).on:
        return ""
    day = f"{last_started.astimezone():%d/%m/%Y}"
    return say("Your last check was on {day}. It is time to look again.", day=day)
