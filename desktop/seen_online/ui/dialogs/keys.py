"""All keys of the program in one list: those of the menus as they are now, and those that no menu shows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTreeWidgetItem, QVBoxLayout, QWidget

from seen_online.ui.widgets.text import body
from seen_online.ui.widgets.tree import table, top_rows

NATIVE = QKeySequence.SequenceFormat.NativeText


def keys_of(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """Return (keys, what they do) of every action that has keys, as this system writes them."""
    return [
        (action.shortcut().toString(NATIVE), action.text().replace("&", "").removesuffix(" …"))
        for action in actions
        if not action.shortcut().isEmpty()
    ]


class KeysDialog(QDialog):
    """A table that is read and nothing else."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self.table = table(self.tr("Keys"), [self.tr("Key"), self.tr("What it does")], wide=(1,), wraps=True)
        for keys, does in (*keys_of(actions), *self._others()):
            self.table.addTopLevelItem(QTreeWidgetItem([keys, does]))
        self.table.setCurrentItem(top_rows(self.table)[0])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(body(self.tr("Everything works without a mouse.")))
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        room = self.screen().availableSize()
        self.resize(min(720, room.width() - 80), min(640, room.height() - 80))

    def _others(self) -> list[tuple[str, str]]:
        undo = QKeySequence(QKeySequence.StandardKey.Undo).toString(NATIVE)
        pages = self.tr("In the list of pages: {what}")
        return [
            (self.tr("Tab"), self.tr("Go to the next field, list or button; with Shift, to the one before")),
            (self.tr("Space"), self.tr("Press the button, set or clear the tick")),
            (self.tr("Arrows"), self.tr("Go up and down in a list or in the steps")),
            (self.tr("Right, Left"), self.tr("Open and close a row that holds others")),
            ("Alt", self.tr("With the line under a letter: open that menu or tab")),
            ("Esc", self.tr("Close a window that stands before this one; nothing is sent")),
            ("M", pages.format(what=self.tr("this page is about me"))),
            ("N", pages.format(what=self.tr("it is not about me"))),
            ("S", pages.format(what=self.tr("I am not sure"))),
            ("H", pages.format(what=self.tr("I am happy with it"))),
            ("U", pages.format(what=self.tr("I am not happy with it"))),
            (undo, pages.format(what=self.tr("take back the last of these"))),
        ]
