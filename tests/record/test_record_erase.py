"""After erasing, nothing is left to be found."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from seen_online.record import shelf
from seen_online.record.erase import erase, erase_everything
from seen_online.record.keychain import Keychain
from seen_online.record.lock import hold
from seen_online.record.troubles import KeyringLocked, KeyringMissing, WrongPassphrase
from support.checks import full_check
from support.keyrings import MemoryKeyring
from support.records import new_record, only_id, opened_again


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def left(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_nothing_of_a_record_is_left(home: Path):
    keyring = MemoryKeyring()
    keychain = Keychain(keyring)
    record = shelf.create(home, keychain=keychain)
    record.begin(full_check())
    record.set("draft", "text")
    record.back_up_if_due()
    record.close()
    record_id = only_id(home)
    (home / "records" / f"{record_id}-0123456789abcdef-20260101.damaged").write_bytes(b"put aside once")

    erase(home, record_id, keychain=keychain)

    assert not keyring.kept and left(home) == [] and shelf.records(home) == ()


def test_another_persons_record_stays(home: Path):
    new_record(home).close()
    mine = only_id(home)
    other = new_record(home, "purple lantern on friday")
    other.begin(full_check())
    other.back_up_if_due()
    other.close()

    erase(home, mine)

    again = opened_again(home, "purple lantern on friday")
    assert again.latest() == full_check()
    again.close()
    assert len(list((home / "backups").iterdir())) == 1


def test_a_forgotten_passphrase_and_a_damaged_record_can_be_erased(home: Path):
    new_record(home).close()
    with pytest.raises(WrongPassphrase):
        opened_again(home, "not this one at all")
    for path in left(home):
        path.write_bytes(b"\0" * 50)
    erase(home, only_id(home))
    assert left(home) == []


@pytest.mark.parametrize("state", ["locked", "absent"])
def test_the_files_go_even_where_the_keyring_does_not_answer(home: Path, state: str):
    keyring = MemoryKeyring()
    shelf.create(home, keychain=Keychain(keyring)).close()
    keyring.locked = True
    with pytest.raises((KeyringLocked, KeyringMissing)):
        erase(home, only_id(home), keychain=Keychain(keyring) if state == "locked" else None)
    assert left(home) == []


def test_everything_goes_with_settings_and_caches(home: Path, tmp_path: Path):
    held = hold(home)
    keyring = MemoryKeyring()
    for _ in range(2):
        record = shelf.create(home, keychain=Keychain(keyring))
        record.begin(full_check())
        record.back_up_if_due()
        record.close()
    with pytest.raises(WrongPassphrase):
        new_record(home).close()
        shelf.open_record(home, shelf.records(home)[2].id, passphrase="not this one at all")
    for folder in (platformdirs.user_cache_path, platformdirs.user_config_path):
        path = folder("seen-online", appauthor=False)
        path.mkdir(parents=True)
        (path / "thing").write_text("cached")
    held.let_go()

    erase_everything(home, keychain=Keychain(keyring))

    assert not keyring.kept and not home.exists()
    assert [path for path in left(tmp_path) if path.parent.name != "tmp"] == []


def test_somebody_elses_files_in_the_folder_stay(home: Path):
    new_record(home).close()
    (home / "letter.odt").write_text("mine")
    (home / "records" / "holiday.jpg").write_text("mine too")
    erase_everything(home)
    assert {path.name for path in left(home)} == {"letter.odt", "holiday.jpg"}


def test_caches_go_but_no_record_in_the_usual_folder(home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    # On Windows and macOS the folder for settings is the one for data.
    usual = platformdirs.user_data_path("seen-online", appauthor=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(usual.parent))
    new_record(usual).close()
    new_record(home).close()
    erase_everything(home)
    assert not home.exists() and len(shelf.records(usual)) == 1
