"""On every page and in every dialog: what takes the focus has a name that is a word, and no two have the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from seen_online.practice.server import PracticeWeb
from seen_online.record.store import Record
from seen_online.review.selfcheck import Feeling, Who
from seen_online.ui.dialogs.evidence import EvidenceDialog
from seen_online.ui.dialogs.letter import LetterDialog
from seen_online.ui.dialogs.supervision_start import SupervisionStart
from seen_online.ui.window import MainWindow
from support.gates import unlock
from support.journey import begin_in, read, search
from support.records import new_record
from support.spoken import faults


@pytest.fixture
def done(window: MainWindow, own_home: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window over a record that is open, with a check gone through to its plan."""
    home = own_home / "seen-online"
    new_record(home).close()
    window.open_home(home)
    unlock(window, qtbot)
    record = window.desk.keeper
    assert isinstance(record, Record)
    with PracticeWeb() as web:
        begin_in(record, window, web)
        search(window, qtbot)
        read(window, qtbot)
        for result in window.desk.check.results[:3]:
            window.desk.change_verdict(result.key, who=Who.ME, feeling=Feeling.NOT_HAPPY)
        yield window


def test_on_every_page(done: MainWindow) -> None:
    for step, page in enumerate(done.pages):
        done.go_to(step)
        QApplication.processEvents()
        assert faults(done) == [], page.title.text()


def test_at_every_thing_to_consider(done: MainWindow) -> None:
    done.go_to(1)
    for row in range(done.consider.list.count()):
        done.consider.list.setCurrentRow(row)
        assert faults(done) == [], done.consider.panel.question.text()


def test_on_every_tab_of_plan_and_note(done: MainWindow, qtbot: QtBot) -> None:
    done.go_to(5)
    tabs = done.plan_note.tabs
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        qtbot.waitUntil(lambda: not done.plan_note.note.at_work)
        assert faults(done) == [], tabs.tabText(index)


def _letter(window: MainWindow) -> QWidget:
    letter = LetterDialog(window.desk, window.desk.shelf.letters[0], parent=window)
    letter.open()
    return letter


def _evidence(window: MainWindow) -> QWidget:
    dialog = EvidenceDialog(window.desk, window.desk.check.results[0].key, window)
    dialog.open()
    return dialog


def _shown(open_it: Callable[[MainWindow], object]) -> Callable[[MainWindow], QWidget]:
    def opened(window: MainWindow) -> QWidget:
        open_it(window)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        return dialog

    return opened


def _consent(window: MainWindow) -> None:
    window.results._ask_to_read([result.key for result in window.desk.check.results[:3]])


DIALOGS: dict[str, Callable[[MainWindow], QWidget]] = {
    "outbox": _shown(MainWindow.show_outbox),
    "settings": _shown(MainWindow.show_settings),
    "organisation": _shown(MainWindow.show_organisation),
    "keys": _shown(MainWindow.show_keys),
    "about": _shown(MainWindow.show_about),
    "record": _shown(MainWindow.show_record),
    "scan": _shown(MainWindow.show_scan),
    "new check": _shown(MainWindow.new_check),
    "consent": _shown(_consent),
    "letter": _letter,
    "evidence": _evidence,
}


def test_in_every_dialog(done: MainWindow, qtbot: QtBot) -> None:
    found: dict[str, list[str]] = {}
    for name, show in DIALOGS.items():
        dialog = show(done)
        qtbot.waitExposed(dialog)
        found[name] = faults(dialog)
        focus = QApplication.focusWidget()
        if focus is None or not dialog.isAncestorOf(focus):
            found[name].append("one is not told where one is")
        dialog.close()
    assert found == {name: [] for name in DIALOGS}


def test_in_supervision(done: MainWindow, qtbot: QtBot) -> None:
    done.go_to(5)
    qtbot.waitUntil(lambda: not done.plan_note.note.at_work)
    done.plan_note.show_button.click()
    qtbot.waitUntil(lambda: done.plan_note.findChild(SupervisionStart) is not None)
    start = done.plan_note.findChild(SupervisionStart)
    assert start is not None
    qtbot.waitExposed(start)
    assert faults(start) == []
    start.show_button.click()
    view = done.plan_note.showing.view
    assert view is not None
    qtbot.waitExposed(view)
    for _ in view.talk.points:
        assert faults(view) == [], view.talk.at
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.finish.isVisible()
    assert faults(view) == []
    view._close_now()
