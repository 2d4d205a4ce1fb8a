"""Drafts: what is typed into the lines of a dialog is kept with the record, until it is done with."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from seen_online.ui.background import Soon
from seen_online.ui.desk import Desk

SETTLE = 300  # milliseconds from a key until it is kept


class Draft(QObject):
    """Puts back what was typed into `lines` (by name) the last time, and keeps what is typed now under `name`."""

    def __init__(self, desk: Desk, name: str, lines: Mapping[str, QLineEdit], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._name, self._lines = desk, name, lines
        self._first = {line: edit.text() for line, edit in lines.items()}
        kept = desk.recall(name)
        if isinstance(kept, dict):
            for line, edit in lines.items():
                if isinstance(text := kept.get(line), str):
                    edit.setText(text)
        self._soon = Soon(self, SETTLE, self.keep)
        for edit in lines.values():
            edit.textChanged.connect(self._soon.please)

    def keep(self) -> None:
        """Keep it now, since the dialog closes; only what differs from what stood there by itself."""
        self._soon.stop()
        typed = {line: edit.text() for line, edit in self._lines.items() if edit.text() != self._first[line]}
        self._desk.remember(self._name, typed or None)
