"""Steps of the journey in a real window, as a person takes them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from seen_online.practice.person import practice_person
from seen_online.practice.server import PracticeWeb
from seen_online.record.store import Record
from seen_online.review.selfcheck import SelfCheck
from seen_online.ui.dialogs.consent import ConsentDialog
from seen_online.ui.window import MainWindow

PATIENCE = 30_000  # milliseconds
LEFT = Qt.MouseButton.LeftButton


def begin_in(record: Record, window: MainWindow, web: PracticeWeb) -> None:
    """Lay a first check of the made-up person on the desk that is kept, and no practice."""
    record.begin(SelfCheck(person=practice_person()))
    window.desk.take_keeper(record)
    window.desk.take_settings([web.engine_name], web.network)


def search(window: MainWindow, qtbot: QtBot) -> None:
    """Send every search that is ticked, and wait for the answers."""
    window.go_to(2)
    qtbot.waitUntil(window.search.send_button.isEnabled, timeout=PATIENCE)
    qtbot.mouseClick(window.search.send_button, LEFT)
    qtbot.waitUntil(lambda: any(ask.detail for ask in window.desk.check.asks), timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.search._job is None, timeout=PATIENCE)
    settled(window, qtbot)


def read(window: MainWindow, qtbot: QtBot) -> None:
    """Read every page that is worth it."""
    window.go_to(3)
    qtbot.mouseClick(window.results.main_button, LEFT)
    dialog = window.results.findChild(ConsentDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.agree_button, LEFT)
    qtbot.waitUntil(lambda: window.results._job is None, timeout=PATIENCE)
    settled(window, qtbot)


def settled(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until all that came was searched for details and compared."""
    qtbot.waitUntil(lambda: not window.desk.finding.busy, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.following.at_work, timeout=PATIENCE)
