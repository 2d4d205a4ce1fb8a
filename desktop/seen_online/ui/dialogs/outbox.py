"""The outbox: every request that left this computer, to read, to filter and to take along."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seen_online.outbox import Purpose, Sent
from seen_online.ui.ask_where import ask_where
from seen_online.ui.background import Soon
from seen_online.ui.desk import Desk
from seen_online.ui.plain import tip
from seen_online.ui.theme import line_width
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.text import body
from seen_online.ui.widgets.tree import table

FIELDS = WHEN, TO, WHY, SENT, BACK = range(5)
NARROWEST = 14  # characters of a column
OFTEN = 250  # milliseconds between two looks at what left since


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
        columns = self._columns()
        self.table = table(self.tr("Requests"), columns, wide=range(len(columns)), wraps=True)
        self._narrow = False  # columns of three letters could not be read: then fewer of them say as much
        self._outbox = desk.outbox
        self._told = 0  # how many of its entries are in the table, or were left out by the filter
        self._open: list[tuple[Sent, QTreeWidgetItem]] = []  # rows whose answer was still awaited
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
        self._soon = Soon(self, OFTEN, self._go_on, first_at_once=True)
        desk.outbox_changed.connect(self._soon.please)
        desk.check_replaced.connect(self._soon.please)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put when and why below the receiver where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < line_width(self, NARROWEST) * len(FIELDS)
        if narrow != self._narrow:
            self._narrow = narrow
            self.table.setColumnHidden(WHEN, narrow)
            self.table.setColumnHidden(WHY, narrow)
            self.table.setHeaderLabels(self._columns(narrow=narrow))
            self.refresh()

    def _columns(self, *, narrow: bool = False) -> list[str]:
        """Return the names of the columns, short ones where there is little room."""
        sent, back = self.tr("What was sent"), self.tr("What came back")
        if narrow:
            sent, back = self.tr("Sent"), self.tr("Answer")
        return [self.tr("When"), self.tr("To"), self.tr("Why"), sent, back]

    def shown(self) -> list[Sent]:
        """Return the requests that the filter lets through."""
        return [sent for sent in self._desk.outbox.sent if self._fits(sent)]

    def _fits(self, sent: Sent) -> bool:
        text = f"{sent.url} {' '.join(self._texts(sent))}".casefold()
        return all(word in text for word in self.filter.text().casefold().split())

    def refresh(self) -> None:
        """Fill the table anew."""
        self._outbox, self._told, self._open = self._desk.outbox, 0, []
        self.table.clear()
        self._go_on()

    def _go_on(self) -> None:
        """Take into the table what left since, and what came back; whoever reads in it stays where they are."""
        if self._outbox is not self._desk.outbox:
            self.refresh()
            return
        all_sent = self._outbox.sent
        before, self._open = self._open, []
        if before:
            self.table.scheduleDelayedItemsLayout()  # before they change: see `WrappedRows`
        for sent, row in before:
            self._put(sent, row)
        rows = [(sent, QTreeWidgetItem()) for sent in all_sent[self._told :] if self._fits(sent)]
        for sent, row in rows:
            self._put(sent, row)
        self.table.addTopLevelItems([row for _, row in rows])
        self._told = len(all_sent)
        self.words.setText(self._summed_up(all_sent))
        self.save_button.setEnabled(bool(all_sent))

    def _put(self, sent: Sent, row: QTreeWidgetItem) -> None:
        texts = self._texts(sent)
        if self._narrow:
            texts[TO] = "\n".join((texts[TO], texts[WHEN], texts[WHY]))
        for column, text in enumerate(texts):
            row.setText(column, text)
        row.setToolTip(SENT, tip(sent.url))
        if self._awaited(sent):
            self._open.append((sent, row))

    def _awaited(self, sent: Sent) -> bool:
        return sent.status is None and not sent.trouble and not sent.seconds and self._desk.background.working

    def _texts(self, sent: Sent) -> list[str]:
        """Return what the columns say of a request."""
        why = {
            Purpose.SEARCH: self.tr("a search"),
            Purpose.CONTROL: self.tr("a test word"),
            Purpose.PAGE: self.tr("reading a page"),
            Purpose.TEST: self.tr("a test"),
        }[sent.purpose]
        if sent.beyond:
            why = self.tr("{why}, sent on to another site").format(why=why)
        elif sent.redirected_from:
            why = self.tr("{why}, sent on").format(why=why)
        return [_clock(sent.at), sent.receiver, why, sent.sent or self.tr("none of your words"), self._back(sent)]

    def _back(self, sent: Sent) -> str:
        if self._awaited(sent):
            return "…"
        took = self.tr("{seconds} s").format(seconds=f"{sent.seconds:.1f}")
        if sent.status is None:
            return self.tr("No answer, after {took}").format(took=took)
        size = self.tr("%n byte(s)", "", sent.bytes)
        said = self._answer(sent.status)
        return self.tr("{what_it_said}: {size}, after {took}").format(what_it_said=said, size=size, took=took)

    def _answer(self, status: int) -> str:
        """Return in words what an HTTP status means; those who know the number find it beside all but the usual one."""
        if status == 200:
            return self.tr("It answered")
        if status in (202, 418, 429):  # as engines and sites use them towards programs
            words = self.tr("It asked us to slow down ({number})")
        elif status < 300:
            words = self.tr("It answered ({number})")
        elif status < 400:
            words = self.tr("It sent us on ({number})")
        elif status in (401, 407):
            words = self.tr("It asked for a password ({number})")
        elif status in (404, 410):
            words = self.tr("It has no such page ({number})")
        elif status < 500:
            words = self.tr("It refused ({number})")
        else:
            words = self.tr("It had trouble of its own ({number})")
        return words.format(number=status)

    def _summed_up(self, all_sent: list[Sent]) -> str:
        if not all_sent:
            return self.tr("Nothing has left this computer in this check.")
        said = self.tr("%n request(s) in this check.", "", len(all_sent))
        if self._desk.practice:
            said += " " + self.tr("They stayed on this computer: this is practice.")
        answered = sum(1 for sent in all_sent if sent.status is not None)
        got = self.tr("%n of them got an answer.", "", answered)
        return f"{said} {got}"

    def _ask_where(self) -> None:
        kinds = self.tr("Table (*.csv);;For other programs (*.json)")
        if path := ask_where(self, self.tr("Save a copy"), "outbox.csv", kinds):
            self.save(path)

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
    """Return the time here, with the day where that is not today; the record itself is in UTC."""
    when = datetime.fromisoformat(at).astimezone()
    return f"{when:%H:%M:%S}" if when.date() == datetime.now().astimezone().date() else f"{when:%d/%m/%Y %H:%M:%S}"
