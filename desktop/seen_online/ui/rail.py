"""The rail of six steps: any order, each with its state in an icon and a word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QBoxLayout, QListWidget, QListWidgetItem, QStyle, QStyleOptionViewItem, QWidget

from seen_online.ui.plain import tip
from seen_online.ui.theme import GAP, line_width
from seen_online.ui.widgets.hanging import ASIDE, NAME, SIGN, HangingRows, one_line, show_row

WIDTH = 30  # characters
DONE = "✓"  # begins the state of a step that is done
NARROW = 108  # characters: a window narrower than this has no room for the rail beside a page


class Rail(QListWidget):
    """The steps; `chosen` carries the index of the one the person goes to.

    In a narrow window it is a strip above the page: all numbers, and the name of the step the person is at.
    """

    chosen = Signal(int)

    def __init__(self, steps: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Steps"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Steps(self))
        self._steps = steps
        self._beside: QBoxLayout | None = None
        self._around: QWidget | None = None  # what the layout belongs to
        self.strip = False
        for number, step in enumerate(steps, start=1):
            item = QListWidgetItem()
            show_row(item, str(number), step, "")
            self.addItem(item)
        self._take_room()
        self.currentRowChanged.connect(self.chosen)
        self.currentRowChanged.connect(self._lay_strip)

    def set_state(self, index: int, state: str) -> None:
        """Show `state` (a few words, "" for none) under the step's name."""
        item = self.item(index)
        show_row(item, str(index + 1), self._steps[index], state)
        spoken = self.tr("Step {number} of {all}: {name}. {state}").format(
            number=index + 1, all=len(self._steps), name=self._steps[index], state=state
        )
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(tip(spoken))

    def stand_beside(self, layout: QBoxLayout) -> None:
        """Stand beside the pages in this layout, or above them where its widget is narrow."""
        self._beside, self._around = layout, layout.parentWidget()
        if self._around is not None:
            self._around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of what the rail stands in."""
        if event.type() is QEvent.Type.Resize and self._around is not None and watched is self._around:
            self._fit(self._around.width())
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            if self._around is not None:
                self._fit(self._around.width())
            self._take_room()

    def _fit(self, width: int) -> None:
        strip = width < line_width(self, NARROW)
        if self._beside is None or strip is self.strip:
            return
        self.strip = strip
        direction = QBoxLayout.Direction.TopToBottom if strip else QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(direction)
        self.setFlow(QListWidget.Flow.LeftToRight if strip else QListWidget.Flow.TopToBottom)
        self._take_room()

    def _take_room(self) -> None:
        widest = 16_777_215  # what Qt takes as "no limit"
        bars = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self.strip else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bars)
        if self.strip:
            self.setMinimumSize(0, self.fontMetrics().lineSpacing() + 3 * GAP)
            self.setMaximumSize(widest, self.fontMetrics().lineSpacing() + 3 * GAP)
        else:
            self.setMinimumSize(line_width(self, WIDTH), 0)
            self.setMaximumSize(line_width(self, WIDTH), widest)
        self.scheduleDelayedItemsLayout()

    def _lay_strip(self, _row: int) -> None:
        if self.strip:
            self.scheduleDelayedItemsLayout()  # another step shows its name now


class _Steps(HangingRows):
    """Rows of the rail; in the strip only the current one says its name."""

    def __init__(self, rail: Rail) -> None:
        super().__init__(rail)
        self._rail = rail

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row, or a stop of the strip."""
        if not self._rail.strip:
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        self._rail.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, self._rail)
        chosen = bool(ground.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.save()
        painter.setPen(self._rail.palette().color(role))
        words = QRect(option.rect).adjusted(GAP // 2, 0, -GAP // 2, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._words(index))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row, or of a stop of the strip."""
        letters = self._rail.fontMetrics()
        if not self._rail.strip:
            size = super().sizeHint(option, index)
            return size if index.data(ASIDE) else size + QSize(0, one_line(letters) // 2)
        return QSize(letters.horizontalAdvance(self._words(index)) + 3 * GAP, letters.lineSpacing() + 2 * GAP)

    def _places(
        self, row: QRect, letters: QFontMetrics, index: QModelIndex | QPersistentModelIndex
    ) -> tuple[QRect, QRect, QRect]:
        """Leave room for the state beforehand, half above and half below: the next steps don't move when it comes."""
        empty = 0 if index.data(ASIDE) else (one_line(letters) + 1) // 2
        return super()._places(row.adjusted(0, empty, 0, 0), letters, index)

    def _words(self, index: QModelIndex | QPersistentModelIndex) -> str:
        number = str(index.data(SIGN))
        if str(index.data(ASIDE) or "").startswith(DONE):
            number = f"{number} {DONE}"
        return f"{number}  {index.data(NAME)}" if index.row() == self._rail.currentRow() else number
