"""Large type, for two people at one screen."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget

from seen_online.ui.theme import line_width
from seen_online.ui.widgets.text import Words

FACTOR = 1.5  # of the window's usual type
_KINDS = (Words, QAbstractButton, QLineEdit, QAbstractSpinBox, QPlainTextEdit)


def enlarge(top: QWidget) -> None:
    """Set all words, buttons and fields within a widget in large type; call it once for each widget.

    Each gets its font by itself: under a style sheet a parent's font does not reach all of them.
    """
    for widget in (child for kind in _KINDS for child in top.findChildren(kind)):
        font = widget.font()
        usual = font.pointSizeF() if isinstance(widget, Words) else QApplication.font().pointSizeF()
        font.setPointSizeF(usual * FACTOR)
        widget.setFont(font)
        if isinstance(widget, Words):
            widget.setMaximumWidth(line_width(widget))
