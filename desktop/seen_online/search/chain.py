"""The row of asks to one engine: pauses, a second try where it can help, the control query, and when to leave it be."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from seen_online.outbox import NotAgreed, Purpose
from seen_online.outbox.post import Post
from seen_online.outbox.waiting import OutOfTime, Stopped, wait_for
from seen_online.search.catalogue import engine
from seen_online.search.engine import CONTROL_WORDS, Answer, Engine, Kind, Session, failed, unread
from seen_online.search.model import Ask, Outcome, PlannedAsk
from seen_online.search.outcomes import end, left_alone, not_put, running
from seen_online.search.pace import PaceOf
from seen_online.search.proof import is_explained
from seen_online.search.rests import Rests
from seen_online.trouble import Trouble
from seen_online.words import say

_REQUESTS = 2  # that one page of rows may take: some engines hand out a token first
_TO_READ = 15.0  # seconds; real pages take a hundredth


class Chain:
    """One engine and its share of the asks."""

    def __init__(
        self,
        name: str,
        places: Sequence[int],
        planned: Sequence[PlannedAsk],
        post: Post,
        leave: threading.Event,
        pace: PaceOf,
        pages: int,
        rests: Rests,
    ) -> None:
        self._name = name
        self._items = [(at, planned[at].ask) for at in places]
        self._post = post
        self._leave = leave
        self._pace_of = pace
        self._pages = pages
        self._rests = rests
        self._asked = 0  # requests of ours, control queries included
        self._blocks = 0  # in a row
        self._failures = 0  # blocks included, in a row

    def go(self, put: Callable[[int, Ask], None]) -> None:
        """Ask one after the other; `put` gets each ask as it begins and as it ends."""
        try:
            chosen = engine(self._name)
        except Trouble as trouble:
            for at, ask in self._items:
                put(at, replace(ask, outcome=Outcome.FAILED, detail=trouble.what, next_step=trouble.mend))
            return
        self._pace = self._pace_of(chosen)
        session = chosen.session(self._post, self._leave)
        last = self._still_resting()
        for at, ask in self._items:
            if self._leave.is_set():
                put(at, not_put(ask, chosen.label))
            elif last is not None and self._leaves_alone(last):
                put(at, left_alone(ask, chosen.label, last))
            elif self._wait(max(self._pace.pause(self._asked, self._blocks), _told(last))):
                put(at, running(ask, chosen.label))
                last, ended = self._one(session, chosen, ask)
                put(at, ended)
            else:
                put(at, not_put(ask, chosen.label))

    def _one(self, session: Session, chosen: Engine, ask: Ask) -> tuple[Answer | None, Ask]:
        try:
            answer = self._answer(session, ask.query.words, Purpose.SEARCH, self._pages)
            if self._may_try_again(answer) and self._wait(max(self._pace.retry, answer.wait or 0.0)):
                answer = self._answer(session, ask.query.words, Purpose.SEARCH, self._pages)
        except NotAgreed as trouble:
            return None, replace(ask, outcome=Outcome.NOT_ASKED, detail=trouble.what, next_step=trouble.mend)
        control = None
        if answer.kind is Kind.NO_ROWS:
            control = answer if ask.query.words == CONTROL_WORDS else self._control(session)
            if control is not None and control.kind is Kind.ROWS and not is_explained(ask.query.words, answer, control):
                control = unread()
        self._count(control or answer)
        self._rests.note(self._name, control or answer)
        return control or answer, end(ask, chosen, answer, control)

    def _still_resting(self) -> Answer | None:
        """Return what the engine said in an earlier search, where the time that it named is not over."""
        resting = self._rests.left(self._name) if self._pace.remembers else None
        return replace(resting[1], wait=resting[0]) if resting is not None else None

    def _answer(self, session: Session, words: str, purpose: Purpose, pages: int = 1) -> Answer:
        self._asked += 1
        # Requests end by themselves; reading a page does not, and some pages are made to take minutes.
        deadline = time.monotonic() + _REQUESTS * pages * self._post.limits.total + _TO_READ
        try:
            return wait_for(lambda: session.ask(words, purpose, pages), deadline, self._leave)
        except NotAgreed:
            raise
        except Stopped:
            return Answer(Kind.STOPPED)
        except OutOfTime:
            return failed(say("It took too long to read its page."))
        except Exception as error:  # noqa: BLE001 (one broken answer must not cost all others)
            return failed(say("A mistake of this program got in the way ({kind}).", kind=type(error).__name__))

    def _control(self, session: Session) -> Answer | None:
        """Ask for a harmless word, right after a page without rows: does this engine show us any at all?"""
        if not self._wait(self._pace.pause(self._asked, self._blocks)):
            return None
        try:
            return self._answer(session, CONTROL_WORDS, Purpose.CONTROL)
        except NotAgreed:
            return failed(say("Its page was bare, and you did not agree to the test word, so we can't tell."))

    def _count(self, answer: Answer) -> None:
        self._blocks = self._blocks + 1 if answer.kind is Kind.BLOCKED else 0
        self._failures = self._failures + 1 if answer.kind in (Kind.BLOCKED, Kind.FAILED) else 0

    def _may_try_again(self, answer: Answer) -> bool:
        if answer.wait is not None:
            return answer.wait <= self._pace.patience
        return answer.again

    def _leaves_alone(self, last: Answer) -> bool:
        told_to_wait = last.wait is not None and last.wait > self._pace.patience
        return told_to_wait or self._blocks >= self._pace.blocks or self._failures >= self._pace.failures

    def _wait(self, seconds: float) -> bool:
        """Wait; False as soon as the run is to end."""
        return not self._leave.wait(seconds) if seconds > 0 else not self._leave.is_set()


def _told(last: Answer | None) -> float:
    """Return how many seconds the engine asked us to wait with its last answer."""
    return (last.wait or 0.0) if last is not None else 0.0
