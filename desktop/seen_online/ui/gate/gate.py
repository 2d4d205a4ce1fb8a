"""The gate: which of the records on this computer it is about, and the ways from page to page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from seen_online.record.keychain import Keychain, system_keychain
from seen_online.record.shelf import OnShelf
from seen_online.trouble import Trouble
from seen_online.ui import record_work as work
from seen_online.ui.background import Background
from seen_online.ui.dialogs.erase_question import erase_question
from seen_online.ui.gate.causes import Way
from seen_online.ui.gate.making import Making
from seen_online.ui.gate.opening import Opening
from seen_online.ui.gate.stage import Stage
from seen_online.ui.gate.who import record_name
from seen_online.ui.widgets.leading import Leading


class Gate(Leading):
    """Stands in the window until a record is open, and again while it is locked. Nothing of a record is on it.

    `opened` carries a Keeper, a Record or a Forgetful; `practise` and `quit_wanted` are for the window.
    """

    opened = Signal(object)
    practise = Signal()
    quit_wanted = Signal()

    def __init__(
        self,
        background: Background,
        keychain: Callable[[], Keychain | None] = system_keychain,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._only = ""
        self._stage = Stage(background, keychain, self)
        self._stage.again = self._look
        self.pages = self._stage.pages
        self._opening = Opening(self._stage)
        self._making = Making(self._stage, self._opening.cant_open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.pages, 100)
        row.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        stage, pages = self._stage, self.pages
        stage.opened.connect(self.opened)
        stage.lost.connect(self._look)
        pages.first.practise.connect(self.practise)
        pages.new.back.connect(self.show_first)
        pages.forgotten.erase.connect(self._ask_erase)
        pages.who.chosen.connect(self._opening.go_to)
        pages.who.new_wanted.connect(self.show_first)
        for signal in (pages.first.others_wanted, pages.unlock.others_wanted, pages.locked.others_wanted):
            signal.connect(self.show_others)
        for page in (pages.damaged, pages.trouble):
            page.way.connect(self._go)

    def start(self) -> QWidget:
        """Return the page that stands."""
        return self.pages.page

    @property
    def primary(self) -> QPushButton | None:
        """Return the one main button of the page that stands now."""
        return self.pages.page.primary

    def show_home(self, home: Path, only: str = "") -> None:
        """Start, or start again after a lock: show the page that leads to a record in this folder.

        Args:
            home: the folder of all records.
            only: the id of the record that was open. It is asked for first, and never opens by itself.
        """
        self._stage.home, self._only = home, only
        self._stage.show_blank()
        self._look()

    def show_trouble(self, trouble: Trouble) -> None:
        """Show what kept the window from taking up the record that was just opened."""
        self._stage.wait_no_longer()
        self._opening.cant_open(trouble)

    def say(self, text: str, state: str) -> None:
        """Say this where the record that was open is asked for again; nothing of what it holds."""
        for page in (self.pages.unlock, self.pages.locked):
            page.say_next(text, state)
        if self.pages.page in (self.pages.unlock, self.pages.locked):
            self.pages.page.arrive()

    def put_away(self) -> None:
        """Show nothing more: the window shows the record now. What came late would take the focus away from it."""
        self._stage.wait_no_longer()

    def show_others(self) -> None:
        """Show all records there are."""
        self._stage.drop()
        self.pages.who.show_records(self._stage.records)
        self._stage.show_page(self.pages.who)

    def show_first(self) -> None:
        """Show the first choice, for who has no record yet."""
        stage = self._stage
        stage.drop()
        stage.record, stage.again = None, self.show_first
        self.pages.first.show_others(bool(stage.records))
        stage.show_page(self.pages.first)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus where one types."""
        super().showEvent(event)
        self.pages.page.setFocus()

    def _look(self) -> None:
        stage, home = self._stage, self._stage.home
        stage.record, stage.again = None, self._look
        stage.run(lambda: work.look(home), self._looked, self._opening.cant_open)

    def _looked(self, records: tuple[OnShelf, ...]) -> None:
        self._stage.records = records
        before = next((record for record in records if record.id == self._only), None)
        if before is not None:
            self._opening.go_to(before, by_itself=False)
        elif not records:
            self.show_first()
        elif len(records) == 1:
            self._opening.go_to(records[0])
        else:
            self.show_others()

    def _go(self, way: Way) -> None:
        ways: dict[Way, Callable[[], object]] = {
            Way.AGAIN: self._stage.again,
            Way.COPY: self._making.choose_copy,
            Way.NEW: self._making.choose_lock,
            Way.FORGET: self._making.forget,
            Way.OTHERS: self.show_others,
            Way.ERASE: self._ask_erase,
            Way.QUIT: self.quit_wanted.emit,
        }
        ways[way]()

    def _ask_erase(self) -> None:
        record = self._stage.record
        if record is not None:
            question = erase_question(record_name(record) if self._stage.several else "", self)
            question.accepted.connect(lambda: self._erase(record))
            question.open()

    def _erase(self, record: OnShelf) -> None:
        stage, home = self._stage, self._stage.home
        says = self.tr("Erasing …")
        stage.run(lambda: work.give_up(home, record, stage.keyring), self._erased, self._opening.cant_open, says)

    def _erased(self, key_too: bool) -> None:
        said = self.tr("The record is erased.")
        if not key_too:
            said += " " + self.tr("A key may be left in this computer's keyring. No record opens with it.")
        for page in (self.pages.first, self.pages.who):
            page.say_next(said)
        self._only = ""
        self._look()
