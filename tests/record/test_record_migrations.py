"""Each earlier layout is brought to the newest, in numbered steps, with a sealed copy made first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from seen_online.record import database, migrations, shelf
from seen_online.record.header import new_key
from seen_online.record.migrations import APPLICATION, VERSION, lay_out, migrate, version_of
from seen_online.record.pieces import pack
from seen_online.record.restore import take_over
from seen_online.record.troubles import Damaged, TooNew
from support.checks import full_check
from support.records import CHEAP, PASSPHRASE, new_record, only_id, opened_again

VERSIONS = Path(__file__).parent / "versions"
# The passphrase of the files in `versions`, which hold a made-up person.
THEIRS = "made up person only"


def version_0(path: Path, key: bytes) -> Any:
    """Make a record of a layout that never was: answers in a table of their own, as plain columns."""
    connection = database.create(path, key)
    connection.execute("CREATE TABLE answers (item TEXT, choice TEXT)")
    connection.execute("INSERT INTO answers VALUES ('settings', 'done'), ('details', 'not_sure')")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    return connection


def from_0(connection: Any) -> None:
    rows = connection.execute("SELECT item, choice FROM answers").fetchall()
    for statement in migrations._LAYOUT:
        connection.execute(statement)
    connection.execute("INSERT INTO checks VALUES (1, '2026-01-01T00:00:00+00:00', ?)", (pack({}),))
    for item, choice in rows:
        connection.execute("INSERT INTO pieces VALUES (1, 'answers', ?, 0, ?)", (item, pack({"choice": choice})))
    connection.execute("DROP TABLE answers")


@pytest.fixture
def key() -> bytes:
    return new_key()


def test_a_step_brings_an_old_record_up(tmp_path: Path, key: bytes):
    connection = version_0(tmp_path / "x.db", key)
    assert migrate(connection, {0: from_0}, newest=1)
    assert version_of(connection) == 1
    assert not migrate(connection, {0: from_0}, newest=1)
    connection.close()


def test_steps_follow_each_other_and_one_that_fails_changes_nothing(tmp_path: Path, key: bytes):
    connection = version_0(tmp_path / "x.db", key)
    done: list[int] = []

    def breaks(connection: Any) -> None:
        connection.execute("DROP TABLE pieces")
        raise ZeroDivisionError

    def step(number: int):
        return lambda connection: done.append(number)

    with pytest.raises(ZeroDivisionError):
        migrate(connection, {0: from_0, 1: step(1), 2: breaks}, newest=3)
    assert version_of(connection, newest=3) == 2 and done == [1]
    assert connection.execute("SELECT count(*) FROM pieces").fetchone() == (2,)
    assert migrate(connection, {2: step(2)}, newest=3)
    assert done == [1, 2]
    connection.close()


def test_a_step_that_is_missing_is_not_skipped(tmp_path: Path, key: bytes):
    connection = version_0(tmp_path / "x.db", key)
    with pytest.raises(Damaged):
        migrate(connection, {1: from_0}, newest=2)
    assert version_of(connection) == 0
    connection.close()


def test_an_old_record_on_the_shelf_is_copied_first_then_brought_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    record = new_record(tmp_path)
    record.begin(full_check())
    with record.held() as opened:
        opened.connection.execute("PRAGMA user_version = 0")
    record.close()
    began: list[int] = []
    monkeypatch.setattr(migrations, "STEPS", {0: lambda _: began.append(len(list((tmp_path / "backups").iterdir())))})

    again = opened_again(tmp_path)

    assert began == [1]  # the copy was there before the step
    assert again.latest() == full_check()
    with again.held() as opened:
        assert version_of(opened.connection) == VERSION
    again.close()


def test_a_newer_record_is_left_as_it_is(tmp_path: Path):
    record = new_record(tmp_path)
    with record.held() as opened:
        opened.connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    record.close()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path.suffix == ".db"}
    with pytest.raises(TooNew):
        opened_again(tmp_path)
    assert {path: path.read_bytes() for path in before} == before


def test_a_piece_that_only_a_newer_program_knows_is_too_new(tmp_path: Path):
    record = new_record(tmp_path)
    record.begin(full_check())
    with record.held() as opened:
        opened.connection.execute(
            "UPDATE pieces SET data = ? WHERE kind = 'answers' AND name = 'settings'", (pack({"choice": "some_day"}),)
        )
    with pytest.raises(TooNew):
        record.latest()
    record.close()


def test_a_kind_of_piece_that_is_not_known_is_left_alone(tmp_path: Path):
    record = new_record(tmp_path)
    record.begin(full_check())
    with record.held() as opened:
        opened.connection.execute("INSERT INTO pieces VALUES (1, 'moods', 'x', 0, x'00')")
    check = record.latest()
    assert check == full_check()
    record.save(check)
    with record.held() as opened:
        assert opened.connection.execute("SELECT count(*) FROM pieces WHERE kind = 'moods'").fetchone() == (1,)
    record.close()


def test_a_database_that_is_no_record_is_not_taken_for_one(tmp_path: Path, key: bytes):
    connection = database.create(tmp_path / "x.db", key)
    with pytest.raises(Damaged):
        version_of(connection)
    lay_out(connection)
    assert version_of(connection) == VERSION
    connection.close()


def test_there_is_a_file_of_every_version():
    assert {int(path.stem) for path in VERSIONS.glob("*.sealed")} >= set(range(1, VERSION + 1))


@pytest.mark.parametrize("version", sorted(int(path.stem) for path in VERSIONS.glob("*.sealed")))
def test_a_record_of_every_version_still_opens(tmp_path: Path, version: int):
    record = take_over(tmp_path, VERSIONS / f"{version}.sealed", THEIRS, new_passphrase=PASSPHRASE, cost=CHEAP)
    check = record.latest()
    assert check is not None
    assert check.answers == full_check().answers
    assert check.verdicts == full_check().verdicts
    assert check.findings == full_check().findings
    assert check.person == full_check().person
    assert [(r.key, r.title) for r in check.results] == [(r.key, r.title) for r in full_check().results]
    assert {key: page.text for key, page in check.pages.items()} == {
        key: page.text for key, page in full_check().pages.items()
    }
    assert record.setting("reminder") == "2026-09-01"
    record.close()
    shelf.open_record(tmp_path, only_id(tmp_path), passphrase=PASSPHRASE).close()
