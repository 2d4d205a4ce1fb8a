"""Where the focus is can be seen: a ring in the colour of the main button, in both palettes, on every kind of control."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from seen_online.ui.theme import accent, choose_scheme


def _box() -> QComboBox:
    box = QComboBox()
    box.addItem("May be searched")
    return box


def _date() -> QDateEdit:
    edit = QDateEdit(QDate(2026, 3, 12))
    edit.setCalendarPopup(True)
    return edit


def _tabs() -> QTabWidget:
    tabs = QTabWidget()
    for name in ("Your plan", "Your note"):
        tabs.addTab(QWidget(), name)
    return tabs


MAKERS: list[Callable[[], QWidget]] = [
    lambda: QPushButton("Go on"), lambda: QCheckBox("Do it by"), lambda: QRadioButton("Keep it"), QLineEdit,
    QPlainTextEdit, QTreeWidget, QListWidget, _box, _date, _tabs,
]  # fmt: skip
NAMES = ["button", "tick", "choice", "line", "text", "tree", "list", "box", "date", "tabs"]


@pytest.fixture(params=[Qt.ColorScheme.Light, Qt.ColorScheme.Dark], ids=["light", "dark"])
def ring(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QColor]:
    choose_scheme(qapp, request.param)
    yield accent(qapp.palette())
    choose_scheme(qapp, Qt.ColorScheme.Unknown)


def points(widget: QWidget, colour: QColor) -> int:
    image = widget.grab().toImage()
    return sum(image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("make", MAKERS, ids=NAMES)
def test_the_focus_is_seen(make: Callable[[], QWidget], ring: QColor, qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    other, widget = QPushButton("other"), make()
    column = QVBoxLayout(top)
    column.addWidget(other)
    column.addWidget(widget)
    top.resize(300, 260)
    top.show()
    top.activateWindow()
    qtbot.waitExposed(top)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    without = points(widget, ring)
    taker = widget.tabBar() if isinstance(widget, QTabWidget) else widget
    taker.setFocus()
    qtbot.waitUntil(lambda: taker.hasFocus() or taker.isAncestorOf(QApplication.focusWidget()))  # type: ignore[arg-type]
    assert points(widget, ring) > without + 60, "about a line more in its colour"
