"""A copy that nobody can wait for is given up at whatever it was doing, and leaves nothing behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from seen_online.checklist.answer import Answer, Choice
from seen_online.record import backup, change, giving_up, shelf
from seen_online.record.container import seal
from seen_online.record.export import export
from seen_online.record.restore import take_over
from seen_online.record.store import Record
from seen_online.record.troubles import GivenUp, NotOpen, ReadOnly
from support.checks import full_check
from support.records import CHEAP, PASSPHRASE, new_record, only_id, opened_again

OTHER = "purple lantern on friday"
PATIENCE = 60  # seconds


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def record(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    monkeypatch.setattr(giving_up, "_STEPS", 20)  # a small record is read in few steps
    record = new_record(home)
    record.begin(full_check())
    yield record
    record.close()


def files_of(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-wal")}


def at_each_look(record: Record, call: Callable[[], object], after: Callable[[], object]) -> int:
    """Give the call up at its first look, then at its second …; return how many there were before it came through."""
    opened = record._opened
    assert opened is not None
    for number in range(1, 10_000):
        left = [number]

        def stop(left: list[int] = left) -> bool:
            left[0] -= 1
            return left[0] <= 0

        record._opened = replace(opened, stop=stop)
        try:
            call()
        except GivenUp:
            assert left[0] <= 0
            assert record._opened is not None
            after()
        else:
            return number - 1
    raise AssertionError("it looks without end")


def test_a_copy_is_given_up_wherever_it_is(home: Path, record: Record) -> None:
    before = files_of(home)

    def nothing_left() -> None:
        assert files_of(home) == before

    assert at_each_look(record, lambda: record.back_up_if_due(timedelta(0)), nothing_left) > 4
    assert len(files_of(home) - before) == 1


def test_a_file_to_take_elsewhere_is_given_up_and_the_one_before_stays(
    home: Path, record: Record, tmp_path: Path
) -> None:
    path = tmp_path / "out" / "mine.sealed"
    path.parent.mkdir()
    path.write_bytes(b"the one before")
    before = files_of(home)

    def nothing_changed() -> None:
        assert files_of(home) == before
        assert files_of(path.parent) == {path}
        assert path.read_bytes() == b"the one before"

    assert at_each_look(record, lambda: export(record, path, OTHER, cost=CHEAP), nothing_changed) > 4
    assert files_of(home) == before
    take_over(tmp_path / "there", path, OTHER, new_passphrase=PASSPHRASE, cost=CHEAP).close()


def test_a_lock_that_is_not_changed_in_time_stays_as_it_was(home: Path, record: Record) -> None:
    before = files_of(home)

    def the_old_one_holds() -> None:
        assert files_of(home) == before

    assert at_each_look(record, lambda: change.set_passphrase(record, OTHER, cost=CHEAP), the_old_one_holds) > 4
    record.close()
    opened_again(home, OTHER).close()


def test_a_new_lock_holds_though_something_of_the_old_one_can_t_be_removed(
    home: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = record.back_up_if_due(timedelta(0))
    assert copy is not None

    def stays(path: Path) -> None:
        raise ReadOnly(str(path.parent))

    monkeypatch.setattr(change, "remove", stays)
    assert not change.set_passphrase(record, OTHER, cost=CHEAP)
    record.save(full_check())
    record.close()
    monkeypatch.undo()
    again = opened_again(home, OTHER)
    assert change.set_passphrase(again, PASSPHRASE, cost=CHEAP)
    again.close()
    assert not copy.path.exists()


def test_who_closes_waits_for_no_copy(home: Path, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, came = threading.Event(), []

    def slow(*arguments: object) -> None:
        begun.set()
        stop = arguments[-1]
        while not stop():  # type: ignore[operator]
            pass
        seal(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(backup, "seal", slow)

    def copy() -> None:
        try:
            record.back_up_if_due(timedelta(0))
        except GivenUp as given_up:
            came.append(given_up)

    copying = threading.Thread(target=copy)
    copying.start()
    assert begun.wait(PATIENCE)
    check = full_check()
    check.answers["own-name"] = Answer(Choice.NEEDS_DOING, note="ask Wren")
    with record.hurry():
        record.save(check)
        record.close()
    copying.join(PATIENCE)
    assert len(came) == 1
    with pytest.raises(NotOpen):
        record.back_up_if_due(timedelta(0))
    kept = shelf.open_record(home, only_id(home), passphrase=PASSPHRASE)
    again = kept.latest()
    kept.close()
    assert again is not None
    assert again.answers["own-name"].note == "ask Wren"
    assert not list((home / "backups").iterdir())
