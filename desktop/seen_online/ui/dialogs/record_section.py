"""What the sections of the window of the record are made of, and what they work on together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from seen_online.record.store import Record
from seen_online.trouble import Trouble
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.record_call import Call, Later
from seen_online.ui.record_work import Keyring
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.pause import Pause
from seen_online.ui.widgets.text import heading


class Shared(QObject):
    """The record of the desk, and one way to call it beside the window. `changed` once it is kept in another way."""

    changed = Signal()

    def __init__(self, desk: Desk, home: Path | None, keyring: Keyring, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.desk, self.home, self.keyring = desk, home, keyring
        self.notice = Notice()
        self.pause = Pause(dialog)

    @property
    def record(self) -> Record | None:
        """Return the record, None where nothing is kept."""
        keeper = self.desk.keeper
        return keeper if isinstance(keeper, Record) else None

    def beside(
        self,
        task: Callable[[], Any],
        done: Callable[[Any], None],
        says: str = "",
        failed: Callable[[Trouble], None] | None = None,
        later: Later | None = None,
    ) -> None:
        """Carry a call out beside the window; with `says`, all is paused meanwhile.

        `later` is told where the record was locked before the call came to anything.
        """
        call = Call(task)
        job = self.desk.background.run(call.work, done, failed=failed or self.notice.tell)
        if later is not None:
            call.tell_late(job, later)
        if says:
            self.notice.show_text("")
            self.pause.begin(says)
            job.done.connect(self.pause.end)
            job.failed.connect(self.pause.end)
            job.ended.connect(self._over)

    @Slot()
    def _over(self) -> None:
        self.pause.end()


class Section(QWidget):
    """A heading, what is said below it, and a row of what can be done."""

    def __init__(self, title: str, words: QWidget, shared: Shared) -> None:
        super().__init__()
        self._shared = shared
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(heading(title))
        column.addWidget(words)
        self.row = Flow(gap=GAP)
        column.addLayout(self.row)

    def add_button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """Add something that can be done."""
        button = small_button(text)
        button.clicked.connect(lambda _=False: slot())
        self.row.addWidget(button)
        return button
