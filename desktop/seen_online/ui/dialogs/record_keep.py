"""A change of mind: keeping, from now on, what was to be forgotten."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from seen_online.record import shelf
from seen_online.record.giving_up import Stop, never
from seen_online.record.keeper import Keeper
from seen_online.record.move import copy_into
from seen_online.record.store import Record
from seen_online.record.troubles import GivenUp, KeyringLocked, KeyringMissing, WeakPassphrase
from seen_online.review.selfcheck import SelfCheck
from seen_online.trouble import Trouble
from seen_online.ui import record_work as work
from seen_online.ui.background import Background, Tell
from seen_online.ui.dialogs.record_form import RecordForm
from seen_online.ui.record_work import Keyring
from seen_online.ui.widgets.lock_choice import Lock, LockChoice
from seen_online.ui.widgets.text import body

_HEIGHT = 620  # pixels


class RecordKeepDialog(RecordForm):
    """`kept` carries the new Record, which holds the settings and all checks. *Cancel* ends the copying, too."""

    kept = Signal(object)

    def __init__(
        self,
        background: Background,
        home: Path,
        keeper: Keeper,
        on_desk: Sequence[SelfCheck],
        keyring: Keyring,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, parent)
        self.setWindowTitle(self.tr("Keep it on this computer, sealed"))
        self.intro.setText(self.tr("Your record is sealed, so it needs a key. You can change this later."))
        self.do_it.setText(self.tr("Keep my record"))
        self._home, self._keeper, self._on_desk, self._keyring = home, keeper, on_desk, keyring
        self.number = body("")
        self.number.hide()
        self.lock = LockChoice()
        self.lock.submitted.connect(self.go)
        self.column.addWidget(self.number)
        self.column.addWidget(self.lock)
        self.end(_HEIGHT)

        def look() -> tuple[int, bool]:
            return shelf.next_number(home), work.has_keyring(keyring)

        self.run(self.tr("Looking for this computer's keyring …"), look, self._offer)

    def _offer(self, found: tuple[int, bool]) -> None:
        number, keyring = found
        said = self.tr("There is a record on this computer already. This one will be record {number}. Remember that.")
        self.number.setText(said.format(number=number))
        self.number.setVisible(number > 1)
        self.lock.offer(keyring=keyring, shared=number > 1)
        self.lock.setFocus()

    def go(self) -> None:
        """Make the record."""
        lock = self.lock.chosen()
        if lock is None:
            return
        home, keeper, on_desk, keyring = self._home, self._keeper, self._on_desk, self._keyring

        def task(stop: threading.Event, tell: Tell) -> Record | None:
            return keep(home, keeper, on_desk, lock, keyring, stop.is_set, lambda done, of: tell((done, of)))

        self.run_on(self.tr("Making your record …"), task, self._made)

    def _made(self, record: Record | None) -> None:
        if record is None:  # the person thought better of it
            self.reject()
            return
        self.accept()
        self.kept.emit(record)

    def failed(self, trouble: Trouble) -> None:
        """Say what is wrong, beside the place where it is."""
        if isinstance(trouble, WeakPassphrase):
            self.lock.need_new(trouble)
            return
        super().failed(trouble)
        if isinstance(trouble, (KeyringLocked, KeyringMissing)):
            self.lock.setFocus()


def keep(
    home: Path,
    keeper: Keeper,
    on_desk: Sequence[SelfCheck],
    lock: Lock,
    keyring: Keyring,
    stop: Stop = never,
    tell: Callable[[int, int], object] = lambda done, of: None,
) -> Record | None:
    """Make a record with what a keeper holds, for a thread beside the window; see `copy_into`.

    Returns None where it was given up. Raises RecordTrouble. No record is left then.
    """
    record = work.make(home, lock, keyring)
    try:
        copy_into(keeper, record, on_desk, stop=stop, tell=tell)
    except BaseException as error:
        from seen_online.record.erase import erase

        record_id = record.header.id
        record.close()
        erase(home, record_id, keychain=None if lock.passphrase else keyring())
        if isinstance(error, GivenUp):
            return None
        raise
    return record
