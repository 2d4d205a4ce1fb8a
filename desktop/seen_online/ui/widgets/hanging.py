"""Rows of a list with a sign or number before a name that may take several lines, and a quiet line below it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from seen_online.ui.theme import GAP, state_colour

SIGN, NAME, ASIDE = (Qt.ItemDataRole.UserRole + number for number in range(1, 4))
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_Index = QModelIndex | QPersistentModelIndex


def show_row(item: QListWidgetItem, sign: str, name: str, aside: str) -> None:
    """Say what stands in a row. Its whole text is kept too, for whoever reads the list without seeing it."""
    item.setText(f"{sign}  {name}\n    {aside}" if aside else f"{sign}  {name}")
    for role, text in ((SIGN, sign), (NAME, name), (ASIDE, aside)):
        item.setData(role, text)
    item.setSizeHint(QSize())  # measured anew for the other text


class HangingRows(QStyledItemDelegate):
    """Paints rows that were filled by `show_row`: all lines of the name start below each other."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground as the style does, then the words."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        chosen = bool(ground.state & QStyle.StateFlag.State_Selected)
        ground.text = ""
        view = option.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, view)
        palette = view.palette()
        ink = palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        painter.save()
        painter.setFont(ground.font)
        painter.setLayoutDirection(option.direction)
        painter.setPen(ink)
        places = self._places(option.rect, ground.fontMetrics, index)
        # In a language that is read from right to left the sign stands to the right.
        sign, name, below = (QStyle.visualRect(option.direction, option.rect, place) for place in places)
        painter.drawText(sign, WRAPPED, index.data(SIGN))
        painter.drawText(name, WRAPPED, index.data(NAME))
        if not chosen:
            painter.setPen(state_colour(palette, "quiet"))
        painter.drawText(below, WRAPPED, index.data(ASIDE) or "")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size at the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        row = QRect(0, 0, width, 0)
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        _, name, below = self._places(row, ground.fontMetrics, index)
        return QSize(width, max(name.bottom(), below.bottom()) + 1 + GAP)

    def _places(self, row: QRect, letters: QFontMetrics, index: _Index) -> tuple[QRect, QRect, QRect]:
        """Return where the sign, the name and the line below it stand in a row."""
        inset = letters.horizontalAdvance("0") * 2 + GAP // 2
        inner = row.adjusted(GAP, GAP, -GAP // 2, 0)
        width = max(1, inner.width() - inset)
        corner = inner.topLeft() + QPoint(inset, 0)
        sign = QRect(inner.topLeft(), QSize(inset, letters.lineSpacing()))
        name = QRect(corner, QSize(width, _height(letters, width, index.data(NAME) or "")))
        aside = index.data(ASIDE) or ""
        below = QRect(name.bottomLeft() + QPoint(0, 1), QSize(width, _height(letters, width, aside) if aside else 0))
        return sign, name, below


def one_line(letters: QFontMetrics) -> int:
    """Return the height in pixels of a line of words in such a row."""
    return _height(letters, 1000, "X")


def _height(letters: QFontMetrics, width: int, text: str) -> int:
    return letters.boundingRect(QRect(0, 0, width, 100_000), WRAPPED, text).height()
