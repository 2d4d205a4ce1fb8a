"""No undo brings back what was typed before the record was locked: the next person may sit at the same window."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def forget_typing(inside: QWidget) -> None:
    """Let every line and every text in here forget what stood in it before; what stands in it now stays."""
    for line in inside.findChildren(QLineEdit):
        with QSignalBlocker(line):
            line.setText(line.text())  # other than `clear`, it also drops the line's history
    for kind in (QPlainTextEdit, QTextEdit):
        for text in inside.findChildren(kind):
            text.document().clearUndoRedoStacks()
