"""Rows with some air between them. A list's own spacing makes Qt measure and paint wrapped text at two widths."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from seen_online.ui.theme import GAP


class RoomyRows(QStyledItemDelegate):
    """Paints as the style does, in rows that are a little higher."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the style's size with some height added."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + GAP)
