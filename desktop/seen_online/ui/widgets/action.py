"""What the person means to do, and by when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from seen_online.review.judging import FIRST_OFFER
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.steady import DateField
from seen_online.ui.widgets.text import section


class ActionEdit(QWidget):
    """One line for the action, a tick for "do it by", and a date. `changed` on every change."""

    changed = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(label)
        self.dated = QCheckBox(self.tr("Do it by"))
        self.date = DateField()
        self.date.setDate(_first_offer())
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.date.setAccessibleName(self.tr("Do it by this date"))
        self.date.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.dated)
        row.addWidget(self.date)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(section(label))
        column.addWidget(self.edit)
        column.addLayout(row)
        self.edit.textEdited.connect(self.changed)
        self.dated.toggled.connect(self.date.setEnabled)
        self.dated.toggled.connect(self.changed)
        self.date.dateChanged.connect(self.changed)

    @property
    def what(self) -> str:
        """Return the action's words."""
        return " ".join(self.edit.text().split())

    @property
    def due(self) -> date | None:
        """Return the date, or None."""
        day = self.date.date()
        return date(day.year(), day.month(), day.day()) if self.dated.isChecked() else None

    def offer_day(self) -> None:
        """Take the date that is offered, since a plan without one is a wish; one click takes it out again."""
        with QSignalBlocker(self.dated), QSignalBlocker(self.date):
            self.dated.setChecked(True)
            self.date.setEnabled(True)
            self.date.setDate(_first_offer())

    def show_action(self, what: str, due: date | None, suggestion: str = "") -> None:
        """Show an action; `suggestion` stands greyed in an empty line."""
        if self.what != what:
            self.edit.setText(what)
        self.edit.setPlaceholderText(suggestion)
        with QSignalBlocker(self.dated), QSignalBlocker(self.date):
            self.dated.setChecked(due is not None)
            self.date.setEnabled(due is not None)
            self.date.setDate(QDate(due.year, due.month, due.day) if due else _first_offer())


def _first_offer() -> QDate:
    return QDate.currentDate().addDays(FIRST_OFFER.days)
