"""The style sheet is put on without the work that Qt would repeat, and all looks as if Qt had done it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from seen_online.ui.dressing import put_on, undressed

DEEP = 8
BLUE, RED = (f"QPushButton {{ background: {colour}; color: white; padding: {room}px; }} QCheckBox {{ padding: {room}px; }}"
             for colour, room in (("blue", 4), ("red", 20)))  # fmt: skip


class Count(QObject):
    """Counts how often each widget was told to take another style."""

    def __init__(self) -> None:
        super().__init__()
        self.of: Counter[QObject] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.of[watched] += 1
        return False


def tree() -> QWidget:
    """Return a button, a tick and a label, each in as many widgets as a page of ours has around its words."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    for widget in (QPushButton("Search"), QCheckBox("Ticked"), QLabel("Words")):
        column.addWidget(widget)
    for _ in range(DEEP):
        outer = QWidget()
        QVBoxLayout(outer).addWidget(inner)
        inner = outer
    return inner


@pytest.fixture(autouse=True)
def sheet(qapp: QApplication) -> Iterator[str]:
    before = qapp.styleSheet()
    yield before
    put_on(qapp, before)


@pytest.fixture
def shown(qtbot: QtBot) -> QWidget:
    made = tree()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def picture(widget: QWidget) -> QImage:
    QApplication.sendPostedEvents()
    widget.resize(300, 400)
    return widget.grab().toImage()


def counted(qapp: QApplication) -> Count:
    count = Count()
    qapp.installEventFilter(count)
    return count


def test_every_widget_is_dressed_once(qapp: QApplication, shown: QWidget) -> None:
    count = counted(qapp)
    put_on(qapp, RED)
    all_of_it = [shown, *shown.findChildren(QWidget)]
    assert len(all_of_it) == DEEP + 4
    assert [count.of[widget] for widget in all_of_it] == [1] * len(all_of_it)


def test_it_looks_as_if_qt_had_done_it(qapp: QApplication, shown: QWidget) -> None:
    looks = []
    for way in (qapp.setStyleSheet, lambda text: put_on(qapp, text)):
        for text in (BLUE, RED):
            way(text)
            looks.append((picture(shown), [widget.sizeHint() for widget in shown.findChildren(QWidget)]))
    assert looks[:2] == looks[2:]
    assert looks[0] != looks[1]


def test_it_takes_the_font_of_the_program_along(qapp: QApplication, shown: QWidget) -> None:
    usual, larger = qapp.font(), qapp.font()
    larger.setPointSizeF(usual.pointSizeF() * 2)
    button = shown.findChild(QPushButton)
    assert button is not None
    try:
        qapp.setFont(larger)
        put_on(qapp, RED)
        assert button.font().pointSizeF() == larger.pointSizeF()
    finally:
        qapp.setFont(usual)


def test_what_is_built_undressed_is_dressed_afterwards(qapp: QApplication, qtbot: QtBot) -> None:
    put_on(qapp, RED)
    with undressed():
        assert not qapp.styleSheet()
        count = counted(qapp)
        made = tree()
        assert not count.of, "nothing was styled on the way"
        qapp.removeEventFilter(count)
    assert qapp.styleSheet() == RED
    plain = tree()
    for widget in (made, plain):
        qtbot.addWidget(widget)
    assert picture(made) == picture(plain)


def test_a_failure_leaves_nobody_undressed(qapp: QApplication) -> None:
    put_on(qapp, BLUE)
    with pytest.raises(ValueError, match="built"), undressed():
        raise ValueError("half built")
    assert qapp.styleSheet() == BLUE
