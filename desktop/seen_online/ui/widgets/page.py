"""The frame of a page: title, one line of introduction, a body that scrolls, and one main button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from seen_online.ui.theme import WIDE
from seen_online.ui.widgets.text import Words, quiet, title


def small_button(text: str) -> QPushButton:
    """Return a button that keeps to the size of its words, however wide the row."""
    button = QPushButton(text)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


class PageFrame(QWidget):
    """A page of the journey: subclasses put their parts into `self.body` and their buttons into the footer.

    The body fills the page; where the window is too small for it (a large font, a small screen) it scrolls as a whole,
    so that title and buttons stay in sight.
    """

    go_on = Signal()  # to the next step
    go_to = Signal(int)  # to a step, counted from 0

    def __init__(self, heading: str, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.title: Words = title(heading)
        self.intro: Words = quiet(intro)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, WIDE, WIDE, WIDE)
        self.body.setSpacing(WIDE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * WIDE, WIDE, WIDE, WIDE)
        outer.addWidget(self.title)
        outer.addWidget(self.intro)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        outer.addWidget(area, 1)
        self.footer = QHBoxLayout()
        self.footer.addStretch(1)
        outer.addLayout(self.footer)
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
        return button

    def take_over(self) -> None:
        """Take over what is being typed, at once."""

    def arrive(self) -> None:
        """Refresh what is shown; called each time the person comes to this page."""
