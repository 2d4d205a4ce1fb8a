"""Which results are likely the person, worked out beside the window each time there is something new to go by."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer, Signal

from seen_online.people.model import Group
from seen_online.review.thinking.thinker import Likeness, Thinker
from seen_online.ui.background import Job, Tell
from seen_online.ui.desk import Desk

SETTLE = 600  # milliseconds: verdicts and pages come in bursts


class Likely(QObject):
    """Keeps, by result key, how likely a page is about the person (0 to 1), and the group it belongs to."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._thinker = Thinker()  # one of its own: details are not to wait for guesses
        desk.background.at_close(self._thinker.close)
        self._job: Job | None = None
        self._again = False
        self.chance: dict[str, float] = {}
        self.group: dict[str, Group] = {}
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._work_out)
        for signal in (desk.results_changed, desk.page_changed, desk.verdict_changed, desk.person_changed):
            signal.connect(self._settle.start)
        desk.check_replaced.connect(self._start_over)

    def _start_over(self) -> None:
        self._job, self._again = None, False
        self.chance, self.group = {}, {}
        self.changed.emit()
        self._settle.start()  # a check that is taken up again has results already

    def _work_out(self) -> None:
        check = self._desk.check
        if not check.results:
            return
        if self._job is not None:
            self._again = True  # one at a time: a second one would only take turns from the window
            return
        self._again = False
        results, person = list(check.results), check.person
        judged = [(key, v.who.value) for key, v in check.verdicts.items() if v.who is not None]

        def task(stop: threading.Event, _tell: Tell) -> Likeness:
            return self._thinker.guess(results, person, judged, stop)

        self._job = self._desk.background.run(task, self._worked_out, failed=self._gave_up)

    def _worked_out(self, known: Likeness) -> None:
        self._job = None
        self.chance, self.group = known
        self.changed.emit()
        self._go_on()

    def _gave_up(self, _trouble: object) -> None:
        self._job = None  # a guess less; the person judges for themselves
        self._go_on()

    def _go_on(self) -> None:
        if self._again:
            self._settle.start()  # there is something new since
