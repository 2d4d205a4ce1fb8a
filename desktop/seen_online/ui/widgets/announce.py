"""Words for who hears the window: said at once, though the focus stays or goes on to something else."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_LINUX = sys.platform.startswith("linux")
_AFTER = 200  # milliseconds: what gets the focus now is read first, and would cut the words off
_KEPT = 5_000  # milliseconds: a reader asks for the words only after it was told that there are some


class Voice(QWidget):
    """Never seen, and there once a window: what it is called is what was said last.

    On Linux screen readers say a *notification* as it appears, and before Orca 45 nothing else that is not where the
    focus is; Qt's own alerts end unheard there, and are a mere sound on Windows. Elsewhere Qt announces by itself.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._words: dict[QWidget, str] = {}  # what is about to be said of each
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        self._soon.timeout.connect(self._speak)
        self._later = QTimer(self, singleShot=True, interval=_KEPT)
        self._later.timeout.connect(lambda: self.setAccessibleName(""))

    def say(self, widget: QWidget, words: str) -> None:
        """Say these words of a widget soon, in place of others of its that nobody has heard yet."""
        self._words.pop(widget, None)
        if words:
            self._words[widget] = words
            self._soon.start()

    def hush(self) -> None:
        """Say nothing more, and forget what was said."""
        self._words.clear()
        self._soon.stop()
        self._later.stop()
        self.setAccessibleName("")

    def _speak(self) -> None:
        stand = (words for widget, words in self._words.items() if isValid(widget) and widget.isVisible())
        words = " ".join(" ".join(stand).split())
        self._words.clear()
        if not words:
            return
        self.setAccessibleName(words)
        self._later.start()
        if _LINUX:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.ObjectShow))
        else:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say `words`, which belong to `widget`; "" takes back what was not said yet.

    Nothing is said of a widget that is gone from sight by then.
    """
    window = widget.window()
    own = Qt.FindChildOption.FindDirectChildrenOnly  # a dialog within the window has another
    voice = window.findChild(Voice, options=own)
    if voice is None and words:
        voice = Voice(window)
    if voice is not None:
        voice.say(widget, words)


def tell_problem(field: QWidget, problem: str) -> None:
    """Describe a field by what is wrong with it, "" for nothing, so that it is heard once.

    A reader says it with the field as the focus comes there; Orca also as it changes while the focus is there.
    """
    news = problem != field.accessibleDescription()
    field.setAccessibleDescription(problem)
    if problem and field.hasFocus() and not (news and _LINUX):
        announce(field, problem)


def hush(window: QWidget) -> None:
    """Leave no word in the window of what was said or was about to be."""
    for voice in window.findChildren(Voice):
        voice.hush()
