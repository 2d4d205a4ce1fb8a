"""The page for whatever keeps a record shut: what happened, what to do next, *Try again*, and other ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from seen_online.trouble import Trouble
from seen_online.ui.gate.causes import cause_of
from seen_online.ui.gate.ways import WaysPage
from seen_online.ui.widgets.text import Words, body, quiet


class TroublePage(WaysPage):
    """`again` tries once more."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.mend = body("")
        self.where = quiet("")
        self.body.addWidget(self.mend)
        self.body.addWidget(self.where)
        self.add_primary(self.tr("Try again")).clicked.connect(self.again)
        self.end()

    def show_trouble(self, trouble: Trouble) -> None:
        """Show the page of this trouble."""
        cause = cause_of(trouble)
        self.title.setText(cause.title)
        self.intro.setText(cause.what)
        self.mend.setText(cause.mend)
        self.mend.setVisible(bool(cause.mend))
        self.where.setText(trouble.where)
        self.where.setVisible(bool(trouble.where))
        self.offer(cause.ways)

    def spoken(self) -> tuple[Words, ...]:
        """Return what is said as the page comes: what to do next, too."""
        return (*super().spoken(), self.mend)
