"""Placeholder until GATE writes the real one over it (LEAD put it here so that the window can be imported)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from seen_online.ui.background import Background


class Gate(QWidget):
    """Stands in the window until a record is open."""

    opened = Signal(object)
    practise = Signal()
    quit_wanted = Signal()

    def __init__(self, background: Background, keychain=None, parent=None) -> None:
        super().__init__(parent)

    def show_home(self, home: Path, only: str = "") -> None:
        """Show it."""

    def show_trouble(self, trouble) -> None:
        """Show it."""
