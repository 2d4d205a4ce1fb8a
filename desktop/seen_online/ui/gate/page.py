"""The frame of the gate's pages: what it is about, one thing to do, and below it the other ways to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from seen_online.trouble import Trouble
from seen_online.ui.theme import FILL, GAP, WIDE
from seen_online.ui.widgets.announce import announce
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.leading import Leading
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.passphrase import PassphraseLine
from seen_online.ui.widgets.pause import Pause
from seen_online.ui.widgets.sheet import Sheet, let_copy
from seen_online.ui.widgets.text import Words, heading, quiet, title

_ABOVE = 4 * WIDE


class GatePage(Leading):
    """Subclasses fill `self.body`, then call `end` once."""

    def __init__(self, name: str = "", intro: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title: Words = title(name)
        self.intro: Words = Words(intro)
        self.intro.setVisible(bool(intro))
        self.notice = Notice()
        self.body = QVBoxLayout()
        self.body.setSpacing(WIDE)
        self.primary: QPushButton | None = None
        self._buttons = Flow(gap=GAP)
        self._ways = QGridLayout()
        self._ways.setHorizontalSpacing(WIDE)
        self._ways.setVerticalSpacing(GAP)
        self._ways.setColumnStretch(1, FILL)
        self._ways_title = heading(self.tr("Other ways to go on"))
        self._next = ("", "")
        self.pause = Pause(self)
        sheet = Sheet()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(sheet)
        column = self._column = sheet.column
        column.setContentsMargins(2 * WIDE, _ABOVE, 2 * WIDE, WIDE)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addWidget(self.intro)
        column.addWidget(self.notice)
        column.addSpacing(GAP)
        column.addLayout(self.body)
        column.addSpacing(GAP)
        column.addLayout(self._buttons)
        column.addWidget(self.pause)
        column.addSpacing(2 * WIDE)
        column.addWidget(self._ways_title)
        column.addLayout(self._ways)
        column.addStretch(1)

    def start(self) -> QWidget:
        """Return the first thing to do: the main button, unless a page has something before it."""
        return self.primary or self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press what has the focus, as in a dialog; on a choice, the main button."""
        focus = QApplication.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focus, QPushButton):
            focus.click()
        elif isinstance(focus, QRadioButton) and self.primary is not None:
            self.primary.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less empty in a low window, such as one at 200 %."""
        super().resizeEvent(event)
        self._column.setContentsMargins(2 * WIDE, min(_ABOVE, self.height() // 14), 2 * WIDE, WIDE)

    def end(self) -> None:
        """Finish the page: let all its words be marked and copied."""
        self._ways_title.setVisible(self._ways.count() > 0)
        let_copy(self)

    def add_primary(self, text: str) -> QPushButton:
        """Add the page's one main button."""
        self.primary = QPushButton(text)
        self.primary.setObjectName("primary")
        self._buttons.addWidget(self.primary)
        return self.primary

    def add_secondary(self, text: str) -> QPushButton:
        """Add a lesser button, after the main one."""
        button = QPushButton(text)
        self._buttons.addWidget(button)
        return button

    def add_way(self, text: str, why: str = "") -> QPushButton:
        """Add another way to go on, with a line on what it is."""
        button = small_button(text)
        button.setAccessibleDescription(why)
        row = self._ways.rowCount()
        self._ways.addWidget(button, row, 0)
        self._ways.addWidget(quiet(why), row, 1)
        return button

    def clear_ways(self) -> None:
        """Take all other ways away."""
        while (item := self._ways.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def busy(self, says: str = "") -> None:
        """Pause all that can be pressed or typed into, until `free`; say why where it takes more than a moment."""
        self.pause.begin(says)

    def free(self) -> None:
        """Go on as before, with the focus where it was."""
        self.pause.end()

    def tell(self, trouble: Trouble) -> None:
        """Say what went wrong and what to do next."""
        self.notice.tell(trouble)

    def wipe(self) -> None:
        """Forget whatever was typed on the page."""
        self.notice.show_text("")
        for line in self.findChildren(PassphraseLine):
            line.wipe()
            line.tell("")

    def say_next(self, text: str, state: str = "good") -> None:
        """Say this when the page stands next; `state` as a notice has it."""
        self._next = (text, state)

    def arrive(self) -> None:
        """Say what was to be said here."""
        if self._next[0]:
            self.notice.show_text(*self._next)
            self._next = ("", "")

    def announce(self) -> None:
        """Let a screen reader hear which page this is and what it says."""
        said = " ".join(words.text() for words in self.spoken() if words.text())
        self.setAccessibleName(said)
        announce(self, said)

    def spoken(self) -> tuple[Words, ...]:
        """Return what is said as the page comes."""
        return (self.title, self.intro)
