"""The line at the start where it is time to look again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from seen_online.ui.changes.reminder import due_line
from seen_online.ui.changes.start import ask_for_new_check
from seen_online.ui.desk import Desk
from seen_online.ui.theme import FILL
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.text import Words, body


class DueLine(QFrame):
    """Hidden unless the next check is due; looked at each time a check is taken up, and nowhere in between."""

    def __init__(self, desk: Desk, go_to: Callable[[int], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._desk = desk
        self.words: Words = body("")
        self.start_button = small_button(self.tr("Start a new check …"))
        self.start_button.clicked.connect(lambda: ask_for_new_check(desk, self, go_to))
        self.later_button = small_button(self.tr("Not now"))
        self.later_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.addWidget(self.words, FILL)
        row.addStretch(1)
        row.addWidget(self.start_button)
        row.addWidget(self.later_button)
        desk.check_replaced.connect(self.look)
        self.look()

    def look(self) -> None:
        """Show the line where it is time, hide it where not."""
        text = due_line(self._desk)
        self.words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
