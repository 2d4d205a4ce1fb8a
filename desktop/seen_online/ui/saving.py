"""Saving: whatever changes on the desk is in the record within a second, written beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from seen_online.record.troubles import GivenUp, NotOpen
from seen_online.trouble import Trouble
from seen_online.ui.background import Background, Job, Soon, Tell
from seen_online.ui.desk import Desk

TYPED, CAME = 200, 500  # milliseconds: what the person does, and what the web brings in bursts
RETRY = 5_000  # milliseconds after a save that failed
QUIET = 60_000  # milliseconds after opening, until a sealed copy is made where one is due


class Saving(QObject):
    """Saves the check on the desk after every change. `trouble` where it could not, `saved` once it could again."""

    trouble = Signal(object)
    saved = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._background = Background(self)
        self._job: Job | None = None
        self._again = False
        self._failed = False
        typed, came = Soon(self, TYPED, self._save), Soon(self, CAME, self._save)
        self.save_soon = typed.please
        self._retry = Soon(self, RETRY, self._save)
        self._copy = QTimer(self, singleShot=True, interval=QUIET)
        self._copy.timeout.connect(self._back_up)
        for signal in (desk.person_changed, desk.answers_changed, desk.verdict_changed, desk.check_replaced):
            signal.connect(typed.please)
        for signal in (
            desk.asks_changed, desk.results_changed, desk.page_changed, desk.findings_changed, desk.outbox_changed,
        ):  # fmt: skip
            signal.connect(came.please)
        desk.not_kept.connect(self._not_saved)

    def copy_soon(self) -> None:
        """Make a sealed copy at a quiet moment, where one is due."""
        self._copy.start()

    def close(self) -> None:
        """Wait for what is being written; nothing is written after it."""
        self._copy.stop()
        self._background.close(10_000)

    def _save(self) -> None:
        desk = self._desk
        if desk.practice or not desk.keeper.keeps:
            return
        if self._job is not None:
            self._again = True
            return
        keeper, check = desk.keeper, desk.check

        def task(_stop: object, _tell: Tell) -> None:
            try:
                keeper.save(check)
            except NotOpen:
                return  # locked, or another check was begun meanwhile: both have saved this one

        self._job = self._background.run(task, lambda _none: self._is_saved(), failed=self._not_saved)
        self._job.ended.connect(self._ended)

    def _ended(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self._save()

    def _is_saved(self) -> None:
        if self._failed:
            self._failed = False
            self.saved.emit()

    def _not_saved(self, trouble: Trouble) -> None:
        self._failed = True
        self.trouble.emit(trouble)
        self._retry.please()

    def _back_up(self) -> None:
        keeper = self._desk.keeper
        if not keeper.keeps:
            return

        def task(_stop: object, _tell: Tell) -> None:
            try:
                keeper.back_up_if_due()
            except (NotOpen, GivenUp):
                return  # locked meanwhile: it is made once the record is open again

        self._background.run(task, failed=self.trouble.emit)
