"""On every page and in every dialog: what takes the focus has a name that is a word, and no two have the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
from support.journey import begin_in, read, search
from support.spoken import faults

Found = Iterator[tuple[str, list[str]]]  # each place, with what is wrong there


@pytest.fixture
def done(kept: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window over a record that is open, with a check gone through to its plan."""
    window, record = kept, kept.desk.keeper
    assert isinstance(record, Record)
    with PracticeWeb() as web:
        begin_in(record, window, web)
        search(window, qtbot)
        read(window, qtbot)
        for result in window.desk.check.results[:3]:
            window.desk.change_verdict(result.key, who=Who.ME, feeling=Feeling.NOT_HAPPY)
        yield window


def test_everywhere(done: MainWindow, qtbot: QtBot) -> None:
    """All in one window: a check to look at takes seconds to make."""
    looks = (_pages(done), _things(done), _tabs(done, qtbot), _dialogs(done, qtbot), _supervision(done, qtbot))
    found = [(place, said) for look in looks for place, said in look]
    assert len(found) > 50
    assert [one for one in found if one[1]] == []


def _pages(window: MainWindow) -> Found:
    for step, page in enumerate(window.pages):
        window.go_to(step)
        QApplication.processEvents()
        yield page.title.text(), faults(window)


def _things(window: MainWindow) -> Found:
    window.go_to(1)
    for row in range(window.consider.list.count()):
        window.consider.list.setCurrentRow(row)
        yield window.consider.panel.question.text(), faults(window)


def _tabs(window: MainWindow, qtbot: QtBot) -> Found:
    window.go_to(5)
    tabs = window.plan_note.tabs
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        qtbot.waitUntil(lambda: not window.plan_note.note.at_work)
        yield tabs.tabText(index), faults(window)


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


def _dialogs(window: MainWindow, qtbot: QtBot) -> Found:
    for name, show in DIALOGS.items():
        dialog = show(window)
        qtbot.waitExposed(dialog)
        focus = QApplication.focusWidget()
        lost = focus is None or not dialog.isAncestorOf(focus)
        yield name, [*faults(dialog), *(["one is not told where one is"] if lost else [])]
        dialog.close()


def _supervision(window: MainWindow, qtbot: QtBot) -> Found:
    window.go_to(5)
    qtbot.waitUntil(lambda: not window.plan_note.note.at_work)
    window.plan_note.show_button.click()
    qtbot.waitUntil(lambda: window.plan_note.findChild(SupervisionStart) is not None)
    start = window.plan_note.findChild(SupervisionStart)
    assert start is not None
    qtbot.waitExposed(start)
    yield "what is shown in supervision", faults(start)
    start.show_button.click()
    view = window.plan_note.showing.view
    assert view is not None
    qtbot.waitExposed(view)
    for _ in view.talk.points:
        yield f"in supervision: {view.talk.at}", faults(view)
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.finish.isVisible()
    yield "at the end of supervision", faults(view)
    view._close_now()
