"""The gate: which page helps now, and what happens when one of its buttons is pressed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from seen_online.record.forgetful import Forgetful
from seen_online.record.header import Locked
from seen_online.record.keeper import Keeper
from seen_online.record.keychain import Keychain, system_keychain
from seen_online.record.shelf import OnShelf
from seen_online.record.troubles import (
    BackupFile,
    CopyDamaged,
    Damaged,
    KeyringLocked,
    KeyringMissing,
    NotARecord,
    PassphraseNeeded,
    TooNew,
    TooSoon,
    Unreadable,
    WeakPassphrase,
    WrongPassphrase,
)
from seen_online.trouble import Trouble
from seen_online.ui import record_work as work
from seen_online.ui.background import Background
from seen_online.ui.dialogs.erase_question import erase_question
from seen_online.ui.gate.calls import Calls
from seen_online.ui.gate.causes import Way
from seen_online.ui.gate.page import GatePage
from seen_online.ui.gate.pages import Pages
from seen_online.ui.gate.who import record_name
from seen_online.ui.widgets.lock_choice import Lock
from seen_online.ui.widgets.pause import SOON
from seen_online.ui.widgets.take_over import Wanted

_OF_THE_PASSPHRASE = (WrongPassphrase, TooSoon, PassphraseNeeded)
_ON_THE_PAGE = (
    WeakPassphrase, KeyringLocked, KeyringMissing, NotARecord, CopyDamaged, TooNew, *_OF_THE_PASSPHRASE,
)  # fmt: skip


class Gate(QWidget):
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
        self._keychain = keychain
        self._home, self._only = Path(), ""
        self._records: tuple[OnShelf, ...] = ()
        self._record: OnShelf | None = None  # the one that is being opened
        self._backup: BackupFile | None = None
        self._may_stop = False  # whether one need not wait for what is under way
        self._again: Callable[[], None] = self._look
        self._before: Callable[[], None] = self._look  # the page with a sealed copy
        self.pages = Pages()
        self._calls = Calls(background, self)
        self._calls.ended.connect(self._go_on)
        self._calls.lost.connect(self._look)
        self._patience = QTimer(self, singleShot=True, interval=SOON)
        self._patience.timeout.connect(self._show_waiting)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.pages, 100)
        row.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        pages = self.pages
        pages.waiting.stopped.connect(self._stop_waiting)
        pages.first.keep.connect(self._choose_lock)
        pages.first.forget.connect(self._forget)
        pages.first.practise.connect(self.practise)
        pages.new.made.connect(self._make)
        pages.new.back.connect(self._show_first)
        pages.unlock.tried.connect(self._open)
        pages.unlock.forgotten.connect(lambda: self._show(pages.forgotten))
        pages.locked.open_wanted.connect(lambda: self._open(""))
        pages.forgotten.back.connect(self._ask_passphrase)
        pages.forgotten.erase.connect(self._ask_erase)
        pages.who.chosen.connect(self._go_to)
        pages.who.new_wanted.connect(self._show_first)
        pages.damaged.restore.connect(self._restore)
        pages.trouble.again.connect(lambda: self._again())
        pages.copy.wanted.connect(self._take_over)
        pages.copy.back.connect(lambda: self._before())
        for signal in (pages.first.copy_wanted, pages.forgotten.copy_wanted):
            signal.connect(self._choose_copy)
        for signal in (pages.first.others_wanted, pages.unlock.others_wanted, pages.locked.others_wanted):
            signal.connect(self._show_others)
        for page in (pages.damaged, pages.trouble):
            page.way.connect(self._go)

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
        self._home, self._only = home, only
        self.pages.waiting.blank()
        self._show(self.pages.waiting)
        self._look()

    def show_trouble(self, trouble: Trouble) -> None:
        """Show what kept the window from taking up the record that was just opened."""
        self._patience.stop()
        self._cant_open(trouble)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus where one types."""
        super().showEvent(event)
        self.pages.page.setFocus()

    def _show(self, page: GatePage) -> None:
        self._patience.stop()
        self.setFocusProxy(page)
        self.pages.show_page(page)

    def _run(
        self,
        task: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Trouble], None],
        says: str | None = None,
    ) -> None:
        """Call the record; the page is paused meanwhile. What takes long says so there, or on the page of waiting."""
        self._calls.run(task, done, failed)
        self._may_stop = self._record is not None
        self.pages.page.busy(says or "")
        if says is None:
            self._patience.start()

    def _go_on(self) -> None:
        self._patience.stop()
        self.pages.page.free()

    def _show_waiting(self) -> None:
        before = self.pages.page
        self.pages.waiting.begin(may_stop=self._may_stop)
        self._show(self.pages.waiting)
        before.free()

    def _stop_waiting(self) -> None:
        self._calls.drop()
        self._cant_open(KeyringLocked())

    # Which record?

    def _look(self) -> None:
        home, self._record, self._again = self._home, None, self._look
        self._run(lambda: work.look(home), self._looked, self._cant_open)

    def _looked(self, records: tuple[OnShelf, ...]) -> None:
        self._records = records
        before = next((record for record in records if record.id == self._only), None)
        if before is not None:
            self._go_to(before, by_itself=False)
        elif not records:
            self._show_first()
        elif len(records) == 1:
            self._go_to(records[0])
        else:
            self._show_others()

    def _show_others(self) -> None:
        self._calls.drop()
        self.pages.who.show_records(self._records)
        self._show(self.pages.who)

    def _show_first(self) -> None:
        self._calls.drop()
        self._record, self._again = None, self._show_first
        self.pages.first.show_others(bool(self._records))
        self._show(self.pages.first)

    # Opening one

    def _go_to(self, record: OnShelf, *, by_itself: bool = True) -> None:
        self._record = record
        self._again = lambda: self._go_to(record)
        if record.locked is Locked.PASSPHRASE:
            self._ask_passphrase()
        elif by_itself:
            self._open("")
        else:
            self._show(self.pages.locked)

    def _ask_passphrase(self) -> None:
        record, home = self._record, self._home
        if record is None:
            return
        self.pages.unlock.show_record(record_name(record) if len(self._records) > 1 else "")
        self._show(self.pages.unlock)
        # The page is ready meanwhile: the first letters that are typed must not be lost.
        self._calls.run(lambda: work.left_to_wait(home, record), self.pages.unlock.wait, self._cant_open)

    def _open(self, passphrase: str) -> None:
        record, home = self._record, self._home
        if record is not None:
            says = self.tr("Opening your record …") if passphrase else None
            self._run(
                lambda: work.open_record(home, record, passphrase, self._keychain), self._is_open, self._cant_open, says
            )

    def _is_open(self, keeper: Keeper) -> None:
        self.pages.waiting.blank()
        self._show(self.pages.waiting)
        self._may_stop = False
        self._patience.start()  # the window may still load what it holds
        self.opened.emit(keeper)

    def _cant_open(self, trouble: Trouble) -> None:
        record, pages = self._record, self.pages
        if isinstance(trouble, _OF_THE_PASSPHRASE) and record is not None:
            if pages.page is not pages.unlock:
                self._show(pages.unlock)
            pages.unlock.tell(trouble)
        elif isinstance(trouble, Damaged) and trouble.backup is not None and record is not None:
            self._backup = trouble.backup
            pages.damaged.show_copy(trouble.backup, passphrase=record.locked is Locked.PASSPHRASE)
            self._show(pages.damaged)
        else:
            pages.trouble.show_trouble(trouble)
            self._show(pages.trouble)

    def _restore(self, passphrase: str) -> None:
        home, record, backup = self._home, self._record, self._backup
        if record is not None and backup is not None:
            says = self.tr("Going back to the copy …")
            self._run(
                lambda: work.go_back(home, record, backup, passphrase, self._keychain),
                self._is_open,
                self._cant_restore,
                says,
            )

    def _cant_restore(self, trouble: Trouble) -> None:
        if isinstance(trouble, _OF_THE_PASSPHRASE):
            self.pages.damaged.tell(trouble)
        else:
            self._cant_open(trouble)

    # Making one, or none

    def _forget(self) -> None:
        self._calls.drop()
        self._is_open(Forgetful())

    def _choose_lock(self) -> None:
        def found(keyring: bool) -> None:
            number = max((record.number for record in self._records), default=0) + 1
            self.pages.new.offer(keyring=keyring, number=number)
            self._show(self.pages.new)

        self._find_keyring(found)

    def _choose_copy(self) -> None:
        page = self.pages.page
        if page is not self.pages.copy:
            self._before = lambda: self._show(page)

        def found(keyring: bool) -> None:
            self.pages.copy.offer(keyring=keyring, shared=bool(self._records))
            self._show(self.pages.copy)

        self._find_keyring(found)

    def _find_keyring(self, found: Callable[[bool], None]) -> None:
        says = self.tr("Looking for this computer's keyring …")
        self._run(lambda: work.has_keyring(self._keychain), found, self._cant_open, says)

    def _make(self, lock: Lock) -> None:
        home, self._again = self._home, self._choose_lock
        says = self.tr("Making your record …")
        self._run(lambda: work.make(home, lock, self._keychain), self._is_open, self._cant_make, says)

    def _take_over(self, wanted: Wanted) -> None:
        home, self._again = self._home, self._choose_copy
        says = self.tr("Opening the copy …")
        self._run(lambda: work.take_over(home, wanted, self._keychain), self._is_open, self._cant_make, says)

    def _cant_make(self, trouble: Trouble) -> None:
        page = self.pages.page
        if isinstance(trouble, _ON_THE_PAGE) or (page is self.pages.copy and isinstance(trouble, Unreadable)):
            page.tell(trouble)
        else:
            self._cant_open(trouble)

    # Other ways on

    def _go(self, way: Way) -> None:
        ways: dict[Way, Callable[[], object]] = {
            Way.AGAIN: self._again,
            Way.COPY: self._choose_copy,
            Way.NEW: self._choose_lock,
            Way.FORGET: self._forget,
            Way.OTHERS: self._show_others,
            Way.ERASE: self._ask_erase,
            Way.QUIT: self.quit_wanted.emit,
        }
        ways[way]()

    def _ask_erase(self) -> None:
        record = self._record
        if record is not None:
            name = record_name(record) if len(self._records) > 1 else ""
            question = erase_question(name, self)
            question.accepted.connect(lambda: self._erase(record))
            question.open()

    def _erase(self, record: OnShelf) -> None:
        home = self._home
        says = self.tr("Erasing …")
        self._run(lambda: work.give_up(home, record, self._keychain), self._erased, self._cant_open, says)

    def _erased(self, key_too: bool) -> None:
        said = self.tr("The record is erased.")
        if not key_too:
            said += " " + self.tr("A key may be left in this computer's keyring. No record opens with it.")
        for page in (self.pages.first, self.pages.who):
            page.say_next(said)
        self._only = ""
        self._look()
