"""Which search services are on offer: read about them, try them out, add a SearXNG service, take one away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from seen_online.trouble import Trouble
from seen_online.ui.theme import LIST
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.roomy import RoomyRows
from seen_online.ui.widgets.text import heading, quiet

if TYPE_CHECKING:
    from seen_online.search.model import EngineCard

SEARXNG = "searxng="


class EngineSettings(QWidget):
    """The list of services with a tick for those on offer. `trial_wanted` carries the name of the one to try out."""

    trial_wanted = Signal(str)

    def __init__(self, offered: list[str], notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = notice
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Search services"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(RoomyRows(self.list))
        self.list.setMinimumHeight(LIST)
        self.list.currentItemChanged.connect(self._show_buttons)
        self.try_button = self._button(self.tr("Try it out …"), lambda: self.trial_wanted.emit(self.current))
        self.remove_button = self._button(self.tr("Take it away"), self._remove)
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Address of a SearXNG service"))
        self.address.setPlaceholderText(self.tr("such as https://search.example.org"))
        self.add_button = self._button(self.tr("Add"), self.add)
        self.add_button.setAccessibleName(self.tr("Add this SearXNG service"))
        self._lay_out()
        self._fill(offered)

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self.try_button)
        below.addWidget(self.remove_button)
        below.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(self.address, 1)
        line.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.addWidget(quiet(self.tr("Tick those that you want to choose from. DuckDuckGo alone is used at first.")))
        column.addWidget(self.list, 1)
        column.addLayout(below)
        column.addWidget(heading(self.tr("A SearXNG service of your own or your employer's")))
        column.addLayout(line)

    def _fill(self, offered: list[str]) -> None:
        from seen_online.search.catalogue import engine, engine_cards

        for card in engine_cards():
            self._show(card, on=card.name in offered)
        for name in offered:
            if name.startswith(SEARXNG):
                self._show(engine(name).card(), on=True)
        self.list.setCurrentRow(0)

    def _show(self, card: EngineCard, *, on: bool) -> None:
        who = ", ".join(part for part in (card.run_by, card.country) if part)
        lines = [card.label, self.tr("Run by: {who}").format(who=who) if who else "", card.learns]
        row = QListWidgetItem("\n".join(line for line in lines if line))
        row.setData(Qt.ItemDataRole.UserRole, card.name)
        flags = row.flags() | Qt.ItemFlag.ItemIsUserCheckable
        if card.gone:  # what can't be asked any more is shown, and can't be ticked
            flags &= ~Qt.ItemFlag.ItemIsEnabled
            on = False
        row.setFlags(flags)
        row.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.addItem(row)

    @property
    def current(self) -> str:
        """Return the name of the service that is chosen in the list, or ""."""
        row = self.list.currentItem()
        return row.data(Qt.ItemDataRole.UserRole) if row is not None else ""

    def offered(self) -> list[str]:
        """Return the names of the ticked services, in the list's order."""
        rows = [self.list.item(index) for index in range(self.list.count())]
        return [r.data(Qt.ItemDataRole.UserRole) for r in rows if r.checkState() is Qt.CheckState.Checked]

    def add(self) -> None:
        """Add the SearXNG service that was typed, or say what is wrong with its address."""
        from seen_online.search.catalogue import engine

        try:
            card = engine(SEARXNG + self.address.text().strip()).card()
        except Trouble as trouble:
            self._notice.tell(trouble)
            return
        names = [self.list.item(index).data(Qt.ItemDataRole.UserRole) for index in range(self.list.count())]
        if card.name not in names:
            self._show(card, on=True)
        self.list.setCurrentRow(self.list.count() - 1 if card.name not in names else names.index(card.name))
        self.address.clear()

    def _remove(self) -> None:
        if self.current.startswith(SEARXNG):
            self.list.takeItem(self.list.currentRow())

    def _show_buttons(self, *_: object) -> None:
        self.remove_button.setEnabled(self.current.startswith(SEARXNG))
        self.try_button.setEnabled(bool(self.current))
