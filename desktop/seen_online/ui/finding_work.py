"""Finding details in what was not searched yet: beside the window, in a process that takes no turns from it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from seen_online.exposure.finding import Finding
from seen_online.reading.page import Page
from seen_online.review import perform
from seen_online.review.perform import to_search
from seen_online.review.selfcheck import SelfCheck
from seen_online.review.thinking.thinker import Thinker
from seen_online.search.model import Result
from seen_online.ui.background import Background, Job, Task, Tell

News = tuple[str, Page | str, list[Finding] | None]  # a result's key, what was searched, what it gives away


def finding_task(check: SelfCheck, thinker: Thinker) -> Task:
    """Return the task that finds details in all that was not searched yet; it tells lists of `News`.

    Findings are None where a text could not be searched.
    """
    waiting, person = to_search(check), check.person

    def task(stop: threading.Event, tell: Tell) -> None:
        done = 0
        try:
            for start, several in thinker.look([text for _, text in waiting], person, stop):
                tell([(*waiting[start + n], findings) for n, findings in enumerate(several)])
                done = start + len(several)
        except Exception:  # noqa: BLE001 (a fault of our own: what is left is not tried again and again for ever)
            tell([(*each, None) for each in waiting[done:]])

    return task


class FindingWork(QObject):
    """Finds details in whatever the check has that was not searched yet, one round after the other.

    `found` and `not_searched` carry a result's key: its findings are in the check, or its page says that it could not
    be searched.
    """

    found = Signal(str)
    not_searched = Signal(str)

    def __init__(
        self, background: Background, check: Callable[[], SelfCheck], result: Callable[[str], Result | None]
    ) -> None:
        """Make it; `check()` is the one on the desk, `result(key)` one of its results."""
        super().__init__(background)
        self._background, self._check, self._result = background, check, result
        self._thinker = Thinker()
        background.at_close(self._thinker.close)
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Tell whether a round is under way."""
        return self._job is not None

    def warm(self) -> None:
        """Get ready: there will soon be something to search."""
        self._thinker.warm()

    def go_on(self) -> None:
        """Search what was not searched yet; details arrive result by result."""
        if self._job is not None or not to_search(self._check()):
            return
        task = finding_task(self._check(), self._thinker)
        self._job = self._background.run(task, self._ended, self._take, self._ended)

    def begin_anew(self) -> None:
        """Drop the round that is under way, and search all that has no findings now."""
        if self._job is not None:
            self._job.drop()
        self._job = None
        self.go_on()

    def dropped(self) -> None:
        """Take note that all work was dropped: another check lies on the desk."""
        self._job = None

    def _take(self, several: Sequence[News]) -> None:
        for news in several:
            self._take_one(*news)

    def _take_one(self, key: str, text: Page | str, findings: list[Finding] | None) -> None:
        check, result = self._check(), self._result(key)
        if result is None or perform.searchable(result, check.pages.get(key)) != text:
            return  # the page was read meanwhile; it is searched next
        if findings is None:
            perform.not_searched(check, key)
            self.not_searched.emit(key)
        else:
            check.findings[key] = findings
        self.found.emit(key)

    def _ended(self, _answer: object) -> None:
        self._job = None
        self.go_on()  # what came meanwhile
