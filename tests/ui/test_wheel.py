"""The wheel moves the page; it never chooses, least of all what may be sent to a search service."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from seen_online.person import DetailKind, Use
from seen_online.ui.widgets.action import ActionEdit
from seen_online.ui.widgets.agree import Day
from seen_online.ui.window import MainWindow

UI = Path(__file__).parent.parent.parent / "desktop" / "seen_online" / "ui"


def turn(over: QWidget, down: int) -> bool:
    """Turn the wheel by so many notches over this widget, negative is upwards; tell whether the widget took it."""
    middle = QPointF(over.rect().center())
    event = QWheelEvent(
        middle, QPointF(over.mapToGlobal(middle)), QPoint(), QPoint(0, -120 * down),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.accept()  # as it comes from the system
    QApplication.sendEvent(over, event)
    return event.isAccepted()


def test_scrolling_past_a_detail_does_not_let_it_be_searched(window: MainWindow, qtbot: QtBot) -> None:
    window.start_practice()
    page = window.about_you
    emails = next(group for group in page.findChildren(QWidget) if getattr(group, "kind", None) is DetailKind.EMAIL)
    box = next(box for box in emails.findChildren(QComboBox) if box.currentData() == Use.COMPARE)
    for focused in (False, True):
        if focused:
            box.setFocus()
        for down in (-1, 1):
            assert not turn(box, down), "the wheel is for the page"
            assert box.currentData() == Use.COMPARE


@pytest.mark.parametrize(
    ("make", "name"), [(lambda: ActionEdit("What?"), "date"), (lambda: Day("By", 7), "edit")], ids=["action", "day"]
)
def test_scrolling_past_a_date_does_not_change_it(make: Callable[[], QWidget], name: str, qtbot: QtBot) -> None:
    top = make()
    qtbot.addWidget(top)
    top.show()
    field = getattr(top, name)
    field.setEnabled(True)
    field.setFocus()
    before = field.date()
    assert not turn(field, 1)
    assert field.date() == before


def test_all_boxes_and_dates_of_the_window_leave_the_wheel_alone(window: MainWindow) -> None:
    for kind in (QComboBox, QAbstractSpinBox):
        for field in window.findChildren(kind):
            assert not field.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus, field


def test_no_box_or_date_is_made_another_way() -> None:
    kinds = ("QComboBox(", "QDateEdit(", "QSpinBox(", "QSlider(", "QDial(")
    made = [path.name for path in UI.rglob("*.py") if any(kind in path.read_text(encoding="utf-8") for kind in kinds)]
    assert not made, "use widgets/steady.py, which leaves the wheel to the page"
