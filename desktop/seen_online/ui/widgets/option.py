"""One of several ways to go, with what it means: a radio button and a paragraph that wraps, unlike its own text."""

from __future__ import annotations

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from seen_online.ui.widgets.text import body

_INDENT = 28  # pixels: what the style sheet puts before the words of a radio button


class Option(QWidget):
    """`radio` is the button; a screen reader reads the paragraph with it."""

    def __init__(self, text: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.radio = QRadioButton(text)
        font = self.radio.font()
        font.setBold(True)
        self.radio.setFont(font)
        self.radio.setAccessibleDescription(meaning)
        words = body(meaning)
        words.setIndent(_INDENT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.radio)
        column.addWidget(words)
        self.setFocusProxy(self.radio)
