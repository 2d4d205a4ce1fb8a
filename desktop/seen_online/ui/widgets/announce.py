"""Words for who hears the window: said at once, though the focus stays or goes on to something else."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say `words`, which belong to `widget`."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
