"""One section of a note on the screen, as labels of plain text: nothing in it can be markup."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from seen_online.note.model import Block, Bullets, NoteSection, Paragraph, Quoted, Table
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.steps import Steps
from seen_online.ui.widgets.text import body, heading


class NoteSectionView(QWidget):
    """The words of a section, line by line; a row of a table says the name of each column before its cell.

    A part whose heading is `title`, which stands above it already, does not say it again.
    """

    def __init__(self, section: NoteSection, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        for block in section.blocks:
            self._add(block)
        for part in section.parts:
            if part.heading != title:
                self._column.addWidget(heading(part.heading))
            for block in part.blocks:
                self._add(block)

    def _add(self, block: Block) -> None:
        texts: list[str] = []
        match block:
            case Paragraph(text) | Quoted(text):
                texts = [text]
            case Bullets(items):
                self._column.addWidget(Steps(items, dots=True))
            case Table(header, rows):
                texts = [
                    "\n".join(f"{name}: {cell}" for name, cell in zip(header, row, strict=True) if cell) for row in rows
                ]
        for text in texts:
            self._column.addWidget(body(text))
