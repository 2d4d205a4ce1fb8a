"""What a screen reader is told that a part of the window is, where Qt says something else."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QStackedWidget, QWidget

from seen_online.ui.widgets.announce import Voice


def tell_roles() -> None:
    """Give our roles to all windows of the program, from now on; to be called once."""
    QAccessible.installFactory(_role_of)


def _role_of(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """Return how a reader sees `thing`, asked of each class it is, or None where Qt knows best."""
    if isinstance(thing, Voice):
        return QAccessibleWidget(thing, QAccessible.Role.Notification)
    if kind == QStackedWidget.__name__ and isinstance(thing, QWidget):
        # Qt calls it a layered pane, and Orca says so of each one on the way to the focus; a person has no use for it.
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None
