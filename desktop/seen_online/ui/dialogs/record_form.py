"""The frame of the small windows about a record: what is needed, one button, and work beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from seen_online.record.troubles import DiskFull
from seen_online.trouble import Trouble
from seen_online.ui.background import Background, Tell
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
    """Subclasses fill `column` and say in `go` what the button does. Nothing closes it while a call is under way."""

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
        self.pause = Pause(self)
        self.between.addWidget(self.pause)

    def end(self, height: int) -> None:
        """Finish the window: so many pixels high, and as wide as its lines."""
        self.fit(line_width(self, _WIDTH), height)

    def go(self) -> None:
        """Do what the button says."""

    def run(self, says: str, task: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Carry a call out beside the window; all is paused meanwhile."""
        self.notice.show_text("")
        self.pause.begin(says)

        def work(_stop: object, _tell: Tell) -> Any:
            return task()

        def came(answer: Any) -> None:
            self.pause.end()
            done(answer)

        def broke(trouble: Trouble) -> None:
            self.pause.end()
            self.failed(trouble)

        self._background.run(work, came, failed=broke).ended.connect(self._over)

    @Slot()
    def _over(self) -> None:
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
        """Close, with nothing left in the lines; not while a call is under way."""
        if not self.pause.running:
            self.wipe()
            super().done(result)
