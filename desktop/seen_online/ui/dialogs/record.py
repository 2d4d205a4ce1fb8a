"""*Your record*: how it is kept, what opens it, when it locks, copies of it, and erasing all of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from seen_online.record.keychain import Keychain, system_keychain
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.record_copies import Copies
from seen_online.ui.dialogs.record_erasing import Erasing
from seen_online.ui.dialogs.record_kept import HowKept
from seen_online.ui.dialogs.record_section import Section, Shared
from seen_online.ui.dialogs.sheet_dialog import SheetDialog
from seen_online.ui.theme import WIDE, line_width
from seen_online.ui.widgets.steady import ChoiceBox
from seen_online.ui.widgets.text import quiet

LOCK_AFTER = "lock_after"  # the setting's name: minutes, 0 for never
USUAL = 10  # minutes
_CHOICES = (1, 5, USUAL, 30, 0)
_WIDTH, _HEIGHT = 84, 600  # characters, pixels


class RecordDialog(SheetDialog):
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
        self.setWindowTitle(self.tr("Your record"))
        self._desk = desk
        self._is_erased = False
        self._shared = Shared(desk, home, keychain, self)
        self.notice, self.pause = self._shared.notice, self._shared.pause
        self.kept, self.copies, self.erasing = HowKept(self._shared), Copies(self._shared), Erasing(self._shared)
        self.lock_after = ChoiceBox()
        said = quiet(
            self.tr("When nobody touches the computer for so long, or its screen is locked, your record closes.")
        )
        self._when = Section(self.tr("When to lock it"), said, self._shared)
        self._when.row.addWidget(self.lock_after)
        self._fill_choices()
        self._connect()
        self._lay_out()
        self.show_state()

    def _connect(self) -> None:
        self._shared.changed.connect(self.show_state)
        self.kept.keeper_changed.connect(self.keeper_changed)
        self.copies.open_other.connect(self._go_to)
        self.erasing.begun.connect(self._begin_anew_later)
        self.erasing.ended.connect(self._end)

    def _lay_out(self) -> None:
        self.column.setSpacing(WIDE)
        for widget in (self.notice, self.kept, self._when, self.copies, self.erasing):
            self.column.addWidget(widget)
        self.between.addWidget(self.pause)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        self.fit(line_width(self, _WIDTH), _HEIGHT if self._shared.record is not None else _HEIGHT // 2)

    def _fill_choices(self) -> None:
        self.lock_after.setAccessibleName(self.tr("Lock after"))
        minutes = self._desk.recall(LOCK_AFTER, USUAL)
        choices = _CHOICES if minutes in _CHOICES or not isinstance(minutes, int) else (minutes, *_CHOICES)
        for choice in choices:
            text = self.tr("After %n minute(s)", "", choice) if choice else self.tr("Never while the window is open")
            self.lock_after.addItem(text, choice)
        self.lock_after.setCurrentIndex(max(0, self.lock_after.findData(minutes)))
        self.lock_after.activated.connect(lambda _index: self._desk.remember(LOCK_AFTER, self.lock_after.currentData()))

    def show_state(self) -> None:
        """Show how it is kept now; some sections make sense only where something is kept."""
        kept = self._shared.record is not None
        for section in (self._when, self.copies, self.erasing):
            section.setVisible(kept)
        self.kept.show_state()
        self.copies.show_state()

    def _go_to(self, record_id: str) -> None:
        self.accept()
        self.open_other.emit(record_id)

    def _begin_anew_later(self) -> None:
        self._is_erased = True

    def _end(self, said: str, state: str) -> None:
        """Close once the record is erased, or leave nothing but what is to be read, and *Close*."""
        self.pause.end()
        if not said:
            self.accept()
            return
        for section in (self.kept, self._when, self.copies, self.erasing):
            section.hide()
        self.notice.show_text(said, state)

    def done(self, result: int) -> None:
        """Close; once the record is erased, the window begins anew. Not while a call is under way."""
        if self.pause.running:
            return
        super().done(result)
        if self._is_erased:
            self._is_erased = False
            self.erased.emit()
