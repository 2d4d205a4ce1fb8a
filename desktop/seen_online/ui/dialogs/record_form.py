"""The frame of the small windows about a record: what is needed, one button, and work beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from seen_online.record.troubles import DiskFull
from seen_online.trouble import Trouble
from seen_online.ui.background import Background, Job, Task
from seen_online.ui.dialogs.record_call import Call, Later
from seen_online.ui.dialogs.sheet_dialog import SheetDialog
from seen_online.ui.theme import WIDE, line_width
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.passphrase import PassphraseLine
from seen_online.ui.widgets.pause import Pause
from seen_online.ui.widgets.text import body
from seen_online.words import say

_WIDTH = 84  # characters


def nothing_changed(trouble: Trouble) -> Trouble:
    """Return what to say where a call failed as a whole: a full disk's own words are about a change being saved."""
    if not isinstance(trouble, DiskFull):
        return trouble
    return Trouble(
        say("There is not enough room on this disk."), say("Make some room, then try again. Nothing has changed.")
    )


class RecordForm(SheetDialog):
    """Subclasses fill `column` and say in `go` what the button does. Nothing closes it while a call is under way.

    `later` takes what came of a call once this window is gone, since the record was locked meanwhile.
    """

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent, QDialogButtonBox.StandardButton.Cancel)
        self._background = background
        self.notice = Notice()
        self.column.setSpacing(WIDE)
        self.intro = body("")
        self.column.addWidget(self.intro)
        self.column.addWidget(self.notice)
        self.do_it = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.do_it.setObjectName("primary")
        self.do_it.setDefault(True)
        self.do_it.clicked.connect(self.go)
        self.later: Later | None = None
        self._stoppable: Job | None = None
        self._way_out = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.pause = Pause(self)
        self.between.addWidget(self.pause)

    def end(self, height: int) -> None:
        """Finish the window: so many pixels high, and as wide as its lines."""
        self.fit(line_width(self, _WIDTH), height)

    def go(self) -> None:
        """Do what the button says."""

    def run(
        self,
        says: str,
        task: Callable[[], Any],
        done: Callable[[Any], None],
        done_late: Callable[[Any], str] | None = None,
    ) -> None:
        """Carry a call out beside the window; all is paused meanwhile.

        Args:
            says: what is under way.
            task: the call.
            done: takes its answer.
            done_late: what to say of its answer where this window is gone by then; None for a call of no consequence.
        """
        call = Call(task)
        job = self._start(says, call.work, done)
        if done_late is not None and self.later is not None:
            call.tell_late(job, self.later, done_late)

    def run_on(self, says: str, task: Task, done: Callable[[Any], None]) -> None:
        """Carry out a long call that tells how far it is, as (done, of), and that *Cancel* asks to stop."""
        self._stoppable = self._start(says, task, done)
        self._stoppable.progress.connect(self._show_far)
        self._way_out.setEnabled(True)

    def _start(self, says: str, task: Task, done: Callable[[Any], None]) -> Job:
        self.notice.show_text("")
        self.pause.begin(says)

        def came(answer: Any) -> None:
            self.pause.end()
            done(answer)

        def broke(trouble: Trouble) -> None:
            self.pause.end()
            self.failed(trouble)

        job = self._background.run(task, came, failed=broke)
        job.ended.connect(self._over)
        return job

    def _show_far(self, far: tuple[int, int]) -> None:
        self.pause.show_far(*far)

    @Slot()
    def _over(self) -> None:
        self._stoppable = None
        if self.pause.running:  # the call was dropped: the record was closed meanwhile
            self.pause.end()
            self.reject()

    def failed(self, trouble: Trouble) -> None:
        """Say what went wrong, and that nothing changed."""
        self.notice.tell(nothing_changed(trouble))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a line do what the line says, which may be to go to the next, and press no button as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), QLineEdit):
            event.accept()
        else:
            super().keyPressEvent(event)

    def wipe(self) -> None:
        """Empty all lines for passphrases."""
        for line in self.findChildren(PassphraseLine):
            line.wipe()

    def done(self, result: int) -> None:
        """Close, with nothing left in the lines. While a call is under way it is asked to stop, where it can."""
        if not self.pause.running:
            self.wipe()
            super().done(result)
        elif self._stoppable is not None:
            self._stoppable.cancel()
            self._way_out.setEnabled(False)
