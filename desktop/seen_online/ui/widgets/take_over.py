"""Which sealed copy to open, with which passphrase, and what shall open the record that is made of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from seen_online.record.export import SUFFIX
from seen_online.record.troubles import NotARecord, PassphraseNeeded, WeakPassphrase, WrongPassphrase
from seen_online.trouble import Trouble
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.announce import announce
from seen_online.ui.widgets.leading import Leading
from seen_online.ui.widgets.lock_choice import Lock, LockChoice
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.passphrase import PassphraseLine
from seen_online.ui.widgets.text import Words, body, heading


class Wanted(NamedTuple):
    """A copy, what opens it, and what shall open the new record."""

    copy: Path
    passphrase: str
    lock: Lock

    @property
    def new_passphrase(self) -> str:
        """Return what shall open the new record, "" for the keyring."""
        return self.passphrase if self.lock.same else self.lock.passphrase


class TakeOverForm(Leading):
    """`submitted` when Enter is pressed in the last line."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy: Path | None = None
        self.choose_button = small_button(self.tr("Choose the copy …"))
        self.choose_button.clicked.connect(self._ask_which)
        self.chosen_copy = body("")
        self.problem = Words("", "problem")
        self.passphrase = PassphraseLine(self.tr("The passphrase of the copy"))
        self.lock = LockChoice(with_same=True)
        self.passphrase.submitted.connect(self.submitted)
        self.lock.submitted.connect(self.submitted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.choose_button)
        column.addWidget(self.chosen_copy)
        column.addWidget(self.problem)
        column.addWidget(self.passphrase)
        column.addSpacing(GAP)
        column.addWidget(heading(self.tr("How do you want to open it from now on?")))
        column.addWidget(self.lock)
        self.use(None)

    def use(self, copy: Path | None) -> None:
        """Take this file as the copy."""
        self.copy = copy
        self._say_of_copy(str(copy) if copy is not None else self.tr("No copy is chosen yet."))

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.choose_button if self.copy is None else self.passphrase

    def _say_of_copy(self, said: str, *, wrong: bool = False) -> None:
        """Say which copy is chosen, or in red and aloud what is wrong with it."""
        self.chosen_copy.setVisible(not wrong)
        self.problem.setVisible(wrong)
        (self.problem if wrong else self.chosen_copy).setText(f"✕ {said}" if wrong else said)
        self.choose_button.setAccessibleDescription(said)
        if wrong:
            announce(self.problem, said)
            self.choose_button.setFocus()

    def offer(self, *, keyring: bool, shared: bool) -> None:
        """Offer the keyring where there is one; `shared` where somebody else has a record here."""
        self.lock.offer(keyring=keyring, shared=shared)

    def wanted(self) -> Wanted | None:
        """Return what is wanted, None where something is missing: then it is said beside its place."""
        if self.copy is None:
            self._say_of_copy(self.tr("Choose the file of the copy first. Its name ends in .sealed."), wrong=True)
            return None
        if not self.passphrase.text:
            self.tell(PassphraseNeeded())
            return None
        lock = self.lock.chosen()
        return Wanted(self.copy, self.passphrase.text, lock) if lock is not None else None

    def tell(self, trouble: Trouble) -> bool:
        """Say what is wrong beside its place; tell whether it has one here."""
        if isinstance(trouble, WeakPassphrase):
            self.lock.need_new(trouble)
        elif isinstance(trouble, WrongPassphrase):
            self.passphrase.wipe()
            self.passphrase.tell(self.tr("This passphrase does not open the copy. Capital letters count."))
            self.passphrase.setFocus()
        elif isinstance(trouble, PassphraseNeeded):
            self.passphrase.tell(str(trouble))
            self.passphrase.setFocus()
        elif isinstance(trouble, NotARecord):
            self._say_of_copy(f"{trouble.what} {trouble.mend}", wrong=True)
        else:
            return False
        return True

    def wipe(self) -> None:
        """Forget what was chosen and typed."""
        self.passphrase.wipe()
        self.passphrase.tell("")
        self.lock.wipe()
        self.use(None)

    def _ask_which(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())
        kinds = self.tr("Sealed copies (*{suffix});;All files (*)").format(suffix=SUFFIX)
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the copy"), folder, kinds)
        if path:
            self.use(Path(path))
            self.passphrase.setFocus()
