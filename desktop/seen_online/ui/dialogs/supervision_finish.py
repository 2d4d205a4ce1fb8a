"""The end of the talk: the guidance, the next review, and the note of the talk as it will be written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from seen_online.note.model import Note
from seen_online.note.supervision import Supervision, has_understood, review_on
from seen_online.note.text import write_text
from seen_online.ui.theme import GAP, LIST
from seen_online.ui.widgets.agree import Day
from seen_online.ui.widgets.text import body, heading

HALF_A_YEAR = 182  # days: the next review that is offered first


class Finish(QWidget):
    """`changed` when a tick or a date changes."""

    changed = Signal()

    def __init__(self, make_note: Callable[[Supervision], Note], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_note = make_note
        today = QDate.currentDate()
        self.understood = Day(self.tr("I have read and understood the guidance, on"), 0)
        self.understood.edit.setMaximumDate(today)
        self.review = Day(self.tr("We look at this again on"), HALF_A_YEAR)
        self.review.edit.setMinimumDate(today)
        self.preview = QPlainTextEdit(readOnly=True)
        self.preview.setAccessibleName(self.tr("The note of our talk, exactly as it will be written"))
        self.preview.setTabChangesFocus(True)
        self.preview.setMinimumHeight(LIST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(heading(self.tr("The guidance and the next review")))
        for each in (self.understood, self.review):
            column.addWidget(each)
            each.changed.connect(self.changed)
        column.addWidget(heading(self.tr("The note of our talk")))
        column.addWidget(
            body(
                self.tr(
                    "It is a file of its own, beside the note of the check. This program gives it to nobody: you save "
                    "it, and you decide who may read it."
                )
            )
        )
        column.addWidget(self.preview)

    def begin(self, talk: Supervision) -> None:
        """Show the guidance and the next review as they stand in a talk that goes on."""
        for each, day in ((self.understood, talk.understood), (self.review, talk.next_review)):
            each.blockSignals(True)
            each.show_day(day)
            each.blockSignals(False)

    def in_talk(self, talk: Supervision) -> Supervision:
        """Return the talk with the guidance and the next review as they stand here. Raises Trouble for a past day."""
        return review_on(has_understood(talk, self.understood.day), self.review.day, date.today())

    def show_note(self, talk: Supervision) -> Note:
        """Show the note as it would be written now, and return it."""
        note = self._make_note(talk)
        self.preview.setPlainText(write_text(note).decode())
        return note
