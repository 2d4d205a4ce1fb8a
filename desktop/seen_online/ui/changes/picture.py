"""A small picture over time: a row of bars for each kind of detail, a column for each check."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from seen_online.exposure.finding import FindingKind
from seen_online.review.over_time import Tally
from seen_online.ui.changes.tallies import aloud, day_of, kinds_in
from seen_online.ui.theme import GAP, accent, state_colour
from seen_online.ui.words_for import kind_words

LEAST = 3  # checks for which there must be room; of more, the newest that fit are drawn
BAR = 2.2  # lines of text: the height of the highest bar
WIDEST = 1.8  # times the width of a day: a column where there is room


class OverTimePicture(QWidget):
    """Every row has its name, every bar its number: no colour has to be told from another.

    A check of which some could not be checked has hatched bars and a question mark beside its day.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tallies: tuple[Tally, ...] = ()
        self._kinds: list[FindingKind] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How many of your details could be seen, check by check"))

    def show_tallies(self, tallies: Sequence[Tally]) -> None:
        """Show these checks, oldest first; of more than fit the newest, and a table has to name all."""
        self._tallies = tuple(tallies)
        self._kinds = kinds_in(self._tallies)
        self.setAccessibleDescription(aloud(self._tallies))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at which no word is cut."""
        width = self._names() + min(len(self._tallies), LEAST) * self._narrowest()
        return QSize(int(width), int(self._head() + len(self._kinds) * self._row()))

    def minimumSizeHint(self) -> QSize:
        """Return the same: where there is less room, the dialog scrolls."""
        return self.sizeHint()

    def drawn(self) -> tuple[Tally, ...]:
        """Return the checks that there is room for."""
        fit = int((self.width() - self._names()) // self._narrowest())
        return self._tallies[-max(LEAST, fit) :]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the days, then a row for each kind below them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_days(painter)
        for number, kind in enumerate(self._kinds):
            self._draw_row(painter, kind, self._head() + number * self._row())
        painter.end()

    def _draw_row(self, painter: QPainter, kind: FindingKind, top: float) -> None:
        text = self.palette().color(QPalette.ColorRole.WindowText)
        floor = top + self._row() - GAP
        name = QRectF(0, floor - 1.4 * self._line(), self._names() - GAP, 1.4 * self._line())
        painter.setPen(text)
        painter.drawText(self._turned(name), self._beginning() | Qt.AlignmentFlag.AlignBottom, kind_words(kind))
        highest = max(count for tally in self._tallies for count in tally.counts.values())
        for place, tally in enumerate(self.drawn()):
            count = tally.counts.get(kind, 0)
            left = self._names() + place * self._column()
            bar = QRectF(left + self._column() * 0.2, floor, self._column() * 0.6, 0)
            bar.setTop(floor - max(3.0 if count else 0.0, BAR * self._line() * count / highest))
            bar = self._turned(bar)
            if count:
                painter.setPen(QPen(accent(self.palette()), 1.5))
                painter.setBrush(self._filling(whole=not tally.may_be_more))
                painter.drawRect(bar)
            label = QRectF(left, bar.top() - 1.2 * self._line(), self._column(), 1.2 * self._line())
            painter.setPen(text)
            painter.drawText(self._turned(label), Qt.AlignmentFlag.AlignCenter, f"{count}")
        painter.setPen(QPen(state_colour(self.palette(), "quiet"), 1))
        painter.drawLine(
            self._turned_point(self._names(), floor),
            self._turned_point(self._names() + len(self.drawn()) * self._column(), floor),
        )

    def _draw_days(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for place, tally in enumerate(self.drawn()):
            left = self._names() + place * self._column()
            box = QRectF(left, 0, self._column(), self._head())
            mark = "?\n" if tally.may_be_more else ""
            where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(self._turned(box), where, mark + day_of(tally))

    def _filling(self, *, whole: bool) -> QBrush:
        colour = QColor(accent(self.palette()))
        return QBrush(colour, Qt.BrushStyle.SolidPattern if whole else Qt.BrushStyle.BDiagPattern)

    def _line(self) -> float:
        return self.fontMetrics().height()

    def _names(self) -> float:
        """Return the width of the column of names."""
        return max((self.fontMetrics().horizontalAdvance(kind_words(k)) for k in self._kinds), default=0) + 2 * GAP

    def _narrowest(self) -> float:
        return self.fontMetrics().horizontalAdvance("88/88/8888") + 2 * GAP

    def _column(self) -> float:
        share = (self.width() - self._names()) / max(1, len(self.drawn()))
        return max(self._narrowest(), min(share, WIDEST * self._narrowest()))

    def _row(self) -> float:
        return (BAR + 1.4) * self._line() + GAP

    def _head(self) -> float:
        return (2.2 if any(tally.may_be_more for tally in self._tallies) else 1.2) * self._line()

    def _beginning(self) -> Qt.AlignmentFlag:
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft

    def _turned(self, box: QRectF) -> QRectF:
        """Return a box where it stands for right-to-left languages, the picture turned round."""
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box = QRectF(box)
            box.moveLeft(self.width() - box.right())
        return box

    def _turned_point(self, x: float, y: float) -> QPointF:
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return QPointF(self.width() - x if right else x, y)
