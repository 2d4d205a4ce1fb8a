"""Rows of a tree or table whose words go on in the next line instead of ending in dots."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from seen_online.ui.theme import GAP
from seen_online.ui.widgets.breakable import breakable

TALL = 100_000  # pixels: no row is higher
_Index = QModelIndex | QPersistentModelIndex


class WrappedRows(QStyledItemDelegate):
    """Qt wraps words only where it is told their width beforehand, and a tree's columns take theirs afterwards.

    Rows are measured as they come into sight. To find the place of a row that changes, Qt measures all between it and
    what is in sight, seconds in a list of thousands: whoever changes a row asks for a layout first
    (`scheduleDelayedItemsLayout`), and Qt looks for no place.
    """

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree
        tree.setWordWrap(True)
        tree.setUniformRowHeights(False)
        tree.setTextElideMode(Qt.TextElideMode.ElideNone)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.header().sectionResized.connect(lambda *_: tree.scheduleDelayedItemsLayout())  # measured anew

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Let the lines of long words end somewhere; whoever copies or hears the row gets the words as they are."""
        super().initStyleOption(option, index)
        option.text = breakable(option.text)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size at the width of the column, beside the branches and the tick box."""
        one_line = super().sizeHint(option, index)
        words = QStyleOptionViewItem(option)
        self.initStyleOption(words, index)
        width = self._room(words, index)
        if words.fontMetrics.horizontalAdvance(words.text) <= width:
            return one_line
        needed = words.fontMetrics.boundingRect(QRect(0, 0, width, TALL), Qt.TextFlag.TextWordWrap, words.text)
        spare = max(one_line.height() - words.fontMetrics.height(), GAP // 2)
        return QSize(one_line.width(), max(one_line.height(), needed.height() + spare))

    def _room(self, words: QStyleOptionViewItem, index: _Index) -> int:
        """Return how wide a line of words can be, asked of the style that paints them: ticks are larger in some."""
        depth = self._tree.indentation() * self._depth(index) if index.column() == 0 else 0
        row = QStyleOptionViewItem(words)
        row.rect = QRect(0, 0, max(1, self._tree.columnWidth(index.column()) - depth), TALL)
        row.showDecorationSelected = True  # the whole room, not what these words would take of it
        style = self._tree.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, row, self._tree)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, row, self._tree) + 1
        return max(1, room.width() - 2 * margin)

    def _depth(self, index: _Index) -> int:
        depth, above = int(self._tree.rootIsDecorated()), index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return depth
