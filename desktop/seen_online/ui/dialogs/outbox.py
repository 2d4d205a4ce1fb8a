"""The outbox: every request that left this computer, to read, to filter and to take along."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seen_online.outbox import Sent
from seen_online.ui.desk import Desk
from seen_online.ui.plain import tip
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.text import body
from seen_online.ui.widgets.tree import table


class OutboxDialog(QDialog):
    """A table of requests that grows while the program works."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Outbox: what left this computer"))
        self._desk = desk
        self.words = body("")
        self.notice = Notice()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Show only what holds these words"))
        self.filter.setAccessibleName(self.tr("Show only what holds these words"))
        self.filter.textChanged.connect(self.refresh)
        columns = [self.tr("When"), self.tr("To"), self.tr("What was sent")]
        columns += [self.tr("Answer"), self.tr("Size"), self.tr("Took")]
        self.table = table(self.tr("Requests"), columns, wide=(2,))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save_button = buttons.addButton(self.tr("Save a copy …"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save_button.clicked.connect(self._ask_where)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(self.notice)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.resize(min(960, self.screen().availableSize().width() - 80), 520)
        desk.outbox_changed.connect(self.refresh)
        self.refresh()

    def shown(self) -> list[Sent]:
        """Return the requests that the filter lets through."""
        wanted = self.filter.text().casefold().split()
        return [
            sent
            for sent in self._desk.outbox.sent
            if all(word in f"{sent.url} {sent.sent} {sent.receiver}".casefold() for word in wanted)
        ]

    def refresh(self) -> None:
        """Fill the table anew."""
        all_sent, shown = self._desk.outbox.sent, self.shown()
        self.table.clear()
        for sent in shown:
            answer = str(sent.status) if sent.status is not None else self.tr("no answer")
            if sent.beyond:
                answer = self.tr("{answer}, sent on to another site").format(answer=answer)
            row = QTreeWidgetItem(
                [
                    _clock(sent.at),
                    sent.receiver,
                    sent.sent,
                    answer,
                    self.tr("%n byte(s)", "", sent.bytes),
                    f"{sent.seconds:.1f} s",
                ]
            )
            row.setToolTip(2, tip(sent.url))
            self.table.addTopLevelItem(row)
        if all_sent:
            answered = sum(1 for sent in all_sent if sent.status is not None)
            said = self.tr("%n request(s) in this check.", "", len(all_sent))
            if self._desk.practice:
                said += " " + self.tr("They stayed on this computer: this is practice.")
            got = self.tr("%n of them got an answer.", "", answered)
            self.words.setText(f"{said} {got}")
        else:
            self.words.setText(self.tr("Nothing has left this computer in this check."))
        self.save_button.setEnabled(bool(all_sent))

    def _ask_where(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save a copy"), str(Path.home() / "outbox.csv"), self.tr("Table (*.csv);;JSON (*.json)")
        )
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write what is shown to `path`, as CSV or JSON by its suffix."""
        from seen_online.outbox.takeaway import as_csv, as_json

        make = as_json if path.suffix.lower() == ".json" else as_csv
        try:
            path.write_text(make(self.shown()), encoding="utf-8")
        except OSError as error:
            self.notice.show_text(
                self.tr("We could not write there ({why}). Choose another folder.").format(why=error.strerror),
                "problem",
            )
        else:
            self.notice.show_text(self.tr("Saved in {path}").format(path=path), "good")


def _clock(at: str) -> str:
    """Return the time of day here; the record itself is in UTC."""
    return f"{datetime.fromisoformat(at).astimezone():%H:%M:%S}"
