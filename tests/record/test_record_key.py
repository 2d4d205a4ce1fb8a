"""What opens a record, what does not, and how it says so."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from seen_online.record import shelf
from seen_online.record.change import set_passphrase, use_keyring
from seen_online.record.forgetful import Forgetful
from seen_online.record.header import Locked, from_bytes
from seen_online.record.keychain import Keychain
from seen_online.record.passphrase import Cost, stretch
from seen_online.record.place import Places
from seen_online.record.store import Record
from seen_online.record.tries import FREE, begin_try, forget_tries, wait_after, wait_left
from seen_online.record.troubles import (
    KeyGone,
    KeyringLocked,
    KeyringMissing,
    NotARecord,
    PassphraseNeeded,
    TooSoon,
    WeakPassphrase,
    WrongPassphrase,
)
from support.checks import full_check
from support.keyrings import MemoryKeyring
from support.records import CHEAP, PASSPHRASE, new_record, only_id, opened_again

OTHER = "purple lantern on friday"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def keychain(keyring: MemoryKeyring) -> Keychain:
    return Keychain(keyring, patience=5)


def filled(record: Record) -> None:
    record.begin(full_check())
    record.close()


def content_of(record: Record):
    try:
        return record.latest()
    finally:
        record.close()


def test_a_passphrase_opens_it_and_no_other(home: Path):
    filled(new_record(home))

    with pytest.raises(PassphraseNeeded):
        opened_again(home, "")
    with pytest.raises(WrongPassphrase) as wrong:
        opened_again(home, OTHER)
    assert OTHER not in str(wrong.value) and PASSPHRASE not in str(wrong.value)
    assert content_of(opened_again(home)) == full_check()


def test_letters_typed_as_two_strokes_are_the_same_passphrase(home: Path):
    filled(new_record(home, "Müller geht zur Brücke"))
    assert content_of(opened_again(home, "Mu\u0308ller geht zur Bru\u0308cke")) == full_check()


@pytest.mark.parametrize("weak", ["short", "aaaaaaaaaaaaaaaa", "abababababababab", "x" * 2000], ids=len)
def test_a_passphrase_that_will_not_do_leaves_nothing_behind(home: Path, weak: str):
    with pytest.raises(WeakPassphrase):
        new_record(home, weak)
    assert not home.exists()


def test_the_key_lies_in_the_keyring_and_nowhere_else(home: Path, keyring: MemoryKeyring, keychain: Keychain):
    filled(shelf.create(home, keychain=keychain))
    (key,) = keyring.kept.values()

    for path in home.rglob("*"):
        if path.is_file():
            assert key.encode() not in path.read_bytes() and bytes.fromhex(key) not in path.read_bytes()
    assert content_of(shelf.open_record(home, only_id(home), keychain=keychain)) == full_check()


def test_each_state_of_the_keyring_has_its_own_trouble(home: Path, keyring: MemoryKeyring, keychain: Keychain):
    filled(shelf.create(home, keychain=keychain))

    with pytest.raises(KeyringMissing):
        shelf.open_record(home, only_id(home), keychain=None)
    keyring.locked = True
    with pytest.raises(KeyringLocked):
        shelf.open_record(home, only_id(home), keychain=keychain)
    keyring.locked, keyring.broken = False, True
    with pytest.raises(KeyringMissing) as broken:
        shelf.open_record(home, only_id(home), keychain=keychain)
    assert "Ashworth" not in str(broken.value)
    keyring.broken = False
    (name,) = keyring.kept
    keyring.kept[name] = "00" * 32
    with pytest.raises(KeyGone):
        shelf.open_record(home, only_id(home), keychain=keychain)
    keyring.kept[name] = "no key at all"
    with pytest.raises(KeyGone):
        shelf.open_record(home, only_id(home), keychain=keychain)
    keyring.kept.clear()
    with pytest.raises(KeyGone):
        shelf.open_record(home, only_id(home), keychain=keychain)


@pytest.mark.parametrize("state", ["locked", "forgets", "broken"])
def test_a_keyring_that_keeps_nothing_makes_no_record(
    home: Path, keyring: MemoryKeyring, keychain: Keychain, state: str
):
    setattr(keyring, state, True)
    with pytest.raises((KeyringMissing, KeyringLocked)):
        shelf.create(home, keychain=keychain)
    assert not home.exists() and not keyring.kept


def test_from_the_keyring_to_a_passphrase(home: Path, keyring: MemoryKeyring, keychain: Keychain):
    record = shelf.create(home, keychain=keychain)
    record.begin(full_check())
    set_passphrase(record, PASSPHRASE, keychain=keychain, cost=CHEAP)

    assert not keyring.kept
    assert record.header.locked is Locked.PASSPHRASE
    check = record.latest()
    assert check is not None
    check.managers = True
    assert record.save(check) == 1
    record.close()
    assert content_of(opened_again(home)) == check


def test_from_a_passphrase_to_the_keyring(home: Path, keychain: Keychain):
    record = new_record(home)
    record.begin(full_check())
    use_keyring(record, keychain)
    record.close()
    assert content_of(shelf.open_record(home, only_id(home), keychain=keychain)) == full_check()


def test_a_new_passphrase_shuts_out_the_old_one_and_every_old_copy(home: Path):
    record = new_record(home)
    record.begin(full_check())
    record.back_up_if_due()
    kept = {path.name: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    old_key = record.header
    set_passphrase(record, OTHER, cost=CHEAP)
    record.close()

    with pytest.raises(WrongPassphrase):
        opened_again(home)
    assert content_of(opened_again(home, OTHER)) == full_check()
    names = {path.name for path in home.rglob("*") if path.is_file()}
    left = {name for name in names & set(kept) if not name.endswith((".seal", ".seal2"))}
    assert not left
    assert not any(old_key.hidden.encode() in path.read_bytes() for path in home.rglob("*.seal*"))


def test_a_change_that_fails_leaves_the_old_lock(home: Path, keyring: MemoryKeyring, keychain: Keychain):
    record = new_record(home)
    record.begin(full_check())
    keyring.forgets = True
    with pytest.raises(KeyringMissing):
        use_keyring(record, keychain)
    with pytest.raises(WeakPassphrase):
        set_passphrase(record, "short", cost=CHEAP)
    assert record.save(full_check()) == 0
    record.close()
    assert content_of(opened_again(home)) == full_check()
    assert len(list((home / "records").glob("*.db*"))) == 1


def test_waits_grow_and_outlive_a_restart(tmp_path: Path):
    path = tmp_path / "x.tries"
    waits = [wait_after(wrong) for wrong in range(30)]
    assert waits[:FREE] == [0.0] * FREE
    assert waits[FREE : FREE + 3] == [5, 10, 20]
    assert waits == sorted(waits) and waits[-1] == 600

    for second in range(FREE):
        begin_try(path, now=1000.0 + second)
    last = 1000.0 + FREE - 1
    with pytest.raises(TooSoon) as soon:
        begin_try(path, now=last + 1)
    assert soon.value.wait == 4 and "4 seconds" in str(soon.value)
    assert begin_try(path, now=last + 5) == 10
    assert wait_left(path, now=last + 5 + 4) == 6
    forget_tries(path)
    assert wait_left(path, now=last) == 0


def test_turning_the_clock_back_does_not_help(tmp_path: Path):
    path = tmp_path / "x.tries"
    for _ in range(FREE):
        begin_try(path, now=5000.0)
    assert wait_left(path, now=10.0) == 5
    assert wait_left(path, now=12.0) == 3


def test_writing_into_the_count_does_not_help(tmp_path: Path):
    path = tmp_path / "x.tries"
    path.write_text("{")
    assert begin_try(path, now=100.0) == 10
    with pytest.raises(TooSoon):
        begin_try(path, now=101.0)


def test_tries_can_be_read_while_a_right_one_removes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "x.tries"
    begin_try(path)
    read = Path.read_bytes

    def removed_first(self: Path) -> bytes:
        forget_tries(path)
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", removed_first)
    assert wait_left(path) == 0


def test_wrong_tries_are_counted_before_they_are_made(home: Path):
    filled(new_record(home))
    for _ in range(FREE):
        with pytest.raises(WrongPassphrase):
            opened_again(home, OTHER)
    with pytest.raises(TooSoon):
        opened_again(home)  # the right one has to wait as well, or waiting would be a hint
    tries = Places(home, only_id(home)).tries
    assert wait_left(tries, now=time.time()) > 0
    forget_tries(tries)
    assert content_of(opened_again(home)) == full_check()
    assert not tries.exists()


def test_several_people_each_have_their_own(home: Path):
    first, second = new_record(home), new_record(home, OTHER)
    first.begin(full_check())
    first.close()
    second.close()

    on_shelf = shelf.records(home)
    assert [r.number for r in on_shelf] == [1, 2]
    assert all(r.locked is Locked.PASSPHRASE for r in on_shelf)
    assert content_of(shelf.open_record(home, on_shelf[0].id, passphrase=PASSPHRASE)) == full_check()
    with pytest.raises(WrongPassphrase):
        shelf.open_record(home, on_shelf[1].id, passphrase=PASSPHRASE)
    assert content_of(shelf.open_record(home, on_shelf[1].id, passphrase=OTHER)) is None


def test_names_of_files_say_nothing(home: Path):
    new_record(home).close()
    for path in home.rglob("*"):
        assert path.name in ("records",) or all(c in "0123456789abcdef-." for c in path.stem)


@pytest.mark.skipif(not hasattr(Path, "owner"), reason="rights of this kind are POSIX's")
def test_nobody_else_may_read_the_files(home: Path):
    record = new_record(home)
    record.begin(full_check())
    record.back_up_if_due()
    modes = {path.relative_to(home): path.stat().st_mode & 0o077 for path in home.rglob("*")}
    record.close()
    assert modes and set(modes.values()) == {0}


@pytest.mark.parametrize(
    "cost", [Cost(n=3), Cost(n=2**40), Cost(n=0), Cost(r=0), Cost(p=0), Cost(p=100), Cost(r=2**30)]
)
def test_a_cost_beyond_reason_is_not_carried_out(cost: Cost):
    with pytest.raises(NotARecord):
        stretch("anything", b"salt", cost)


def test_the_usual_cost_is_what_is_recommended():
    assert (Cost().n, Cost().r, Cost().p) == (2**17, 8, 1)
    assert Cost().sane


def test_a_header_is_read_strictly(home: Path):
    new_record(home).close()
    whole = Places(home, only_id(home)).header.read_bytes()
    assert from_bytes(whole).locked is Locked.PASSPHRASE
    for bad in (
        b"",
        b"{}",
        whole[:-10],
        whole.replace(b"passphrase", b"pessphrase"),
        whole + b"x" * 5000,
        b"\xff" * 300,
    ):
        with pytest.raises(NotARecord):
            from_bytes(bad)


def test_forget_mode_has_no_key_and_no_file(home: Path):
    keeper = Forgetful()
    keeper.begin(full_check())
    keeper.save(full_check())
    keeper.close()
    assert not home.exists()
