"""Labels: title, heading, paragraph, aside. All plain text, all wrapped, none wider than a readable line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from seen_online.ui.theme import GAP, line_width

_SIZES = {"title": 1.5, "heading": 1.1}  # of the usual text


class Words(QLabel):
    """A paragraph of plain text that wraps and keeps to a readable width."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setObjectName(role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._size = _SIZES.get(role, 1.0)
        self._bold = role in _SIZES
        self.dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the size: a style sheet that is met only now puts back the font from before the text was enlarged."""
        super().showEvent(event)
        self.dress()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the size also where another style sheet takes the place of that one: in dark, or in larger text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.dress()

    def enlarge(self, factor: float) -> None:
        """Set the words larger than elsewhere in the window."""
        self._size *= factor
        self.dress()

    def dress(self) -> None:
        """Take the program's font at the size of this role; to be called again once that font has changed."""
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * self._size)
        font.setBold(self._bold)
        if font != self.font():
            self.setFont(font)
        self.setMaximumWidth(line_width(self))

    def heightForWidth(self, width: int) -> int:
        """Return the height at the width the text really gets: the layout may ask about a wider one."""
        return super().heightForWidth(min(width, self.maximumWidth()))


def title(text: str) -> Words:
    """Return the page's title."""
    return Words(text, "title")


def heading(text: str) -> Words:
    """Return a heading within a page."""
    return Words(text, "heading")


def section(text: str) -> Words:
    """Return a heading within a column of close lines, with air above it that says: here something new begins."""
    words = heading(text)
    words.setContentsMargins(0, GAP, 0, 0)
    return words


def body(text: str) -> Words:
    """Return a paragraph."""
    return Words(text)


def quiet(text: str) -> Words:
    """Return an aside in a quieter colour."""
    return Words(text, "quiet")
