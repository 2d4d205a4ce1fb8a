"""A group of widgets that leads the focus to the one with which its person begins."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Leading(QWidget):
    """`setFocus` gives the focus to what `start` returns, and to nothing else.

    Not by a focus proxy: with one, the group says of itself that it has the focus, so that a screen reader may read the
    group out instead of the field in it, and Tab passes over all that is above that field.
    """

    def start(self) -> QWidget:
        """Return what has the focus when the person comes here; this widget itself where there is nothing to do."""
        return self

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to where one starts."""
        first = self.start()
        (super() if first is self else first).setFocus(reason)
