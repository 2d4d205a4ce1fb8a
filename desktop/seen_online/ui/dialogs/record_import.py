"""Opening a sealed copy from another computer, as one more record beside the one that is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from seen_online.trouble import Trouble
from seen_online.ui import record_work as work
from seen_online.ui.background import Background
from seen_online.ui.dialogs.record_form import RecordForm
from seen_online.ui.record_work import Keyring
from seen_online.ui.widgets.take_over import TakeOverForm
from seen_online.words import say

_HEIGHT = 680  # pixels


def taken_as(number: int) -> str:
    """Return what is said of a copy that is a record now."""
    return say("The copy is record {number} on this computer now.", number=number)


class RecordImportDialog(RecordForm):
    """`taken` carries the new record's id and number; it is closed."""

    taken = Signal(str, int)

    def __init__(self, background: Background, home: Path, keyring: Keyring, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.setWindowTitle(self.tr("Open a sealed copy"))
        self.intro.setText(
            self.tr("A new record is made out of it, beside yours. Yours and the copy stay as they are.")
        )
        self.do_it.setText(self.tr("Open the copy"))
        self._home, self._keyring = home, keyring
        self.form = TakeOverForm()
        self.form.submitted.connect(self.go)
        self.column.addWidget(self.form)
        self.end(_HEIGHT)

        def look() -> bool:
            return work.has_keyring(keyring)

        self.run(self.tr("Looking for this computer's keyring …"), look, self._offer)

    def _offer(self, keyring: bool) -> None:
        self.form.offer(keyring=keyring, shared=True)
        self.form.setFocus()

    def go(self) -> None:
        """Make the record."""
        wanted = self.form.wanted()
        if wanted is None:
            return
        home, keyring = self._home, self._keyring

        def task() -> tuple[str, int]:
            record = work.take_over(home, wanted, keyring)
            try:
                return record.header.id, record.header.number
            finally:
                record.close()

        self.run(self.tr("Opening the copy …"), task, self._taken, lambda made: taken_as(made[1]))

    def _taken(self, made: tuple[str, int]) -> None:
        self.accept()
        self.taken.emit(*made)

    def failed(self, trouble: Trouble) -> None:
        """Say what is wrong, beside the place where it is."""
        if not self.form.tell(trouble):
            super().failed(trouble)
