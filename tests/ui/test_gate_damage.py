"""What keeps a record shut, each from its real cause: damage, a newer version, a full disk, a folder that is read-only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from seen_online.checklist.answer import Answer, Choice
from seen_online.record import header as headers
from seen_online.record import shelf, tries
from seen_online.record.export import export
from seen_online.record.forgetful import Forgetful
from seen_online.record.keychain import Keychain
from seen_online.record.migrations import VERSION
from seen_online.record.place import Places
from seen_online.record.store import Record
from seen_online.ui.gate.causes import Way
from support.checks import full_check
from support.gates import PATIENCE, GateUser, gate_user
from support.keyrings import MemoryKeyring
from support.records import CHEAP, PASSPHRASE, database_of, new_record, only_id
from support.small_disk import ALLOWED, on_small_disk, read_only

apart = pytest.mark.skipif(not ALLOWED, reason="this system gives no process a disk of its own")
PAGE = 4096
WRONG = "not this one at all"


@pytest.fixture
def home(own_home: Path) -> Path:
    return own_home / "kept"


@pytest.fixture
def user(qtbot: QtBot) -> Iterator[GateUser]:
    with gate_user(qtbot) as user:
        yield user


def with_copy(home: Path) -> bytes:
    """Keep a check, copy it, then change it; return the database's bytes."""
    fill(new_record(home))
    return database_of(home).read_bytes()


def fill(record: Record) -> None:
    check = full_check()
    record.begin(check)
    record.back_up_if_due()
    record.save(replace(check, answers={**check.answers, "public": Answer(Choice.DONE)}))
    record.close()


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def zeroed(data: bytes) -> bytes:
    return data[:PAGE] + bytes(PAGE) + data[2 * PAGE :]


def flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]


def emptied(_data: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("spoil", [cut, zeroed, flipped, emptied])
def test_a_damaged_file_leads_back_to_the_good_copy(user: GateUser, home: Path, spoil) -> None:
    spoilt = spoil(with_copy(home))
    database_of(home).write_bytes(spoilt)
    user.gate.show_home(home)
    user.open_with()
    damaged = user.pages.damaged
    user.at(damaged)
    assert "good copy from" in damaged.intro.text()
    assert database_of(home).read_bytes() == spoilt, "nothing is touched before the person says so"
    user.qtbot.keyClicks(damaged.line.edit, PASSPHRASE)
    user.go_on()
    record = user.until_opened()
    assert record.latest() == full_check()
    record.close()
    (aside,) = (home / "records").glob("*.damaged")
    assert aside.read_bytes() == spoilt


def test_wrong_tries_wait_there_too(user: GateUser, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tries, "_FIRST", 600.0)  # longer than any computer takes for what follows
    database_of_home = with_copy(home)
    database_of(home).write_bytes(cut(database_of_home))
    user.gate.show_home(home)
    user.open_with()
    damaged = user.pages.damaged
    user.at(damaged)
    for _ in range(3):
        user.qtbot.keyClicks(damaged.line.edit, WRONG)
        user.go_on()
        user.qtbot.waitUntil(lambda: "does not open" in damaged.line.problem.text(), timeout=PATIENCE)
        user.at(damaged)
    assert damaged.countdown.running
    assert not damaged.restore_button.isEnabled()


@pytest.mark.parametrize("by_keyring", [True, False])
def test_lost_headers_lead_back_to_the_file_itself(qtbot: QtBot, home: Path, by_keyring: bool) -> None:
    keyring = MemoryKeyring()
    if by_keyring:
        fill(shelf.create(home, keychain=Keychain(keyring)))
    else:
        with_copy(home)
    places = Places(home, only_id(home))
    for path in (places.header, places.header_copy):
        path.write_bytes(bytes(100))
    with gate_user(qtbot, lambda: Keychain(keyring)) as user:
        user.gate.show_home(home)
        damaged = user.pages.damaged
        user.at(damaged)
        user.go_on()
        if not by_keyring:
            qtbot.waitUntil(damaged.line.isVisible, timeout=PATIENCE)
            assert not damaged.line.problem.isVisible()
            qtbot.keyClicks(damaged.line.edit, PASSPHRASE)
            user.go_on()
        record = user.until_opened()
        check = record.latest()
        assert check is not None
        assert check.answers["public"].choice is Choice.DONE, "nothing at all is lost"
        record.close()


def test_where_there_is_no_copy_another_one_or_a_new_start(user: GateUser, home: Path, tmp_path: Path) -> None:
    record = new_record(home)
    record.begin(full_check())
    export(record, tmp_path / "copy.sealed", PASSPHRASE, cost=CHEAP)
    record.close()
    spoilt = zeroed(database_of(home).read_bytes())
    database_of(home).write_bytes(spoilt)
    before = only_id(home)
    user.gate.show_home(home)
    user.open_with()
    trouble = user.pages.trouble
    user.at(trouble)
    assert "damaged" in trouble.title.text()
    user.press(trouble.ways[Way.COPY])
    user.at(user.pages.copy)
    form = user.pages.copy.form
    form.use(tmp_path / "copy.sealed")
    user.qtbot.keyClicks(form.passphrase.edit, PASSPHRASE)
    user.go_on()
    opened = user.until_opened()
    assert opened.latest() == full_check()
    opened.close()
    assert len(shelf.records(home)) == 2
    (old,) = (home / "records").glob(f"{before}-*.db")
    assert old.read_bytes() == spoilt


def test_back_from_the_copy_to_what_was_wrong(user: GateUser, home: Path) -> None:
    database_of_home = with_copy(home)
    database_of(home).write_bytes(cut(database_of_home))
    user.gate.show_home(home)
    user.open_with()
    user.at(user.pages.damaged)
    user.press(user.pages.damaged.ways[Way.COPY])
    user.at(user.pages.copy)
    user.pages.copy.back.emit()
    user.at(user.pages.damaged)
    user.press(user.pages.damaged.ways[Way.AGAIN])
    user.at(user.pages.unlock)


def test_a_record_from_a_newer_version(user: GateUser, home: Path) -> None:
    record = new_record(home)
    with record.held() as opened:
        opened.connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    record.close()
    data = database_of(home).read_bytes()
    user.gate.show_home(home)
    user.open_with()
    user.at(user.pages.trouble)
    assert "newer" in user.pages.trouble.title.text()
    assert database_of(home).read_bytes() == data
    user.press(user.pages.trouble.ways[Way.FORGET])
    assert isinstance(user.until_opened(), Forgetful)


def test_a_header_from_a_newer_version(user: GateUser, home: Path) -> None:
    new_record(home).close()
    places = Places(home, only_id(home))
    newer = headers.as_bytes(replace(headers.read_header(places), format=headers.FORMAT + 1))
    for path in (places.header, places.header_copy):
        path.write_bytes(newer)
    user.gate.show_home(home)
    user.at(user.pages.trouble)
    assert "newer" in user.pages.trouble.title.text()
    assert places.header.read_bytes() == newer


def test_a_folder_that_can_t_be_looked_into_is_no_first_start(user: GateUser, home: Path) -> None:
    home.mkdir()
    (home / "records").write_bytes(b"")
    user.gate.show_home(home)
    user.at(user.pages.trouble)
    (home / "records").unlink()
    user.go_on()
    user.at(user.pages.first)


WALK = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtCore import QElapsedTimer
from seen_online.ui.app import application
from support.gates import gate_user
from support.records import PASSPHRASE, new_record
home = Path(sys.argv[1])
app = application(["seen-online"])
class Bot:
    def addWidget(self, widget): self.widget = widget
    def waitUntil(self, true, timeout=20000):
        clock = QElapsedTimer(); clock.start()
        while not true():
            app.processEvents()
            assert clock.elapsed() < timeout, user.pages.page
    def mouseClick(self, button, _key): button.click()
    def keyClicks(self, edit, text): edit.setText(text)
"""


@apart
def test_a_folder_that_may_only_be_read(home: Path) -> None:
    new_record(home).close()
    told = read_only(
        home,
        WALK
        + """
with gate_user(Bot()) as user:
    user.gate.show_home(home)
    user.open_with()
    user.at(user.pages.trouble)
    print(user.pages.trouble.title.text(), user.pages.trouble.where.text().startswith(str(home)))
    user.go_on()
    user.at(user.pages.unlock)
    user.gate.show_others()
    user.at(user.pages.who)
    user.press(user.pages.who.new_button)
    user.at(user.pages.first)
    user.go_on()
    user.choose_passphrase()
    user.at(user.pages.trouble)
    print(user.pages.trouble.title.text())
    user.go_on()
    user.at(user.pages.new)
""",
    )
    assert told.splitlines() == ["Nothing can be written here True", "Nothing can be written here"]


@apart
def test_a_full_disk(home: Path) -> None:
    told = on_small_disk(
        home,
        400,
        WALK
        + """
new_record(home).close()
filler = home / "filler"
def fill():
    handle = os.open(filler, os.O_CREAT | os.O_WRONLY)
    for size in (4096, 256, 1):
        try:
            while True:
                os.write(handle, b"x" * size)
        except OSError:
            pass
    os.close(handle)
fill()
with gate_user(Bot()) as user:
    user.gate.show_home(home)
    user.open_with()
    user.at(user.pages.trouble)
    print(user.pages.trouble.title.text(), "|", user.pages.trouble.intro.text())
    filler.unlink()
    user.go_on()
    user.open_with()
    user.until_opened().close()
    print("opened")
""",
    )
    lines = told.splitlines()
    assert lines[0].startswith("The disk is full | There is no room")
    assert "not saved" not in lines[0], "nothing was being saved"
    assert lines[1] == "opened"
