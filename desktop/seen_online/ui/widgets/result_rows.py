"""Rows of three lines: what a page is called, where it stands, and what is known or thought of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from seen_online.ui.theme import GAP, state_colour

LINES = 3
_Index = QModelIndex | QPersistentModelIndex


class ResultRows(QStyledItemDelegate):
    """Paints the lines of a row's text: the first one strong, the second one quiet, each ended by dots if need be."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground as the style does, then the lines."""
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        lines, row.text = row.text.splitlines(), ""
        view = option.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, view)
        chosen = bool(row.state & QStyle.StateFlag.State_Selected)
        ink = row.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        quiet = ink if chosen else state_colour(row.palette, "quiet")
        strong = QFont(row.font)
        strong.setBold(True)
        painter.save()
        painter.setLayoutDirection(option.direction)
        place = self._first(option.rect, row.fontMetrics)
        for line, font, colour in zip(lines, (strong, row.font, row.font), (ink, quiet, ink), strict=False):
            painter.setFont(font)
            painter.setPen(colour)
            shown = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            place.translate(0, row.fontMetrics.lineSpacing())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of three lines and some air."""
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        return QSize(0, LINES * row.fontMetrics.lineSpacing() + 2 * GAP)

    def _first(self, row: QRect, letters: QFontMetrics) -> QRect:
        """Return where the first line stands."""
        corner = row.topLeft() + QPoint(GAP, GAP)
        return QRect(corner, QSize(max(1, row.width() - 2 * GAP), letters.lineSpacing()))
