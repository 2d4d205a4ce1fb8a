"""A line for a passphrase: hidden unless the person wants to see it, and empty again as soon as it was used."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from seen_online.ui.theme import FILL, GAP, line_width
from seen_online.ui.widgets.announce import announce, tell_problem
from seen_online.ui.widgets.leading import Leading
from seen_online.ui.widgets.text import Words, heading

WIDTH = 44  # characters
_LOOK = 250  # milliseconds between two looks at the clock
_MINUTE = 60
_Hint = Qt.InputMethodHint


class PassphraseLine(Leading):
    """A label, the line, *Show*, and below it what is wrong with it. `submitted` when Enter is pressed."""

    submitted = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        # Neither a keyboard on the screen nor a word list learns it.
        self.edit.setInputMethodHints(_Hint.ImhSensitiveData | _Hint.ImhNoPredictiveText | _Hint.ImhNoAutoUppercase)
        self.edit.setAccessibleName(label)
        self.edit.setMaxLength(4_000)
        self.edit.setDragEnabled(False)
        self.edit.textEdited.connect(lambda _text: self.tell(""))
        self.edit.returnPressed.connect(self.submitted)
        self.show_button = QPushButton(self.tr("Show"))
        self.show_button.setCheckable(True)
        self.show_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_button.setAccessibleName(self.tr("Show what I type: {field}").format(field=label))
        self.show_button.toggled.connect(self._reveal)
        self.problem = Words("", "problem")
        self.problem.hide()
        name = heading(label)
        name.setBuddy(self.edit)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.edit, FILL)
        row.addWidget(self.show_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(name)
        column.addLayout(row)
        column.addWidget(self.problem)
        self._fit()

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.edit

    def changeEvent(self, event: QEvent) -> None:
        """Keep the line's length at any size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()

    def _fit(self) -> None:
        self.edit.setMinimumWidth(line_width(self, WIDTH // 2))
        self.edit.setMaximumWidth(line_width(self, WIDTH))

    @property
    def text(self) -> str:
        """Return what is typed."""
        return self.edit.text()

    def take(self) -> str:
        """Return what is typed, and empty the line."""
        text = self.edit.text()
        self.wipe()
        return text

    def wipe(self) -> None:
        """Empty the line, so that no undo brings it back, and hide again what is typed next."""
        self.edit.setText("")  # other than `clear`, it also forgets what was typed before
        self.show_button.setChecked(False)

    def tell(self, problem: str) -> None:
        """Say beside the line what is wrong with it, "" for nothing."""
        self.problem.setText(f"✕ {problem}" if problem else "")
        self.problem.setVisible(bool(problem))
        tell_problem(self.edit, problem)

    def _reveal(self, shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class Countdown(Words):
    """How long the next try has to wait, counted down; `over` at its end.

    Eyes see it count. A screen reader is told once at the start: its name does not change with every second.
    """

    over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._until = 0.0
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._show_left)
        self.hide()

    @property
    def running(self) -> bool:
        """Tell whether there is still to wait."""
        return self._timer.isActive()

    def start(self, seconds: float) -> None:
        """Count down from here; where there is nothing to wait, nothing is shown."""
        self.stop()
        if seconds <= 0:
            return
        self._until = time.monotonic() + seconds
        self.setAccessibleName(self._words(seconds))
        self._timer.start()
        self._show_left()
        announce(self, self.accessibleName())

    def stop(self) -> None:
        """Count no longer."""
        self._timer.stop()
        self.hide()

    def _show_left(self) -> None:
        left = self._until - time.monotonic()
        if left <= 0:
            self.stop()
            self.over.emit()
            return
        self.setText(self._words(left))
        self.show()

    def _words(self, seconds: float) -> str:
        whole = int(seconds) + 1
        if whole > 2 * _MINUTE:
            return self.tr("You can try again in %n minute(s).", "", -(-whole // _MINUTE))
        return self.tr("You can try again in %n second(s).", "", whole)
