"""Sealed copies: made when they should be, whole, rotating, and read again where they are needed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from seen_online.checklist.answer import Answer, Choice
from seen_online.record import backup, shelf
from seen_online.record.export import SUFFIX, export
from seen_online.record.header import Locked
from seen_online.record.keychain import Keychain
from seen_online.record.place import Places
from seen_online.record.restore import restore, take_over
from seen_online.record.store import Record
from seen_online.record.troubles import Damaged, NotARecord, PassphraseNeeded, ReadOnly, WeakPassphrase, WrongPassphrase
from support.checks import full_check
from support.keyrings import MemoryKeyring
from support.records import CHEAP, PASSPHRASE, database_of, new_record, only_id, opened_again

OTHER = "purple lantern on friday"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def record(home: Path) -> Iterator[Record]:
    record = new_record(home)
    record.begin(full_check())
    yield record
    record.close()


def copies(home: Path) -> list[Path]:
    return sorted((home / "backups").glob("*"))


def spoil(path: Path) -> bytes:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(bytes(data))
    return bytes(data)


def test_a_first_check_has_nothing_to_copy(home: Path, record: Record):
    assert copies(home) == []


def test_a_new_check_makes_a_copy_of_all_before(home: Path, record: Record):
    record.begin(replace(full_check(), started=datetime(2027, 1, 1, tzinfo=UTC)))
    (copy,) = copies(home)
    assert copy.suffix == SUFFIX
    opened_from = restore_into(home, copy)
    assert [line.id for line in opened_from.checks()] == [1]
    assert opened_from.load(1) == full_check()
    opened_from.close()


def restore_into(home: Path, copy: Path) -> Record:
    return take_over(home.parent / "elsewhere", copy, PASSPHRASE, new_passphrase=OTHER, cost=CHEAP)


def test_copies_are_made_when_due_and_rotate(home: Path, record: Record):
    assert record.back_up_if_due() is not None
    assert record.back_up_if_due() is None
    for _ in range(backup.KEPT + 3):
        assert record.back_up_if_due(timedelta(0)) is not None
    kept = backup.backups(Places(home, only_id(home)))
    assert len(kept) == backup.KEPT == len(copies(home))
    assert kept == sorted(kept, key=lambda b: b.made, reverse=True)


def test_an_empty_record_is_not_copied(home: Path):
    record = new_record(home)
    assert record.back_up_if_due(timedelta(0)) is None
    record.close()


def test_copies_are_sealed(home: Path, record: Record, tmp_path: Path):
    record.back_up_if_due()
    (copy,) = copies(home)
    assert b"Ashworth" not in copy.read_bytes() and b"SQLite format" not in copy.read_bytes()
    body = tmp_path / "body.db"
    body.write_bytes(copy.read_bytes()[-8192:])
    with closing(sqlite3.connect(body)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM sqlite_master")


def test_going_back_to_the_latest_good_copy(home: Path, record: Record):
    record.back_up_if_due(timedelta(0))
    check = full_check()
    check.answers["public"] = Answer(Choice.DONE)
    record.save(check)
    record.back_up_if_due(timedelta(0))
    record.close()
    spoilt = spoil(database_of(home))
    spoil(copies(home)[-1])  # so the newest copy is not good either

    with pytest.raises(Damaged) as damaged:
        opened_again(home)
    offered = damaged.value.backup
    assert offered is not None and offered.path == copies(home)[0]
    assert "go back" in str(damaged.value)
    assert database_of(home).read_bytes() == spoilt

    again = restore(home, only_id(home), offered, passphrase=PASSPHRASE)
    assert again.latest() == full_check()
    again.close()
    (aside,) = (home / "records").glob("*.damaged")
    assert aside.read_bytes() == spoilt
    final = opened_again(home)
    assert final.latest() == full_check()
    final.close()
    assert aside.exists()


def test_where_no_copy_is_good_none_is_offered(home: Path, record: Record):
    record.close()
    spoil(database_of(home))
    with pytest.raises(Damaged) as damaged:
        opened_again(home)
    assert damaged.value.backup is None and "no good copy" in str(damaged.value)


def test_going_back_needs_the_passphrase_and_a_good_copy(home: Path, record: Record):
    offered = record.back_up_if_due()
    assert offered is not None
    record.close()
    data = database_of(home)
    spoilt = spoil(data)
    with pytest.raises(PassphraseNeeded):
        restore(home, only_id(home), offered)
    with pytest.raises(WrongPassphrase):
        restore(home, only_id(home), offered, passphrase=OTHER)
    spoil(offered.path)
    with pytest.raises(Damaged):
        restore(home, only_id(home), offered, passphrase=PASSPHRASE)
    assert database_of(home) == data and data.read_bytes() == spoilt


def test_a_damaged_record_makes_no_copy_and_drops_none(home: Path, record: Record):
    for _ in range(backup.KEPT):
        record.back_up_if_due(timedelta(0))
    record.close()
    before = {path: path.read_bytes() for path in copies(home)}
    record = opened_again(home)
    path = database_of(home)
    with path.open("r+b") as file:  # damaged while it is open
        file.seek(4096 * 3 + 100)
        file.write(b"\0" * 2000)
    with pytest.raises(Damaged):
        record.back_up_if_due(timedelta(0))
    record.close()
    assert {path: path.read_bytes() for path in copies(home)} == before


def test_while_it_is_open_no_copy_is_said_to_be_missing(home: Path, record: Record):
    record.begin(full_check())
    record.back_up_if_due()
    broken = database_of(home)
    with record.held() as opened:
        opened.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        opened.connection.execute("PRAGMA cache_size = 0").fetchall()
    broken.write_bytes(broken.read_bytes()[:4096] + bytes(broken.stat().st_size - 4096))
    with pytest.raises(Damaged) as damaged:
        record.save(replace(full_check(), managers=not full_check().managers))
    assert "no good copy" not in str(damaged.value)
    assert "open it again" in str(damaged.value)
    record.close()
    with pytest.raises(Damaged) as damaged:
        opened_again(home)
    assert damaged.value.backup is not None


def test_a_lost_first_header_is_mended_from_its_copy(home: Path, record: Record):
    record.close()
    places = Places(home, only_id(home))
    places.header.write_bytes(b"")
    again = opened_again(home)
    assert again.latest() == full_check()
    again.close()
    assert places.header.read_bytes() == places.header_copy.read_bytes()


def test_where_both_headers_are_lost_a_copy_brings_them_back_and_nothing_is_lost(home: Path, record: Record):
    record.back_up_if_due()
    check = full_check()
    check.answers["public"] = Answer(Choice.DONE)
    record.save(check)
    record.close()
    places = Places(home, only_id(home))
    places.header.write_bytes(b"\0" * 100)
    places.header_copy.unlink()
    assert [r.locked for r in shelf.records(home)] == [None]

    with pytest.raises(Damaged) as damaged:
        opened_again(home)
    assert damaged.value.backup is not None
    again = restore(home, only_id(home), damaged.value.backup, passphrase=PASSPHRASE)
    assert again.latest() == check  # the record itself, newer than the copy
    again.close()
    opened_again(home).close()


def test_what_a_broken_off_change_left_is_tidied_away(home: Path, record: Record):
    record.close()
    folder = home / "records"
    for name in (f"{only_id(home)}-0123456789abcdef.db", f"{only_id(home)}.export.part"):
        (folder / name).write_bytes(b"left over")
    (folder / "something-of-mine.db").write_bytes(b"not ours")
    record = opened_again(home)
    assert record.latest() == full_check()
    record.close()
    names = {path.name for path in folder.iterdir()}
    assert "something-of-mine.db" in names and len(names) == 4


def test_export_opens_on_another_computer(home: Path, record: Record, tmp_path: Path):
    record.set("reminder", "2026-09-01")
    file = tmp_path / f"copy{SUFFIX}"
    export(record, file, OTHER, cost=CHEAP)
    assert sorted(p.name for p in (home / "records").iterdir() if ".part" in p.name) == []
    keyring = MemoryKeyring()
    there = take_over(tmp_path / "there", file, OTHER, keychain=Keychain(keyring))

    assert there.header.locked is Locked.KEYRING and len(keyring.kept) == 1
    assert there.latest() == full_check()
    assert there.setting("reminder") == "2026-09-01"
    there.close()
    assert file.read_bytes().startswith(b"Seen Online, sealed record\n")
    assert record.header.id.encode() not in file.read_bytes()


def test_an_import_that_fails_leaves_nothing_behind(home: Path, record: Record, tmp_path: Path):
    file = tmp_path / f"copy{SUFFIX}"
    export(record, file, OTHER, cost=CHEAP)
    there = tmp_path / "there"
    with pytest.raises(WrongPassphrase):
        take_over(there, file, PASSPHRASE, new_passphrase=OTHER)
    with pytest.raises(PassphraseNeeded):
        take_over(there, file, "", new_passphrase=OTHER)
    with pytest.raises(WeakPassphrase):
        take_over(there, file, OTHER, new_passphrase="short")
    spoil(file)
    with pytest.raises(Damaged):
        take_over(there, file, OTHER, new_passphrase=PASSPHRASE, cost=CHEAP)
    assert [path for path in there.rglob("*") if path.is_file()] == []


def test_an_export_goes_over_nothing_that_the_record_lives_on(home: Path, record: Record, tmp_path: Path):
    (copy,) = [record.back_up_if_due()]
    assert copy is not None
    there = tmp_path / "another way there"
    there.symlink_to(home)
    before = {path: path.read_bytes() for path in (copy.path, database_of(home))}
    for path in (*before, there / "backups" / copy.path.name, home / "records" / "new.sealed"):
        with pytest.raises(ReadOnly):
            export(record, path, OTHER, cost=CHEAP)
    assert {path: path.read_bytes() for path in before} == before
    assert not (home / "records" / "new.sealed").exists()


def test_an_export_wants_a_passphrase(record: Record, tmp_path: Path):
    with pytest.raises(WeakPassphrase):
        export(record, tmp_path / "x", "short")
    assert not (tmp_path / "x").exists()


def test_a_copy_whose_key_lies_in_a_keyring_is_no_export(tmp_path: Path):
    home = tmp_path / "kept"
    record = shelf.create(home, keychain=Keychain(MemoryKeyring()))
    record.begin(full_check())
    copy = record.back_up_if_due()
    record.close()
    assert copy is not None
    with pytest.raises(NotARecord):
        take_over(tmp_path / "there", copy.path, PASSPHRASE, new_passphrase=OTHER)
