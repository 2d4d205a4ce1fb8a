"""Rows of a list of pages: what a page is called, where it stands, and what is known or thought of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from seen_online.ui.theme import GAP, colours, line_width, state_colour

LINES = 2  # below the title
WIDE_ENOUGH = 56  # characters: in a list as wide as that, most titles fit into one line
_Index = QModelIndex | QPersistentModelIndex


class ResultRows(QStyledItemDelegate):
    """Paints the lines of a row's text: the first one strong, the second one quiet, each ended by dots if need be.

    Most titles begin with the person's own name, so what tells them apart comes late: in a narrow list a title has
    two lines. All rows are of one height, since a list of thousands can't be measured row by row.
    """

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
        if not chosen:
            painter.setPen(colours(row.palette).hover)
            painter.drawLine(option.rect.bottomLeft() + QPoint(GAP, 0), option.rect.bottomRight() - QPoint(GAP, 0))
        place = self._first(option.rect, row.fontMetrics)
        title, *below = lines or [""]
        titles = _broken(title, strong, place.width(), title_lines(view))
        for words, font, colour in (
            *((words, strong, ink) for words in titles),
            *zip(below, (row.font, row.font), (quiet, ink), strict=False),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            place.translate(0, row.fontMetrics.lineSpacing())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of all lines and some air."""
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        return QSize(0, (title_lines(option.widget) + LINES) * row.fontMetrics.lineSpacing() + 2 * GAP)

    def _first(self, row: QRect, letters: QFontMetrics) -> QRect:
        """Return where the first line stands."""
        corner = row.topLeft() + QPoint(GAP, GAP)
        return QRect(corner, QSize(max(1, row.width() - 2 * GAP), letters.lineSpacing()))


def title_lines(view: QWidget) -> int:
    """Return how many lines a title has room for in this list."""
    room = view.viewport() if isinstance(view, QAbstractItemView) else view
    return 1 if room.width() >= line_width(view, WIDE_ENOUGH) else 2


def _broken(words: str, font: QFont, width: int, most: int) -> list[str]:
    """Break words into at most `most` lines of this width in pixels; the last one holds all that is left."""
    if most < 2 or QFontMetrics(font).horizontalAdvance(words) <= width:
        return [words]
    layout = QTextLayout(words, font)
    layout.setTextOption(_ANYWHERE)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    units = words.encode("utf-16-le")  # what Qt counts in
    end = 2 * line.textLength()
    first, rest = (units[:end].decode("utf-16-le", "replace"), units[end:].decode("utf-16-le", "replace"))
    return [first, *_broken(rest.lstrip(), font, width, most - 1)]


_ANYWHERE = QTextOption()
_ANYWHERE.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
