"""Choosing a passphrase: what makes a good one, and two lines for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from seen_online.record.passphrase import check_new
from seen_online.record.troubles import WeakPassphrase
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.leading import Leading
from seen_online.ui.widgets.passphrase import PassphraseLine
from seen_online.ui.widgets.text import quiet


class NewPassphrase(Leading):
    """Two lines that must agree. `submitted` when Enter is pressed in the second."""

    submitted = Signal()

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = label or self.tr("Your new passphrase")
        self.first = PassphraseLine(label)
        self.second = PassphraseLine(self.tr("The same once more"))
        self.first.submitted.connect(self.second.setFocus)
        self.second.submitted.connect(self.submitted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for sentence in (
            self.tr("Use three or four words that have nothing to do with each other. No names, no dates, no songs."),
            self.tr("Write it on paper if that helps, and keep the paper where you keep your money."),
        ):
            column.addWidget(quiet(sentence))
        column.addWidget(self.first)
        column.addWidget(self.second)

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.first

    def chosen(self) -> str:
        """Return the passphrase where it will do, else "": then it is said beside the line what is wrong."""
        self.first.tell("")
        self.second.tell("")
        try:
            check_new(self.first.text)
        except WeakPassphrase as trouble:
            self.tell(trouble)
            return ""
        if self.first.text != self.second.text:
            self.second.wipe()
            self.second.tell(self.tr("The two are not the same. Type it once more."))
            self.second.setFocus()
            return ""
        return self.first.text

    def tell(self, trouble: WeakPassphrase) -> None:
        """Say beside the first line why the passphrase won't do."""
        self.first.tell(str(trouble))
        self.first.setFocus()

    def wipe(self) -> None:
        """Empty both lines."""
        for line in (self.first, self.second):
            line.wipe()
            line.tell("")
