"""Rows of a tree whose words go on in the next line instead of ending in dots."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from seen_online.ui.theme import GAP

TALL = 100_000  # pixels: no row is higher
_Index = QModelIndex | QPersistentModelIndex


class WrappedRows(QStyledItemDelegate):
    """For a tree of one column. Qt itself wraps only words that are given their width beforehand."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree
        tree.setWordWrap(True)
        tree.setUniformRowHeights(False)
        tree.setTextElideMode(Qt.TextElideMode.ElideNone)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure anew at another width."""
        if event.type() is QEvent.Type.Resize and watched is self._tree.viewport():  # nothing else while it goes away
            self._tree.scheduleDelayedItemsLayout()
        return super().eventFilter(watched, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size at the width that is left beside the branches and the tick box."""
        one_line = super().sizeHint(option, index)
        words = QStyleOptionViewItem(option)
        self.initStyleOption(words, index)
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        beside = self._tree.indentation() * depth
        if words.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            beside += self._tree.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + 2 * GAP
        width = max(1, self._tree.viewport().width() - beside - GAP)
        needed = words.fontMetrics.boundingRect(QRect(0, 0, width, TALL), Qt.TextFlag.TextWordWrap, words.text)
        spare = one_line.height() - words.fontMetrics.height()
        return QSize(width, max(one_line.height(), needed.height() + max(spare, GAP // 2)))
