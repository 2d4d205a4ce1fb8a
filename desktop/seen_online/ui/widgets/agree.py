"""What two people agree on: who does what by when, written down as they talk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from seen_online.note.supervision import Agreed
from seen_online.note.when import long_date
from seen_online.ui.theme import FILL, GAP
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.large import enlarge
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.steady import DateField
from seen_online.ui.widgets.text import body, heading

MONTH = 28  # days: the date that is offered first


class Day(QWidget):
    """A tick and a date that holds only while it is ticked. `changed` on every change."""

    changed = Signal()

    def __init__(self, label: str, days: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = QCheckBox(label)
        today = QDate.currentDate()
        self.edit = DateField()  # no calendar that pops up: it would catch the key to hide all
        self.edit.setDate(today.addDays(days))
        self.edit.setDisplayFormat("dd/MM/yyyy")
        self.edit.setAccessibleName(self.tr("Date: {label}").format(label=label))
        self.edit.setEnabled(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = Flow(self, GAP)
        row.addWidget(self.tick)
        row.addWidget(self.edit)
        self.tick.toggled.connect(self.edit.setEnabled)
        self.tick.toggled.connect(self.changed)
        self.edit.dateChanged.connect(self.changed)

    @property
    def day(self) -> date | None:
        """Return the date, or None where it is not ticked."""
        shown = self.edit.date()
        return date(shown.year(), shown.month(), shown.day()) if self.tick.isChecked() else None

    def show_day(self, day: date | None) -> None:
        """Show this date, ticked; None unticks and leaves the date."""
        self.tick.setChecked(day is not None)
        if day is not None:
            self.edit.setDate(QDate(day.year, day.month, day.day))


class AgreePanel(QFrame):
    """A line to write on and the list of what is agreed so far."""

    added = Signal(str, str, object)  # what, who, date or None
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.what = QLineEdit()
        self.what.setAccessibleName(self.tr("What will be done"))
        self.what.setPlaceholderText(self.tr("What will be done"))
        self.who = QLineEdit()
        self.who.setAccessibleName(self.tr("Who does it"))
        self.who.setPlaceholderText(self.tr("Who does it"))
        self.by = Day(self.tr("Do it by"), MONTH)
        self.add_button = small_button(self.tr("We agree on this"))
        self.add_button.clicked.connect(self._add)
        for line in (self.what, self.who):
            line.returnPressed.connect(self._add)
        self.remove_buttons: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        below = Flow(gap=GAP)
        for widget in (self.who, self.by, self.add_button):
            below.addWidget(widget)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addWidget(heading(self.tr("What we agree on")))
        column.addLayout(self._list)
        column.addWidget(self.what)
        column.addLayout(below)

    @property
    def unfinished(self) -> bool:
        """Tell whether something is written that was not agreed on yet."""
        return bool(self.what.text().strip())

    def _add(self) -> None:
        self.added.emit(self.what.text(), self.who.text(), self.by.day)

    def clear(self) -> None:
        """Empty the line for the next action; who does it often stays the same."""
        self.what.clear()
        self.what.setFocus()

    def show_agreed(self, agreed: Sequence[Agreed]) -> None:
        """Show what is agreed so far, each with a button to take it back."""
        while (old := self._list.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        self.remove_buttons = []
        for number, each in enumerate(agreed):
            parts = [each.what, each.who, self.tr("by {day}").format(day=long_date(each.due)) if each.due else ""]
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(body("✓  " + ", ".join(part for part in parts if part)), FILL)
            remove = small_button(self.tr("Take back"))
            remove.setAccessibleName(self.tr("Take back: {what}").format(what=each.what))
            remove.clicked.connect(lambda _=False, n=number: self.removed.emit(n))
            row.addWidget(remove)
            row.addStretch(1)
            self.remove_buttons.append(remove)
            enlarge(line)
            self._list.addWidget(line)
