"""The system's keyring as Linux has it: the Secret Service, over a message bus of the test's own."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from seen_online.record import shelf
from seen_online.record.erase import erase
from seen_online.record.keychain import Keychain, system_keychain
from seen_online.record.troubles import KeyringLocked
from support.checks import full_check
from support.records import only_id
from support.secret_service import DAEMON, SecretService, secret_service

pytestmark = pytest.mark.skipif(DAEMON is None, reason="there is no dbus-daemon here")


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


def the_keychain(patience: float = 60) -> Keychain:
    keychain = system_keychain(patience)
    assert keychain is not None
    return keychain


def test_a_record_opens_with_the_key_in_the_keyring(tmp_path: Path, service: SecretService):
    home = tmp_path / "kept"
    record = shelf.create(home, keychain=the_keychain())
    record.begin(full_check())
    record.close()
    assert service.entries() == [record_entry(home)]

    again = shelf.open_record(home, only_id(home), keychain=the_keychain())
    assert again.latest() == full_check()
    again.close()

    erase(home, only_id(home), keychain=the_keychain())
    assert not service.entries()


def test_a_locked_keyring_that_is_unlocked_when_asked(tmp_path: Path, service: SecretService):
    shelf.create(tmp_path, keychain=the_keychain()).close()
    service.locked = True
    shelf.open_record(tmp_path, only_id(tmp_path), keychain=the_keychain()).close()
    assert service.prompts == 1


@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("answer", ["dismiss", "silent"])
def test_a_locked_keyring_that_stays_locked(tmp_path: Path, service: SecretService, answer: str):
    shelf.create(tmp_path, keychain=the_keychain()).close()
    service.locked, service.answer = True, answer
    with pytest.raises(KeyringLocked):
        shelf.open_record(tmp_path, only_id(tmp_path), keychain=the_keychain(patience=1))
    with pytest.raises(KeyringLocked):
        shelf.create(tmp_path / "another", keychain=the_keychain(patience=1))
    assert not (tmp_path / "another").exists()


def record_entry(home: Path) -> str:
    return shelf.read_header(shelf.Places(home, only_id(home))).entry


@pytest.mark.parametrize(
    "name",
    ["keyring.backends.fail.Keyring", "keyring.backends.null.Keyring", "support.keyrings.MemoryKeyring"],
)
def test_what_is_no_keyring_of_the_system_is_not_used(monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    assert system_keychain() is None


def test_a_keyring_that_comes_up_later_is_found(
    tmp_path: Path, service: SecretService, monkeypatch: pytest.MonkeyPatch
):
    there = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'not-yet'}")
    assert system_keychain() is None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", there)
    the_keychain().put("entry", b"k" * 32)
    assert service.entries() == ["entry"]


def test_a_computer_without_a_keyring_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody'}")
    assert system_keychain() is None
