"""What goes with a thing to consider beside its steps: letters that may help, and the employer's own documents."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from seen_online.checklist.item import Item
from seen_online.checklist.letter import Letter
from seen_online.checklist.organisation import Organisation
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.own_documents import OwnDocuments
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.text import section


class ItemHelp(QWidget):
    """Hidden where there is neither. `letter_wanted` carries the Letter."""

    letter_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letters: list[QPushButton] = []
        self.documents = OwnDocuments()
        self._title = section(self.tr("Letters that may help"))
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addLayout(self._buttons)
        column.addWidget(self.documents)
        self.hide()

    def show_help(self, item: Item, letters: Iterable[Letter], organisation: Organisation) -> None:
        """Show what goes with an item."""
        for button in self.letters:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.letters = []
        for letter in (letter for letter in letters if letter.id in item.letters):
            button = small_button(f"{letter.title} …")
            button.clicked.connect(lambda _=False, wanted=letter: self.letter_wanted.emit(wanted))
            self.letters.append(button)
            self._buttons.addWidget(button)
        self._title.setVisible(bool(self.letters))
        self.documents.show_slots(item.slots, organisation)
        self.setVisible(bool(self.letters) or not self.documents.isHidden())
