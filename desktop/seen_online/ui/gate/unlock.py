"""The page that asks for the passphrase, and makes wrong tries wait longer and longer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from seen_online.record.troubles import PassphraseNeeded, TooSoon, WrongPassphrase
from seen_online.trouble import Trouble
from seen_online.ui.gate.page import GatePage
from seen_online.ui.widgets.passphrase import Countdown, PassphraseLine


class Unlock(GatePage):
    """`tried` carries what was typed; the line is empty again by then."""

    tried = Signal(str)
    forgotten = Signal()
    others_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your record is sealed"), self.tr("Type your passphrase to open it."), parent=parent)
        self.line = PassphraseLine(self.tr("Your passphrase"))
        self.line.submitted.connect(self._try)
        self.countdown = Countdown()
        self.countdown.over.connect(self._may_try)
        self.body.addWidget(self.line)
        self.body.addWidget(self.countdown)
        self.open_button = self.add_primary(self.tr("Open my record"))
        self.open_button.clicked.connect(self._try)
        self.forgotten_button = self.add_way(self.tr("I forgot my passphrase"))
        self.forgotten_button.clicked.connect(self.forgotten)
        self.others_button = self.add_way(self.tr("Not you?"))
        self.others_button.setAccessibleDescription(self.tr("Shows the other records, or begins your own."))
        self.others_button.clicked.connect(self.others_wanted)
        self.end()

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.line

    def show_record(self, name: str) -> None:
        """Say which record it is, where there are several."""
        self.wipe()
        self.countdown.stop()
        self.open_button.setEnabled(True)
        which = self.tr("{record} is sealed").format(record=name)
        self.title.setText(which if name else self.tr("Your record is sealed"))

    def wait(self, seconds: float) -> None:
        """Take no try before so many seconds are over."""
        self.open_button.setEnabled(seconds <= 0)
        self.countdown.start(seconds)

    def tell(self, trouble: Trouble) -> None:
        """Say beside the line that it was wrong, and begin to wait where that is due."""
        if isinstance(trouble, (WrongPassphrase, PassphraseNeeded)):
            self.line.tell(str(trouble))
        elif isinstance(trouble, TooSoon):
            self.line.tell(trouble.what)
        else:
            super().tell(trouble)
        self.wait(getattr(trouble, "wait", 0.0))
        self.line.setFocus()

    def _try(self) -> None:
        if not self.countdown.running and not self.pause.running:
            self.line.tell("")
            self.tried.emit(self.line.take())

    def _may_try(self) -> None:
        self.open_button.setEnabled(True)
        self.line.tell("")
