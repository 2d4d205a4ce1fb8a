"""The frame of the gate's pages: one thing to do, other ways below it, and a line that says that work is under way."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from seen_online.trouble import Trouble
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import PageFrame, small_button
from seen_online.ui.widgets.passphrase import PassphraseLine
from seen_online.ui.widgets.text import Words, quiet

SOON = 500  # milliseconds: what is done sooner needs no word, which would only flash


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
        self._paused: list[QWidget] = []
        self._focus: QWidget | None = None
        self._working = QWidget()
        self._says = quiet("")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setMaximumWidth(160)
        bar.setAccessibleName(self.tr("Please wait"))
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, GAP)
        row.addWidget(bar)
        row.addWidget(self._says, 1)
        self._working.hide()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._working.show)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.count() - 1, self._working)

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
        if says:
            self._says.setText(says)
            self._soon.start()
        if self._paused:
            return
        self._focus = QApplication.focusWidget()
        for kind in (QAbstractButton, QLineEdit, QAbstractItemView):
            self._paused += [widget for widget in self.findChildren(kind) if widget.isEnabledTo(self)]
        for widget in self._paused:
            widget.setEnabled(False)

    def free(self) -> None:
        """Go on as before, with the focus where it was."""
        self._soon.stop()
        self._working.hide()
        paused, self._paused = self._paused, []
        for widget in paused:
            widget.setEnabled(True)
        focus, self._focus = self._focus, None
        if paused and focus is not None and self.isAncestorOf(focus):
            focus.setFocus()

    @property
    def is_busy(self) -> bool:
        """Tell whether the page waits for something."""
        return bool(self._paused)

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
