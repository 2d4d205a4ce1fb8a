"""Labels: title, heading, paragraph, aside. All plain text, all wrapped, none wider than a readable line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from seen_online.ui.theme import line_width


class Words(QLabel):
    """A paragraph of plain text that wraps and keeps to a readable width."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setObjectName(role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        font = self.font()
        if role == "title":
            font.setPointSizeF(font.pointSizeF() * 1.5)
            font.setBold(True)
        elif role == "heading":
            font.setPointSizeF(font.pointSizeF() * 1.1)
            font.setBold(True)
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


def body(text: str) -> Words:
    """Return a paragraph."""
    return Words(text)


def quiet(text: str) -> Words:
    """Return an aside in a quieter colour."""
    return Words(text, "quiet")
