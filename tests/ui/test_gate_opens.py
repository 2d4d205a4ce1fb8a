"""Opening a record that is there: by the keyring, by passphrase, and what helps where neither does."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import json
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from seen_online.record import shelf, tries
from seen_online.record.forgetful import Forgetful
from seen_online.record.keychain import Keychain, system_keychain
from seen_online.record.place import Places
from seen_online.record.tries import Tries
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.gate import waiting
from seen_online.ui.gate.causes import Way
from support.checks import full_check
from support.gates import PATIENCE, GateUser, gate_user, said_on
from support.keyrings import MemoryKeyring
from support.records import PASSPHRASE, new_record, only_id
from support.secret_service import DAEMON, SecretService, secret_service

WRONG = "not this one at all"
SECRETS = ("Nia Ashworth", "07700 900123", "nia.ashworth@example.org", "Fellside", "Penrith")
on_a_bus = pytest.mark.skipif(DAEMON is None, reason="there is no dbus-daemon here")


@pytest.fixture
def home(own_home: Path) -> Path:
    return own_home / "kept"


@pytest.fixture
def user(qtbot: QtBot) -> Iterator[GateUser]:
    with gate_user(qtbot) as user:
        yield user


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def with_keyring(qtbot: QtBot, keyring: MemoryKeyring) -> Iterator[GateUser]:
    with gate_user(qtbot, lambda: Keychain(keyring)) as user:
        yield user


def kept(home: Path, keyring: MemoryKeyring | None = None) -> str:
    """Keep a full check; return the record's id."""
    record = shelf.create(home, keychain=Keychain(keyring)) if keyring is not None else new_record(home)
    record.begin(full_check())
    record.set("draft", "a note about Nia Ashworth")
    record.back_up_if_due()
    record.close()
    return record_id(home)


def record_id(home: Path) -> str:
    return shelf.records(home)[-1].id


def test_with_the_keyring_it_opens_by_itself_and_nothing_flashes(
    with_keyring: GateUser, keyring: MemoryKeyring, home: Path
) -> None:
    kept(home, keyring)
    seen: list[object] = []
    with_keyring.pages.currentChanged.connect(lambda _index: seen.append(with_keyring.pages.page))
    with_keyring.gate.show_home(home)
    record = with_keyring.until_opened()
    assert record.latest() == full_check()
    assert set(seen) <= {with_keyring.pages.waiting}
    record.close()


def test_a_passphrase_opens_it_and_is_gone_from_the_window(user: GateUser, home: Path) -> None:
    kept(home)
    user.gate.show_home(home)
    user.at(user.pages.unlock)
    assert QApplication.focusWidget() is user.pages.unlock.line.edit, "one can type at once"
    user.open_with()
    record = user.until_opened()
    assert record.latest() == full_check()
    record.close()
    said = said_on(user.gate)
    assert PASSPHRASE not in said
    assert not any(secret in said for secret in SECRETS)


def test_nothing_of_the_record_is_on_any_page(user: GateUser, home: Path) -> None:
    kept(home)
    user.gate.show_home(home)
    user.at(user.pages.unlock)
    user.press(user.pages.unlock.forgotten_button)
    user.at(user.pages.forgotten)
    user.go_on()
    user.press(user.at(user.pages.unlock).others_button)
    user.at(user.pages.who)
    said = said_on(user.gate)
    assert "Record 1" in said
    assert not any(secret in said for secret in (*SECRETS, only_id(home), "draft of"))


def test_wrong_tries_wait_longer_and_longer_also_after_a_restart(
    user: GateUser, home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tries, "_FIRST", 600.0)  # longer than any computer takes for what follows
    kept(home)
    user.gate.show_home(home)
    unlock = user.pages.unlock
    for number in range(3):
        user.open_with(WRONG)
        qtbot.waitUntil(lambda: "does not open" in unlock.line.problem.text(), timeout=PATIENCE)
        assert unlock.line.text == ""
        user.at(unlock)
        assert unlock.countdown.running is (number == 2)
    assert "You can try again in" in unlock.countdown.text()
    assert not unlock.open_button.isEnabled()
    qtbot.keyClicks(unlock.line.edit, PASSPHRASE)
    unlock.line.submitted.emit()
    assert user.opened == []
    assert PASSPHRASE in unlock.line.text, "what is typed while one waits is not lost"
    user.gate.show_home(home)
    user.at(unlock)
    qtbot.waitUntil(lambda: unlock.countdown.running, timeout=PATIENCE)
    monkeypatch.setattr(tries, "_FIRST", 0.0)  # ten minutes later
    unlock.countdown.start(1)
    qtbot.waitUntil(lambda: not unlock.countdown.running, timeout=PATIENCE)
    user.open_with()
    user.until_opened().close()


def test_a_long_wait_is_told_in_minutes_and_once_to_a_screen_reader(user: GateUser, qtbot: QtBot) -> None:
    countdown = user.pages.unlock.countdown
    user.gate._stage.show_page(user.pages.unlock)
    countdown.start(600)
    assert "minute" in countdown.text()
    countdown.start(3)
    told = countdown.accessibleName()
    before = countdown.text()
    qtbot.waitUntil(lambda: countdown.text() != before, timeout=PATIENCE)
    assert countdown.accessibleName() == told
    assert QAccessible.queryAccessibleInterface(countdown).text(QAccessible.Text.Name) == told
    qtbot.waitUntil(lambda: countdown.isHidden(), timeout=PATIENCE)


def test_somebody_wrote_into_the_count_of_tries(user: GateUser, home: Path) -> None:
    kept(home)
    places = Places(home, only_id(home))
    places.tries.write_bytes(json.encode(Tries(9, 4_000_000_000.0)))  # in the year 2096
    user.gate.show_home(home)
    user.at(user.pages.unlock)
    user.qtbot.waitUntil(lambda: user.pages.unlock.countdown.running, timeout=PATIENCE)
    assert "minute" in user.pages.unlock.countdown.text(), "it waits, but not for ever"


def test_forgotten_there_is_one_question_then_a_new_start(user: GateUser, home: Path) -> None:
    kept(home)
    user.gate.show_home(home)
    user.at(user.pages.unlock)
    user.press(user.pages.unlock.forgotten_button)
    forgotten = user.pages.forgotten
    user.at(forgotten)
    user.press(forgotten.erase_button)
    question = user.gate.findChild(QuestionDialog)
    assert question is not None
    asked = "\n".join(label.text() for label in question.findChildren(QLabel))
    assert "checks" in asked
    assert "stays" in asked
    question.reject()
    user.qtbot.wait(50)
    assert len(shelf.records(home)) == 1
    user.press(forgotten.erase_button)
    question = user.gate.findChildren(QuestionDialog)[-1]
    question.do_it.click()
    user.at(user.pages.first)
    assert user.pages.first.notice.text == "The record is erased."
    assert shelf.records(home) == ()
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_after_a_lock_the_keyring_s_record_waits_for_a_press(
    with_keyring: GateUser, keyring: MemoryKeyring, home: Path
) -> None:
    user = with_keyring
    which = kept(home, keyring)
    user.gate.show_home(home, only=which)
    user.at(user.pages.locked)
    user.qtbot.wait(100)
    assert user.opened == []
    user.go_on()
    user.until_opened().close()


def test_after_a_lock_the_same_record_is_asked_for_and_others_are_one_press_away(user: GateUser, home: Path) -> None:
    new_record(home).close()
    new_record(home, WRONG).close()
    second = shelf.records(home)[1].id
    user.gate.show_home(home, only=second)
    user.at(user.pages.unlock)
    assert user.pages.unlock.title.text() == "Record 2 is sealed"
    user.press(user.pages.unlock.others_button)
    user.at(user.pages.who)
    user.go_on()
    user.at(user.pages.unlock)
    assert user.pages.unlock.title.text() == "Record 1 is sealed"
    user.open_with()
    user.until_opened().close()


def test_a_lock_on_a_record_that_was_erased_meanwhile(user: GateUser, home: Path) -> None:
    user.gate.show_home(home, only="0" * 16)
    user.at(user.pages.first)


def test_a_locked_keyring(with_keyring: GateUser, keyring: MemoryKeyring, home: Path) -> None:
    user = with_keyring
    kept(home, keyring)
    keyring.locked = True
    user.gate.show_home(home)
    user.at(user.pages.trouble)
    assert user.pages.trouble.title.text() == "The keyring is locked"
    keyring.locked = False
    user.go_on()
    user.until_opened().close()


def test_no_keyring_any_more(user: GateUser, keyring: MemoryKeyring, home: Path) -> None:
    kept(home, keyring)
    user.gate.show_home(home)
    trouble = user.pages.trouble
    user.at(trouble)
    assert "does not answer" in trouble.title.text()
    assert "passphrase" not in trouble.mend.text(), "there is no such choice for this record"
    user.press(trouble.ways[Way.FORGET])
    assert isinstance(user.until_opened(), Forgetful)


def test_the_key_is_gone(with_keyring: GateUser, keyring: MemoryKeyring, home: Path) -> None:
    user = with_keyring
    kept(home, keyring)
    keyring.kept.clear()
    user.gate.show_home(home)
    trouble = user.pages.trouble
    user.at(trouble)
    assert "key" in trouble.title.text()
    user.press(trouble.ways[Way.NEW])
    user.choose_passphrase()
    record = user.until_opened()
    assert record.latest() is None
    record.close()
    assert len(shelf.records(home)) == 2, "the old one stays"


def test_a_dead_record_can_be_given_up(with_keyring: GateUser, keyring: MemoryKeyring, home: Path) -> None:
    user = with_keyring
    kept(home, keyring)
    keyring.kept.clear()
    user.gate.show_home(home)
    user.at(user.pages.trouble)
    user.press(user.pages.trouble.ways[Way.ERASE])
    question = user.gate.findChild(QuestionDialog)
    assert question is not None
    question.do_it.click()
    user.at(user.pages.first)
    assert shelf.records(home) == ()


def test_a_record_that_another_window_has_open(user: GateUser, home: Path) -> None:
    first = new_record(home)
    user.gate.show_home(home)
    user.open_with()
    user.at(user.pages.trouble)
    assert "in use" in user.pages.trouble.title.text()
    first.close()
    user.go_on()
    user.open_with()
    user.until_opened().close()


def test_an_answer_that_comes_too_late_closes_what_it_opened(user: GateUser, home: Path) -> None:
    kept(home)
    user.gate.show_home(home)
    user.open_with()
    user.gate.show_home(home)
    user.at(user.pages.unlock)
    user.qtbot.waitUntil(lambda: not user.background._jobs, timeout=PATIENCE)
    assert user.opened == []
    user.open_with()
    user.until_opened().close()


def test_what_somebody_else_dropped_is_begun_anew(user: GateUser, home: Path) -> None:
    kept(home)
    user.gate.show_home(home)
    user.background.drop_all()
    user.at(user.pages.unlock)


def test_the_window_may_find_that_it_can_t_take_it_up(user: GateUser, home: Path) -> None:
    from seen_online.record.troubles import InUse

    kept(home)
    user.gate.show_home(home)
    user.open_with()
    user.until_opened().close()
    user.gate.show_trouble(InUse())
    user.at(user.pages.trouble)
    user.go_on()
    user.at(user.pages.unlock)


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    with secret_service(tmp_path / "bus") as (address, service):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield service
    # The keyring library leaves a connection open where it is refused; it ends with the bus, here, in this test.
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(30)
    gc.collect()


@on_a_bus
def test_the_real_keyring_opens_and_closes_and_is_emptied(qtbot: QtBot, service: SecretService, home: Path) -> None:
    with gate_user(qtbot, system_keychain) as user:
        user.gate.show_home(home)
        user.at(user.pages.first)
        user.go_on()
        user.at(user.pages.new)
        assert user.pages.new.lock.keyring.radio.isChecked()
        user.go_on()
        user.until_opened().close()
        assert len(service.items) == 1
        service.locked = True
        user.gate.show_home(home)
        user.until_opened().close()
        assert service.prompts == 1


@on_a_bus
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_keyring_whose_question_nobody_answers(
    qtbot: QtBot, service: SecretService, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "LONG", 300)
    keychain = system_keychain()
    assert keychain is not None
    shelf.create(home, keychain=keychain).close()
    service.locked, service.answer = True, "silent"
    with gate_user(qtbot, lambda: system_keychain(3)) as user:
        user.gate.show_home(home)
        page = user.pages.waiting
        qtbot.waitUntil(lambda: page.isVisible() and page.hint.isVisible(), timeout=PATIENCE)
        assert page.title.isVisible()
        user.press(page.stop_button)
        user.at(user.pages.trouble)
        assert user.pages.trouble.title.text() == "The keyring is locked"
        service.locked = False
        user.go_on()
        user.until_opened().close()
