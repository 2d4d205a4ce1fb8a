"""Keeps the check on the desk beside the one before it: what changed, and what the person said of it already."""

from __future__ import annotations

import threading
import time
from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal

from seen_online.review.carry import carry
from seen_online.review.compare import Change, Comparison, compare
from seen_online.review.guide import evidence_in
from seen_online.ui.background import Job, Soon, Tell
from seen_online.ui.desk import Desk

SETTLE = 400  # milliseconds: pages and details come in bursts
SLICE = 0.008  # seconds of telling at a time: each verdict makes several lists look again


class Following(QObject):
    """Compares beside the window each time there is something new, then carries over verdicts, answers and actions.

    `comparison` is None on a first check; it may be a moment old while results come in.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._again = False
        self.comparison: Comparison | None = None
        self._by_key: dict[str, Change] = {}
        self._settle = Soon(self, SETTLE, self._compare)
        self._to_tell: deque[str] = deque()
        self._telling = QTimer(self, interval=0)
        self._telling.timeout.connect(self._tell_some)
        for signal in (
            desk.asks_changed, desk.results_changed, desk.page_changed, desk.findings_changed, desk.verdict_changed,
        ):  # fmt: skip
            signal.connect(self._settle.please)
        desk.check_replaced.connect(self._start_over)
        self._settle.please()

    @property
    def at_work(self) -> bool:
        """Tell whether there is something new that is not compared yet."""
        return self._job is not None or self._settle.isActive() or bool(self._to_tell)

    def change(self, key: str) -> Change | None:
        """Return how the page with this key stands beside the last check; the key of either check will do."""
        return self._by_key.get(key)

    def _start_over(self) -> None:
        self._job = None  # it was dropped with the check
        self._again = False
        self._telling.stop()
        self._to_tell.clear()
        self.comparison, self._by_key = None, {}
        self.changed.emit()
        self._settle.please()  # a check that is taken up again has results already

    def _compare(self) -> None:
        earlier = self._desk.earlier
        if earlier is None:
            return
        if self._job is not None:
            self._again = True  # one at a time: a second one would only take turns from the window
            return
        self._again = False
        later = self._desk.check.still()

        def task(_stop: threading.Event, _tell: Tell) -> Comparison:
            return compare(earlier, later)

        self._job = self._desk.background.run(task, self._came, failed=self._gave_up)

    def _came(self, comparison: Comparison) -> None:
        self._job = None
        desk = self._desk
        if desk.earlier is None:
            return
        same = comparison == self.comparison
        self.comparison = comparison
        self._by_key = {c.earlier_key: c for c in comparison.changes if c.earlier_key}
        self._by_key |= {c.key: c for c in comparison.changes}
        # What is a moment old is good enough to carry over by: a page that was found stays found.
        carried = carry(desk.earlier, desk.check, evidence_in(desk.check, desk.checklist), comparison)
        self._to_tell += carried.verdicts
        for item_id in carried.answers:
            desk.answers_changed.emit(item_id)
        if self._to_tell:
            self._telling.start()
        if not same:
            self.changed.emit()
        self._go_on()

    def _go_on(self) -> None:
        if self._again:
            self._settle.please()  # there is something new since

    def _tell_some(self) -> None:
        """Tell of some verdicts, then let the window breathe."""
        until = time.monotonic() + SLICE
        while self._to_tell:
            self._desk.verdict_changed.emit(self._to_tell.popleft())
            if time.monotonic() > until:
                break
        if not self._to_tell:
            self._telling.stop()

    def _gave_up(self, _trouble: object) -> None:
        self._job = None  # nothing is said, rather than something untrue
        self._go_on()
