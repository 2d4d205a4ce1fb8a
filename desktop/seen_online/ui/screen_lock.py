"""Hears when the person locks the computer's screen, so that the record is locked with it."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

LOOK = 2_000  # milliseconds between two looks on Windows, which tells it to native windows alone
# The screen savers that speak on the session's message bus: KDE and others, GNOME, Cinnamon, MATE, Xfce.
_SAVERS = tuple(f"org.{name}.ScreenSaver" for name in ("freedesktop", "gnome", "cinnamon", "mate", "xfce"))
_LOGIN = "org.freedesktop.login1"


class ScreenLock(QObject):
    """`locked` when the screen is locked or the computer goes to sleep.

    On a system that does not tell, only idleness locks the record.
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was = False
        if sys.platform == "win32":
            self._timer = QTimer(self, interval=LOOK)
            self._timer.timeout.connect(lambda: self.changed(_windows_is_locked()))
            self._timer.start()
        elif sys.platform == "linux":
            self._listen()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for name in _SAVERS:
                # No service and no path: whoever says it on this bus.
                session.connect("", "", name, "ActiveChanged", self, _slot("changed(bool)"))
        system = QDBusConnection.systemBus()
        if system.isConnected():
            system.connect("", "", f"{_LOGIN}.Session", "Lock", self, _slot("asked()"))
            system.connect("", "", f"{_LOGIN}.Manager", "PrepareForSleep", self, _slot("sleeps(bool)"))

    @Slot(bool)
    def changed(self, on: bool) -> None:
        """Take the news that the screen is locked, or no longer."""
        if on and not self._was:
            self.locked.emit()
        self._was = on

    @Slot()
    def asked(self) -> None:
        """Take the news that the session is asked to lock."""
        self.locked.emit()

    @Slot(bool)
    def sleeps(self, on: bool) -> None:
        """Take the news that the computer goes to sleep: whoever wakes it may be somebody else."""
        if on:
            self.locked.emit()


def _slot(signature: str) -> Any:
    return SLOT(signature)  # a text, though the stubs ask for bytes


def _windows_is_locked() -> bool:
    """Tell whether another desktop than the person's has the input: the one that asks for the password."""
    import ctypes

    user32 = ctypes.WinDLL("user32")
    switch_desktop = 0x0100
    desktop = user32.OpenInputDesktop(0, False, switch_desktop)
    if not desktop:
        return True
    try:
        return not user32.SwitchDesktop(desktop)
    finally:
        user32.CloseDesktop(desktop)
