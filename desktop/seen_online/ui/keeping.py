"""The record while the window is open: opened, saved, locked, let go; and one window at a time."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from seen_online.record import lock, shelf
from seen_online.record.keeper import Keeper
from seen_online.record.lock import Held
from seen_online.record.store import Record
from seen_online.record.troubles import DiskFull, InUse, ReadOnly, RecordTrouble, Unreadable
from seen_online.trouble import Trouble
from seen_online.ui.background import Background, Tell
from seen_online.ui.desk import Desk
from seen_online.ui.gate.gate import Gate
from seen_online.ui.idle import Idle
from seen_online.ui.kept import Kept, load
from seen_online.ui.saving import Saving
from seen_online.ui.screen_lock import ScreenLock

FRONT = 500  # milliseconds between two looks whether a second start asked for this window
LOCK_AFTER = 10  # minutes of idleness, until the person chooses otherwise


class Keeping(QObject):
    """What happens to the record. The window shows the gate from `shut_away` until `opened`."""

    opened = Signal()
    shut_away = Signal()
    leaving = Signal()  # the desk is about to be cleared: take over what is being typed, close what stands open
    wanted = Signal()  # a second start asks for this window
    trouble = Signal(object)
    saved = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._background = Background(self)
        self.home: Path | None = None
        self.is_open = True  # without a home there is nothing to open
        self._held: Held | None = None
        self._record_id = ""
        self._screen: ScreenLock | None = None
        self.gate = Gate(self._background)
        self.gate.opened.connect(self._take)
        desk.files.told_outside.connect(self.gate.say)
        self._saving = Saving(desk, self)
        self._saving.trouble.connect(self.trouble)
        self._saving.saved.connect(self.saved)
        self._idle = Idle(desk.background, self)
        self._idle.left_alone.connect(self.lock)
        self._front = QTimer(self, interval=FRONT)
        self._front.timeout.connect(self._look_for_second_start)
        desk.given_up.connect(desk.files.forget)
        desk.given_up.connect(self._let_go)  # an open file can't be erased everywhere

    @property
    def locks(self) -> bool:
        """Tell whether there is a record that can be locked."""
        return self._desk.keeper.keeps

    def stand_before(self, home: Path) -> None:
        """Take note of where the records lie; nothing is opened before `open_home`, or the end of practice."""
        self.home, self.is_open = home, False

    def come_back(self) -> None:
        """Show what records there are once practice is over; of one that is in use meanwhile, the gate says so."""
        if self.home is not None:
            try:
                self.open_home(self.home)
            except InUse:
                self._shut()
                self.gate.show_home(self.home)

    def open_home(self, home: Path) -> None:
        """Show what records there are in this folder, and open one.

        Raises:
            InUse: another window has them; it was asked to come forward.
        """
        self.home = home
        with contextlib.suppress(Unreadable):  # the gate says so
            if shelf.records(home):  # else nothing is written until the person has chosen to keep anything
                self._hold(home)
        self._shut()
        self.gate.show_home(home)

    def lock(self) -> None:
        """Save, close the record, and show nothing of it until it is opened again.

        At once, whatever is under way: a search keeps what came, and the rest counts as not asked.
        """
        if not self.locks or self.home is None:
            return
        try:
            with self._desk.keeper.hurry():  # also what is kept while all is closed waits for no copy
                self.leaving.emit()
                self._desk.leave_keeper()
        except RecordTrouble as trouble:
            self.trouble.emit(trouble)  # what is not saved must not be lost: it stays open
            return
        self._idle.stop()
        self._shut()
        self.gate.show_home(self.home, only=self._record_id)

    def erased(self) -> None:
        """Begin anew once the record was erased."""
        self._let_go()
        self._idle.stop()
        self._shut()
        if self.home is not None:
            self.gate.show_home(self.home)

    def change_keeper(self, keeper: Keeper) -> None:
        """Keep what lies on the desk in another way from now on; where that fails, all stays as it was.

        All that lies there was copied into the keeper beside the window; what changed meanwhile is saved next.
        """
        try:
            if keeper.keeps and self._held is None and self.home is not None:
                self._hold(self.home)
        except InUse as trouble:
            keeper.close()
            self.trouble.emit(trouble)
            return
        self._desk.keep_in(keeper)
        self._saving.save_soon()
        if not keeper.keeps:
            self._let_go()
        self._attend(keeper)
        self.opened.emit()

    def open_other(self, record_id: str) -> None:
        """Lock this record and open another one."""
        self.lock()
        if self.home is not None and not self.locks:
            self.gate.show_home(self.home, only=record_id)

    def close(self) -> None:
        """Save, and let go of everything, since the window closes. Raises RecordTrouble; nothing is let go then."""
        with self._desk.keeper.hurry():
            self._desk.save()
            self._saving.close()
            self._background.close()
            self._idle.stop()
            self._desk.keeper.close()
        self._let_go()

    def _take(self, keeper: Keeper) -> None:
        """Take up the record that the gate opened; its content is loaded beside the window."""
        if not keeper.keeps:
            self._take_up(keeper, None)
            return

        def task(_stop: object, _tell: Tell) -> Kept:
            return load(keeper)

        def failed(trouble: Trouble) -> None:
            keeper.close()
            self.gate.show_trouble(trouble)

        self._background.run(task, lambda kept: self._take_up(keeper, kept), failed=failed)

    def _take_up(self, keeper: Keeper, kept: Kept | None) -> None:
        try:
            if keeper.keeps and self._held is None and self.home is not None:
                self._hold(self.home)
        except InUse as trouble:
            keeper.close()
            self.gate.show_trouble(trouble)
            return
        self._desk.take_keeper(keeper, kept)
        self._attend(keeper)
        self.is_open = True
        self.opened.emit()
        self._desk.files.tell_late()

    def _attend(self, keeper: Keeper) -> None:
        """Watch over the record from now on: idleness, the screen's lock, a sealed copy now and then."""
        if not isinstance(keeper, Record):
            self._record_id = ""
            self._idle.stop()
            return
        self._record_id = keeper.header.id
        if self._screen is None:
            self._screen = ScreenLock(self)
            self._screen.locked.connect(self.lock)  # never waits: who unlocks the screen may be somebody else
        self.lock_after()
        self._saving.copy_soon()

    def lock_after(self) -> None:
        """Take up after how many minutes of idleness the person wants it locked."""
        minutes = self._desk.recall("lock_after", LOCK_AFTER)
        self._idle.start(minutes if isinstance(minutes, (int, float)) else LOCK_AFTER)

    def _shut(self) -> None:
        self.is_open = False
        self.shut_away.emit()

    def _hold(self, home: Path) -> None:
        with contextlib.suppress(ReadOnly, DiskFull, Unreadable):  # the gate says so when it opens the record
            self._held = lock.hold(home)
            self._front.start()

    def _let_go(self) -> None:
        self._front.stop()
        if self._held is not None:
            self._held.let_go()
            self._held = None

    def _look_for_second_start(self) -> None:
        if self._held is not None and self._held.asked_to_front():
            self.wanted.emit()
