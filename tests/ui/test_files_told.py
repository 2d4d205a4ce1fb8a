"""Files and copies that are under way while the window locks or closes: it waits for none, and says what came of each."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from seen_online.note import save as note_save
from seen_online.record import backup, export
from seen_online.record.container import seal
from seen_online.search.model import Ask, Outcome, Query
from seen_online.trouble import Trouble
from seen_online.ui.changes.start import NewCheckDialog, ask_for_new_check
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.dialogs.record import RecordDialog
from seen_online.ui.dialogs.record_export import RecordExportDialog
from seen_online.ui.dialogs.record_lock import RecordLockDialog
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.window import MainWindow
from support.gates import PATIENCE, said_on, unlock
from support.records import PASSPHRASE, new_record, only_id

NAME = "Imogen Thackeray-Aldby"
OTHER = "purple lantern on friday"
GAVE_UP = "Your record was locked before this was done."


@pytest.fixture
def kept(kept: MainWindow) -> MainWindow:
    window = kept
    window.about_you.groups[0].lines[0].edit.setText(NAME)
    window.take_over()
    window.desk.check.asks = [Ask(Query(NAME, "your name"), "duckduckgo", Outcome.NOTHING_FOUND)]
    return window


class Gate:
    """Holds a call back: it has begun when `begun` is set, and goes on once `go` is."""

    def __init__(self) -> None:
        self.begun, self.go = threading.Event(), threading.Event()

    def before(self, call: Callable[..., Any], *, stop: bool = False) -> Callable[..., Any]:
        """Return the call, held back; with `stop` it goes on as well once it is asked to give up."""

        def held(*arguments: Any, **named: Any) -> Any:
            self.begun.set()
            while not (self.go.wait(0.01) or (stop and arguments[-1]())):
                pass
            return call(*arguments, **named)

        return held


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.go.set()


def fails(*_arguments: object, **_named: object) -> None:
    raise Trouble("The folder is gone.", "Choose another one.")


def stumbles(*_arguments: object, **_named: object) -> None:
    raise KeyError("a fault of ours")


def begin_note(window: MainWindow, path: Path) -> None:
    window.go_to(5)
    window.plan_note.note.refresh()
    window.plan_note.note.save(path)


@pytest.mark.parametrize("well", [True, False])
def test_a_note_that_ends_while_it_is_locked_is_told_once_it_is_open_again(
    kept: MainWindow, qtbot: QtBot, gate: Gate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, well: bool
) -> None:
    monkeypatch.setattr(note_save, "save", gate.before(note_save.save if well else fails))
    path = tmp_path / "note of Imogen.md"
    begin_note(kept, path)
    assert gate.begun.wait(60)
    kept.keeping.lock()
    assert not kept.journey.isVisible()
    gate.go.set()
    qtbot.waitUntil(lambda: not kept.desk.files._under_way, timeout=PATIENCE)
    assert "Imogen" not in said_on(kept)
    assert "folder is gone" not in said_on(kept)
    unlock(kept, qtbot)
    assert path.exists() is well
    assert kept.notice.text == (f"The note is in {path}" if well else "The folder is gone. Choose another one.")


def test_it_is_told_to_nobody_else(
    kept: MainWindow, qtbot: QtBot, gate: Gate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: Path
) -> None:
    mine = only_id(home)
    new_record(home, OTHER).close()
    monkeypatch.setattr(note_save, "save", gate.before(fails))
    begin_note(kept, tmp_path / "note.md")
    assert gate.begun.wait(60)
    (other,) = {path.stem for path in (home / "records").glob("*.seal")} - {mine}
    kept.keeping.open_other(other)
    gate.go.set()
    qtbot.waitUntil(lambda: not kept.desk.files._under_way, timeout=PATIENCE)
    unlock(kept, qtbot, OTHER)
    assert kept.notice.text == ""
    kept.keeping.open_other(mine)
    unlock(kept, qtbot, PASSPHRASE)
    assert "folder is gone" in kept.notice.text


def test_it_is_told_where_the_window_that_asked_is_closed(
    kept: MainWindow, qtbot: QtBot, gate: Gate, tmp_path: Path
) -> None:
    dialog = QDialog(kept)
    notice = Notice(dialog)
    dialog.show()
    kept.desk.files.write(gate.before(fails), "It is in {path}", notice)
    assert gate.begun.wait(60)
    dialog.close()
    gate.go.set()
    qtbot.waitUntil(lambda: "folder is gone" in kept.notice.text, timeout=PATIENCE)


@pytest.mark.parametrize(("fault", "said"), [(fails, "folder is gone"), (stumbles, "we did not expect. (KeyError)")])
def test_closing_says_first_what_could_not_be_written(
    kept: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    fault: Callable[..., None],
    said: str,
) -> None:
    monkeypatch.setattr(note_save, "save", fault)
    begin_note(kept, tmp_path / "note.md")
    kept.close()
    assert kept.isVisible()
    (question,) = kept.findChildren(QuestionDialog)
    assert said in said_on(question)
    question.reject()
    kept.close()
    assert not kept.isVisible()


def test_who_forgets_is_told_as_well_what_could_not_be_written(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window.about_you.groups[0].lines[0].edit.setText(NAME)
    window.take_over()
    monkeypatch.setattr(note_save, "save", fails)
    begin_note(window, tmp_path / "note.md")
    window.close()
    (question,) = window.findChildren(QuestionDialog)
    question.accept()
    assert window.isVisible()
    (told,) = [each for each in window.findChildren(QuestionDialog) if each.isVisible()]
    assert "folder is gone" in said_on(told)
    told.accept()
    assert not window.isVisible()


def test_closing_says_that_a_file_is_still_being_written(
    kept: MainWindow, qtbot: QtBot, gate: Gate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(note_save, "save", gate.before(note_save.save))
    begin_note(kept, tmp_path / "note.md")
    assert gate.begun.wait(60)
    assert kept.desk.files.unfinished(0.01) is not None
    gate.go.set()
    assert kept.desk.files.unfinished(60) is None
    assert (tmp_path / "note.md").exists()


def record_dialog(window: MainWindow, qtbot: QtBot) -> RecordDialog:
    window.show_record()
    dialog = window.findChild(RecordDialog)
    assert dialog is not None
    return dialog


def test_a_sealed_copy_under_way_is_given_up_and_told(
    kept: MainWindow, qtbot: QtBot, gate: Gate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(export, "seal", gate.before(seal, stop=True))
    dialog = record_dialog(kept, qtbot)
    dialog.copies.save_copy()
    form = dialog.findChild(RecordExportDialog)
    assert form is not None
    for line in (form.new.first, form.new.second):
        qtbot.keyClicks(line.edit, OTHER)
    form.save(tmp_path / "mine.sealed")
    assert gate.begun.wait(60)
    kept.keeping.lock()  # the copy holds the record; it must let go at once
    assert not kept.journey.isVisible()
    unlock(kept, qtbot)
    qtbot.waitUntil(lambda: GAVE_UP in kept.notice.text, timeout=PATIENCE)
    assert list(tmp_path.glob("*.sealed")) == []
    assert not kept.findChildren(RecordExportDialog)


def test_a_passphrase_that_was_not_changed_in_time_is_told_before_it_is_asked_for(
    kept: MainWindow, qtbot: QtBot, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    from seen_online.record import database

    monkeypatch.setattr(database, "copy_to", gate.before(database.copy_to, stop=True))
    dialog = record_dialog(kept, qtbot)
    dialog.kept.change_lock()
    form = dialog.findChild(RecordLockDialog)
    assert form is not None
    qtbot.waitUntil(lambda: not form.pause.running, timeout=PATIENCE)
    qtbot.keyClicks(form.present.edit, PASSPHRASE)
    for line in (form.lock.new.first, form.lock.new.second):
        qtbot.keyClicks(line.edit, OTHER)
    form.do_it.click()
    assert gate.begun.wait(60)
    kept.keeping.lock()
    assert not kept.journey.isVisible()
    page = kept.keeping.gate.pages.unlock
    qtbot.waitUntil(lambda: page.isVisible() and GAVE_UP in page.notice.text, timeout=PATIENCE)
    unlock(kept, qtbot, PASSPHRASE)


def test_a_new_check_that_was_not_begun_in_time_is_told(
    kept: MainWindow, qtbot: QtBot, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "seal", gate.before(seal, stop=True))
    dialog = ask_for_new_check(kept.desk, kept, kept.go_to)
    assert isinstance(dialog, NewCheckDialog)
    dialog.accept()
    assert gate.begun.wait(60)
    kept.keeping.lock()
    assert not kept.journey.isVisible()
    unlock(kept, qtbot)
    qtbot.waitUntil(lambda: "The new check was not begun" in kept.notice.text, timeout=PATIENCE)
    assert len(kept.desk.keeper.checks()) == 1
