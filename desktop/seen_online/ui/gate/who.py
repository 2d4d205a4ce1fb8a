"""Several records on one computer: a list of numbers that tells nothing of what is in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from seen_online.record.header import Locked
from seen_online.record.shelf import OnShelf
from seen_online.ui.gate.page import GatePage
from seen_online.ui.widgets.roomy import RoomyRows
from seen_online.words import say

_ROWS = 6  # that are seen without scrolling


def record_name(record: OnShelf) -> str:
    """Return what a record is called on the screen."""
    return say("Record {number}", number=record.number) if record.number else say("A record without its number")


class Who(GatePage):
    """`chosen` carries the record, an OnShelf; `new_wanted` where somebody has none yet."""

    chosen = Signal(object)
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Which record is yours?"),
            self.tr("Several people can use this computer. Each has a record of their own, and sees only that."),
            parent=parent,
        )
        self._records: list[OnShelf] = []
        self.list = QListWidget()
        self.list.setItemDelegate(RoomyRows(self.list))
        self.list.setAccessibleName(self.tr("The records on this computer"))
        self.list.itemActivated.connect(lambda _item: self._open())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.body.addWidget(self.list)
        self.add_primary(self.tr("Open this record")).clicked.connect(self._open)
        self.new_button = self.add_way(self.tr("I am new here"), self.tr("Do you have no record on this computer yet?"))
        self.new_button.clicked.connect(self.new_wanted)
        self.end()

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.list

    def show_records(self, records: Sequence[OnShelf]) -> None:
        """Show these records."""
        self._records = list(records)
        self.list.clear()
        for record in records:
            self.list.addItem(QListWidgetItem(f"{record_name(record)}: {self._how(record)}"))
        self.list.setCurrentRow(0)
        rows = min(_ROWS, max(2, len(records)))
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth() if records else 0)

    def _how(self, record: OnShelf) -> str:
        if record.locked is Locked.PASSPHRASE:
            return self.tr("opens with a passphrase")
        if record.locked is Locked.KEYRING:
            return self.tr("opens with this computer's keyring")
        return self.tr("can't be opened as it is")

    def _open(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._records) and not self.pause.running:
            self.chosen.emit(self._records[row])
