"""The page for a forgotten passphrase: nobody can open the record without it, and nothing here pretends otherwise."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from seen_online.record.troubles import PassphraseForgotten
from seen_online.ui.gate.page import GatePage
from seen_online.ui.widgets.text import body, quiet


class Forgotten(GatePage):
    """`back` goes on trying; `erase` and `copy_wanted` give the record up."""

    back = Signal()
    erase = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        trouble = PassphraseForgotten()
        super().__init__(self.tr("You forgot your passphrase?"), trouble.what, parent=parent)
        self.body.addWidget(body(trouble.mend))
        self.body.addWidget(
            quiet(
                self.tr(
                    "Before you give up: is Caps Lock on? Is the keyboard set to another language? Did you write it"
                    " down? Use Show to see what you type."
                )
            )
        )
        self.add_primary(self.tr("Go on trying")).clicked.connect(self.back)
        self.copy_button = self.add_way(
            self.tr("Open a sealed copy …"), self.tr("Did you save a copy with another passphrase?")
        )
        self.copy_button.clicked.connect(self.copy_wanted)
        self.erase_button = self.add_way(
            self.tr("Erase it and start anew …"), self.tr("Then everything in this record is gone for ever.")
        )
        self.erase_button.clicked.connect(self.erase)
        self.end()
