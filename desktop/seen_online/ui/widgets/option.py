"""One of several ways to go, with what it means: a radio button and a paragraph that wraps, unlike its own text."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from seen_online.ui.theme import tick_size
from seen_online.ui.widgets.leading import Leading
from seen_online.ui.widgets.text import body

_AROUND = 12  # pixels: what the style sheet puts around the mark of a radio button and before its words


class Option(Leading):
    """`radio` is the button; a screen reader reads the paragraph with it."""

    def __init__(self, text: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.radio = QRadioButton(text)
        font = self.radio.font()
        font.setBold(True)
        self.radio.setFont(font)
        self.radio.setAccessibleDescription(meaning)
        self._words = body(meaning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.radio)
        column.addWidget(self._words)
        self._indent()

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.radio

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._indent()

    def _indent(self) -> None:
        self._words.setIndent(tick_size(self.font()) + _AROUND)
