"""*Your record*: what opens it, when it locks, copies of it, a change of mind, and erasing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from seen_online.record import shelf, tries
from seen_online.record.forgetful import Forgetful
from seen_online.record.header import Locked
from seen_online.record.keeper import Keeper
from seen_online.record.keychain import Keychain
from seen_online.record.restore import take_over
from seen_online.record.store import Record
from seen_online.record.troubles import Damaged
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.dialogs.record import RecordDialog
from seen_online.ui.dialogs.record_export import RecordExportDialog
from seen_online.ui.dialogs.record_import import RecordImportDialog
from seen_online.ui.dialogs.record_keep import RecordKeepDialog
from seen_online.ui.dialogs.record_lock import RecordLockDialog
from support.checks import full_check
from support.gates import PATIENCE, said_on
from support.keyrings import MemoryKeyring
from support.records import CHEAP, PASSPHRASE, new_record, only_id, opened_again

LEFT = Qt.MouseButton.LeftButton
OTHER = "purple lantern on friday"
LATER = replace(full_check(), started=datetime(2027, 1, 1, tzinfo=UTC))


class Person:
    """Somebody with the window of their record open, and what the program's window does for it."""

    def __init__(self, qtbot: QtBot, desk: Desk, home: Path, keyring: MemoryKeyring | None) -> None:
        self.qtbot, self.desk, self.home, self.keyring = qtbot, desk, home, keyring
        self.dialog: RecordDialog
        self.erased: list[bool] = []
        self.others: list[str] = []

    def show(self, home: Path | None = None) -> None:
        keyring = self.keyring
        self.dialog = RecordDialog(
            self.desk, home or self.home, lambda: Keychain(keyring) if keyring is not None else None
        )
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.qtbot.addWidget(self.dialog)
        self.dialog.keeper_changed.connect(self.desk.keep_in)
        self.dialog.erased.connect(lambda: self.erased.append(True))
        self.dialog.open_other.connect(self.others.append)
        self.dialog.show()
        self.calm(self.dialog)

    def press(self, button: QPushButton) -> None:
        assert button.isEnabled(), button.text()
        assert button.isVisible(), button.text()
        self.qtbot.mouseClick(button, LEFT)

    def calm(self, dialog: QWidget) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: not dialog.pause.running and not self.desk.background._jobs, timeout=PATIENCE)

    def form(self, kind: type[QDialog]) -> QDialog:
        found = [form for form in self.dialog.findChildren(kind) if form.isVisible()]
        self.calm(found[-1]) if hasattr(found[-1], "pause") else None
        return found[-1]

    def told(self) -> str:
        self.qtbot.waitUntil(lambda: bool(self.dialog.notice.text), timeout=PATIENCE)
        return self.dialog.notice.text


@pytest.fixture
def home(own_home: Path) -> Path:
    return own_home / "kept"


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def sealed(qtbot: QtBot, desk: Desk, home: Path, keyring: MemoryKeyring) -> Iterator[Person]:
    """With a record that a passphrase opens, which holds two checks."""
    record = new_record(home)
    record.begin(full_check())
    record.begin(LATER)
    desk.take_keeper(record)
    person = Person(qtbot, desk, home, keyring)
    person.show()
    yield person
    desk.keeper.close()


@pytest.fixture
def forgetting(qtbot: QtBot, desk: Desk, home: Path, keyring: MemoryKeyring) -> Iterator[Person]:
    """With nothing kept."""
    memory = Forgetful()
    memory.begin(full_check())
    desk.take_keeper(memory)
    desk.remember("draft", "a few words")
    person = Person(qtbot, desk, home, keyring)
    person.show()
    yield person
    desk.keeper.close()


def type_twice(person: Person, new, passphrase: str = OTHER) -> None:
    for line in (new.first, new.second):
        line.wipe()
        person.qtbot.keyClicks(line.edit, passphrase)


def test_it_says_how_it_is_kept(sealed: Person) -> None:
    assert "passphrase opens it" in sealed.dialog.kept.how.text()
    assert "record 1" in sealed.dialog.kept.how.text()
    sealed.qtbot.waitUntil(lambda: "keeps the last" in sealed.dialog.copies.made.text())
    assert not sealed.dialog.kept.keep_button.isVisible()


def test_another_passphrase_after_the_present_one_was_really_tried(sealed: Person) -> None:
    sealed.press(sealed.dialog.kept.change_button)
    form = sealed.form(RecordLockDialog)
    assert isinstance(form, RecordLockDialog)
    type_twice(sealed, form.lock.new)
    sealed.press(form.do_it)
    assert "No passphrase" in form.present.problem.text()
    sealed.qtbot.keyClicks(form.present.edit, "not this one at all")
    sealed.press(form.do_it)
    sealed.qtbot.waitUntil(lambda: "does not open" in form.present.problem.text(), timeout=PATIENCE)
    assert form.present.text == ""
    assert sealed.desk.keeper.header.locked is Locked.PASSPHRASE
    sealed.calm(form)
    sealed.qtbot.keyClicks(form.present.edit, PASSPHRASE)
    sealed.press(form.do_it)
    assert "Your new passphrase" in sealed.told()
    assert not any(word in said_on(sealed.dialog) for word in (OTHER, PASSPHRASE))
    sealed.desk.remember("draft", "after the change")
    sealed.desk.keeper.close()
    again = opened_again(sealed.home, OTHER)
    assert again.latest() == LATER
    assert again.setting("draft") == "after the change"
    again.close()


def test_enter_presses_what_has_the_focus_and_no_more(sealed: Person) -> None:
    sealed.dialog.kept.change_button.setFocus()
    sealed.qtbot.keyClick(sealed.dialog.kept.change_button, Qt.Key.Key_Return)
    assert sealed.dialog.isVisible()
    form = sealed.form(RecordLockDialog)
    assert isinstance(form, RecordLockDialog)
    form.activateWindow()
    new = form.lock.new
    new.first.setFocus()
    sealed.qtbot.keyClicks(new.first.edit, OTHER)
    sealed.qtbot.keyClick(new.first.edit, Qt.Key.Key_Return)
    assert new.second.edit.hasFocus()
    assert new.second.problem.text() == "", "Enter in the first line goes to the second, and tries nothing yet"
    assert form.present.problem.text() == ""


def test_wrong_tries_of_the_present_passphrase_wait_too(sealed: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tries, "_FIRST", 600.0)  # longer than any computer takes for the rest of this
    sealed.press(sealed.dialog.kept.change_button)
    form = sealed.form(RecordLockDialog)
    assert isinstance(form, RecordLockDialog)
    type_twice(sealed, form.lock.new)
    for _ in range(3):
        sealed.qtbot.keyClicks(form.present.edit, "not this one at all")
        sealed.press(form.do_it)
        sealed.calm(form)
    assert form.countdown.running
    sealed.qtbot.keyClicks(form.present.edit, PASSPHRASE)
    sealed.press(form.do_it)
    sealed.qtbot.wait(50)
    assert not form.pause.running, "nothing is tried meanwhile"


def test_to_the_keyring_and_back(sealed: Person, keyring: MemoryKeyring) -> None:
    sealed.press(sealed.dialog.kept.change_button)
    form = sealed.form(RecordLockDialog)
    assert isinstance(form, RecordLockDialog)
    sealed.qtbot.keyClicks(form.present.edit, PASSPHRASE)
    form.lock.keyring.radio.click()
    sealed.press(form.do_it)
    assert "keyring opens your record" in sealed.told()
    assert len(keyring.kept) == 1
    assert "keyring opens it" in sealed.dialog.kept.how.text()
    sealed.dialog.notice.show_text("")
    sealed.press(sealed.dialog.kept.change_button)
    form = sealed.form(RecordLockDialog)
    assert isinstance(form, RecordLockDialog)
    assert not form.present.isVisible(), "there is none to ask for"
    type_twice(sealed, form.lock.new)
    sealed.press(form.do_it)
    assert "Your new passphrase" in sealed.told()
    assert keyring.kept == {}
    sealed.desk.keeper.close()
    opened_again(sealed.home, OTHER).close()


def test_a_keyring_that_refuses_leaves_the_old_lock(sealed: Person, keyring: MemoryKeyring) -> None:
    sealed.press(sealed.dialog.kept.change_button)
    form = sealed.form(RecordLockDialog)
    assert isinstance(form, RecordLockDialog)
    sealed.qtbot.keyClicks(form.present.edit, PASSPHRASE)
    form.lock.keyring.radio.click()
    keyring.locked = True
    sealed.press(form.do_it)
    sealed.qtbot.waitUntil(lambda: "locked" in form.notice.text, timeout=PATIENCE)
    form.reject()
    sealed.desk.keeper.close()
    opened_again(sealed.home).close()


def test_when_it_locks_is_remembered(sealed: Person) -> None:
    box = sealed.dialog.lock_after
    assert box.currentData() == 10
    assert [box.itemData(row) for row in range(box.count())] == [1, 5, 10, 30, 0]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert sealed.desk.recall("lock_after") == 5
    sealed.show()
    assert sealed.dialog.lock_after.currentData() == 5
    assert "5 minute" in sealed.dialog.lock_after.currentText()


def test_one_sealed_copy(sealed: Person, tmp_path: Path) -> None:
    sealed.press(sealed.dialog.copies.export_button)
    form = sealed.form(RecordExportDialog)
    assert isinstance(form, RecordExportDialog)
    type_twice(sealed, form.new)
    form.save(tmp_path / "no such folder" / "copy")
    sealed.calm(form)
    assert form.notice.text
    assert form.new.first.text == OTHER, "it need not be typed again"
    form.save(tmp_path / "copy")
    assert "copy.sealed" in sealed.told()
    assert OTHER not in said_on(sealed.dialog)
    taken = take_over(tmp_path / "elsewhere", tmp_path / "copy.sealed", OTHER, new_passphrase=PASSPHRASE, cost=CHEAP)
    assert taken.latest() == LATER
    taken.close()


def test_a_copy_from_elsewhere_becomes_another_record(sealed: Person, tmp_path: Path) -> None:
    versions = Path(__file__).parent.parent / "record" / "versions" / "1.sealed"
    sealed.press(sealed.dialog.copies.import_button)
    form = sealed.form(RecordImportDialog)
    assert isinstance(form, RecordImportDialog)
    form.form.use(versions)
    sealed.qtbot.keyClicks(form.form.passphrase.edit, "made up person")
    sealed.press(form.do_it)
    sealed.qtbot.waitUntil(lambda: "does not open the copy" in form.form.passphrase.problem.text(), timeout=PATIENCE)
    sealed.calm(form)
    sealed.qtbot.keyClicks(form.form.passphrase.edit, "made up person only")
    sealed.press(form.do_it)
    assert "record 2" in sealed.told()
    question = sealed.form(QuestionDialog)
    assert isinstance(question, QuestionDialog)
    question.do_it.click()
    new = shelf.records(sealed.home)[1].id
    sealed.qtbot.waitUntil(lambda: sealed.others == [new], timeout=PATIENCE)
    assert sealed.desk.keeper.latest() == LATER, "the one that is open is as it was"
    shelf.open_record(sealed.home, new, passphrase="made up person only").close()


def test_forget_after_all(sealed: Person) -> None:
    sealed.desk.remember("draft", "a few words")
    sealed.press(sealed.dialog.kept.forget_button)
    question = sealed.form(QuestionDialog)
    assert isinstance(question, QuestionDialog)
    assert "erased now" in "".join(label.text() for label in question.findChildren(QLabel))
    question.reject()
    assert isinstance(sealed.desk.keeper, Record)
    sealed.press(sealed.dialog.kept.forget_button)
    sealed.form(QuestionDialog).do_it.click()
    sealed.qtbot.waitUntil(lambda: not sealed.home.exists(), timeout=PATIENCE)
    assert "erased" in sealed.told()
    keeper = sealed.desk.keeper
    assert not keeper.keeps
    assert sealed.desk.check == LATER, "what lies on the desk stays"
    assert [keeper.load(line.id).started for line in keeper.checks()] == [full_check().started, LATER.started]
    assert keeper.setting("draft") == "a few words"
    assert sealed.dialog.kept.keep_button.isVisible()


def test_forget_after_all_beside_somebody_else(qtbot: QtBot, desk: Desk, home: Path) -> None:
    new_record(home, OTHER).close()
    mine = new_record(home)
    desk.take_keeper(mine)
    person = Person(qtbot, desk, home, None)
    person.show()
    person.dialog.kept.forget()
    person.calm(person.dialog)
    person.told()
    opened_again(home, OTHER).close()


@pytest.mark.parametrize("by_keyring", [True, False])
def test_keep_after_all(forgetting: Person, keyring: MemoryKeyring, by_keyring: bool) -> None:
    forgetting.press(forgetting.dialog.kept.keep_button)
    form = forgetting.form(RecordKeepDialog)
    assert isinstance(form, RecordKeepDialog)
    if not by_keyring:
        form.lock.typed.radio.click()
        type_twice(forgetting, form.lock.new)
    forgetting.press(form.do_it)
    assert "is kept" in forgetting.told()
    record = forgetting.desk.keeper
    assert isinstance(record, Record)
    assert [record.load(line.id) for line in record.checks()] == [full_check()]
    assert record.setting("draft") == "a few words"
    assert record.save(forgetting.desk.check) == 0, "the desk's check is the one that is saved from now on"
    assert bool(keyring.kept) is by_keyring
    assert OTHER not in said_on(forgetting.dialog)


def test_where_it_can_t_be_taken_up_nothing_is_left(forgetting: Person, keyring: MemoryKeyring) -> None:
    forgetting.dialog.keeper_changed.disconnect()
    forgetting.press(forgetting.dialog.kept.keep_button)
    form = forgetting.form(RecordKeepDialog)
    assert isinstance(form, RecordKeepDialog)
    forgetting.press(form.do_it)
    assert "Nothing is kept" in forgetting.told()
    forgetting.calm(forgetting.dialog)
    assert shelf.records(forgetting.home) == ()
    assert keyring.kept == {}


def test_a_copy_that_breaks_half_way_leaves_no_record(
    forgetting: Person, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Breaks(Forgetful):
        def settings(self) -> dict[str, object]:
            raise Damaged

    memory: Keeper = Breaks()
    memory.begin(full_check())
    forgetting.desk.take_keeper(memory)
    forgetting.press(forgetting.dialog.kept.keep_button)
    form = forgetting.form(RecordKeepDialog)
    assert isinstance(form, RecordKeepDialog)
    forgetting.press(form.do_it)
    forgetting.qtbot.waitUntil(lambda: bool(form.notice.text), timeout=PATIENCE)
    assert shelf.records(forgetting.home) == ()
    assert keyring.kept == {}


def test_nothing_is_offered_where_the_program_was_started_to_forget(qtbot: QtBot, desk: Desk) -> None:
    dialog = RecordDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "started in that way" in dialog.kept.how.text()
    assert not any(button.isVisible() for button in dialog.findChildren(QPushButton) if "Close" not in button.text())


def test_erase_asks_once_and_leaves_nothing(sealed: Person, keyring: MemoryKeyring, own_home: Path) -> None:
    sealed.press(sealed.dialog.erasing.erase_button)
    question = sealed.form(QuestionDialog)
    assert isinstance(question, QuestionDialog)
    asked = "".join(label.text() for label in question.findChildren(QLabel))
    assert "all your checks" in asked
    assert "saved yourself" in asked
    question.do_it.click()
    sealed.qtbot.waitUntil(lambda: sealed.erased == [True], timeout=PATIENCE)
    assert not sealed.home.exists()
    assert list(own_home.rglob("*.db")) == []
    assert not sealed.desk.check.begun
    assert not sealed.desk.keeper.keeps


def test_a_key_that_can_t_be_removed_is_told(qtbot: QtBot, desk: Desk, home: Path, keyring: MemoryKeyring) -> None:
    record = shelf.create(home, keychain=Keychain(keyring))
    desk.take_keeper(record)
    person = Person(qtbot, desk, home, keyring)
    person.show()
    keyring.locked = True
    person.dialog.erasing.erase()
    assert "No record opens with it" in person.told()
    assert not home.exists()
    assert person.erased == []
    person.calm(person.dialog)
    person.dialog.reject()
    assert person.erased == [True]


def test_somebody_else_s_record_stays(sealed: Person) -> None:
    new_record(sealed.home, OTHER).close()
    sealed.dialog.erasing.erase()
    sealed.qtbot.waitUntil(lambda: sealed.erased == [True], timeout=PATIENCE)
    shelf.open_record(sealed.home, only_id(sealed.home), passphrase=OTHER).close()
