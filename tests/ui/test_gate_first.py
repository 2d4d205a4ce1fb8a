"""The first start: keep it sealed or forget it, and what shall open it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from seen_online.record import shelf
from seen_online.record.export import export
from seen_online.record.forgetful import Forgetful
from seen_online.record.header import Locked
from seen_online.record.keychain import Keychain
from seen_online.record.store import Record
from support.checks import full_check
from support.gates import GateUser, gate_user, said_on
from support.keyrings import MemoryKeyring
from support.records import CHEAP, PASSPHRASE, new_record, only_id, opened_again

OTHER = "purple lantern on friday"


@pytest.fixture
def home(own_home: Path) -> Path:
    return own_home / "kept"


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def user(qtbot: QtBot) -> Iterator[GateUser]:
    """At a computer without a keyring."""
    with gate_user(qtbot) as user:
        yield user


@pytest.fixture
def with_keyring(qtbot: QtBot, keyring: MemoryKeyring) -> Iterator[GateUser]:
    with gate_user(qtbot, lambda: Keychain(keyring)) as user:
        yield user


def test_forget_writes_nothing(user: GateUser, home: Path) -> None:
    user.gate.show_home(home)
    user.at(user.pages.first)
    user.pages.first.forgotten.radio.click()
    user.go_on()
    assert isinstance(user.until_opened(), Forgetful)
    assert not home.exists()


def test_keep_with_the_keyring_takes_two_presses_and_no_passphrase(
    with_keyring: GateUser, keyring: MemoryKeyring, home: Path
) -> None:
    user = with_keyring
    user.gate.show_home(home)
    user.at(user.pages.first)
    user.go_on()
    user.at(user.pages.new)
    assert not user.pages.new.lock.new.isVisible()
    user.go_on()
    record = user.until_opened()
    assert isinstance(record, Record)
    assert record.header.locked is Locked.KEYRING
    assert len(keyring.kept) == 1
    record.close()


def test_where_there_is_no_keyring_a_passphrase_is_asked_for(user: GateUser, home: Path) -> None:
    user.gate.show_home(home)
    user.at(user.pages.first)
    user.go_on()
    user.at(user.pages.new)
    lock = user.pages.new.lock
    assert not lock.keyring.isVisible()
    assert lock.new.isVisible()
    assert QApplication.focusWidget() is lock.new.first.edit
    user.choose_passphrase()
    user.until_opened().close()
    opened_again(home).close()
    assert PASSPHRASE not in said_on(user.gate)


def test_a_passphrase_that_won_t_do_is_said_beside_its_line(user: GateUser, home: Path) -> None:
    user.gate.show_home(home)
    user.at(user.pages.first)
    user.go_on()
    user.at(user.pages.new)
    new = user.pages.new.lock.new
    user.go_on()
    assert "too short" in new.first.problem.text()
    user.qtbot.keyClicks(new.first.edit, "password1234")
    assert not new.first.problem.isVisible(), "it goes as soon as one types"
    user.go_on()
    assert "too easy" in new.first.problem.text()
    new.wipe()
    user.qtbot.keyClicks(new.first.edit, PASSPHRASE)
    user.qtbot.keyClicks(new.second.edit, PASSPHRASE.upper())
    user.go_on()
    assert "not the same" in new.second.problem.text()
    assert new.second.text == ""
    assert new.first.text == PASSPHRASE
    assert not home.exists()


def test_all_by_keyboard(user: GateUser, home: Path) -> None:
    user.gate.show_home(home)
    first = user.at(user.pages.first)
    assert QApplication.focusWidget() is user.pages.first.kept.radio
    user.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first.primary
    user.qtbot.keyClick(first.primary, Qt.Key.Key_Return)
    user.at(user.pages.new)
    new = user.pages.new.lock.new
    user.qtbot.keyClicks(QApplication.focusWidget(), PASSPHRASE)
    user.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is new.second.edit
    user.qtbot.keyClicks(QApplication.focusWidget(), PASSPHRASE)
    user.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    user.until_opened().close()


def test_enter_on_a_choice_goes_on(user: GateUser, home: Path) -> None:
    user.gate.show_home(home)
    user.at(user.pages.first)
    user.pages.first.forgotten.radio.click()
    user.pages.first.forgotten.radio.setFocus()
    user.qtbot.keyClick(user.pages.first.forgotten.radio, Qt.Key.Key_Return)
    assert isinstance(user.until_opened(), Forgetful)


def test_what_is_typed_is_hidden_until_one_wants_to_see_it(user: GateUser, home: Path) -> None:
    user.gate.show_home(home)
    user.at(user.pages.first)
    user.go_on()
    user.at(user.pages.new)
    line = user.pages.new.lock.new.first
    assert line.edit.echoMode() is QLineEdit.EchoMode.Password
    assert line.edit.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    user.press(line.show_button)
    assert line.edit.echoMode() is QLineEdit.EchoMode.Normal
    user.qtbot.keyClicks(line.edit, PASSPHRASE)
    line.wipe()
    assert line.edit.echoMode() is QLineEdit.EchoMode.Password
    assert PASSPHRASE not in said_on(line), "and no undo brings it back"


def test_a_keyring_that_keeps_nothing_leads_to_a_passphrase(
    with_keyring: GateUser, keyring: MemoryKeyring, home: Path
) -> None:
    user = with_keyring
    keyring.forgets = True
    user.gate.show_home(home)
    user.at(user.pages.first)
    user.go_on()
    user.at(user.pages.new)
    user.go_on()
    user.qtbot.waitUntil(lambda: "passphrase instead" in user.pages.new.notice.text)
    assert shelf.records(home) == ()
    user.choose_passphrase()
    user.until_opened().close()


def test_practice_and_quitting_are_left_to_the_window(user: GateUser, home: Path) -> None:
    user.gate.show_home(home)
    user.at(user.pages.first)
    with user.qtbot.waitSignal(user.gate.practise):
        user.press(user.pages.first.practise_button)
    assert not home.exists()


def test_several_people_each_have_a_record(with_keyring: GateUser, home: Path) -> None:
    user = with_keyring
    new_record(home).close()
    user.gate.show_home(home)
    user.at(user.pages.unlock)
    user.press(user.pages.unlock.others_button)
    user.at(user.pages.who)
    user.press(user.pages.who.new_button)
    user.at(user.pages.first)
    user.go_on()
    user.at(user.pages.new)
    assert "record 2" in user.pages.new.number.text()
    assert user.pages.new.lock.typed.radio.isChecked(), "where others are, rather a passphrase"
    user.choose_passphrase(OTHER)
    record = user.until_opened()
    record.begin(full_check())
    record.close()
    user.gate.show_home(home)
    user.at(user.pages.who)
    rows = [user.pages.who.list.item(row).text() for row in range(user.pages.who.list.count())]
    assert rows == ["Record 1: opens with a passphrase", "Record 2: opens with a passphrase"]
    user.pages.who.list.setCurrentRow(1)
    user.go_on()
    user.at(user.pages.unlock)
    assert user.pages.unlock.title.text() == "Record 2 is sealed"
    user.open_with(OTHER)
    opened = user.until_opened()
    assert opened.latest() == full_check()
    opened.close()


@pytest.fixture
def a_copy(tmp_path: Path) -> Path:
    """A sealed copy from another computer."""
    record = new_record(tmp_path / "other computer")
    record.begin(full_check())
    export(record, tmp_path / "copy.sealed", OTHER, cost=CHEAP)
    record.close()
    return tmp_path / "copy.sealed"


def to_the_copy(user: GateUser, home: Path) -> None:
    user.gate.show_home(home)
    user.at(user.pages.first)
    user.press(user.pages.first.copy_button)
    user.at(user.pages.copy)


def test_a_sealed_copy_from_another_computer(with_keyring: GateUser, home: Path, a_copy: Path) -> None:
    user = with_keyring
    to_the_copy(user, home)
    form = user.pages.copy.form
    user.go_on()
    assert "Choose the file" in form.problem.text()
    assert "Choose the file" in form.choose_button.accessibleDescription(), "also to who does not see the red line"
    form.use(a_copy)
    user.go_on()
    assert "No passphrase" in form.passphrase.problem.text()
    user.qtbot.keyClicks(form.passphrase.edit, PASSPHRASE)
    user.go_on()
    user.qtbot.waitUntil(lambda: "does not open the copy" in form.passphrase.problem.text())
    assert form.passphrase.text == ""
    user.qtbot.keyClicks(form.passphrase.edit, OTHER)
    user.at(user.pages.copy)
    user.go_on()
    record = user.until_opened()
    assert record.latest() == full_check()
    record.close()
    assert OTHER not in said_on(user.gate)


def test_the_passphrase_of_the_copy_may_go_on(user: GateUser, home: Path, a_copy: Path) -> None:
    to_the_copy(user, home)
    form = user.pages.copy.form
    assert form.lock.same.radio.isChecked()
    form.use(a_copy)
    user.qtbot.keyClicks(form.passphrase.edit, OTHER)
    user.go_on()
    user.until_opened().close()
    shelf.open_record(home, only_id(home), passphrase=OTHER).close()


@pytest.mark.parametrize("spoil", ["cut", "not ours", "a folder"])
def test_a_file_that_is_no_good_copy(user: GateUser, home: Path, a_copy: Path, spoil: str) -> None:
    if spoil == "cut":
        a_copy.write_bytes(a_copy.read_bytes()[:-4096])
    elif spoil == "not ours":
        a_copy.write_bytes(b"%PDF-1.7 and so on")
    else:
        a_copy.unlink()
        a_copy.mkdir()
    to_the_copy(user, home)
    form = user.pages.copy.form
    form.use(a_copy)
    user.qtbot.keyClicks(form.passphrase.edit, OTHER)
    user.go_on()
    user.qtbot.waitUntil(lambda: "✕" in said_on(user.pages.copy))
    assert user.at(user.pages.copy)
    assert shelf.records(home) == ()
