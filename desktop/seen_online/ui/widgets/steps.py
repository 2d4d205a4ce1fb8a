"""Numbered steps, or points: the number or dot stands by itself, and all lines of one start below each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from seen_online.ui.theme import FILL, GAP
from seen_online.ui.widgets.text import Words, body


class Steps(QWidget):
    """A row for each step; with `dots` they have no order, and no numbers."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None, *, dots: bool = False) -> None:
        super().__init__(parent)
        self.words: list[Words] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP // 2)
        grid.setColumnStretch(1, FILL)
        grid.setColumnStretch(2, 1)
        for place, step in enumerate(steps):
            sign = "•" if dots else f"{place + 1}."
            number = Words(sign)
            number.setWordWrap(False)
            words = body(step)
            words.setAccessibleName(step if dots else f"{sign} {step}")
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(number, place, 0, top | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(words, place, 1, top)
            self.words.append(words)
