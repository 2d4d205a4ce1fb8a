"""All pages of the gate, one above the other; what was typed on one is gone once another one stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from seen_online.ui.gate.damaged import DamagedPage
from seen_online.ui.gate.first_start import FirstStart
from seen_online.ui.gate.forgotten import Forgotten
from seen_online.ui.gate.locked import LockedPage
from seen_online.ui.gate.new_record import NewRecord
from seen_online.ui.gate.page import GatePage
from seen_online.ui.gate.sealed_copy import SealedCopy
from seen_online.ui.gate.trouble import TroublePage
from seen_online.ui.gate.unlock import Unlock
from seen_online.ui.gate.waiting import Waiting
from seen_online.ui.gate.who import Who
from seen_online.ui.theme import line_width
from seen_online.ui.widgets.stack import Stack

WIDTH = 80  # characters: the page's lines and some room beside them


class Pages(Stack):
    """`page` is the one that stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.waiting, self.first, self.new, self.who = Waiting(), FirstStart(), NewRecord(), Who()
        self.unlock, self.locked, self.forgotten = Unlock(), LockedPage(), Forgotten()
        self.damaged, self.trouble, self.copy = DamagedPage(), TroublePage(), SealedCopy()
        self.all: tuple[GatePage, ...] = (
            self.waiting, self.first, self.new, self.who, self.unlock, self.locked, self.forgotten, self.damaged,
            self.trouble, self.copy,
        )  # fmt: skip
        for page in self.all:
            self.addWidget(page)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep lines readable at any size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(line_width(self, WIDTH))

    @property
    def page(self) -> GatePage:
        """Return the page that stands."""
        return self.all[self.currentIndex()]

    def show_page(self, page: GatePage) -> None:
        """Let this page stand, put the focus where one types, and let a screen reader hear of it."""
        for other in self.all:
            if other is not page:
                other.wipe()
        self.setCurrentWidget(page)
        page.arrive()
        page.setFocus()
        if self.isVisible():
            page.announce()
