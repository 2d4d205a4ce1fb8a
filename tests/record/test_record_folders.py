"""Folders that are odd: on a server, not to be looked into, with names that are not ours."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from seen_online.record import shelf
from seen_online.record.erase import erase, erase_everything
from seen_online.record.lock import hold
from seen_online.record.place import address_of, put_in_place
from seen_online.record.restore import restore, take_over
from seen_online.record.troubles import BackupFile, CopyDamaged, Damaged, Unreadable
from support.checks import full_check
from support.records import CHEAP, PASSPHRASE, database_of, new_record, only_id, opened_again
from support.small_disk import ALLOWED

apart = pytest.mark.skipif(not ALLOWED, reason="this system gives no process a name space of its own")


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PureWindowsPath(r"C:\Users\Nia P\x.db"), "file:///C:/Users/Nia%20P/x.db?mode=rw"),
        (PureWindowsPath(r"\\files.example\home$\nia\x.db"), "file:////files.example/home%24/nia/x.db?mode=rw"),
        (PurePosixPath("/home/nia/50% #1?/x.db"), "file:///home/nia/50%25%20%231%3F/x.db?mode=rw"),
    ],
)
def test_a_database_s_address(path: PureWindowsPath, address: str):
    assert address_of(path) == address


@pytest.mark.parametrize("name", ["50% #1?", "Zoë & co", "file:x", "a'b\"c"])
def test_a_record_in_a_folder_with_an_odd_name(tmp_path: Path, name: str):
    home = tmp_path / name
    record = new_record(home)
    record.begin(full_check())
    record.back_up_if_due()
    record.close()
    again = opened_again(home)
    assert again.latest() == full_check()
    again.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_folder_whose_name_is_no_text(tmp_path: Path):
    home = Path(os.fsdecode(os.fsencode(tmp_path) + b"/k\xfferpt"))
    new_record(home).close()
    opened_again(home).close()


def test_what_is_not_ours_is_no_record(tmp_path: Path):
    record = new_record(tmp_path)
    record.close()
    kept = only_id(tmp_path)
    for name in ("*.seal", f"{kept} (copy).seal", "notes.seal2"):
        (tmp_path / "records" / name).write_bytes(b"x")
    assert only_id(tmp_path) == kept


def test_a_folder_that_is_no_folder_is_not_taken_for_an_empty_one(tmp_path: Path):
    (tmp_path / "records").write_bytes(b"")
    with pytest.raises(Unreadable):
        shelf.records(tmp_path)
    with pytest.raises(Unreadable):
        erase(tmp_path, "0" * 16)
    with pytest.raises(Unreadable):
        erase_everything(tmp_path)


LOOKS = """
import sys
from pathlib import Path
from seen_online.record import shelf
from seen_online.record.troubles import Unreadable
try:
    print(shelf.records(Path(sys.argv[1])))
except Unreadable:
    print("unreadable")
"""
# Nothing is hidden from root but where it gave up the right to see all.
AS_OTHERS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]


@pytest.mark.skipif(os.name == "nt", reason="has no such rights")
def test_a_folder_that_may_not_be_looked_into(tmp_path: Path):
    new_record(tmp_path).close()
    looks = [*([] if os.getuid() else AS_OTHERS), sys.executable, "-c", LOOKS, str(tmp_path)]
    assert only_id(tmp_path) in subprocess.run(looks, capture_output=True, text=True, check=True).stdout
    (tmp_path / "records").chmod(0)
    try:
        assert subprocess.run(looks, capture_output=True, text=True, check=True).stdout == "unreadable\n"
    finally:
        (tmp_path / "records").chmod(0o700)


def test_one_lost_header_hides_no_other_record(tmp_path: Path):
    first = new_record(tmp_path)
    first.close()
    for suffix in ("seal", "seal2"):
        (tmp_path / "records" / f"{only_id(tmp_path)}.{suffix}").write_bytes(b"")
    new_record(tmp_path).close()
    assert sorted(record.locked is None for record in shelf.records(tmp_path)) == [False, True]


def test_a_file_that_is_held_for_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    tries: list[int] = []
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    (tmp_path / "part").write_bytes(b"x")
    put_in_place(tmp_path / "part", tmp_path / "whole", patience=5)
    assert (tmp_path / "whole").read_bytes() == b"x"
    tries.clear()
    with pytest.raises(PermissionError):
        put_in_place(tmp_path / "whole", tmp_path / "other", patience=1)


def test_letting_go_leaves_nothing_where_nothing_is_kept(tmp_path: Path):
    home = tmp_path / "kept"
    held = hold(home)
    held.let_go()
    assert not home.exists()
    held = hold(home)
    new_record(home).close()
    held.let_go()
    assert only_id(home)


def test_a_damaged_copy_leads_to_the_one_before_it(tmp_path: Path):
    record = new_record(tmp_path)
    record.begin(full_check())
    good = record.back_up_if_due()
    record.set("draft", "later")
    bad = record.back_up_if_due(timedelta(0))
    record.close()
    assert good is not None
    assert bad is not None
    bad.path.write_bytes(bad.path.read_bytes()[:-4096])
    kept = only_id(tmp_path)
    database_of(tmp_path).write_bytes(b"")
    with pytest.raises(Damaged) as caught:
        restore(tmp_path, kept, BackupFile(bad.path, bad.made), passphrase=PASSPHRASE)
    assert caught.value.backup is not None
    assert caught.value.backup.path == good.path
    restored = restore(tmp_path, kept, caught.value.backup, passphrase=PASSPHRASE)
    assert restored.latest() == full_check()
    restored.close()


def test_a_damaged_copy_from_elsewhere_is_said_to_be_one(tmp_path: Path):
    versions = Path(__file__).parent / "versions"
    copy = tmp_path / "copy.sealed"
    copy.write_bytes((versions / "1.sealed").read_bytes()[:-4096])
    with pytest.raises(CopyDamaged) as caught:
        take_over(tmp_path / "kept", copy, "made up person only", new_passphrase=PASSPHRASE, cost=CHEAP)
    assert "copy" in caught.value.what
    assert shelf.records(tmp_path / "kept") == ()


def test_a_record_whose_headers_are_lost_altogether_comes_back_from_its_copy(tmp_path: Path):
    record = new_record(tmp_path)
    record.begin(full_check())
    record.back_up_if_due()
    record.set("draft", "later")
    record.close()
    lost = only_id(tmp_path)
    for path in (tmp_path / "records").glob("*.seal*"):
        path.unlink()
    (found,) = shelf.records(tmp_path)
    assert found.id == lost
    assert found.locked is None
    with pytest.raises(Damaged) as caught:
        shelf.open_record(tmp_path, lost, passphrase=PASSPHRASE)
    assert caught.value.backup is not None
    restored = restore(tmp_path, lost, caught.value.backup, passphrase=PASSPHRASE)
    assert restored.setting("draft") == "later", "its database was whole"
    restored.close()
