"""Changing what opens the record: another passphrase, or the keyring instead, and back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from seen_online.record.header import Locked
from seen_online.record.store import Record
from seen_online.record.troubles import KeyringMissing, PassphraseNeeded, TooSoon, WeakPassphrase, WrongPassphrase
from seen_online.trouble import Trouble
from seen_online.ui.background import Background
from seen_online.ui.dialogs.record_form import RecordForm
from seen_online.ui.record_work import Keyring, has_keyring
from seen_online.ui.widgets.lock_choice import Lock, LockChoice
from seen_online.ui.widgets.passphrase import Countdown, PassphraseLine
from seen_online.words import say

_HEIGHT = 640  # pixels


def opened_by(locked: Locked, *, clean: bool) -> str:
    """Return what is said once a record opens in another way; `clean` where nothing is left that the old way opens."""
    if locked is Locked.KEYRING:
        said = say("Done. This computer's keyring opens your record from now on.")
    else:
        said = say("Done. Your new passphrase opens your record from now on.")
    return said if clean else f"{said} {say('An old copy could not be removed. The old way still opens that one.')}"


class RecordLockDialog(RecordForm):
    """`accepted` once the new lock holds; `clean` tells whether nothing is left that the old one opens.

    Where there is a passphrase, it is asked for and really tried first.
    """

    def __init__(self, background: Background, record: Record, keyring: Keyring, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.setWindowTitle(self.tr("How do you want to open your record?"))
        self.intro.setText(
            self.tr(
                "It is sealed again, and the old way does not open it any more. "
                "Copies that this program made before by itself are removed."
            )
        )
        self.do_it.setText(self.tr("Change it"))
        self._record = record
        self._keyring = keyring
        self._was = record.header.locked
        self.clean = True
        self.present = PassphraseLine(self.tr("Your present passphrase"))
        self.countdown = Countdown()
        self.countdown.over.connect(lambda: self.present.tell(""))
        self.lock = LockChoice()
        self.present.submitted.connect(self.lock.setFocus)
        self.lock.submitted.connect(self.go)
        self.present.setVisible(self._was is Locked.PASSPHRASE)
        for widget in (self.present, self.countdown, self.lock):
            self.column.addWidget(widget)
        self.end(_HEIGHT)
        self.run(self.tr("Looking for this computer's keyring …"), lambda: has_keyring(keyring), self._offer)

    def _offer(self, keyring: bool) -> None:
        self.lock.offer(keyring=keyring)
        self.lock.typed.radio.setChecked(True)
        (self.present if self._was is Locked.PASSPHRASE else self.lock).setFocus()

    def go(self) -> None:
        """Try the present passphrase, then change the lock."""
        if self.countdown.running:
            self.present.setFocus()
            return
        present = self.present.text
        if self._was is Locked.PASSPHRASE and not present:
            self.failed(PassphraseNeeded())
            return
        lock = self.lock.chosen()
        if lock is None:
            return
        self.present.wipe()
        record, keyring, was = self._record, self._keyring, self._was

        def task() -> bool:
            return change(record, was, present, lock, keyring)

        to = Locked.PASSPHRASE if lock.passphrase else Locked.KEYRING
        self.run(self.tr("Sealing your record anew …"), task, self._changed, lambda clean: opened_by(to, clean=clean))

    def _changed(self, clean: bool) -> None:
        self.clean = clean
        self.accept()

    def failed(self, trouble: Trouble) -> None:
        """Say what is wrong, beside the place where it is."""
        if isinstance(trouble, (WrongPassphrase, TooSoon, PassphraseNeeded)):
            self.present.tell(trouble.what if isinstance(trouble, TooSoon) else str(trouble))
            self.present.setFocus()
            self.countdown.start(getattr(trouble, "wait", 0.0))
        elif isinstance(trouble, WeakPassphrase):
            self.lock.need_new(trouble)
        else:
            super().failed(trouble)


def change(record: Record, was: Locked, present: str, lock: Lock, keyring: Keyring) -> bool:
    """Change the lock, for a thread beside the window; tell whether nothing is left that the old one opens.

    Raises RecordTrouble; the old lock holds then.
    """
    from seen_online.record.change import prove, set_passphrase, use_keyring

    if was is Locked.PASSPHRASE:
        prove(record, present)
    if lock.passphrase:
        return set_passphrase(record, lock.passphrase, keychain=keyring() if was is Locked.KEYRING else None)
    keychain = keyring()
    if keychain is None:
        raise KeyringMissing
    return use_keyring(record, keychain)
