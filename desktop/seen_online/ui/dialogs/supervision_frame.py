"""The frame of the view for two people: its buttons, the place for a point, and the neutral screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from seen_online.ui.theme import FILL, GAP, WIDE
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.pane import Pane
from seen_online.ui.widgets.text import body, quiet, title

TALK, NEUTRAL = range(2)


class SupervisionFrame(QWidget):
    """What stands around the talk. Parts of the talk go into `column`; `stack` shows the talk or the neutral screen.

    The window's own title says nothing of a talk, for whoever comes in and sees it in the bar of windows.
    """

    def __init__(self, *, practice: bool) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle("Seen Online")
        self.notice = Notice()
        self.stack = QStackedWidget()
        self.stack.addWidget(self._talk_page(practice=practice))
        self.stack.addWidget(self._neutral_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def _talk_page(self, *, practice: bool) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        if practice:
            column.addWidget(self._banner())
        inner = QVBoxLayout()
        inner.setContentsMargins(2 * WIDE, WIDE, 2 * WIDE, WIDE)
        inner.setSpacing(GAP)
        column.addLayout(inner, 1)
        top = Flow(gap=GAP)
        self.where = quiet("")
        self.hide_button = QPushButton(self.tr("Hide it all (Esc)"))
        self.full_button = QPushButton(self.tr("Full screen (F11)"))
        self.end_button = QPushButton(self.tr("Close"))
        for widget in (self.hide_button, self.full_button, self.end_button):
            top.addWidget(widget)
        inner.addLayout(top)
        inner.addWidget(self.where)
        inner.addWidget(self._scroller(), 1)
        inner.addWidget(self.notice)
        self.back_button = QPushButton(self.tr("Back"))
        self.next_button = QPushButton("")
        self.next_button.setObjectName("primary")
        below = QHBoxLayout()
        below.addWidget(self.back_button)
        below.addStretch(1)
        below.addWidget(self.next_button)
        inner.addLayout(below)
        return page

    def _banner(self) -> QFrame:
        banner = QFrame()
        banner.setObjectName("banner")
        row = QHBoxLayout(banner)
        row.addWidget(body(self.tr("Practice: this person does not exist. Everything found is made up.")), FILL)
        row.addStretch(1)
        return banner

    def _scroller(self) -> QScrollArea:
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, GAP, WIDE, GAP)
        self.column.setSpacing(WIDE)
        self.column.addStretch(1)
        self.area = Pane()
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keys that scroll, and a place for reading aloud
        self.area.setAccessibleName(self.tr("The point you talk about"))
        self.area.hold(inside)
        return self.area

    def _neutral_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * WIDE, 2 * WIDE, 2 * WIDE, 2 * WIDE)
        column.addStretch(1)
        column.addWidget(title(self.tr("A short break")))
        column.addWidget(body(self.tr("Press Esc to go on.")))
        column.addStretch(2)
        return page
