"""Erasing the record that is open: one question, then nothing of it is left."""

from __future__ import annotations

from PySide6.QtCore import Signal

from seen_online.record.troubles import RecordTrouble
from seen_online.trouble import Trouble
from seen_online.ui.dialogs import record_erase
from seen_online.ui.dialogs.erase_question import erase_question
from seen_online.ui.dialogs.record_section import Section, Shared
from seen_online.ui.widgets.text import quiet
from seen_online.words import say


class Erasing(Section):
    """`begun` once the record is closed, `ended` with what is to be read first ("" where there is nothing)."""

    begun = Signal()
    ended = Signal(str, str)  # the words, and their state

    def __init__(self, shared: Shared) -> None:
        said = quiet(say("This takes your record, and all that belongs to it, off this computer. We ask first."))
        super().__init__(say("Erase"), said, shared)
        self.erase_button = self.add_button(self.tr("Erase everything of mine …"), self.ask)

    def ask(self) -> None:
        """Ask the one question before everything is erased."""
        question = erase_question("", self.window())
        question.accepted.connect(self.erase)
        question.open()

    def erase(self) -> None:
        """Close the record and erase it."""
        shared = self._shared
        record, home, keyring = shared.record, shared.home, shared.keyring
        if record is None or home is None:
            return
        record_id = record.header.id
        try:
            shared.desk.leave_keeper(save=False)
        except RecordTrouble:
            record.close()  # it is erased anyway
        self.begun.emit()
        shared.beside(
            lambda: record_erase.erase_own(home, record_id, keyring), self._done, self.tr("Erasing …"), self._failed
        )

    def _done(self, key_left: bool) -> None:
        said = record_erase.with_key(self.tr("Your record is erased."), key_left=True) if key_left else ""
        self.ended.emit(said, "good")

    def _failed(self, trouble: Trouble) -> None:
        self.ended.emit(str(record_erase.left_over(trouble)), "problem")
