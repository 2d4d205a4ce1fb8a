"""*Your record* in the window: a change of mind, another lock and erasing, with what lies on the desk."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from seen_online.record import shelf
from seen_online.record.move import copy_into
from seen_online.ui.dialogs import record_keep
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.dialogs.record import RecordDialog
from seen_online.ui.dialogs.record_keep import RecordKeepDialog
from seen_online.ui.dialogs.record_lock import RecordLockDialog
from seen_online.ui.window import MainWindow
from support.gates import PATIENCE, unlock
from support.records import PASSPHRASE, new_record, only_id, opened_again

NAME = "Imogen Thackeray-Aldby"
OTHER = "purple lantern on friday"


@pytest.fixture
def kept(kept: MainWindow) -> MainWindow:
    name(kept)
    return kept


@pytest.fixture
def forgetting(window: MainWindow, qtbot: QtBot, home: Path) -> MainWindow:
    window.open_home(home)
    first = window.keeping.gate.pages.first
    qtbot.waitUntil(first.isVisible, timeout=PATIENCE)
    first.forgotten.radio.click()
    assert first.primary is not None
    first.primary.click()
    qtbot.waitUntil(window.journey.isVisible, timeout=PATIENCE)
    name(window)
    return window


def name(window: MainWindow, typed: str = NAME) -> None:
    window.about_you.groups[0].lines[0].edit.setText(typed)
    window.take_over()


def dialog_of(window: MainWindow, qtbot: QtBot) -> RecordDialog:
    window.show_record()
    found = [dialog for dialog in window.findChildren(RecordDialog) if dialog.isVisible()]
    qtbot.waitUntil(lambda: not found[-1].pause.running, timeout=PATIENCE)
    return found[-1]


def on_desk(window: MainWindow) -> list[str]:
    return [detail.value for detail in window.desk.check.person.details]


def test_from_forgetting_to_keeping(forgetting: MainWindow, qtbot: QtBot, home: Path) -> None:
    dialog = dialog_of(forgetting, qtbot)
    dialog.kept.keep()
    form = dialog.findChild(RecordKeepDialog)
    assert form is not None
    qtbot.waitUntil(lambda: not form.pause.running, timeout=PATIENCE)
    for line in (form.lock.new.first, form.lock.new.second):
        qtbot.keyClicks(line.edit, OTHER)
    form.do_it.click()
    qtbot.waitUntil(lambda: forgetting.desk.keeper.keeps, timeout=PATIENCE)
    assert on_desk(forgetting) == [NAME]
    dialog.reject()
    forgetting.keeping.lock()
    assert on_desk(forgetting) == []
    unlock(forgetting, qtbot, OTHER)
    assert on_desk(forgetting) == [NAME]


def test_all_is_copied_beside_the_window_and_cancel_leaves_nothing(
    forgetting: MainWindow, qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, threads = threading.Event(), []

    def slow(*arguments: Any, stop: Callable[[], bool], tell: Callable[[int, int], object]) -> None:
        threads.append(threading.current_thread())
        tell(3, 7)
        begun.set()
        while not stop():
            pass
        copy_into(*arguments, stop=stop, tell=tell)

    monkeypatch.setattr(record_keep, "copy_into", slow)
    dialog = dialog_of(forgetting, qtbot)
    dialog.kept.keep()
    form = dialog.findChild(RecordKeepDialog)
    assert form is not None
    qtbot.waitUntil(lambda: not form.pause.running, timeout=PATIENCE)
    for line in (form.lock.new.first, form.lock.new.second):
        qtbot.keyClicks(line.edit, OTHER)
    form.do_it.click()
    assert begun.wait(60)
    assert threads != [threading.main_thread()]
    qtbot.waitUntil(lambda: form.pause._bar.value() == 3, timeout=PATIENCE)
    assert not form.do_it.isEnabled()
    form.reject()  # as Cancel and Esc do
    qtbot.waitUntil(lambda: not dialog.findChildren(RecordKeepDialog), timeout=PATIENCE)
    assert shelf.records(home) == ()
    assert not forgetting.desk.keeper.keeps
    assert on_desk(forgetting) == [NAME]


def test_from_keeping_to_forgetting(kept: MainWindow, qtbot: QtBot, home: Path) -> None:
    dialog = dialog_of(kept, qtbot)
    dialog.kept.forget()
    qtbot.waitUntil(lambda: not home.exists(), timeout=PATIENCE)
    assert on_desk(kept) == [NAME]
    assert kept.journey.isVisible()
    dialog.reject()
    kept.keeping.lock()
    assert kept.journey.isVisible(), "there is nothing to lock"
    name(kept, "Nia Ashworth")
    qtbot.wait(600)
    assert not home.exists(), "nothing is written any more"


def test_another_passphrase_holds_while_saving_goes_on(kept: MainWindow, qtbot: QtBot, home: Path) -> None:
    dialog = dialog_of(kept, qtbot)
    dialog.kept.change_lock()
    form = dialog.findChild(RecordLockDialog)
    assert form is not None
    qtbot.waitUntil(lambda: not form.pause.running, timeout=PATIENCE)
    qtbot.keyClicks(form.present.edit, PASSPHRASE)
    for line in (form.lock.new.first, form.lock.new.second):
        qtbot.keyClicks(line.edit, OTHER)
    form.do_it.click()
    name(kept, "Nia Ashworth")
    qtbot.waitUntil(lambda: "Done" in dialog.notice.text, timeout=PATIENCE)
    dialog.reject()
    kept.keeping.lock()
    unlock(kept, qtbot, OTHER)
    assert on_desk(kept) == ["Nia Ashworth"]


def test_erased_it_begins_anew(kept: MainWindow, qtbot: QtBot, home: Path) -> None:
    dialog = dialog_of(kept, qtbot)
    dialog.erasing.ask()
    question = dialog.findChild(QuestionDialog)
    assert question is not None
    question.do_it.click()
    qtbot.waitUntil(kept.keeping.gate.pages.first.isVisible, timeout=PATIENCE)
    assert not home.exists()
    assert on_desk(kept) == []
    assert not kept.journey.isVisible()


def test_going_to_another_record_closes_this_one(kept: MainWindow, qtbot: QtBot, home: Path) -> None:
    mine = only_id(home)
    new_record(home, OTHER).close()
    other = next(record.id for record in shelf.records(home) if record.id != mine)
    dialog = dialog_of(kept, qtbot)
    dialog._go_to(other)
    unlock(kept, qtbot, OTHER)
    assert on_desk(kept) == []
    again = shelf.open_record(home, mine, passphrase=PASSPHRASE)
    check = again.latest()
    again.close()
    assert check is not None
    assert [detail.value for detail in check.person.details] == [NAME]


def test_locked_in_the_middle_of_it_the_dialogs_go(kept: MainWindow, qtbot: QtBot, home: Path) -> None:
    dialog = dialog_of(kept, qtbot)
    dialog.kept.change_lock()
    kept.keeping.lock()
    qtbot.waitUntil(kept.keeping.gate.pages.unlock.isVisible, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not kept.findChildren(RecordLockDialog), timeout=PATIENCE)
    opened_again(home).close()
