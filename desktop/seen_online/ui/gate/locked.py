"""The page after the window locked itself over a record that the keyring opens: it waits for a press."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from seen_online.ui.gate.page import GatePage
from seen_online.ui.widgets.text import body, quiet


class LockedPage(GatePage):
    """`open_wanted` where its person is back."""

    open_wanted = Signal()
    others_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your record is closed"), self.tr("All of it is saved."), parent=parent)
        self.body.addWidget(body(self.tr("This computer's keyring opens it. Press the button to go on.")))
        self.body.addWidget(
            quiet(self.tr("Do others use this computer? A passphrase is safer. Choose one in Settings, Your record."))
        )
        self.add_primary(self.tr("Open my record")).clicked.connect(self.open_wanted)
        self.others_button = self.add_way(self.tr("Not you?"))
        self.others_button.setAccessibleDescription(self.tr("Shows the other records, or begins your own."))
        self.others_button.clicked.connect(self.others_wanted)
        self.end()
