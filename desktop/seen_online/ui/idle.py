"""Notices that nobody is at the computer: no key, no mouse, and nothing under way, for some minutes."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from seen_online.ui.background import Background

LOOK = 5_000  # milliseconds between two looks at the clock
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


def now() -> float:
    """Return seconds on a clock that goes on while the computer sleeps: a closed lid is idleness, too."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # other than time.monotonic there
    return time.monotonic()


class Idle(QObject):
    """`left_alone` once the program was left alone for `minutes`; 0 is never.

    It listens to the program's windows alone: an event filter over the whole application would slow every event.
    """

    left_alone = Signal()

    def __init__(self, work: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.minutes: float = 0
        self._work = work
        self._since = now()
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._listen_to)

    def start(self, minutes: float) -> None:
        """Wait for so many minutes without a sign of life, from now on."""
        self.minutes = minutes
        self._since = now()
        self._timer.start()

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.stop()

    def _listen_to(self, window: QWindow | None) -> None:
        self._since = now()
        if window is not None:
            window.removeEventFilter(self)  # never twice
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a note of keys and mouse; nothing is held back."""
        if event.type() in _SIGNS_OF_LIFE:
            self._since = now()
        return False

    def _look(self) -> None:
        if self.minutes and now() - self._since >= self.minutes * 60:
            self._since = now()
            self.left_alone.emit()
        elif self._work.working:
            self._since = now()  # a search goes on while its person fetches a tea, but not while the computer sleeps
