"""Which search services are on offer: read about them, try them out, add a SearXNG service, take one away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from seen_online.outbox.keys import Keys, origin
from seen_online.search.model import EngineCard
from seen_online.trouble import Trouble
from seen_online.ui.theme import LIST
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.roomy import RoomyRows
from seen_online.ui.widgets.text import body, heading, quiet

SEARXNG = "searxng="
ROWS = 13  # lines of the list, at the least: two services in large type
SAID = Qt.ItemDataRole.UserRole + 1  # what a row says whether it gets a key or not


class EngineSettings(QWidget):
    """The list of services with a tick for those on offer. `trial_wanted` carries the name of the one to try out."""

    trial_wanted = Signal(str)

    def __init__(self, offered: list[str], keys: Keys, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = keys.copy()
        self.keys_changed = False
        self._notice = notice
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Search services"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(RoomyRows(self.list))
        self.list.setMinimumHeight(max(LIST, ROWS * self.list.fontMetrics().lineSpacing()))
        self.list.currentItemChanged.connect(self._show_buttons)
        self.try_button = self._button(self.tr("Try it out …"), lambda: self.trial_wanted.emit(self.current))
        self.remove_button = self._button(self.tr("Take it away"), self._remove)
        self.address = _Line()
        self.address.setAccessibleName(self.tr("Address of a SearXNG service"))
        self.address.setPlaceholderText(self.tr("such as https://search.example.org"))
        self.key = _Line()
        self.key.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setAccessibleName(self.tr("Key of this service"))
        self.key.setPlaceholderText(self.tr("most need none"))
        for line in (self.address, self.key):
            line.returnPressed.connect(self.add)
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
        lines = QGridLayout()
        for row, (text, line) in enumerate(((self.tr("&Address"), self.address), (self.tr("&Key"), self.key))):
            label = body(text)
            label.setBuddy(line)
            lines.addWidget(label, row, 0)
            lines.addWidget(line, row, 1)
        said = self.tr("Type a key as you were given it. Is it a name and a password? Then type name:password.")
        lines.addWidget(quiet(said), 2, 1)
        self.key.setAccessibleDescription(said)
        lines.addWidget(self.add_button, 1, 2)
        lines.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.addWidget(quiet(self.tr("Tick those that you want to choose from. DuckDuckGo alone is used at first.")))
        column.addWidget(self.list, 1)
        column.addLayout(below)
        column.addWidget(heading(self.tr("A SearXNG service of your own or your employer's")))
        column.addLayout(lines)

    def _fill(self, offered: list[str]) -> None:
        from seen_online.search.catalogue import engine, engine_cards

        for card in engine_cards():
            self._show(card, on=card.name in offered)
        for name in offered:
            if name in self._names():
                continue
            try:
                self._show(engine(name).card(), on=True)
            except Trouble as trouble:  # kept by an earlier version, and asked no more
                why = f"{trouble.what} {self.tr('Choose another one from this list.')}"
                self._show(EngineCard(name, name, (), learns=why, gone=True), on=False)
        self._tell_of_keys()
        self.list.setCurrentRow(0)

    def _show(self, card: EngineCard, *, on: bool) -> None:
        row = QListWidgetItem("\n".join((card.label, *card.told)))
        row.setData(Qt.ItemDataRole.UserRole, card.name)
        row.setData(SAID, row.text())
        flags = row.flags() | Qt.ItemFlag.ItemIsUserCheckable
        if card.gone:  # what can't be asked any more is shown, and can't be ticked
            flags &= ~Qt.ItemFlag.ItemIsEnabled
            on = False
        row.setFlags(flags)
        row.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.addItem(row)

    def _tell_of_keys(self) -> None:
        """Say beside each service whether it gets a key; one key is for all services at the same address."""
        for index, name in enumerate(self._names()):
            row = self.list.item(index)
            keyed = service_of(name) in self.keys
            more = f"\n{self.tr('It gets the key that you gave for it, and nobody else does.')}" if keyed else ""
            row.setText(row.data(SAID) + more)

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
        """Add the SearXNG service that was typed, with its key, or say what is wrong with them."""
        from seen_online.search.catalogue import engine

        key = self.key.text().strip()
        try:
            card = engine(SEARXNG + self.address.text().strip()).card()
            if key:
                self.keys.put(service_of(card.name), key)
                self.keys_changed = True
        except Trouble as trouble:
            self._notice.tell(trouble)
            return
        names = self._names()
        if card.name in names:
            self.list.setCurrentRow(names.index(card.name))
        else:
            self._show(card, on=True)
            self.list.setCurrentRow(self.list.count() - 1)
        self._tell_of_keys()
        self._notice.show_text("")
        self.address.clear()
        self.key.setText("")  # other than `clear`, it leaves nothing for undo to bring back

    def _remove(self) -> None:
        if self.current.startswith(SEARXNG):
            service = service_of(self.current)
            self.list.takeItem(self.list.currentRow())
            others = {origin(service_of(name)) for name in self._names()}
            if service in self.keys and origin(service) not in others:
                self.keys.put(service, "")
                self.keys_changed = True

    def _names(self) -> list[str]:
        return [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]

    def _show_buttons(self, *_: object) -> None:
        self.remove_button.setEnabled(self.current.startswith(SEARXNG))
        self.try_button.setEnabled(bool(self.current))


class _Line(QLineEdit):
    """A line in which Enter adds what was typed; it does not press the window's main button as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


def service_of(name: str) -> str:
    """Return the address of the service of this name, "" where it has none that a key could be for."""
    return name.removeprefix(SEARXNG) if name.startswith(SEARXNG) else ""
