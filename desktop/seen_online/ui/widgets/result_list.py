"""The list of results, judged by single keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from seen_online.review.selfcheck import Feeling, Who
from seen_online.ui.widgets.result_rows import ResultRows, title_lines

KEYS: dict[Qt.Key, Who | Feeling] = {
    Qt.Key.Key_M: Who.ME,
    Qt.Key.Key_N: Who.NOT_ME,
    Qt.Key.Key_S: Who.NOT_SURE,
    Qt.Key.Key_H: Feeling.HAPPY,
    Qt.Key.Key_U: Feeling.NOT_HAPPY,
}


def verdict_of(event: QKeyEvent) -> Who | Feeling | None:
    """Return the verdict that a key stands for, None for every other key."""
    if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    return KEYS.get(Qt.Key(event.key()))


class ResultList(QListView):
    """`judged` carries the verdict whose key was pressed, `undo_wanted` that the last one is to be taken back.

    Letters do not jump to titles here.
    """

    judged = Signal(object)
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages found"))
        self.setAccessibleDescription(
            self.tr(
                "Press M for me, N for not me, S for not sure, H for happy, U for not happy. "
                "Control and Z takes the last one back."
            )
        )
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(ResultRows(self))
        self._measured = 0  # how many lines a title had when the rows were measured

    def doItemsLayout(self) -> None:
        """Measure the rows, and keep for how many lines of title."""
        self._measured = title_lines(self)
        super().doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew where a title has one line now instead of two, or two instead of one."""
        super().resizeEvent(event)
        if title_lines(self) != self._measured:
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge by a letter; everything else moves about as in any list."""
        if (verdict := verdict_of(event)) is not None:
            self.judged.emit(verdict)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)
