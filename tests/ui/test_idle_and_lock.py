"""What happens when nobody sits at the computer: idleness, the screen's lock, the clipboard, and faults told in few words."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from seen_online.trouble import Trouble
from seen_online.ui import clipboard, idle, mishap
from seen_online.ui.background import Background
from support.screen import screen
from support.secret_service import DAEMON

SECRET = "Wobblington 07700 900987"


@pytest.fixture
def work() -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds on the clock of idleness: it moves when a test says so, however slow the computer is."""
    seconds = [0.0]
    monkeypatch.setattr(idle, "now", lambda: seconds[0])
    return seconds


def test_left_alone_it_says_so_and_a_key_keeps_it_waiting(
    qtbot: QtBot, work: Background, monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    monkeypatch.setattr(idle, "LOOK", 20)
    edit = QLineEdit()
    qtbot.addWidget(edit)
    watch = idle.Idle(work)
    edit.show()
    edit.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    alone: list[int] = []
    watch.left_alone.connect(lambda: alone.append(1))
    watch.start(1)
    for _ in range(8):
        clock[0] += 30
        watch._look()
        QTest.keyClick(edit.windowHandle(), Qt.Key.Key_A)  # a window's key, as the system sends it
    assert alone == []
    clock[0] += 60
    qtbot.waitUntil(lambda: bool(alone))


def test_work_under_way_is_no_idleness(
    qtbot: QtBot, work: Background, monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    monkeypatch.setattr(idle, "LOOK", 20)
    watch = idle.Idle(work)
    go_on = threading.Event()
    work.run(lambda _stop, _tell: go_on.wait(60))
    alone: list[int] = []
    watch.left_alone.connect(lambda: alone.append(1))
    watch.start(1)
    for _ in range(8):
        clock[0] += 30
        watch._look()
    assert alone == []
    go_on.set()
    qtbot.waitUntil(lambda: not work.working)
    clock[0] += 60
    qtbot.waitUntil(lambda: bool(alone))


@pytest.mark.skipif(sys.platform == "win32", reason="its usual clock goes on by itself")
@pytest.mark.parametrize("at_work", [False, True])
def test_the_time_asleep_counts_also_for_work_under_way(
    qtbot: QtBot, work: Background, monkeypatch: pytest.MonkeyPatch, at_work: bool
) -> None:
    slept = [0.0]
    clock = time.clock_gettime
    monkeypatch.setattr(time, "clock_gettime", lambda kind: clock(kind) + slept[0])
    monkeypatch.setattr(idle, "LOOK", 10)
    watch = idle.Idle(work)
    alone: list[int] = []
    watch.left_alone.connect(lambda: alone.append(1))
    watch.start(10)
    if at_work:
        work.run(lambda stop, _tell: stop.wait(60))
    qtbot.wait(100)
    assert alone == []
    slept[0] = 3600.0  # the lid was closed for an hour
    qtbot.waitUntil(lambda: bool(alone))
    watch.stop()
    work.drop_all()


def test_never_is_never(qtbot: QtBot, work: Background, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "LOOK", 10)
    watch = idle.Idle(work)
    alone: list[int] = []
    watch.left_alone.connect(lambda: alone.append(1))
    watch.start(0)
    qtbot.wait(200)
    assert alone == []
    watch.stop()


BUSES = ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS")
LISTENS = """
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from seen_online.ui.screen_lock import ScreenLock
app = QCoreApplication([])
lock = ScreenLock()
heard = []
lock.locked.connect(lambda: heard.append(1))
def say(bus, interface, name, *arguments):
    news = QDBusMessage.createSignal("/any", interface, name)
    news.setArguments(list(arguments))
    bus.send(news)
screen = (QDBusConnection.sessionBus(), "org.gnome.ScreenSaver", "ActiveChanged")
sleep = (QDBusConnection.systemBus(), "org.freedesktop.login1.Manager", "PrepareForSleep")
session = (QDBusConnection.systemBus(), "org.freedesktop.login1.Session", "Lock")
news = [(*screen, on) for on in (False, True, True, False, True)] + [(*sleep, True), (*sleep, False), session]
for number, each in enumerate(news):
    QTimer.singleShot(100 * (number + 1), lambda each=each: say(*each))
def look():
    if len(heard) >= 4:
        looking.stop()
        QTimer.singleShot(500, app.quit)  # by then one too many has come
looking = QTimer(interval=100)
looking.timeout.connect(look)
looking.start()
QTimer.singleShot(40_000, app.quit)
app.exec()
print(len(heard))
"""


@pytest.mark.skipif(DAEMON is None, reason="this machine has no message bus")
def test_the_locked_screen_is_heard(tmp_path: Path) -> None:
    address = tmp_path / "bus"
    config = tmp_path / "bus.conf"
    config.write_text(
        f"<busconfig><type>session</type><listen>unix:path={address}</listen><auth>EXTERNAL</auth>"
        '<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>'
        '<allow own="*"/></policy></busconfig>'
    )
    assert DAEMON is not None
    daemon = subprocess.Popen(
        [DAEMON, f"--config-file={config}", "--nofork", "--print-address"], stdout=subprocess.PIPE
    )
    try:
        assert daemon.stdout is not None
        daemon.stdout.readline()
        done = subprocess.run(
            [sys.executable, "-c", LISTENS],
            capture_output=True,
            text=True,
            timeout=60,
            env={**os.environ, **dict.fromkeys(BUSES, f"unix:path={address}")},
        )
    finally:
        daemon.kill()
        daemon.communicate()
    assert done.stdout.strip() == "4", f"the screen twice, going to sleep, the session: {done.stderr}"


COPIES = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from seen_online.ui import clipboard
clipboard.STAYS = 300
app = QApplication([])
care = clipboard.ClipboardCare()
board = app.clipboard()
Mode = board.Mode
board.setText(sys.stdin.readline(), Mode.Clipboard)
board.setText("marked", Mode.Selection)
lengths = [len(board.text(Mode.Clipboard)), len(board.text(Mode.Selection))]
def left():
    return [len(board.text(mode)) for mode in (Mode.Clipboard, Mode.Selection)]
look = QTimer(interval=100)
look.timeout.connect(lambda: any(left()) or app.quit())
look.start()
QTimer.singleShot(30_000, app.quit)
app.exec()
print(*lengths, *left())
"""


def test_what_was_copied_here_goes_from_the_clipboard() -> None:
    with screen() as here:  # a clipboard has an owner only where there is a screen
        done = subprocess.run(
            [sys.executable, "-c", COPIES], input=SECRET, capture_output=True, text=True, timeout=60,
            env=here.environment,
        )  # fmt: skip
    assert done.stdout.split() == [str(len(SECRET)), "6", "0", "0"], done.stderr


def test_it_stays_less_than_a_minute() -> None:
    assert 10_000 <= clipboard.STAYS < 60_000


def test_a_fault_is_told_without_what_was_typed(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    mishaps = mishap.Mishaps()
    mishaps.install()
    try:
        int(SECRET)
    except ValueError as error:
        with qtbot.waitSignal(mishaps.happened) as told:
            sys.excepthook(ValueError, error, error.__traceback__)
    (trouble,) = told.args
    assert isinstance(trouble, Trouble)
    assert "Wobblington" not in str(trouble)
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "test_idle_and_lock.py" in said
    assert "Wobblington" not in said

    class Falls:
        def __del__(self) -> None:
            raise LookupError(SECRET)

    Falls()
    said = capsys.readouterr().err
    assert "LookupError" in said
    assert "Wobblington" not in said
