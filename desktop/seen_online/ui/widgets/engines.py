"""The engines that may be asked, each with a tick box and what it learns."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from seen_online.ui.desk import Desk
from seen_online.ui.theme import GAP, line_width
from seen_online.ui.widgets.text import Words, heading, quiet

NARROW = 80  # characters: in less a name and what goes with it stand below each other


class EngineBoxes(QWidget):
    """Tick boxes for the engines on offer; `changed` when the person ticks or unticks one."""

    changed = Signal()
    settings_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.boxes: list[QCheckBox] = []
        self._held = False
        self._below = False  # whether what an engine learns stands below its name
        self._rows: list[tuple[QCheckBox, Words]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GAP)
        self._grid.setColumnStretch(1, 1)
        top = QHBoxLayout()
        self.title = heading(self.tr("Who we would ask"))
        top.addWidget(self.title)
        top.addStretch(1)
        self.more = QPushButton(self.tr("More search services"))
        self.more.clicked.connect(self.settings_wanted)
        top.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addLayout(self._grid)

    def refill(self) -> None:
        """Show the engines on offer, with the ticks of the desk."""
        from seen_online.search.catalogue import engine
        from seen_online.trouble import Trouble

        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.boxes, self._rows = [], []
        self.more.setVisible(not self._desk.practice)
        for name in self._desk.offered:
            try:
                card = engine(name).card()
                label, learns = card.label, " ".join(card.told)
            except Trouble as trouble:
                label, learns = name, str(trouble)
            box = QCheckBox(label)
            box.setChecked(name in self._desk.engines)
            box.setAccessibleDescription(learns)
            box.toggled.connect(lambda on, n=name: self._toggle(n, on))
            box.setEnabled(not self._held)
            self.boxes.append(box)
            self._rows.append((box, quiet(learns)))
        self._place()
        for here, after in pairwise((self.more, *self.boxes)):
            QWidget.setTabOrder(here, after)

    def hold(self, held: bool) -> None:
        """Let nothing be ticked while the engines are being asked."""
        self._held = held
        for part in (*self.boxes, self.more):
            part.setEnabled(not held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what an engine learns below its name where there is no room beside it."""
        super().resizeEvent(event)
        below = event.size().width() < line_width(self, NARROW)
        if below is not self._below:
            self._below = below
            self._place()

    def _place(self) -> None:
        for number, (box, learns) in enumerate(self._rows):
            self._grid.addWidget(box, 2 * number, 0, Qt.AlignmentFlag.AlignTop)
            if self._below:
                self._grid.addWidget(learns, 2 * number + 1, 0, 1, 2)
            else:
                self._grid.addWidget(learns, 2 * number, 1)

    def _toggle(self, name: str, on: bool) -> None:
        engines = [n for n in self._desk.offered if (n == name and on) or (n != name and n in self._desk.engines)]
        self._desk.tick_engines(engines)
        self.changed.emit()
