"""The page for a damaged record of which there is a good copy: the copy's date, and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QTime, Signal
from PySide6.QtWidgets import QWidget

from seen_online.record.troubles import BackupFile, PassphraseNeeded, TooSoon, WrongPassphrase
from seen_online.trouble import Trouble
from seen_online.ui.gate.causes import Way
from seen_online.ui.gate.ways import WaysPage
from seen_online.ui.widgets.passphrase import Countdown, PassphraseLine
from seen_online.ui.widgets.text import body


class DamagedPage(WaysPage):
    """`restore` carries what was typed, "" where the keyring opens the record."""

    restore = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The file of your record is damaged"), parent=parent)
        self.after = body("")
        self.line = PassphraseLine(self.tr("Your passphrase"))
        self.line.submitted.connect(self._restore)
        self.countdown = Countdown()
        self.countdown.over.connect(self._may_try)
        for widget in (self.after, self.line, self.countdown):
            self.body.addWidget(widget)
        self.restore_button = self.add_primary(self.tr("Go back to this copy"))
        self.restore_button.clicked.connect(self._restore)
        self.end()
        self.offer((Way.AGAIN, Way.COPY, Way.NEW, Way.OTHERS, Way.FORGET, Way.QUIT))

    def start(self) -> QWidget:
        """Return where one starts: the passphrase, where one opens the copy."""
        return self.restore_button if self.line.isHidden() else self.line

    def show_copy(self, backup: BackupFile, *, passphrase: bool) -> None:
        """Offer this copy; `passphrase` where one opens it."""
        self.wipe()
        self.countdown.stop()
        made, locale = backup.made.astimezone(), QLocale()
        day = locale.toString(QDate(made.year, made.month, made.day), QLocale.FormatType.LongFormat)
        time = locale.toString(QTime(made.hour, made.minute), QLocale.FormatType.ShortFormat)
        self.intro.setText(
            self.tr("There is a good copy from {day}, {time}. You can go on from there.").format(day=day, time=time)
        )
        self.after.setText(
            self.tr("What you changed after that is not in it. The damaged file stays where it is, under another name.")
        )
        self._ask(passphrase)

    def tell(self, trouble: Trouble) -> None:
        """Say what keeps the copy shut."""
        if isinstance(trouble, (WrongPassphrase, PassphraseNeeded, TooSoon)):
            first = self.line.isHidden()
            self._ask(True)
            self.line.tell("" if first else trouble.what if isinstance(trouble, TooSoon) else str(trouble))
            seconds = getattr(trouble, "wait", 0.0)
            self.restore_button.setEnabled(seconds <= 0)
            self.countdown.start(seconds)
            self.line.setFocus()
        else:
            super().tell(trouble)

    def _ask(self, passphrase: bool) -> None:
        self.line.setVisible(passphrase)
        self.restore_button.setEnabled(True)

    def _restore(self) -> None:
        if not self.countdown.running and not self.pause.running:
            self.restore.emit(self.line.take())

    def _may_try(self) -> None:
        self.restore_button.setEnabled(True)
        self.line.tell("")
