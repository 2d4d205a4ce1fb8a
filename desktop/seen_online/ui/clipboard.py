"""What was copied here does not stay on the clipboard: whoever comes to this computer next must not find it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS = 55_000  # milliseconds


class ClipboardCare(QObject):
    """Clears what this program put on the clipboard, after a minute and when it ends; what others put there stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self.clear)
        self._clipboard.changed.connect(self._copied)

    def _copied(self, _mode: QClipboard.Mode) -> None:
        if self._ours():
            self._timer.start()

    def _ours(self) -> list[QClipboard.Mode]:
        """Return where what we copied lies: the clipboard, and on X11 the marked text."""
        found = []
        if self._clipboard.ownsClipboard():
            found.append(QClipboard.Mode.Clipboard)
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            found.append(QClipboard.Mode.Selection)
        return found

    def clear(self) -> None:
        """Take away what is ours."""
        for mode in self._ours():
            self._clipboard.clear(mode)
