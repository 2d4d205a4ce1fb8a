"""A line that tells what happened and what to do next: an icon and words, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from seen_online.trouble import Trouble
from seen_online.ui.theme import FILL, GAP
from seen_online.ui.widgets.text import Words, body

_SIGNS = {"good": "✓", "attention": "!", "problem": "✕", "quiet": "i"}


class Notice(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._sign = Words()
        self._sign.setAccessibleName("")
        self._words: Words = body("")
        row = QHBoxLayout(self)
        row.setSpacing(GAP)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, FILL)
        row.addStretch(1)
        self.hide()

    @property
    def text(self) -> str:
        """Return what is being said, "" while hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_text(self, text: str, state: str = "quiet") -> None:
        """Show `text` with the sign of its state: good, attention, problem or quiet. An empty text hides it."""
        self._sign.setText(_SIGNS[state])
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if text:
            # A screen reader hears of it though the focus stays where it was.
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def tell(self, trouble: Trouble) -> None:
        """Show what went wrong and what to do next."""
        self.show_text(str(trouble), "problem")
