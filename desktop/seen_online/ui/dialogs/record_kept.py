"""How the record is kept, and the changes of mind: another lock, forget after all, keep after all."""

from __future__ import annotations

from PySide6.QtCore import Signal

from seen_online.record.forgetful import Forgetful
from seen_online.record.store import Record
from seen_online.trouble import Trouble
from seen_online.ui.dialogs import record_erase, record_story
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.dialogs.record_call import teller
from seen_online.ui.dialogs.record_section import Section, Shared
from seen_online.ui.widgets.text import body
from seen_online.words import say


class HowKept(Section):
    """`keeper_changed` carries the Keeper that is to keep what lies on the desk from now on; the window does that."""

    keeper_changed = Signal(object)

    def __init__(self, shared: Shared) -> None:
        self.how = body("")
        super().__init__(say("How it is kept"), self.how, shared)
        self.change_button = self.add_button(self.tr("Change what opens it …"), self.change_lock)
        self.forget_button = self.add_button(self.tr("Forget it when I close …"), self.ask_forget)
        self.keep_button = self.add_button(self.tr("Keep it on this computer …"), self.keep)

    def show_state(self) -> None:
        """Say how it is kept now, and offer what can be done about it."""
        record, may_keep = self._shared.record, self._shared.home is not None
        self.how.setText(record_story.how_kept(record, may_keep))
        self.keep_button.setVisible(record is None and may_keep)
        self.change_button.setVisible(record is not None)
        self.forget_button.setVisible(record is not None)

    def change_lock(self) -> None:
        """Let the person choose what opens the record."""
        from seen_online.ui.dialogs.record_lock import RecordLockDialog

        shared = self._shared
        if shared.record is not None:
            dialog = RecordLockDialog(shared.desk.background, shared.record, shared.keyring, self.window())
            dialog.later = teller(shared.desk.files, shared.desk.record_id, outside=True)
            dialog.accepted.connect(lambda: self._lock_changed(dialog.clean))
            dialog.open()

    def _lock_changed(self, clean: bool) -> None:
        from seen_online.ui.dialogs.record_lock import opened_by

        record = self._shared.record
        self._shared.changed.emit()
        if record is not None:
            self._shared.notice.show_text(
                opened_by(record.header.locked, clean=clean), "good" if clean else "attention"
            )

    def keep(self) -> None:
        """Let the person change their mind, and keep what was to be forgotten."""
        from seen_online.ui.dialogs.record_keep import RecordKeepDialog

        shared = self._shared
        if shared.home is not None and shared.record is None:
            desk = shared.desk
            dialog = RecordKeepDialog(
                desk.background, shared.home, desk.keeper, desk.checks, shared.keyring, self.window()
            )
            dialog.kept.connect(self._kept)
            dialog.open()

    def _kept(self, record: Record) -> None:
        shared = self._shared
        record_id = record.header.id  # the window closes what it could not take up
        self.keeper_changed.emit(record)
        if shared.desk.keeper is record:
            shared.changed.emit()
            shared.notice.show_text(self.tr("Done. Your record is kept on this computer from now on."), "good")
            return
        record.close()
        self._take_back(record_id)

    def _take_back(self, record_id: str) -> None:
        """Remove a record that could not be taken up."""
        home, keyring = self._shared.home, self._shared.keyring
        if home is not None:
            self._shared.beside(lambda: record_erase.erase_own(home, record_id, keyring), lambda _left: None)
            self._shared.notice.show_text(self.tr("Your record could not be written. Nothing is kept."), "problem")

    def ask_forget(self) -> None:
        """Ask before the record is given up for *forget when I close*."""
        question = QuestionDialog(
            self.tr("Forget it when I close?"),
            self.tr(
                "Your record and the sealed copies that Seen Online made of it are erased now. What you see in the"
                " window stays until you close it, then it is gone. Notes and copies that you saved yourself stay."
            ),
            self.tr("Erase the record, forget at the end"),
            self.window(),
        )
        question.accepted.connect(self.forget)
        question.open()

    def forget(self) -> None:
        """Take all into memory, let the window go on with that, then erase the record."""
        from seen_online.record.move import copy_into

        record, on_desk = self._shared.record, self._shared.desk.checks
        if record is None:
            return

        def task() -> Forgetful:
            memory = Forgetful()
            copy_into(record, memory, on_desk)
            return memory

        later = teller(self._shared.desk.files, self._shared.desk.record_id)
        self._shared.beside(
            task, lambda memory: self._forgotten(record, memory), self.tr("Getting ready …"), later=later
        )

    def _forgotten(self, record: Record, memory: Forgetful) -> None:
        shared = self._shared
        record_id = record.header.id
        self.keeper_changed.emit(memory)
        home, keyring = shared.home, shared.keyring
        if shared.desk.keeper is not memory or home is None:
            shared.notice.show_text(self.tr("That did not work. Your record is kept as before."), "problem")
            return
        record.close()
        shared.beside(
            lambda: record_erase.erase_own(home, record_id, keyring),
            self._is_forgotten,
            self.tr("Erasing …"),
            self._left_over,
        )

    def _is_forgotten(self, key_left: bool) -> None:
        self._shared.changed.emit()
        said = self.tr("The record is erased. What you see is forgotten when you close the window.")
        self._shared.notice.show_text(record_erase.with_key(said, key_left=key_left), "good")

    def _left_over(self, trouble: Trouble) -> None:
        self._shared.changed.emit()
        self._shared.notice.tell(record_erase.left_over(trouble))
