"""The second choice where the record is kept: what shall open it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from seen_online.record.troubles import KeyringLocked, KeyringMissing, WeakPassphrase
from seen_online.trouble import Trouble
from seen_online.ui.gate.page import GatePage
from seen_online.ui.widgets.lock_choice import LockChoice
from seen_online.ui.widgets.text import body


class NewRecord(GatePage):
    """`made` carries the Lock that was chosen."""

    made = Signal(object)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("How do you want to open your record?"),
            self.tr("Your record is sealed, so it needs a key. You can change this later."),
            parent=parent,
        )
        self.number = body("")
        self.lock = LockChoice()
        self.lock.submitted.connect(self._make)
        self.body.addWidget(self.number)
        self.body.addWidget(self.lock)
        self.add_primary(self.tr("Keep my record")).clicked.connect(self._make)
        self.add_secondary(self.tr("Go back")).clicked.connect(self.back)
        self.end()

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.lock

    def offer(self, *, keyring: bool, number: int) -> None:
        """Offer the keyring where there is one. `number` is what the record will be called."""
        said = self.tr("There is a record on this computer already. This one will be record {number}. Remember that.")
        self.number.setText(said.format(number=number))
        self.number.setVisible(number > 1)
        self.lock.offer(keyring=keyring, shared=number > 1)

    def tell(self, trouble: Trouble) -> None:
        """Say what is wrong, beside the place where it is."""
        if isinstance(trouble, WeakPassphrase):
            self.lock.need_new(trouble)
            return
        super().tell(trouble)
        if isinstance(trouble, (KeyringLocked, KeyringMissing)):
            self.lock.setFocus()

    def _make(self) -> None:
        self.notice.show_text("")
        chosen = self.lock.chosen()
        if chosen is not None:
            self.made.emit(chosen)
