"""The page while a record opens. The gate shows it where that takes more than a moment, so that nothing flashes."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from seen_online.ui.gate.page import GatePage
from seen_online.ui.widgets.text import Words, body

LONG = 2_500  # milliseconds after which it is likely that the keyring asks


class Waiting(GatePage):
    """`stopped` where the person does not want to wait any longer."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Opening your record …"), parent=parent)
        self.hint = body(
            self.tr(
                "This computer's keyring may be asking for its password, in a window of its own. Look for that window,"
                " and type the password with which you log in to this computer."
            )
        )
        self.body.addWidget(self.hint)
        self.stop_button = self.add_secondary(self.tr("Stop waiting"))
        self.stop_button.clicked.connect(self.stopped)
        self._may_stop = True
        self._long = QTimer(self, singleShot=True, interval=LONG)
        self._long.timeout.connect(self._show_hint)
        self.end()
        self.blank()

    def blank(self) -> None:
        """Show nothing yet."""
        self._long.stop()
        self.free()
        for widget in (self.title, self.hint, self.stop_button):
            widget.hide()

    def begin(self, *, may_stop: bool) -> None:
        """Show what is awaited, and later why it may take so long."""
        self.blank()
        self._may_stop = may_stop
        self.title.show()
        self.pause.show_now()
        self._long.start()

    def _show_hint(self) -> None:
        if self._may_stop:
            self.hint.show()
            self.stop_button.setEnabled(True)
            self.stop_button.show()
            self.stop_button.setFocus()
            self.announce()

    def spoken(self) -> tuple[Words, ...]:
        """Return what is said as the page comes: where to look for the window that asks, too."""
        return (*super().spoken(), self.hint) if not self.hint.isHidden() else super().spoken()

    def busy(self, says: str = "") -> None:
        """Pause nothing: there is nothing but the way out."""
