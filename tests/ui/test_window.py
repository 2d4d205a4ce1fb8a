"""The window as a whole: plain text, names for screen readers, keyboard, both palettes."""

from __future__ import annotations

import ast
import re
import threading
import weakref
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QColor, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from conftest import ROOT
from seen_online.trouble import Trouble
from seen_online.ui import theme
from seen_online.ui.background import Background, Tell
from seen_online.ui.desk import Desk
from seen_online.ui.plain import tip
from seen_online.ui.window import MainWindow

PATIENCE = 30_000  # milliseconds
HOSTILE = "<img src='http://203.0.113.9/x.png'><b>bold</b> & <a href='x'>y</a>"


def focusable(top: QWidget) -> list[QWidget]:
    tab = Qt.FocusPolicy.TabFocus
    return [
        w
        for w in top.findChildren(QWidget)
        if (w.focusPolicy() & tab) == tab and w.window() is top and w.objectName() != "qt_spinbox_lineedit"
    ]


UI = sorted((ROOT / "desktop" / "seen_online" / "ui").rglob("*.py"))


def test_every_label_shows_plain_text(window: MainWindow) -> None:
    labels = window.findChildren(QLabel)
    assert len(labels) > 20
    guessing = [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText]
    assert guessing == []


@pytest.mark.parametrize("path", UI, ids=lambda p: p.name)
def test_no_label_or_tooltip_goes_another_way(path: Path) -> None:
    if path.name in ("plain.py", "text.py"):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            assert called not in ("QLabel", "QMessageBox", "information", "warning", "question", "setHtml") or (
                called == "setHtml" and path.name == "note_preview.py"
            ), f"line {node.lineno}"
            if called == "setToolTip":
                assert "tip(" in ast.unparse(node.args[-1]), f"line {node.lineno}"


def test_tooltips_show_plain_text(qapp: QApplication, qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setHtml(tip(HOSTILE))
    assert document.toPlainText() == HOSTILE
    assert tip("") == ""


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    nameless = [
        f"{type(w).__name__} in {type(w.parent()).__name__}"
        for w in focusable(window)
        if not (w.accessibleName() or getattr(w, "text", str)() or w.objectName().startswith("qt_"))
    ]
    assert nameless == []


def test_each_page_has_one_main_button(window: MainWindow) -> None:
    for page in window.pages:
        assert page.primary is not None
        assert [b.objectName() for b in page.findChildren(QWidget) if b.objectName() == "primary"] == ["primary"]


def test_steps_are_reached_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    for number in range(6, 0, -1):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert window.stack.currentIndex() == number - 1
    window.rail.setFocus()
    qtbot.keyClick(window.rail, Qt.Key.Key_Down)
    assert window.stack.currentIndex() == 1


def test_nothing_is_asked_or_written_before_the_person_acts(window: MainWindow, desk: Desk, own_home) -> None:
    for index in range(6):
        window.go_to(index)
    assert desk.outbox.sent == []
    assert [path for path in own_home.rglob("*") if path.is_file()] == []


def contrast(one: QColor, two: QColor) -> float:
    """Return the contrast ratio as WCAG 2 defines it."""

    def light(colour: QColor) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", ["#ffffff", "#efefef", "#f4f6f8", "#323232", "#23272e", "#2b3038", "#1e1e1e"])
@pytest.mark.parametrize("state", ["good", "attention", "problem", "quiet"])
def test_state_colours_can_be_read_on_every_ground(ground: str, state: str) -> None:
    dark = QColor(ground).lightness() < 128
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#ffffff" if dark else "#000000"))
    assert theme.is_dark(palette) is dark
    assert contrast(theme.state_colour(palette, state), QColor(ground)) >= 4.5
    assert contrast(theme.accent(palette), theme.on_accent(palette)) >= 4.5


def test_a_stale_answer_is_dropped(qtbot: QtBot) -> None:
    background = Background()
    came: list[object] = []
    job = background.run(lambda stop, tell: stop.wait(5), came.append)
    job.drop()
    fresh = background.run(lambda stop, tell: "fresh", came.append)
    with qtbot.waitSignal(fresh.ended):
        pass
    background.close()
    assert came == ["fresh"]


def test_what_a_helper_tells_after_the_end_is_dropped(qtbot: QtBot) -> None:
    background = Background()
    came: list[object] = []
    telling: list[Tell] = []

    def task(_stop: object, tell: Tell) -> str:
        telling.append(tell)
        tell("in time")
        return "all"

    with qtbot.waitSignal(background.run(task, came.append, came.append).ended, timeout=PATIENCE):
        pass
    telling[0]("too late: it would go to another check")
    QApplication.processEvents()
    background.close()
    assert came == ["in time", "all"]


def test_no_thread_holds_on_to_what_is_the_windows(qtbot: QtBot) -> None:
    background, go_on, working = Background(), threading.Event(), threading.Event()
    job = background.run(lambda _stop, _tell: (working.set(), go_on.wait(PATIENCE)))
    assert working.wait(PATIENCE)
    background.close(wait_ms=0)
    gone = weakref.ref(job)
    del job
    assert gone() is None, "an object of Qt's that a thread lets go last is ended beside the window"
    go_on.set()


def test_trouble_in_a_task_arrives_as_trouble(qtbot: QtBot) -> None:
    background = Background()
    troubles: list[Trouble] = []

    def breaks(_stop: object, _tell: object) -> None:
        raise KeyError("07700 900123")

    with qtbot.waitSignal(background.run(breaks, failed=troubles.append).ended):
        pass
    background.close()
    assert "07700" not in str(troubles[0]), "a private detail must not slip out through an error"
    assert str(troubles[0])


def test_strings_are_translated_with_their_plurals(qapp: QApplication) -> None:
    source = ROOT / "desktop" / "seen_online" / "ui" / "translations" / "seen_online_en.ts"
    messages = ElementTree.parse(source).getroot().findall(".//message")
    assert messages
    for message in messages:
        forms = [form.text or "" for form in message.findall(".//numerusform")]
        assert len(forms) == 2, message.findtext("source")
        assert all(forms), message.findtext("source")
        assert not any("(s)" in form for form in forms)
    translator = QTranslator()
    assert translator.load(str(source.with_suffix(".qm")))
    assert translator.translate("Results", "Read %n page(s) …", "", 1) == "Read %n page …"
    assert translator.translate("Results", "Read %n page(s) …", "", 2) == "Read %n pages …"


def test_no_plural_is_missing_from_the_english_file() -> None:
    source = ROOT / "desktop" / "seen_online" / "ui" / "translations" / "seen_online_en.ts"
    there = {message.findtext("source") for message in ElementTree.parse(source).getroot().iter("message")}
    for path in UI:
        for text in re.findall(r'tr\(\s*"([^"]*%n[^"]*)"', path.read_text(encoding="utf-8")):
            assert text in there, f"{path.name}: run make strings"


def test_read_from_right_to_left_the_number_stands_to_the_right(window: MainWindow, qtbot: QtBot) -> None:
    rail = window.rail

    def ink(left: bool) -> int:
        """Count the dark points in one of the two margins of a step that isn't the current one."""
        picture = rail.grab(rail.visualItemRect(rail.item(3))).toImage()
        edge = rail.fontMetrics().horizontalAdvance("00") + 8
        columns = range(edge) if left else range(picture.width() - edge, picture.width())
        ground = picture.pixelColor(picture.width() // 2, 1)
        return sum(picture.pixelColor(x, y) != ground for x in columns for y in range(picture.height()))

    assert ink(left=True) > 0
    assert ink(left=False) == 0
    rail.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert ink(left=False) > 0
    assert ink(left=True) == 0
