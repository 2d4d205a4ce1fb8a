"""What shall open a record: this computer's keyring, or a passphrase."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from seen_online.record.troubles import WeakPassphrase
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.leading import Leading
from seen_online.ui.widgets.new_passphrase import NewPassphrase
from seen_online.ui.widgets.option import Option
from seen_online.ui.widgets.text import body


class Lock(NamedTuple):
    """What was chosen: a passphrase, or the keyring where it is ""; `same` is the passphrase of the copy."""

    passphrase: str = ""
    same: bool = False


class LockChoice(Leading):
    """The choice, and the two lines where it is a new passphrase. `submitted` when Enter is pressed in the last."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None, *, with_same: bool = False) -> None:
        super().__init__(parent)
        self.keyring = Option(
            self.tr("This computer's own keyring"),
            self.tr(
                "Your record opens by itself when you are logged in here. There is nothing to remember. Choose this if"
                " nobody else uses your log-in."
            ),
        )
        self.same = Option(
            self.tr("The passphrase of the copy"), self.tr("The one that opens the copy opens your record here too.")
        )
        self.typed = Option(
            self.tr("A passphrase"),
            self.tr(
                "You type it each time. Choose this if others use this computer too. If you forget it, nobody can open"
                " your record. We can't either."
            ),
        )
        self.only = body(
            self.tr(
                "You open it with a passphrase, since this computer has no keyring of its own. If you forget it, nobody"
                " can open your record. We can't either."
            )
        )
        self.only.hide()
        self.new = NewPassphrase()
        self.new.submitted.connect(self.submitted)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        column.addWidget(self.only)
        for option in (self.keyring, self.same, self.typed):
            self._group.addButton(option.radio)
            column.addWidget(option)
        column.addWidget(self.new)
        self._with_same = with_same
        self.same.setVisible(with_same)
        self.offer(keyring=False)
        self._group.buttonToggled.connect(lambda _button, _on: self._show_lines())

    def start(self) -> QWidget:
        """Return the choice that is made, the first line where there is none to make."""
        checked = self._group.checkedButton()
        alone = self.typed.isHidden() and self.keyring.isHidden()
        return self.new if alone or not isinstance(checked, QRadioButton) else checked

    def offer(self, *, keyring: bool, shared: bool = False) -> None:
        """Offer the keyring where there is one; `shared` where somebody else has a record here."""
        self.wipe()
        self.keyring.setVisible(keyring)
        self.only.setVisible(not keyring)
        self.typed.setVisible(keyring or self._with_same)
        first = self.keyring if keyring and not shared else self.same if self._with_same else self.typed
        first.radio.setChecked(True)
        self._show_lines()

    def chosen(self) -> Lock | None:
        """Return what was chosen, None where the passphrase won't do: then it is said beside its line."""
        if self.keyring.radio.isChecked():
            return Lock()
        if self.same.radio.isChecked():
            return Lock(same=True)
        passphrase = self.new.chosen()
        return Lock(passphrase) if passphrase else None

    def need_new(self, trouble: WeakPassphrase | None = None) -> None:
        """Lead to a new passphrase, since what was chosen won't do."""
        self.typed.radio.setChecked(True)
        self.new.setFocus()
        if trouble is not None:
            self.new.tell(trouble)

    def wipe(self) -> None:
        """Empty the lines."""
        self.new.wipe()

    def _show_lines(self) -> None:
        self.new.setVisible(self.typed.radio.isChecked())
        if not self.typed.radio.isChecked():
            self.new.wipe()
