"""Files that the person asked for: written beside the window, and what came of it told in any case.

The window that asked may be closed by then, or the record locked. What is told of a file may name its person, so while
the record is locked it waits, and is told once the same record is open again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from seen_online.trouble import Trouble
from seen_online.ui.background import Background, Tell, as_trouble
from seen_online.words import say

PATIENCE = 3.0  # seconds that closing the window waits for a file


class Says(Protocol):
    """Where the window that asked says what came of it: a `widgets.notice.Notice`."""

    def show_text(self, text: str, state: str = "quiet") -> None:
        """Say it."""

    def window(self) -> QWidget:
        """Return the window that it is part of."""
        ...


class _News(NamedTuple):
    record: str  # the id of the record that was open
    text: str
    state: str  # as a notice has it


class Files(QObject):
    """`told` carries words and their state for the window to say, where whoever asked can't say them any more.

    `told_outside` carries what has to be known before the record can be opened again.
    """

    told = Signal(str, str)
    told_outside = Signal(str, str)

    def __init__(self, record: Callable[[], str], parent: QObject | None = None) -> None:
        """Make it; `record()` is the id of the record that is open, "" where nothing is kept."""
        super().__init__(parent)
        self._record = record
        self._background = Background(self)
        self._under_way: dict[int, threading.Event] = {}
        self._failed: dict[int, Trouble] = {}  # and not told yet
        self._late: list[_News] = []
        self._numbers = 0

    def write(
        self, task: Callable[[], Path], said: str, notice: Says, then: Callable[[Path], object] | None = None
    ) -> None:
        """Write a file beside the window.

        Args:
            task: writes it and returns where it is. It may raise Trouble.
            said: what to say then, with {path} in it.
            notice: says so, as long as it is in sight.
            then: called before, where the record was not locked meanwhile.
        """
        whose = self._record()
        self._numbers += 1
        number, ended = self._numbers, threading.Event()
        self._under_way[number] = ended

        def work(_stop: object, _tell: Tell) -> Path:
            try:
                return task()
            except Exception as error:
                self._failed[number] = as_trouble(error)
                raise
            finally:
                ended.set()

        def came(path: Path) -> None:
            if then is not None and isValid(notice) and whose == self._record():
                then(path)
            self._say(notice, _News(whose, said.format(path=path), "good"))

        def broke(trouble: Trouble) -> None:
            self._failed.pop(number, None)
            self._say(notice, _News(whose, str(trouble), "problem"))

        job = self._background.run(work, came, failed=broke)
        job.ended.connect(lambda: self._under_way.pop(number, None))

    def tell(self, record: str, text: str, state: str, *, outside: bool = False) -> None:
        """Say something of this record in the window: now, or once it is open again, or before (`outside`)."""
        if record == self._record():
            self.told.emit(text, state)
        elif outside:
            self.told_outside.emit(text, state)
        else:
            self._late.append(_News(record, text, state))

    def tell_late(self) -> None:
        """Say what waits for the record that is open now."""
        here = self._record()
        mine = [news for news in self._late if news.record == here]
        self._late = [news for news in self._late if news.record != here]
        if mine:
            worst = "problem" if any(news.state == "problem" for news in mine) else mine[-1].state
            self.told.emit("\n".join(news.text for news in mine), worst)

    def forget(self) -> None:
        """Let go of what waits to be told: the record is erased."""
        self._late.clear()

    def unfinished(self, patience: float = PATIENCE) -> Trouble | None:
        """Wait a moment for what is being written, since the window closes; return what nobody would hear of then."""
        until = time.monotonic() + patience
        done = [ended.wait(max(0.0, until - time.monotonic())) for ended in list(self._under_way.values())]
        if self._failed:
            number = next(iter(self._failed))
            return self._failed.pop(number)
        if not all(done):
            return Trouble(say("A file is still being written."), say("Wait a moment, then close the window again."))
        return None

    def close(self) -> None:
        """Wait for nothing any more."""
        self._background.close(0)

    def _say(self, notice: Says, news: _News) -> None:
        if news.record == self._record() and isValid(notice) and notice.window().isVisible():
            notice.show_text(news.text, news.state)
        else:
            self.tell(*news)
