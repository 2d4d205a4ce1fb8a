"""Making a record at the gate, new or out of a sealed copy, or keeping none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from seen_online.record.forgetful import Forgetful
from seen_online.record.troubles import (
    CopyDamaged,
    KeyringLocked,
    KeyringMissing,
    NotARecord,
    TooNew,
    Unreadable,
    WeakPassphrase,
)
from seen_online.trouble import Trouble
from seen_online.ui import record_work as work
from seen_online.ui.gate.opening import OF_THE_PASSPHRASE
from seen_online.ui.gate.stage import Stage
from seen_online.ui.widgets.lock_choice import Lock
from seen_online.ui.widgets.take_over import Wanted

_ON_THE_PAGE = (
    WeakPassphrase, KeyringLocked, KeyringMissing, NotARecord, CopyDamaged, TooNew, *OF_THE_PASSPHRASE,
)  # fmt: skip


class Making(QObject):
    """The pages from the first choice until there is a record. What they can't say goes to `cant_open`."""

    def __init__(self, stage: Stage, cant_open: Callable[[Trouble], None]) -> None:
        super().__init__(stage)
        self._stage = stage
        self._cant_open = cant_open
        self._before: Callable[[], None] = lambda: None  # back from the page with a sealed copy
        pages = stage.pages
        pages.first.keep.connect(self.choose_lock)
        pages.first.forget.connect(self.forget)
        pages.new.made.connect(self._make)
        pages.copy.wanted.connect(self._take_over)
        pages.copy.back.connect(lambda: self._before())
        for signal in (pages.first.copy_wanted, pages.forgotten.copy_wanted):
            signal.connect(self.choose_copy)

    def forget(self) -> None:
        """Keep nothing."""
        self._stage.drop()
        self._stage.is_open(Forgetful())

    def choose_lock(self) -> None:
        """Ask what shall open the new record."""
        stage = self._stage

        def found(keyring: bool) -> None:
            number = max((record.number for record in stage.records), default=0) + 1
            stage.pages.new.offer(keyring=keyring, number=number)
            stage.show_page(stage.pages.new)

        self._find_keyring(found)

    def choose_copy(self) -> None:
        """Ask for a sealed copy."""
        stage = self._stage
        page, copy = stage.pages.page, stage.pages.copy
        if page is not copy:
            self._before = lambda: stage.show_page(page)

        def found(keyring: bool) -> None:
            copy.offer(keyring=keyring, shared=bool(stage.records))
            stage.show_page(copy)

        self._find_keyring(found)

    def _find_keyring(self, found: Callable[[bool], None]) -> None:
        stage = self._stage
        says = self.tr("Looking for this computer's keyring …")
        stage.run(lambda: work.has_keyring(stage.keyring), found, self._cant_open, says)

    def _make(self, lock: Lock) -> None:
        stage, home = self._stage, self._stage.home
        stage.again = self.choose_lock
        says = self.tr("Making your record …")
        stage.run(lambda: work.make(home, lock, stage.keyring), stage.is_open, self._cant_make, says)

    def _take_over(self, wanted: Wanted) -> None:
        stage, home = self._stage, self._stage.home
        stage.again = self.choose_copy
        says = self.tr("Opening the copy …")
        stage.run(lambda: work.take_over(home, wanted, stage.keyring), stage.is_open, self._cant_make, says)

    def _cant_make(self, trouble: Trouble) -> None:
        pages = self._stage.pages
        if isinstance(trouble, _ON_THE_PAGE) or (pages.page is pages.copy and isinstance(trouble, Unreadable)):
            pages.page.tell(trouble)
        else:
            self._cant_open(trouble)
