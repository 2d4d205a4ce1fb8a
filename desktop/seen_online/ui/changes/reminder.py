"""When to look again: chosen once, kept with the record, and taken along as a file for the person's own calendar."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from seen_online.review.over_time import due_sentence, reminder
from seen_online.ui.ask_where import ask_where
from seen_online.ui.desk import Desk
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.choices import Choices
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.text import Words, body, quiet

SETTING = "remind_months"
USUAL, NEVER = 6, 0  # months
MONTHS = (3, 6, 12)


def months_chosen(desk: Desk) -> int:
    """Return after how many months to look again, 0 for never; what is kept may be anything."""
    kept = desk.recall(SETTING, USUAL)
    return kept if kept in (*MONTHS, NEVER) else USUAL


def due_line(desk: Desk) -> str:
    """Return the line to show at the start where the next check is due, else ""."""
    months, check = months_chosen(desk), desk.check
    if desk.practice or months == NEVER or not any(ask.outcome.checked for ask in check.asks):
        return ""
    return due_sentence(check.started, desk.now().date(), months)


def write_reminder(started: datetime, months: int, made: datetime, path: Path) -> None:
    """Write the reminder as a calendar file; it says nothing about the person. Raises Trouble."""
    from seen_online.note.model import Note, NoteAction
    from seen_online.note.save import save

    remind = reminder(started, months)
    action = NoteAction(f"look-again-{remind.on.isoformat()}", remind.what, remind.on)
    save(Note(remind.what, (), (), made, actions=(action,)), path, replace=True)


class ReminderDialog(QDialog):
    """Three, six or twelve months, or not at all; then the file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Remind me to look again"))
        self._desk = desk
        self.choices = Choices(
            self.tr("When do you want to look again?"),
            [
                *((months, self.tr("In {n} months").format(n=months)) for months in MONTHS),
                (NEVER, self.tr("Don't remind me")),
            ],
        )
        self.choices.show_value(months_chosen(desk))
        self.choices.chosen.connect(self._chosen)
        self.day: Words = body("")
        self.notice = Notice()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.save_button = buttons.addButton(self.tr("Save for my calendar …"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save_button.setObjectName("primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._ask_where)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addWidget(body(self.tr("When do you want to look again?")))
        column.addWidget(self.choices)
        column.addWidget(self.day)
        column.addWidget(
            quiet(
                self.tr(
                    "Seen Online does nothing while it is closed. It says a line when you open it, and the file puts "
                    "the day into your own calendar. The file says nothing about you."
                )
            )
        )
        column.addWidget(self.notice)
        column.addStretch(1)
        column.addWidget(buttons)
        desk.check_replaced.connect(self.reject)
        self._show_day()

    @property
    def months(self) -> int:
        """Return the choice; none counts as never."""
        value = self.choices.value
        return value if isinstance(value, int) else NEVER

    def _chosen(self, _value: object) -> None:
        self.choices.show_value(self.months)
        self._desk.remember(SETTING, self.months)
        self._show_day()

    def _show_day(self) -> None:
        self.save_button.setEnabled(self.months != NEVER)
        if self.months == NEVER:
            self.day.setText(self.tr("No line will be shown."))
            return
        day = reminder(self._desk.check.started, self.months).on
        self.day.setText(self.tr("That is on {day}, counted from this check.").format(day=f"{day:%d/%m/%Y}"))

    def _ask_where(self) -> None:
        kinds = self.tr("Calendar (*.ics)")
        if path := ask_where(self, self.tr("Save the reminder"), "look-again.ics", kinds):
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the reminder to `path`; the dialog has asked about replacing already."""
        path = path if path.suffix.lower() == ".ics" else path.with_name(f"{path.name}.ics")
        started, months, made = self._desk.check.started, self.months, self._desk.now()
        self._desk.remember(SETTING, months)

        def task() -> Path:
            write_reminder(started, months, made, path)
            return path

        said = self.tr("The reminder is in {path}. Open it with your calendar.")
        self._desk.files.write(task, said, self.notice)
