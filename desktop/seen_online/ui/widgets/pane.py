"""A pane that scrolls by itself where there is room, and as a part of the page where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Pane(QScrollArea):
    """A scroll area without a frame. After `grow(True)` it is as high as what it holds, and only the page scrolls.

    Scroll bars within scroll bars are hard to use, most of all at 200 %. It sizes what it holds by itself: Qt's own
    way gives words that wrap more height than they need, so that one scrolls on into nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grows = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hold(self, inside: QWidget) -> None:
        """Hold a widget and follow its height."""
        self.setWidget(inside)
        inside.installEventFilter(self)

    def grow(self, grows: bool) -> None:
        """Be as high as the content from now on, or no longer."""
        self._grows = grows
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if grows else needed)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower pane needs more height."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content as its words change."""
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        inside = self.widget()
        if inside is None:
            return
        room, layout = self.viewport().size(), inside.layout()
        width = max(room.width(), inside.minimumSizeHint().width())
        if layout is not None and layout.hasHeightForWidth():
            height = layout.totalHeightForWidth(width)
        else:
            height = inside.sizeHint().height()
        inside.resize(width, max(height, room.height()))
        least = height if self._grows else 0
        if self.minimumHeight() != least:
            self.setMinimumHeight(least)
