"""A window over the practice web for the tests of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from seen_online.checklist.load import load_things_to_consider
from seen_online.ui.app import application
from seen_online.ui.desk import Desk
from seen_online.ui.window import MainWindow
from support.gates import unlock
from support.records import new_record
from support.spare_thinkers import LentThinker, end_spare_ones

PATIENCE = 30_000  # milliseconds


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The application as the program makes it: plain text, palette, font."""
    yield application(["seen-online"])


@pytest.fixture(scope="session")
def spare_thinkers() -> Iterator[None]:
    yield
    end_spare_ones()


@pytest.fixture(autouse=True)
def lent_thinkers(spare_thinkers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("finding_work", "likeness"):
        monkeypatch.setattr(f"seen_online.ui.{room}.Thinker", LentThinker)


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Let what was closed be gone: it waits for a loop of events, and would be dressed with all later windows."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Patient(QtBot):
    """Waits for what must come as long as a busy computer takes, also where a test names no time."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE) -> None:  # pyright: ignore
        """Wait for it here and now; pytest-qt's own waits only at the end of a `with`."""
        with super().waitExposed(widget, timeout=timeout):
            pass


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return Patient(request)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(load_things_to_consider())
    yield made
    made.background.close()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.shut()


@pytest.fixture
def home(own_home: Path) -> Path:
    """The folder in which the program keeps records."""
    return own_home / "seen-online"


@pytest.fixture
def kept(window: MainWindow, qtbot: QtBot, home: Path) -> MainWindow:
    """The window with a record open that a passphrase opens."""
    new_record(home).close()
    window.open_home(home)
    unlock(window, qtbot)
    return window
