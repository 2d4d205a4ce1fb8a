"""Practice: a made-up person on the desk and a made-up web on loopback, while the person's own check waits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from seen_online.practice.server import PracticeWeb
from seen_online.trouble import Trouble
from seen_online.ui.desk import Desk, Work


class Practising(QObject):
    """Begins and ends practice. `failed` with the trouble where it could not begin."""

    began = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._web: PracticeWeb | None = None
        self._own: Work | None = None
        desk.check_replaced.connect(self._move_on)

    @property
    def own_waits(self) -> bool:
        """Tell whether practice hides a check of the person's own that nothing keeps."""
        return self._own is not None and self._own.check.begun and not self._desk.keeper.keeps

    def start(self) -> None:
        """Lay the made-up person on the desk; what the person typed must have been taken over before."""
        from seen_online.practice.person import practice_person

        desk = self._desk
        web = PracticeWeb()
        try:
            web.start()
            desk.save()
        except Trouble as trouble:
            web.stop()
            self.failed.emit(trouble)
            return
        if not desk.practice:
            self._own = desk.work()  # waits untouched until practice is over
        self._stop_web()
        self._web = web
        desk.begin(practice_person(), [web.engine_name], web.network, practice=True)
        desk.open_address = web.open_address
        self.began.emit()

    def end(self) -> None:
        """Clear the desk of practice and take up the person's own check where they left it."""
        self._stop_web()
        if self._own is not None:
            own, self._own = self._own, None
            self._desk.take_up(own, practice=False)
        self._desk.open_address = str
        self.ended.emit()

    def close(self) -> None:
        """Take the made-up web down, since the program ends."""
        self._stop_web()

    def _move_on(self) -> None:
        """For a second check some months have passed in the made-up web as well."""
        if self._web is not None and self._desk.practice and self._desk.earlier is not None:
            self._web.move_on()

    def _stop_web(self) -> None:
        if self._web is not None:
            self._web.stop()
            self._web = None
