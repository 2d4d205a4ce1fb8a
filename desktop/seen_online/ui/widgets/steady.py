"""Fields whose choice the wheel does not change: it moves the page, whatever lies under the pointer on the way.

Left to itself, Qt lets the wheel choose in the field that the pointer comes across. Who scrolls past "Only compared
here" would send that detail to a search service without knowing it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget


class ChoiceBox(QComboBox):
    """A box to choose from, by a click or by keys.

    What it is called is its description too: on Linux, Qt tells screen readers what is chosen in place of a box's name.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel either

    def setAccessibleName(self, name: str) -> None:
        """Say what the choice is about."""
        super().setAccessibleName(name)
        self.setAccessibleDescription(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class DateField(QDateEdit):
    """A date to type or to choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
