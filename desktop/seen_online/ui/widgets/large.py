"""Large type, for two people at one screen."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from seen_online.ui.theme import tick_size
from seen_online.ui.widgets.text import Words

FACTOR = 1.5  # of the window's usual type
ROOM, SMALL_FACTOR = 700, 1.15  # on a screen narrower than this (one at 200 %, say) type is large already
_KINDS = (QAbstractButton, QLineEdit, QAbstractSpinBox, QPlainTextEdit)


def enlarge(top: QWidget) -> None:
    """Set all words, buttons and fields within a widget in large type; call it once for each widget.

    Each gets its font by itself: under a style sheet a parent's font does not reach all of them.
    """
    factor = FACTOR if top.screen().availableSize().width() >= ROOM else SMALL_FACTOR
    for words in top.findChildren(Words):
        words.enlarge(factor)
    for widget in (child for kind in _KINDS for child in top.findChildren(kind)):
        font = widget.font()
        font.setPointSizeF(QApplication.font().pointSizeF() * factor)
        widget.setFont(font)
        if isinstance(widget, QCheckBox):
            size = tick_size(font)
            widget.setStyleSheet(f"QCheckBox::indicator {{ width: {size}px; height: {size}px; }}")
