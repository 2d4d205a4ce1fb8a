"""A list and what is chosen from it: side by side, or one below the other where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from seen_online.ui.theme import LIST, WIDE, line_width
from seen_online.ui.widgets.pane import Pane

NARROW = 84  # characters: two columns of less than half of it are hard to read


class Sides(QSplitter):
    """`widths` are characters that the two would like to have.

    One below the other, the list keeps a height of its own, and a pane is as high as what it holds: the page scrolls.
    """

    def __init__(self, first: QWidget, second: QWidget, widths: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._second = second
        self._widths = widths
        self.setChildrenCollapsible(False)
        self.setHandleWidth(WIDE)
        self.addWidget(first)
        self.addWidget(second)
        first.setMinimumHeight(LIST * 3 // 4)
        second.setMinimumHeight(0 if isinstance(second, Pane) else LIST)
        for place, width in enumerate(widths):
            self.setStretchFactor(place, width)
        self._share()

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
            self.setSizes([LIST * 3 // 4, LIST])
        else:
            self.setSizes([line_width(self, width) for width in self._widths])
