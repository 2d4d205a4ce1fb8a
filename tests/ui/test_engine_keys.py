"""Keys of search services in the window: typed, used, kept in the keyring alone, taken away, erased."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from seen_online.outbox.keys import Keys, origin
from seen_online.record.erase import erase, erase_everything
from seen_online.record.forgetful import Forgetful
from seen_online.record.keychain import SERVICE, Keychain, services_entry, system_keychain
from seen_online.record.move import copy_into
from seen_online.trouble import Trouble
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.consent import ConsentDialog
from seen_online.ui.dialogs.settings import SettingsDialog
from seen_online.ui.window import MainWindow
from support import searxng
from support.duckduckgo import Found
from support.gates import said_on
from support.keyrings import MemoryKeyring
from support.records import new_record, only_id, opened_again
from support.secret_service import DAEMON, secret_service
from support.servers import Answer, Asked, Site

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20_000  # milliseconds
KEY = "tok-5f1cQd0e"


@pytest.fixture
def site() -> Iterator[Site]:
    def speaks(asked: Asked) -> Answer:
        rows = [Found("Weather", "https://example.org/weather")]
        good = asked.headers.get("authorization") == f"Bearer {KEY}"
        return searxng.data("weather", rows, []) if good else Answer(401)

    with Site(speaks) as made:
        yield made


@pytest.fixture
def ring(desk: Desk) -> MemoryKeyring:
    made = MemoryKeyring()
    desk.keyring = lambda: Keychain(made)
    return made


def settings(desk: Desk, qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def add(dialog: SettingsDialog, qtbot: QtBot, address: str, key: str = "") -> None:
    qtbot.keyClicks(dialog.engines.address, address)
    qtbot.keyClicks(dialog.engines.key, key)
    qtbot.mouseClick(dialog.engines.add_button, LEFT)


def try_out(dialog: SettingsDialog, qtbot: QtBot) -> str:
    dialog.notice.show_text("")
    qtbot.mouseClick(dialog.engines.try_button, LEFT)
    consent = dialog.findChildren(ConsentDialog)[-1]
    qtbot.mouseClick(consent.agree_button, LEFT)
    qtbot.waitUntil(lambda: dialog.notice.text not in ("", "Trying …"), timeout=PATIENCE)
    return dialog.notice.text


def quiet(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.background.working, timeout=PATIENCE)


def held(ring: MemoryKeyring, home: Path) -> dict[str, str]:
    kept = ring.kept.get((SERVICE, services_entry(only_id(home))))
    return msgspec.json.decode(bytes.fromhex(kept), type=dict[str, str]) if kept else {}


def test_a_key_is_typed_tried_used_and_never_shown(desk: Desk, site: Site, qtbot: QtBot, ring: MemoryKeyring) -> None:
    dialog = settings(desk, qtbot)
    assert dialog.engines.key.echoMode() is QLineEdit.EchoMode.Password
    add(dialog, qtbot, site.url)
    assert "asks for a key" in try_out(dialog, qtbot)
    assert "gets the key" not in said_on(dialog)
    add(dialog, qtbot, site.url, KEY)
    assert dialog.engines.offered().count(f"searxng={site.url}") == 1
    assert said_on(dialog).count("gets the key") == 1
    assert "1 result" in try_out(dialog, qtbot)
    assert desk.keys.services == [], "nothing holds before it is saved"
    dialog.save()
    assert desk.keys.header(site.url) == f"Bearer {KEY}"
    quiet(desk, qtbot)
    assert ring.kept == {}, "nothing is kept, so no key either"
    again = settings(desk, qtbot)
    assert said_on(again).count("gets the key") == 1
    for told in (said_on(dialog), said_on(again), repr(desk.outbox.sent)):
        assert KEY not in told


def test_enter_adds_and_does_not_close_the_window(desk: Desk, site: Site, qtbot: QtBot) -> None:
    dialog = settings(desk, qtbot)
    qtbot.keyClicks(dialog.engines.address, site.url)
    qtbot.keyClicks(dialog.engines.key, KEY)
    qtbot.keyClick(dialog.engines.key, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.engines.offered() == ["duckduckgo", f"searxng={site.url}"]
    assert site.url in dialog.engines.keys
    qtbot.keyClick(dialog.engines.address, Qt.Key.Key_Enter)
    assert dialog.isVisible()
    assert dialog.notice.text, "an empty line is no address"


@pytest.mark.parametrize(
    ("address", "key", "said"),
    [("http://search.example.org", KEY, "not sealed"), ("https://search.example.org", "two words", "can't be a key")],
)
def test_a_key_that_must_not_be_sent_is_refused_by_name(
    desk: Desk, qtbot: QtBot, address: str, key: str, said: str
) -> None:
    dialog = settings(desk, qtbot)
    add(dialog, qtbot, address, key)
    assert said in dialog.notice.text
    assert key not in dialog.notice.text
    assert dialog.engines.offered() == ["duckduckgo"]
    assert dialog.engines.key.text() == key, "to be mended"


def test_cancelling_changes_no_key(desk: Desk, site: Site, qtbot: QtBot) -> None:
    dialog = settings(desk, qtbot)
    add(dialog, qtbot, site.url, KEY)
    dialog.reject()
    assert desk.keys.services == []


def test_a_key_is_in_the_keyring_and_not_in_the_record(
    desk: Desk, site: Site, qtbot: QtBot, ring: MemoryKeyring, tmp_path: Path
) -> None:
    home = tmp_path / "kept"
    desk.take_keeper(new_record(home))
    dialog = settings(desk, qtbot)
    add(dialog, qtbot, f"{site.url}/?categories=images", KEY)
    dialog.save()
    quiet(desk, qtbot)
    assert held(ring, home) == {origin(site.url): KEY}
    assert desk.keeper.settings()["keyed"] == [origin(site.url)]
    assert KEY not in repr(desk.keeper.settings())
    desk.leave_keeper()
    assert desk.keys.services == [], "a locked record takes its keys along"
    desk.take_keeper(opened_again(home))
    assert desk.keys.services == [origin(site.url)]
    assert desk.keys.header(site.url) == f"Bearer {KEY}"
    desk.leave_keeper()


def test_taking_the_service_away_takes_its_key_away(
    desk: Desk, site: Site, qtbot: QtBot, ring: MemoryKeyring, tmp_path: Path
) -> None:
    home = tmp_path / "kept"
    desk.take_keeper(new_record(home))
    dialog = settings(desk, qtbot)
    add(dialog, qtbot, f"{site.url}/?categories=images", KEY)
    add(dialog, qtbot, f"{site.url}/?categories=news")
    assert said_on(dialog).count("gets the key") == 2, "one address, one key"
    qtbot.mouseClick(dialog.engines.remove_button, LEFT)
    assert site.url in dialog.engines.keys, "the other still needs it"
    dialog.save()
    quiet(desk, qtbot)
    assert held(ring, home)
    dialog = settings(desk, qtbot)
    dialog.engines.list.setCurrentRow(dialog.engines.list.count() - 1)
    qtbot.mouseClick(dialog.engines.remove_button, LEFT)
    dialog.save()
    quiet(desk, qtbot)
    assert ring.kept == {}
    assert desk.keys.services == []
    assert desk.keeper.settings()["keyed"] == []
    desk.leave_keeper()


def test_each_record_has_its_own_and_erasing_one_leaves_the_other(
    desk: Desk, qtbot: QtBot, ring: MemoryKeyring, tmp_path: Path
) -> None:
    home = tmp_path / "kept"
    ids: list[str] = []
    for number in range(2):
        record = new_record(home)
        ids.append(record.header.id)
        desk.take_keeper(record)
        keys = desk.keys.copy()
        keys.put("https://search.example.org", f"{KEY}{number}")
        desk.take_keys(keys)
        quiet(desk, qtbot)
        desk.leave_keeper()
    assert len(ring.kept) == 2
    erase(home, ids[0], keychain=Keychain(ring))
    assert list(ring.kept) == [(SERVICE, services_entry(ids[1]))]
    erase_everything(home, keychain=Keychain(ring))
    assert ring.kept == {}


def test_what_was_in_memory_goes_into_the_keyring_with_the_change_of_mind(
    desk: Desk, qtbot: QtBot, ring: MemoryKeyring, tmp_path: Path
) -> None:
    home = tmp_path / "kept"
    desk.take_keeper(Forgetful())
    keys = Keys()
    keys.put("https://search.example.org", KEY)
    desk.take_keys(keys)
    quiet(desk, qtbot)
    assert ring.kept == {}
    record = new_record(home)
    copy_into(desk.keeper, record, desk.checks)
    desk.keep_in(record)
    quiet(desk, qtbot)
    assert held(ring, home) == {"https://search.example.org:443": KEY}
    desk.leave_keeper()


def test_practice_keeps_no_key(desk: Desk, qtbot: QtBot, ring: MemoryKeyring, tmp_path: Path) -> None:
    desk.take_keeper(new_record(tmp_path / "kept"))
    desk.begin(desk.check.person, ["duckduckgo"], desk.network, practice=True)
    keys = Keys()
    keys.put("https://search.example.org", KEY)
    desk.take_keys(keys)
    quiet(desk, qtbot)
    assert ring.kept == {}
    desk.leave_keeper(save=False)


def test_a_record_without_keys_does_not_ask_the_keyring(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[int] = []

    def keyring() -> None:
        asked.append(1)

    desk.keyring = keyring
    desk.take_keeper(new_record(tmp_path / "kept"))
    settings(desk, qtbot).save()
    desk.keys.header("https://search.example.org")
    desk.take_keys(Keys())
    quiet(desk, qtbot)
    assert asked == []
    desk.leave_keeper()


@pytest.mark.parametrize("state", ["locked", "forgets", "broken", "absent"])
def test_a_keyring_that_does_not_take_it_is_told_and_the_key_works_until_the_end(
    desk: Desk, qtbot: QtBot, ring: MemoryKeyring, tmp_path: Path, state: str
) -> None:
    desk.take_keeper(new_record(tmp_path / "kept"))
    if state == "absent":
        desk.keyring = lambda: None
    else:
        setattr(ring, state, True)
    keys = Keys()
    keys.put("https://search.example.org", KEY)
    with qtbot.waitSignal(desk.keys_not_kept, timeout=PATIENCE) as told:
        desk.take_keys(keys)
    trouble = told.args[0]
    assert isinstance(trouble, Trouble)
    assert "did not take the key" in str(trouble)
    assert KEY not in str(trouble)
    assert desk.keys.header("https://search.example.org") == f"Bearer {KEY}"
    desk.leave_keeper()


def test_a_locked_keyring_loses_no_other_key(desk: Desk, qtbot: QtBot, ring: MemoryKeyring, tmp_path: Path) -> None:
    home = tmp_path / "kept"
    desk.take_keeper(new_record(home))
    keys = Keys()
    keys.put("https://one.example", KEY)
    desk.take_keys(keys)
    quiet(desk, qtbot)
    desk.leave_keeper()
    desk.take_keeper(opened_again(home))
    ring.locked = True
    assert desk.keys.header("https://one.example") == ""
    more = desk.keys.copy()
    more.put("https://two.example", "tok-2")
    with qtbot.waitSignal(desk.keys_not_kept, timeout=PATIENCE):
        desk.take_keys(more)
    ring.locked = False
    assert held(ring, home) == {"https://one.example:443": KEY}
    desk.take_keys(desk.keys.copy())
    quiet(desk, qtbot)
    assert held(ring, home) == {"https://one.example:443": KEY, "https://two.example:443": "tok-2"}
    desk.leave_keeper()


def test_a_key_that_could_not_be_taken_out_of_the_keyring_is_told(
    desk: Desk, qtbot: QtBot, ring: MemoryKeyring, tmp_path: Path
) -> None:
    desk.take_keeper(new_record(tmp_path / "kept"))
    keys = Keys()
    keys.put("https://one.example", KEY)
    desk.take_keys(keys)
    quiet(desk, qtbot)
    ring.locked = True
    with qtbot.waitSignal(desk.keys_not_kept, timeout=PATIENCE) as told:
        desk.take_keys(Keys())
    assert "still lies in this computer's keyring" in str(told.args[0])
    desk.leave_keeper()


def test_the_window_says_so(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.keys_not_kept.emit(Trouble("The keyring did not take it.", "Type it again."))
    assert "Type it again." in window.notice.text


@pytest.mark.parametrize("kept", ['["a list"]', "no json", '{"https://one.example:443": 7}', "{}"])
def test_whatever_lies_in_the_keyring_is_no_key(desk: Desk, ring: MemoryKeyring, tmp_path: Path, kept: str) -> None:
    home = tmp_path / "kept"
    record = new_record(home)
    record.set("keyed", ["https://one.example:443", 7])
    ring.kept[SERVICE, services_entry(record.header.id)] = kept.encode().hex()
    desk.take_keeper(record)
    assert desk.keys.services == ["https://one.example:443"]
    assert desk.keys.header("https://one.example") == ""
    desk.leave_keeper()


@pytest.mark.skipif(DAEMON is None, reason="this computer has no dbus-daemon")
def test_with_a_real_keyring(
    desk: Desk, site: Site, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "kept"
    with secret_service(tmp_path / "bus") as (address, service):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        assert desk.keyring is system_keychain
        desk.take_keeper(new_record(home))
        dialog = settings(desk, qtbot)
        add(dialog, qtbot, site.url, KEY)
        dialog.save()
        quiet(desk, qtbot)
        assert service.entries() == [services_entry(only_id(home))]
        desk.leave_keeper()
        desk.take_keeper(opened_again(home))
        assert "1 result" in ask_again(desk, site, qtbot)
        desk.leave_keeper(save=False)
        erase(home, only_id(home), keychain=system_keychain())
        assert service.entries() == []
        desk.background.close()
    # The keyring library leaves a connection open; it ends with the bus, here, in this test.
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(30)
    gc.collect()


def ask_again(desk: Desk, site: Site, qtbot: QtBot) -> str:
    dialog = settings(desk, qtbot)
    names = dialog.engines.offered()
    dialog.engines.list.setCurrentRow(dialog.engines.list.count() - 1)
    assert names[-1] == f"searxng={site.url}"
    return try_out(dialog, qtbot)
