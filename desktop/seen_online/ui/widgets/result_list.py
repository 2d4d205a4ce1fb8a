"""The list of results, judged by single keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from seen_online.review.selfcheck import Feeling, Who
from seen_online.ui.widgets.roomy import RoomyRows

KEYS: dict[Qt.Key, Who | Feeling] = {
    Qt.Key.Key_M: Who.ME,
    Qt.Key.Key_N: Who.NOT_ME,
    Qt.Key.Key_S: Who.NOT_SURE,
    Qt.Key.Key_H: Feeling.HAPPY,
    Qt.Key.Key_U: Feeling.NOT_HAPPY,
}


class ResultList(QListView):
    """`judged` carries the verdict whose key was pressed; letters do not jump to titles here."""

    judged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages found"))
        self.setAccessibleDescription(
            self.tr("Press M for me, N for not me, S for not sure, H for happy, U for not happy.")
        )
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(RoomyRows(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge by a letter; everything else moves about as in any list."""
        verdict = KEYS.get(Qt.Key(event.key()))
        if verdict is not None and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.judged.emit(verdict)
        else:
            super().keyPressEvent(event)
