"""A column that scrolls where it is higher than the window, and no sooner."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from seen_online.ui.widgets.text import Words

_BELOW = 3  # lines


def let_copy(root: QWidget) -> None:
    """Let all words be marked with the mouse, to be copied or read out."""
    for words in root.findChildren(Words):
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


class Sheet(QScrollArea):
    """Fill `column`. Left to itself, Qt gives words that wrap the height they need at their narrowest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the focus into sight, with what is said below it; Qt does so for Tab alone."""
        inside = self.widget()
        if now is not None and inside is not None and self.isVisible() and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, _BELOW * self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower sheet is a longer one."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is shown and hidden on it."""
        # Which widget it is is asked of Qt: as the window goes, Python may have let go of the sheet already.
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        inside = self.widget()
        if inside is None or (layout := inside.layout()) is None:
            return
        room = self.viewport().size()
        width = max(room.width(), layout.minimumSize().width())
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        before = inside.size()
        inside.resize(width, max(height, room.height()))
        if before != inside.size():
            self._follow(None, QApplication.focusWidget())
