"""Larger text: the whole window's letters at 100 to 200 %, by menu or by key, as a browser does it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from seen_online.ui.theme import restyle

STEPS = (100, 125, 150, 200)  # per cent of the size that the program starts with


class TextSize(QObject):
    """Sizes the text of all windows. `changed` carries the new per cent, to be shown in the menu and remembered."""

    changed = Signal(int)

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._usual = QFont(app.font())
        self.percent = STEPS[0]

    def choose(self, percent: int) -> None:
        """Take one of the STEPS; anything else is taken as the nearest of them."""
        percent = min(STEPS, key=lambda step: abs(step - percent))
        if percent == self.percent:
            return
        self.percent = percent
        font = QFont(self._usual)
        if font.pointSizeF() > 0:
            font.setPointSizeF(self._usual.pointSizeF() * percent / 100)
        else:
            font.setPixelSize(round(self._usual.pixelSize() * percent / 100))
        self._app.setFont(font)
        restyle(self._app)  # under a style sheet the new font reaches a widget only with it
        self.changed.emit(percent)

    def larger(self) -> None:
        """Go one step up; at the largest stay."""
        self._step(1)

    def smaller(self) -> None:
        """Go one step down; at the usual size stay."""
        self._step(-1)

    def usual(self) -> None:
        """Go back to the usual size."""
        self.choose(STEPS[0])

    def _step(self, by: int) -> None:
        place = STEPS.index(self.percent) + by
        if 0 <= place < len(STEPS):
            self.choose(STEPS[place])
