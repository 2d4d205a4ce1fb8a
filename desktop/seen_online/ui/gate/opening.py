"""Opening a record at the gate: what opens it, what keeps it shut, and the way back to a good copy."""

from __future__ import annotations

from PySide6.QtCore import QObject

from seen_online.record.header import Locked
from seen_online.record.shelf import OnShelf
from seen_online.record.troubles import (
    BackupFile,
    Damaged,
    KeyringLocked,
    PassphraseNeeded,
    TooSoon,
    WrongPassphrase,
)
from seen_online.trouble import Trouble
from seen_online.ui import record_work as work
from seen_online.ui.gate.stage import Stage
from seen_online.ui.gate.who import record_name

OF_THE_PASSPHRASE = (WrongPassphrase, TooSoon, PassphraseNeeded)


class Opening(QObject):
    """The pages from the choice of a record until it is open."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._backup: BackupFile | None = None
        pages = stage.pages
        pages.unlock.tried.connect(self.open)
        pages.unlock.forgotten.connect(lambda: stage.show_page(pages.forgotten))
        pages.forgotten.back.connect(self.ask_passphrase)
        pages.locked.open_wanted.connect(lambda: self.open(""))
        pages.damaged.restore.connect(self._restore)
        stage.stopped.connect(lambda: self.cant_open(KeyringLocked()))

    def go_to(self, record: OnShelf, *, by_itself: bool = True) -> None:
        """Lead to a record: with the keyring it opens `by_itself`, or waits for a press."""
        stage = self._stage
        stage.record = record
        stage.again = lambda: self.go_to(record)
        if record.locked is Locked.PASSPHRASE:
            self.ask_passphrase()
        elif by_itself:
            self.open("")
        else:
            stage.show_page(stage.pages.locked)

    def ask_passphrase(self) -> None:
        """Ask for the passphrase, once the wait after wrong tries is over."""
        stage, record = self._stage, self._stage.record
        if record is None:
            return
        home, page = stage.home, stage.pages.unlock
        page.show_record(record_name(record) if stage.several else "")
        stage.show_page(page)
        # The page is ready meanwhile: the first letters that are typed must not be lost.
        stage.run_beside(lambda: work.left_to_wait(home, record), page.wait, self.cant_open)

    def open(self, passphrase: str) -> None:
        """Try to open the record; without a passphrase the keyring opens it."""
        stage, record = self._stage, self._stage.record
        if record is not None:
            home = stage.home
            says = self.tr("Opening your record …") if passphrase else None
            stage.run(
                lambda: work.open_record(home, record, passphrase, stage.keyring), stage.is_open, self.cant_open, says
            )

    def cant_open(self, trouble: Trouble) -> None:
        """Show the page that helps: beside the line, the way back to a copy, or what happened and other ways on."""
        stage, pages = self._stage, self._stage.pages
        record = stage.record
        if isinstance(trouble, OF_THE_PASSPHRASE) and record is not None:
            if pages.page is not pages.unlock:
                stage.show_page(pages.unlock)
            pages.unlock.tell(trouble)
        elif isinstance(trouble, Damaged) and trouble.backup is not None and record is not None:
            self._backup = trouble.backup
            pages.damaged.show_copy(trouble.backup, passphrase=record.locked is Locked.PASSPHRASE)
            stage.show_page(pages.damaged)
        else:
            pages.trouble.show_trouble(trouble)
            stage.show_page(pages.trouble)

    def _restore(self, passphrase: str) -> None:
        stage, backup = self._stage, self._backup
        home, record = stage.home, stage.record
        if record is not None and backup is not None:
            stage.run(
                lambda: work.go_back(home, record, backup, passphrase, stage.keyring),
                stage.is_open,
                self._cant_restore,
                self.tr("Going back to the copy …"),
            )

    def _cant_restore(self, trouble: Trouble) -> None:
        if isinstance(trouble, OF_THE_PASSPHRASE):
            self._stage.pages.damaged.tell(trouble)
        else:
            self.cant_open(trouble)
