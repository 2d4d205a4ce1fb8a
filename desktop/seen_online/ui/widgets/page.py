"""The frame of a page: title, one line of introduction, a body that scrolls, and one main button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from seen_online.ui.theme import GAP, WIDE
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.leading import Leading
from seen_online.ui.widgets.text import Words, quiet, title


def small_button(text: str) -> QPushButton:
    """Return a button that keeps to the size of its words, however wide the row."""
    button = QPushButton(text)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


class PageFrame(Leading):
    """A page of the journey: subclasses put their parts into `self.body` and their buttons into the footer.

    The body fills the page; where the window is too small for it (a large font, a small screen) it scrolls as a whole,
    its title with it, so that as much as can be is left for what the person works on. The buttons stay in sight.
    """

    go_on = Signal()  # to the next step
    go_to = Signal(int)  # to a step, counted from 0

    def __init__(self, heading: str, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.title: Words = title(heading)
        self.intro: Words = quiet(intro)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, WIDE, WIDE, WIDE)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addWidget(self.intro)
        column.addSpacing(GAP)
        self.body = QVBoxLayout()
        self.body.setSpacing(WIDE)
        column.addLayout(self.body, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * WIDE, 0, WIDE, WIDE)
        outer.addWidget(self.area, 1)
        self.footer = Flow(gap=GAP, at_end=True)
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, WIDE, 0)  # the main button ends where the page's lines end
        below.addLayout(self.footer)
        outer.addLayout(below)
        self.primary: QPushButton | None = None

    def add_primary(self, text: str) -> QPushButton:
        """Add the page's one main button, at the end of the footer."""
        self.primary = QPushButton(text)
        self.primary.setObjectName("primary")
        self.primary.setDefault(True)
        self.footer.addWidget(self.primary)
        return self.primary

    def add_secondary(self, text: str) -> QPushButton:
        """Add a lesser button, before the main one."""
        button = QPushButton(text)
        self.footer.insertWidget(self.footer.count() - (1 if self.primary else 0), button)
        if self.primary is not None:
            QWidget.setTabOrder(button, self.primary)  # as they stand
        return button

    def take_over(self) -> None:
        """Take over what is being typed, at once."""

    def arrive(self) -> None:
        """Refresh what is shown; called each time the person comes to this page."""

    def put_away(self) -> None:
        """Let go of all that was shown: the record is closed, and an empty check lies on the desk."""
