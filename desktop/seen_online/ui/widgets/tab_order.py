"""The order in which Tab goes, for widgets that come and go: Qt puts each new one at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def before(group: QWidget) -> QWidget | None:
    """Return what has the focus before anything in `group`, None where nothing outside of it takes the focus."""
    here = group.previousInFocusChain()
    while here is not None and here is not group:
        if here.focusPolicy() is not Qt.FocusPolicy.NoFocus and not group.isAncestorOf(here):
            return here
        here = here.previousInFocusChain()
    return None
