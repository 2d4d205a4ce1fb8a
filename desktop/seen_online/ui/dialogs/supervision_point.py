"""One point of the talk on the screen: what the note says there, and questions that help to talk about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from seen_online.note.offered import Chapter
from seen_online.note.prompts import trainer_prompts
from seen_online.note.supervision import Point, Supervision, note_point
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.note_section import NoteSectionView
from seen_online.ui.widgets.steps import Steps
from seen_online.ui.widgets.text import heading, quiet, title


class PointView(QWidget):
    """`changed` when the two want its title in the note of their talk, or no longer."""

    changed = Signal()

    def __init__(self, point: Point, *, noted: bool, practice: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = point
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(title(point.title))
        if point.section.heading != point.title:
            column.addWidget(quiet(point.section.heading))
        column.addWidget(NoteSectionView(point.section, point.title))
        column.addWidget(self._card(self.tr("To talk about"), point.prompts))
        if practice:
            chapter = Chapter(point.id.partition("-")[0])
            column.addWidget(self._card(self.tr("For the trainer"), trainer_prompts(chapter)))
        self.noted = QCheckBox(self.tr("Put its title into the note of our talk"))
        self.noted.setChecked(noted)
        self.noted.toggled.connect(self.changed)
        column.addWidget(self.noted)

    def _card(self, name: str, lines: tuple[str, ...]) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.addWidget(heading(name))
        column.addWidget(Steps(lines, dots=True))
        return card

    def in_talk(self, talk: Supervision) -> Supervision:
        """Return the talk with this point's title noted, or not."""
        return note_point(talk, self._point.id, self.noted.isChecked())
