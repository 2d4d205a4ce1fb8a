"""A line that tells what happened and what to do next: an icon and words, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QWidget

from seen_online.trouble import Trouble
from seen_online.ui.theme import FILL, GAP
from seen_online.ui.widgets.announce import announce
from seen_online.ui.widgets.text import Words, body

_SIGNS = {"good": "✓", "attention": "!", "problem": "✕", "quiet": "i"}


class Notice(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._sign = Words()
        self._words: Words = body("")
        row = QHBoxLayout(self)
        row.setSpacing(GAP)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, FILL)
        row.addStretch(1)
        self.hide()

    @property
    def text(self) -> str:
        """Return what is being said, "" while hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_text(self, text: str, state: str = "quiet") -> None:
        """Show `text` with the sign of its state: good, attention, problem or quiet. An empty text hides it."""
        news = text != self._words.text()
        self._sign.setText(_SIGNS[state])
        self._sign.setAccessibleName(self._state_words(state))
        self._words.setText(text)
        if news and self.isVisible():
            announce(self, text)
        self.setVisible(bool(text))

    def showEvent(self, event: QShowEvent) -> None:
        """Say it to who hears the window, though the focus is elsewhere; also where the page it stands on comes."""
        super().showEvent(event)
        if not event.spontaneous() and not self._dialog_opens():
            announce(self, self._words.text())

    def _dialog_opens(self) -> bool:
        """Tell whether it comes with a dialog that opens: a reader reads out what stands in one by itself."""
        window = self.window()
        handle = window.windowHandle()
        return isinstance(window, QDialog) and (handle is None or not handle.isVisible())

    def _state_words(self, state: str) -> str:
        """Return what a screen reader says of the sign."""
        return {
            "good": self.tr("Done"),
            "attention": self.tr("Please note"),
            "problem": self.tr("Problem"),
            "quiet": self.tr("Note"),
        }[state]

    def tell(self, trouble: Trouble) -> None:
        """Show what went wrong and what to do next."""
        self.show_text(str(trouble), "problem")
