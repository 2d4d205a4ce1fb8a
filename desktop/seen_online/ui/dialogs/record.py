"""*Your record*: how it is kept, what opens it, when it locks, copies of it, and erasing all of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from seen_online.record.header import Locked
from seen_online.record.keychain import Keychain, system_keychain
from seen_online.record.store import Record
from seen_online.record.troubles import RecordTrouble
from seen_online.trouble import Trouble
from seen_online.ui.background import Tell
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs import record_erase, record_story
from seen_online.ui.dialogs.erase_question import erase_question
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.theme import GAP, WIDE, line_width
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.pause import Pause
from seen_online.ui.widgets.sheet import Sheet, let_copy
from seen_online.ui.widgets.text import body, heading, quiet

LOCK_AFTER = "lock_after"  # the setting's name: minutes, 0 for never
USUAL = 10  # minutes
_CHOICES = (1, 5, USUAL, 30, 0)
_WIDTH, _HEIGHT = 84, 600  # characters, pixels


class RecordDialog(QDialog):
    """`keeper_changed` carries the Keeper that is to keep what lies on the desk from now on; the window does that.

    `erased` comes after the record was closed and erased, `open_other` carries the id of another record to go to.
    """

    keeper_changed = Signal(object)
    erased = Signal()
    open_other = Signal(str)

    def __init__(
        self,
        desk: Desk,
        home: Path | None,
        keychain: Callable[[], Keychain | None] = system_keychain,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Your record"))
        self._desk, self._home, self._keychain = desk, home, keychain
        self._is_erased = False
        self.notice = Notice()
        self.how = body("")
        self.copies = quiet("")
        self.lock_after = QComboBox()
        self.change_button = self._button(self.tr("Change what opens it …"), self.change_lock)
        self.forget_button = self._button(self.tr("Forget it when I close …"), self.ask_forget)
        self.keep_button = self._button(self.tr("Keep it on this computer …"), self.keep)
        self.export_button = self._button(self.tr("Save a sealed copy …"), self.save_copy)
        self.import_button = self._button(self.tr("Open a sealed copy …"), self.open_copy)
        self.erase_button = self._button(self.tr("Erase everything of mine …"), self.ask_erase)
        self.sections: list[QWidget] = []  # that make sense only where something is kept
        self._lay_out()
        self._fill_choices()
        self.show_state()

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = small_button(text)
        button.clicked.connect(lambda _=False: slot())
        return button

    def _lay_out(self) -> None:
        sheet = Sheet()
        column = sheet.column
        column.setContentsMargins(0, 0, WIDE, 0)
        column.setSpacing(WIDE)
        column.addWidget(self.notice)
        column.addWidget(
            self._section(self.tr("How it is kept"), self.how, self.change_button, self.forget_button, self.keep_button)
        )
        said = quiet(
            self.tr("When nobody touches the computer for so long, or its screen is locked, your record closes.")
        )
        self.sections = [
            self._section(self.tr("When to lock it"), said, self.lock_after),
            self._section(self.tr("Copies"), self.copies, self.export_button, self.import_button),
            self._section(
                self.tr("Erase"),
                quiet(self.tr("This takes your record, and all that belongs to it, off this computer. We ask first.")),
                self.erase_button,
            ),
        ]
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        self.pause = Pause(self)
        outer = QVBoxLayout(self)
        outer.setSpacing(GAP)
        outer.addWidget(sheet, 1)
        outer.addWidget(self.pause)
        outer.addWidget(buttons)
        let_copy(self)
        room = self.screen().availableSize()
        height = _HEIGHT if self._record is not None else _HEIGHT // 2
        self.resize(min(line_width(self, _WIDTH), room.width() - 80), min(height, room.height() - 80))

    def _section(self, title: str, words: QWidget, *controls: QWidget) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(heading(title))
        column.addWidget(words)
        row = Flow(gap=GAP)
        for control in controls:
            row.addWidget(control)
        column.addLayout(row)
        return section

    def _fill_choices(self) -> None:
        self.lock_after.setAccessibleName(self.tr("Lock after"))
        minutes = self._desk.recall(LOCK_AFTER, USUAL)
        choices = _CHOICES if minutes in _CHOICES or not isinstance(minutes, int) else (minutes, *_CHOICES)
        for choice in choices:
            text = self.tr("After %n minute(s)", "", choice) if choice else self.tr("Never while the window is open")
            self.lock_after.addItem(text, choice)
        self.lock_after.setCurrentIndex(max(0, self.lock_after.findData(minutes)))
        self.lock_after.activated.connect(lambda _index: self._desk.remember(LOCK_AFTER, self.lock_after.currentData()))

    @property
    def _record(self) -> Record | None:
        keeper = self._desk.keeper
        return keeper if isinstance(keeper, Record) else None

    def show_state(self) -> None:
        """Show how it is kept now, and offer what can be done about it."""
        record = self._record
        self.how.setText(record_story.how_kept(record, self._home is not None))
        self.keep_button.setVisible(record is None and self._home is not None)
        for widget in (self.change_button, self.forget_button, *self.sections):
            widget.setVisible(record is not None)
        if record is not None:
            self._beside(lambda: record_story.copies(record), self.copies.setText)

    def _beside(
        self,
        task: Callable[[], Any],
        done: Callable[[Any], None],
        says: str = "",
        failed: Callable[[Trouble], None] | None = None,
    ) -> None:
        """Carry a call out beside the window; with `says`, all is paused meanwhile."""

        def work(_stop: object, _tell: Tell) -> Any:
            return task()

        job = self._desk.background.run(work, done, failed=failed or self.notice.tell)
        if says:
            self.notice.show_text("")
            self.pause.begin(says)
            job.done.connect(self.pause.end)
            job.failed.connect(self.pause.end)
            job.ended.connect(self._over)

    @Slot()
    def _over(self) -> None:
        self.pause.end()

    def change_lock(self) -> None:
        """Let the person choose what opens the record."""
        from seen_online.ui.dialogs.record_lock import RecordLockDialog

        record = self._record
        if record is not None:
            dialog = RecordLockDialog(self._desk.background, record, self._keychain, self)
            dialog.accepted.connect(self._lock_changed)
            dialog.open()

    def _lock_changed(self) -> None:
        record = self._record
        self.show_state()
        if record is not None:
            by_keyring = record.header.locked is Locked.KEYRING
            self.notice.show_text(
                self.tr("Done. This computer's keyring opens your record from now on.")
                if by_keyring
                else self.tr("Done. Your new passphrase opens your record from now on."),
                "good",
            )

    def keep(self) -> None:
        """Let the person change their mind, and keep what was to be forgotten."""
        from seen_online.ui.dialogs.record_keep import RecordKeepDialog

        if self._home is not None and self._record is None:
            desk = self._desk
            dialog = RecordKeepDialog(desk.background, self._home, desk.keeper, self._on_desk, self._keychain, self)
            dialog.kept.connect(self._kept)
            dialog.open()

    @property
    def _on_desk(self) -> int:
        """Return how many of the newest checks the window itself begins in another keeper."""
        return 1 if self._desk.earlier is None else 2

    def _kept(self, record: Record) -> None:
        record_id = record.header.id  # the window closes what it could not take up
        self.keeper_changed.emit(record)
        if self._desk.keeper is record:
            self.show_state()
            self.notice.show_text(self.tr("Done. Your record is kept on this computer from now on."), "good")
            return
        record.close()
        self._take_back(record_id)

    def _take_back(self, record_id: str) -> None:
        """Remove a record that could not be taken up."""
        home, keychain = self._home, self._keychain
        if home is not None:
            self._beside(lambda: record_erase.erase_own(home, record_id, keychain), lambda _left: None)
            self.notice.show_text(self.tr("Your record could not be written. Nothing is kept."), "problem")

    def ask_forget(self) -> None:
        """Ask before the record is given up for *forget when I close*."""
        question = QuestionDialog(
            self.tr("Forget it when I close?"),
            self.tr(
                "Your record and the sealed copies that Seen Online made of it are erased now. What you see in the"
                " window stays until you close it, then it is gone. Notes and copies that you saved yourself stay."
            ),
            self.tr("Erase the record, forget at the end"),
            self,
        )
        question.accepted.connect(self.forget)
        question.open()

    def forget(self) -> None:
        """Take all into memory, let the window go on with that, then erase the record."""
        from seen_online.record.forgetful import Forgetful
        from seen_online.record.move import copy_into

        record, on_desk = self._record, self._on_desk
        if record is None:
            return

        def task() -> Forgetful:
            memory = Forgetful()
            copy_into(record, memory, but_last=on_desk)
            return memory

        self._beside(task, lambda memory: self._forgotten(record, memory), self.tr("Getting ready …"))

    def _forgotten(self, record: Record, memory: Any) -> None:
        record_id = record.header.id
        self.keeper_changed.emit(memory)
        home, keychain = self._home, self._keychain
        if self._desk.keeper is not memory or home is None:
            self.notice.show_text(self.tr("That did not work. Your record is kept as before."), "problem")
            return
        record.close()
        self._beside(
            lambda: record_erase.erase_own(home, record_id, keychain),
            self._is_forgotten,
            self.tr("Erasing …"),
            self._left_over,
        )

    def _is_forgotten(self, key_left: bool) -> None:
        self.show_state()
        said = self.tr("The record is erased. What you see is forgotten when you close the window.")
        self.notice.show_text(self._with_key(said, key_left), "good")

    def _left_over(self, trouble: Trouble) -> None:
        self.show_state()
        self.notice.tell(record_erase.left_over(trouble))

    def _with_key(self, said: str, key_left: bool) -> str:
        left = self.tr("A key may be left in this computer's keyring. No record opens with it.")
        return f"{said} {left}" if key_left else said

    def save_copy(self) -> None:
        """Let the person save one sealed copy."""
        from seen_online.ui.dialogs.record_export import RecordExportDialog

        record = self._record
        if record is not None:
            dialog = RecordExportDialog(self._desk.background, record, self)
            said = self.tr("The sealed copy is in {path}. Keep its passphrase somewhere else.")
            dialog.saved.connect(lambda path: self.notice.show_text(said.format(path=path), "good"))
            dialog.open()

    def open_copy(self) -> None:
        """Let the person open a sealed copy as another record."""
        from seen_online.ui.dialogs.record_import import RecordImportDialog

        if self._home is not None:
            dialog = RecordImportDialog(self._desk.background, self._home, self._keychain, self)
            dialog.taken.connect(self._taken)
            dialog.open()

    def _taken(self, record_id: str, number: int) -> None:
        name = self.tr("The copy is record {number} on this computer now.").format(number=number)
        self.notice.show_text(name, "good")
        question = QuestionDialog(
            self.tr("Go to record {number}?").format(number=number),
            f"{name} {self.tr('Shall we go to it? The record that is open is saved and closed first.')}",
            self.tr("Go to it"),
            self,
        )
        question.accepted.connect(lambda: self._go_to(record_id))
        question.open()

    def _go_to(self, record_id: str) -> None:
        self.accept()
        self.open_other.emit(record_id)

    def ask_erase(self) -> None:
        """Ask the one question before everything is erased."""
        question = erase_question("", self)
        question.accepted.connect(self.erase)
        question.open()

    def erase(self) -> None:
        """Close the record and erase it."""
        record, home, keychain = self._record, self._home, self._keychain
        if record is None or home is None:
            return
        record_id = record.header.id
        try:
            self._desk.leave_keeper(save=False)
        except RecordTrouble:
            record.close()  # it is erased anyway
        self._is_erased = True
        self._beside(
            lambda: record_erase.erase_own(home, record_id, keychain),
            self._erase_done,
            self.tr("Erasing …"),
            self._erase_failed,
        )

    def _erase_done(self, key_left: bool) -> None:
        if key_left:
            self._end(self._with_key(self.tr("Your record is erased."), key_left), "good")
        else:
            self.pause.end()
            self.accept()

    def _erase_failed(self, trouble: Trouble) -> None:
        self._end(str(record_erase.left_over(trouble)), "problem")

    def _end(self, said: str, state: str) -> None:
        """Leave nothing but what is to be read, and *Close*."""
        for widget in (self.keep_button, self.change_button, self.forget_button, *self.sections):
            widget.hide()
        self.how.setText("")
        self.notice.show_text(said, state)

    def done(self, result: int) -> None:
        """Close; once the record is erased, the window begins anew. Not while a call is under way."""
        if self.pause.running:
            return
        super().done(result)
        if self._is_erased:
            self._is_erased = False
            self.erased.emit()
