"""What the parts of the gate work on: its pages, which records there are, and one call of the record at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from seen_online.record.keeper import Keeper
from seen_online.record.keychain import Keychain
from seen_online.record.shelf import OnShelf
from seen_online.trouble import Trouble
from seen_online.ui.background import Background
from seen_online.ui.gate.calls import Calls
from seen_online.ui.gate.page import GatePage
from seen_online.ui.gate.pages import Pages
from seen_online.ui.widgets.pause import SOON


class Stage(QObject):
    """`home` is the folder of all records, `record` the one that is being opened, `again` what *Try again* does.

    `opened` carries a Keeper; `lost` where somebody else dropped the call that was under way, `stopped` where the
    person does not want to wait for it.
    """

    opened = Signal(object)
    lost = Signal()
    stopped = Signal()

    def __init__(self, background: Background, keyring: Callable[[], Keychain | None], parent: QObject | None) -> None:
        super().__init__(parent)
        self.keyring = keyring
        self.home = Path()
        self.records: tuple[OnShelf, ...] = ()
        self.record: OnShelf | None = None
        self.again: Callable[[], None] = lambda: None
        self.pages = Pages()
        self.pages.waiting.stopped.connect(self._stop)
        self.pages.trouble.again.connect(lambda: self.again())
        self._may_stop = False  # whether one need not wait for what is under way
        self._calls = Calls(background, self)
        self._calls.ended.connect(self._go_on)
        self._calls.lost.connect(self.lost)
        self._patience = QTimer(self, singleShot=True, interval=SOON)
        self._patience.timeout.connect(self._show_waiting)

    @property
    def several(self) -> bool:
        """Tell whether a record has to be named, since there are others."""
        return len(self.records) > 1

    def show_page(self, page: GatePage) -> None:
        """Let this page stand."""
        self._patience.stop()
        self.pages.show_page(page)

    def show_blank(self) -> None:
        """Let nothing stand for the moment; what takes longer is said then."""
        self.pages.waiting.blank()
        self.show_page(self.pages.waiting)

    def run(
        self,
        task: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Trouble], None],
        says: str | None = None,
    ) -> None:
        """Call the record; the page is paused meanwhile. What takes long says so there, or on the page of waiting."""
        self._calls.run(task, done, failed)
        self._may_stop = self.record is not None
        self.pages.page.busy(says or "")
        if says is None:
            self._patience.start()

    def run_beside(
        self, task: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Trouble], None]
    ) -> None:
        """Call the record while the page is ready to be typed into."""
        self._calls.run(task, done, failed)

    def drop(self) -> None:
        """Wait no longer for the call that is under way."""
        self._calls.drop()

    def wait_no_longer(self) -> None:
        """Show no page of waiting any more."""
        self._patience.stop()

    def is_open(self, keeper: Keeper) -> None:
        """Hand over what was opened or made."""
        self.show_blank()
        self._may_stop = False
        self._patience.start()  # the window may still load what it holds
        self.opened.emit(keeper)

    def _go_on(self) -> None:
        self._patience.stop()
        self.pages.page.free()

    def _show_waiting(self) -> None:
        before = self.pages.page
        self.pages.waiting.begin(may_stop=self._may_stop)
        self.show_page(self.pages.waiting)
        before.free()

    def _stop(self) -> None:
        self._calls.drop()
        self.stopped.emit()
