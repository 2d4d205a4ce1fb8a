"""Rows of lists, tables and trees for who hears them: the one Tab leads to is read out, and whether it is ticked."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from seen_online.ui.widgets.announce import announce

TICKS_IN_WORDS = sys.platform.startswith("linux")
_SPOKEN, _TICK = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.CheckStateRole


def read_rows(app: QApplication) -> None:
    """Have all rows that the focus comes to read out, from now on.

    Qt tells screen readers of a view that gets the focus, and of a row in it only as one goes on to another.
    """
    app.focusChanged.connect(_follow)


def _follow(_before: QWidget | None, now: QWidget | None) -> None:
    if isinstance(now, QAbstractItemView) and QAccessible.isActive():
        reader = now.findChild(RowReader, options=Qt.FindChildOption.FindDirectChildrenOnly) or RowReader(now)
        QTimer.singleShot(0, reader, reader.tell_row)  # after Qt has told of the view


class RowReader(QObject):
    """Says more of a view's current row than Qt does: that it has the focus, and on Linux its tick in words.

    Qt tells of ticks, and screen readers say them, but Orca does not.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._row = QPersistentModelIndex()
        self._own: Any = None  # what the page itself has said of the row
        self._said: str | None = None  # what we made of it
        view.selectionModel().currentChanged.connect(self._moved)
        view.model().dataChanged.connect(self._changed)
        self._moved(view.currentIndex())

    def tell_row(self) -> None:
        """Tell screen readers that the current row has the focus, where its view has it."""
        if self._view.hasFocus() and self._view.currentIndex().isValid():
            self._choose()
            row = QAccessible.queryAccessibleInterface(self._view).focusChild()
            if row is not None:
                QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))

    def _choose(self) -> None:
        """Choose the row that Qt makes the current one by itself; it would be read out as *not selected*."""
        chosen = self._view.selectionModel()
        if not chosen.hasSelection():
            flags = QItemSelectionModel.SelectionFlag
            chosen.select(self._view.currentIndex(), flags.ClearAndSelect | flags.Rows)

    def _moved(self, now: QModelIndex, _before: QModelIndex | None = None) -> None:
        self._put_back()
        self._row = QPersistentModelIndex(now.siblingAtColumn(0))
        self._own, self._said = self._row.data(_SPOKEN), None
        self._say_tick()

    def _changed(self, first: QModelIndex, last: QModelIndex, roles: list[int]) -> None:
        row = self._row
        here = row.isValid() and row.parent() == first.parent() and first.row() <= row.row() <= last.row()
        if not here or first.column() > 0:
            return
        if row.data(_SPOKEN) != self._said:
            self._own = row.data(_SPOKEN)  # the page says something else of it now
        before = self._said
        self._say_tick()
        if self._said != before and int(_TICK) in (roles or [int(_TICK)]) and self._view.hasFocus():
            announce(self._view, tick_words(Qt.CheckState(row.data(_TICK))))

    def _say_tick(self) -> None:
        row = self._row
        if not TICKS_IN_WORDS or not row.isValid() or not _has_tick(row):
            return
        words = str(self._own or row.data() or "")
        self._said = f"{words}, {tick_words(Qt.CheckState(row.data(_TICK)))}"
        self._write(self._said)

    def _put_back(self) -> None:
        if self._said is not None and self._row.isValid() and self._row.data(_SPOKEN) == self._said:
            self._write(self._own)

    def _write(self, words: Any) -> None:
        model = self._view.model()
        with QSignalBlocker(model):  # nobody else need know
            model.setData(self._row, words, _SPOKEN)


def tick_words(tick: Qt.CheckState) -> str:
    """Return what is said of a tick."""
    if tick is Qt.CheckState.PartiallyChecked:
        return QCoreApplication.translate("RowReader", "partly ticked")
    if tick is Qt.CheckState.Checked:
        return QCoreApplication.translate("RowReader", "ticked")
    return QCoreApplication.translate("RowReader", "not ticked")


def _has_tick(row: QPersistentModelIndex) -> bool:
    return row.data(_TICK) is not None
