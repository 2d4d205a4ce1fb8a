"""One dated check: everything the person gave, asked, found, judged and means to do."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum

import msgspec

from seen_online.checklist.answer import ActionState, Answer
from seen_online.checklist.guided import Me
from seen_online.exposure.finding import Finding
from seen_online.outbox import Sent
from seen_online.person import Person
from seen_online.reading.page import Page
from seen_online.search.model import Ask, Result

__all__ = ["Action", "ActionState", "Feeling", "SelfCheck", "Verdict", "Who"]


class Who(StrEnum):
    """First axis of a verdict: is the page about me?"""

    ME = "me"
    NOT_ME = "not_me"
    NOT_SURE = "not_sure"


class Feeling(StrEnum):
    """Second axis of a verdict: am I happy with what it shows?"""

    HAPPY = "happy"
    NOT_HAPPY = "not_happy"


class Action(msgspec.Struct, frozen=True):
    """Something the person means to do. `about` is the key of the result or the id of the item it comes from.

    `what` is empty as long as the person has not said what: the plan has words of its own for it.
    """

    what: str
    about: str = ""
    due: date | None = None
    state: ActionState = ActionState.TO_DO


class Verdict(msgspec.Struct, frozen=True):
    """What the person thinks of one result, kept by the result's key."""

    who: Who | None = None
    feeling: Feeling | None = None
    note: str = ""
    action: Action | None = None


class SelfCheck(msgspec.Struct):
    """One check.

    `sites` are the ids of the networks the person uses; `service_users` tells whether they work with people who use a
    service, `managers` whether they lead others; None where they have not said. `pages` and `findings` are keyed by
    result key, `answers` by item id, `verdicts` by result key. `set_aside` holds verdicts of earlier checks on pages
    that this one has not found, by result key there; `seen_again` the result keys and item ids of done actions that
    came back in this check, each of which does so once.
    """

    started: datetime = msgspec.field(default_factory=lambda: datetime.now(UTC))
    person: Person = Person()
    sites: tuple[str, ...] | None = None
    service_users: bool | None = None
    managers: bool | None = None
    answers: dict[str, Answer] = {}
    asks: list[Ask] = []
    results: list[Result] = []
    pages: dict[str, Page] = {}
    findings: dict[str, list[Finding]] = {}
    verdicts: dict[str, Verdict] = {}
    sent: list[Sent] = []
    set_aside: dict[str, Verdict] = {}
    seen_again: tuple[str, ...] = ()

    @property
    def me(self) -> Me:
        """Return what decides which things concern the person."""
        return Me(None if self.sites is None else frozenset(self.sites), self.service_users, self.managers)

    @property
    def begun(self) -> bool:
        """Tell whether the person has put anything into it that would be lost with it."""
        said = (self.sites, self.service_users, self.managers)
        answered = any(answer != Answer() for answer in self.answers.values())
        typed = bool(self.person.details) or any(each is not None for each in said)
        return bool(typed or self.asks or self.verdicts or answered)

    def still(self) -> SelfCheck:
        """Return the check as it is now, for another thread to read, or to compare with, while this one changes."""
        return msgspec.structs.replace(
            self,
            answers=dict(self.answers),
            asks=list(self.asks),
            results=list(self.results),
            pages=dict(self.pages),
            findings=dict(self.findings),
            verdicts=dict(self.verdicts),
            sent=[],  # other threads add to it, and nobody who asks for this needs it
            set_aside=dict(self.set_aside),
        )
