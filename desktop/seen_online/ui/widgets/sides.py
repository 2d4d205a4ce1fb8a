"""A list and what is chosen from it: side by side, or one below the other where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QWidget

from seen_online.ui.theme import LIST, WIDE, line_width
from seen_online.ui.widgets.pane import Pane

NARROW = 84  # characters: two columns of less than half of it are hard to read
ROWS = 8  # lines of a list above a pane, at the least


class Sides(QSplitter):
    """`widths` are characters that the two would like to have.

    One below the other, the list keeps a height of its own, and a pane is as high as what it holds: the page scrolls.
    """

    def __init__(self, first: QWidget, second: QWidget, widths: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._second = first, second
        self._widths = widths
        self.setChildrenCollapsible(False)
        self.setHandleWidth(WIDE)
        self.addWidget(first)
        self.addWidget(second)
        second.setMinimumHeight(0 if isinstance(second, Pane) else LIST)
        for place, width in enumerate(widths):
            self.setStretchFactor(place, width)
        self._share()
        if isinstance(first, QAbstractItemView):
            first.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is chosen in sight as the list becomes lower, or its rows higher."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QAbstractItemView):
            watched.scrollTo(watched.currentIndex())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the other shape where the window became narrow, or wide again."""
        narrow = event.size().width() < line_width(self, NARROW)
        if narrow is not (self.orientation() is Qt.Orientation.Vertical):
            self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
            if isinstance(self._second, Pane):
                self._second.grow(narrow)
            self._share()
        super().resizeEvent(event)

    def _share(self) -> None:
        if self.orientation() is Qt.Orientation.Vertical:
            height = max(LIST * 3 // 4, ROWS * self.fontMetrics().lineSpacing())
            self._first.setMinimumHeight(height)
            self.setSizes([height, LIST])
        else:
            self._first.setMinimumHeight(LIST * 3 // 4)
            self.setSizes([line_width(self, width) for width in self._widths])
