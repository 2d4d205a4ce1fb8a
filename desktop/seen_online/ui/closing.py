"""Closing the window: what is not saved is saved, and nothing is lost without a question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from seen_online.trouble import Trouble
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.keeping import Keeping
from seen_online.ui.practising import Practising


class Closing(QObject):
    """What stands between the wish to close a window and its end."""

    def __init__(self, window: QMainWindow, desk: Desk, keeping: Keeping, practising: Practising) -> None:
        super().__init__(window)
        self._window, self._desk, self._keeping, self._practising = window, desk, keeping, practising
        self._forgets = self._loses = False  # agreed to: what nothing keeps is forgotten, what is not saved is lost
        self._ended = False

    def close(self, event: QCloseEvent) -> None:
        """Let the window close, or ask first and let it stay for the moment."""
        if self._ended:
            return
        if self._asks():
            event.ignore()
            return
        self._ended = True
        self._desk.background.close()

    def _asks(self) -> bool:
        """Save what can be saved, and ask where something would be lost; tell whether there is a question."""
        if not self._forgets and (self._desk.holds_something or self._practising.own_waits):
            self._ask(
                self.tr("Close and forget?"),
                self.tr("Nothing of this check is kept on this computer. Save your note first if you want to have it."),
                self.tr("Close and forget"),
                self._forget,
            )
            return True
        trouble = (None if self._loses else self._desk.files.unfinished()) or self._save()
        if trouble is None or self._loses:
            return False
        self._ask(self.tr("Close all the same?"), str(trouble), self.tr("Close all the same"), self._lose)
        return True

    def _save(self) -> Trouble | None:
        if not self._desk.practice:
            self._desk.nothing_runs()
        try:
            self._keeping.close()
        except Trouble as trouble:
            return trouble
        return None

    def _ask(self, title: str, said: str, answer: str, agreed: Callable[[], object]) -> None:
        question = QuestionDialog(title, said, answer, self._window)
        question.accepted.connect(agreed)
        question.open()

    def _forget(self) -> None:
        self._forgets = True
        self._window.close()
        self._forgets = False  # where it stays for another question, this one is asked again, too

    def _lose(self) -> None:
        self._forgets = self._loses = True
        self._window.close()
