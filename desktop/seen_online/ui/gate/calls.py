"""One call of the record at a time, beside the window; an answer that comes too late is let go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from seen_online.record.store import Record
from seen_online.trouble import Trouble
from seen_online.ui.background import Background, Job, Tell


class Calls(QObject):
    """`ended` after each call, however it went; `lost` where somebody else dropped the one that was under way."""

    ended = Signal()
    lost = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._job: Job | None = None

    def run(
        self, task: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Trouble], None] | None = None
    ) -> None:
        """Start a call; the one before it is dropped. A record that a dropped call opened is closed again."""
        self.drop()
        made: list[Record] = []

        def work(_stop: object, _tell: Tell) -> Any:
            answer = task()
            if isinstance(answer, Record):
                made.append(answer)
            return answer

        def came(answer: Any) -> None:
            made.clear()
            self._job = None
            self.ended.emit()
            done(answer)

        def broke(trouble: Trouble) -> None:
            self._job = None
            self.ended.emit()
            if failed is not None:
                failed(trouble)

        job = self._background.run(work, came, failed=broke)
        self._job = job
        job.ended.connect(lambda: self._over(job, made))

    def drop(self) -> None:
        """Wait no longer for the call that is under way."""
        if self._job is not None:
            self._job.drop()
            self._job = None
            self.ended.emit()

    def _over(self, job: Job, made: list[Record]) -> None:
        for record in made:
            record.close()
        if self._job is job:
            self._job = None
            self.ended.emit()
            self.lost.emit()
