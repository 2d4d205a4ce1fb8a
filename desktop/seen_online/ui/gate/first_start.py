"""The first choice: keep it on this computer, sealed, or forget it when the window closes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from seen_online.ui.gate.page import GatePage
from seen_online.ui.widgets.option import Option
from seen_online.ui.widgets.text import heading, quiet


class FirstStart(GatePage):
    """`keep` and `forget` are the two answers; the other signals are other ways to go on."""

    keep = Signal()
    forget = Signal()
    practise = Signal()
    copy_wanted = Signal()
    others_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Welcome to Seen Online"),
            self.tr("See what strangers, service users and employers can find out about you online, and make a plan."),
            parent=parent,
        )
        self.body.addWidget(heading(self.tr("What happens to your check when you close this?")))
        self.kept = Option(
            self.tr("Keep it on this computer, sealed"),
            self.tr(
                "You go on where you stopped, and next time you see what has changed. It is written in a secret form:"
                " without the key nobody can read it."
            ),
        )
        self.forgotten = Option(
            self.tr("Forget it when I close"),
            self.tr(
                "Nothing at all is written on this computer. Once you close the window, all of it is gone. Save your"
                " note first if you want to have it."
            ),
        )
        group = QButtonGroup(self)
        for option in (self.kept, self.forgotten):
            group.addButton(option.radio)
            self.body.addWidget(option)
        self.kept.radio.setChecked(True)
        self.body.addWidget(
            quiet(
                self.tr(
                    "You can change your mind later. Do other people use this computer? Then keep it with a "
                    "passphrase, or let it be forgotten."
                )
            )
        )
        self.add_primary(self.tr("Go on")).clicked.connect(self._go_on)
        self.back_button = self.add_secondary(self.tr("Go back"))
        self.back_button.clicked.connect(self.others_wanted)
        self.practise_button = self.add_way(
            self.tr("Practise first"), self.tr("Try it all with a made-up person. Nothing leaves this computer.")
        )
        self.practise_button.clicked.connect(self.practise)
        self.copy_button = self.add_way(
            self.tr("Open a sealed copy …"), self.tr("Do you have a sealed copy from another computer?")
        )
        self.copy_button.clicked.connect(self.copy_wanted)
        self.end()

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.kept

    def show_others(self, others: bool) -> None:
        """Show the way back to the records of others where there are any."""
        self.back_button.setVisible(others)

    def _go_on(self) -> None:
        (self.keep if self.kept.radio.isChecked() else self.forget).emit()
