"""The frame of the gate's pages: one thing to do, other ways below it, and a line that says that work is under way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from seen_online.trouble import Trouble
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import PageFrame, small_button
from seen_online.ui.widgets.passphrase import PassphraseLine
from seen_online.ui.widgets.pause import Pause
from seen_online.ui.widgets.text import Words, quiet


class GatePage(PageFrame):
    """Subclasses fill `self.body`, then call `end` once."""

    def __init__(self, heading: str, intro: str = "", parent: QWidget | None = None) -> None:
        super().__init__(heading, intro, parent)
        self.intro.setVisible(bool(intro))
        self.notice = Notice()
        self.body.addWidget(self.notice)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(2 * GAP)
        self._next = ""
        self.pause = Pause(self)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.count() - 1, self.pause)

    def end(self) -> None:
        """Put the other ways below what the page has, and let all its words be marked and copied."""
        self.body.addLayout(self._ways)
        self.body.addStretch(1)
        self.let_copy()

    def let_copy(self) -> None:
        """Let all words on the page be marked with the mouse."""
        for words in self.findChildren(Words):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def add_way(self, text: str, why: str = "") -> QPushButton:
        """Add another way to go on, with a line on what it is."""
        way = QWidget()
        column = QVBoxLayout(way)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        button = small_button(text)
        button.setAccessibleDescription(why)
        if why:
            column.addWidget(quiet(why))
        column.addWidget(button)
        self._ways.addWidget(way)
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

    def say_next(self, text: str) -> None:
        """Say this when the page stands next."""
        self._next = text

    def arrive(self) -> None:
        """Say what was to be said here."""
        if self._next:
            self.notice.show_text(self._next, "good")
            self._next = ""

    def announce(self) -> None:
        """Let a screen reader hear which page this is and what it says."""
        said = " ".join(words.text() for words in (self.title, self.intro) if words.text())
        self.setAccessibleName(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
