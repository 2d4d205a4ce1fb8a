"""A window over the practice web for the tests of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seen_online.checklist.load import load_things_to_consider
from seen_online.ui.app import application
from seen_online.ui.desk import Desk
from seen_online.ui.window import MainWindow

PATIENCE = 30_000  # milliseconds


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The application as the program makes it: plain text, palette, font."""
    yield application(["seen-online"])


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
