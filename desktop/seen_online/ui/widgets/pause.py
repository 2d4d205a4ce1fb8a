"""A line that says that work is under way, and pauses what could be pressed or typed into meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QWidget,
)
from shiboken6 import isValid

from seen_online.ui.theme import GAP
from seen_online.ui.widgets.text import quiet

SOON = 500  # milliseconds: what is done sooner needs no word, which would only flash
_BAR = 160  # pixels


class Pause(QWidget):
    """Hidden until something takes more than a moment; `root` is what is paused."""

    def __init__(self, root: QWidget) -> None:
        super().__init__()
        self._root = root
        self._paused: list[QWidget] = []
        self._focus: QWidget | None = None
        self._says = quiet("")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(_BAR)
        self._bar.setAccessibleName(self.tr("Please wait"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, GAP)
        row.addWidget(self._bar)
        row.addWidget(self._says, 1)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.show)
        self.hide()

    @property
    def running(self) -> bool:
        """Tell whether something is paused."""
        return bool(self._paused)

    def begin(self, says: str = "") -> None:
        """Pause until `end`; say why where it takes more than a moment, unless somebody else does."""
        if says:
            self._says.setText(says)
            self._soon.start()
        if self._paused:
            return
        self._focus = QApplication.focusWidget()
        window = self._root.window()
        for kind in (QAbstractButton, QLineEdit, QAbstractItemView, QComboBox):
            # Not what belongs to a window of its own, a question for instance, which may go before this ends.
            found = [widget for widget in self._root.findChildren(kind) if widget.window() is window]
            self._paused += [widget for widget in found if widget.isEnabledTo(self._root)]
        for widget in self._paused:
            widget.setEnabled(False)

    def show_now(self) -> None:
        """Show the bar alone, at once."""
        self._says.setText("")
        self.show()

    def show_far(self, done: int, of: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def end(self) -> None:
        """Go on as before, with the focus where it was."""
        self._soon.stop()
        self._bar.setRange(0, 0)
        self.hide()
        paused, self._paused = self._paused, []
        for widget in paused:
            if isValid(widget):
                widget.setEnabled(True)
        focus, self._focus = self._focus, None
        if paused and focus is not None and isValid(focus) and self._root.isAncestorOf(focus):
            focus.setFocus()
