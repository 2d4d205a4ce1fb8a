"""Sealed copies: those that the program made by itself, one to take elsewhere, and one from elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Signal

from seen_online.ui.dialogs import record_story
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.dialogs.record_call import teller
from seen_online.ui.dialogs.record_section import Section, Shared
from seen_online.ui.widgets.text import quiet
from seen_online.words import say


class Copies(Section):
    """`open_other` carries the id of another record to go to."""

    open_other = Signal(str)

    def __init__(self, shared: Shared) -> None:
        self.made = quiet("")
        super().__init__(say("Copies"), self.made, shared)
        self.export_button = self.add_button(self.tr("Save a sealed copy …"), self.save_copy)
        self.import_button = self.add_button(self.tr("Open a sealed copy …"), self.open_copy)

    def show_state(self) -> None:
        """Say which copies there are."""
        record = self._shared.record
        if record is not None:
            self._shared.beside(lambda: record_story.copies(record), self.made.setText)

    def save_copy(self) -> None:
        """Let the person save one sealed copy."""
        from seen_online.ui.dialogs.record_export import RecordExportDialog, saved_in

        shared = self._shared
        if shared.record is not None:
            dialog = RecordExportDialog(shared.desk.background, shared.record, self.window())
            dialog.later = teller(shared.desk.files, shared.desk.record_id)
            dialog.saved.connect(lambda path: shared.notice.show_text(saved_in(path), "good"))
            dialog.open()

    def open_copy(self) -> None:
        """Let the person open a sealed copy as another record."""
        from seen_online.ui.dialogs.record_import import RecordImportDialog

        shared = self._shared
        if shared.home is not None:
            dialog = RecordImportDialog(shared.desk.background, shared.home, shared.keyring, self.window())
            dialog.later = teller(shared.desk.files, shared.desk.record_id)
            dialog.taken.connect(self._taken)
            dialog.open()

    def _taken(self, record_id: str, number: int) -> None:
        from seen_online.ui.dialogs.record_import import taken_as

        name = taken_as(number)
        self._shared.notice.show_text(name, "good")
        question = QuestionDialog(
            self.tr("Go to record {number}?").format(number=number),
            f"{name} {self.tr('Shall we go to it? The record that is open is saved and closed first.')}",
            self.tr("Go to it"),
            self.window(),
        )
        question.accepted.connect(lambda: self.open_other.emit(record_id))
        question.open()
