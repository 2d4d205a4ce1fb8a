"""The page that makes a record out of a sealed copy from another computer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from seen_online.trouble import Trouble
from seen_online.ui.gate.page import GatePage
from seen_online.ui.widgets.take_over import TakeOverForm


class SealedCopy(GatePage):
    """`wanted` carries a Wanted."""

    wanted = Signal(object)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Open a sealed copy"),
            self.tr("A new record is made out of it on this computer. The copy stays as it is."),
            parent=parent,
        )
        self.form = TakeOverForm()
        self.form.submitted.connect(self._take_over)
        self.body.addWidget(self.form)
        self.add_primary(self.tr("Open the copy")).clicked.connect(self._take_over)
        self.add_secondary(self.tr("Go back")).clicked.connect(self.back)
        self.end()

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.form

    def offer(self, *, keyring: bool, shared: bool) -> None:
        """Offer the keyring where there is one; `shared` where somebody else has a record here."""
        self.form.offer(keyring=keyring, shared=shared)

    def tell(self, trouble: Trouble) -> None:
        """Say what is wrong, beside the place where it is."""
        if not self.form.tell(trouble):
            super().tell(trouble)

    def wipe(self) -> None:
        """Forget whatever was typed on the page."""
        super().wipe()
        self.form.wipe()

    def _take_over(self) -> None:
        self.notice.show_text("")
        wanted = self.form.wanted()
        if wanted is not None:
            self.wanted.emit(wanted)
