"""A note is saved whole or not at all, never over another file unasked, and every refusal names place and mend."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from seen_online.note.save import SUFFIXES, check_target, note_as, save
from seen_online.trouble import Trouble
from support.golden_notes import empty_note, full_note
from support.small_disk import ALLOWED, on_small_disk, read_only


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_kind_is_written_by_its_suffix(suffix: str, tmp_path: Path) -> None:
    for name in (f"note{suffix}", f"NOTE{suffix.upper()}", f"a.b{suffix}"):
        save(full_note(), tmp_path / name)
        assert (tmp_path / name).read_bytes() == note_as(full_note(), suffix)


def test_only_the_note_is_left_in_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    save(full_note(), folder / "note.md")
    save(full_note(), folder / "note.md", replace=True)
    assert [path.name for path in folder.iterdir()] == ["note.md"]


@pytest.mark.parametrize("name", ["note.exe", "note", "note.md.lnk", ".md", "note.", "note.doc"])
def test_an_unknown_kind_is_refused_with_the_kinds_there_are(name: str, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        save(full_note(), tmp_path / name)
    for suffix in SUFFIXES:
        assert suffix in caught.value.mend
    assert caught.value.where == name
    assert not (tmp_path / name).exists()


def test_a_file_that_is_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("mine")
    with pytest.raises(Trouble, match="already"):
        save(full_note(), path)
    assert path.read_text() == "mine"
    save(empty_note(), path, replace=True)
    assert path.read_bytes() == note_as(empty_note(), ".txt")


def test_a_file_that_appears_meanwhile_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "note.txt"
    real = os.fsync

    def somebody_was_quicker(handle: int) -> None:
        path.write_text("theirs")
        real(handle)

    monkeypatch.setattr(os, "fsync", somebody_was_quicker)
    with pytest.raises(Trouble, match="already"):
        save(full_note(), path)
    assert path.read_text() == "theirs"
    assert list(tmp_path.glob(".note-*")) == []


def test_a_place_without_links_gets_the_note_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    save(full_note(), tmp_path / "note.txt")
    assert (tmp_path / "note.txt").read_bytes() == note_as(full_note(), ".txt")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="no such folder") as caught:
        save(full_note(), tmp_path / "not" / "here" / "note.md")
    assert caught.value.where.endswith("here")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "note.md").mkdir()
    with pytest.raises(Trouble, match="folder"):
        save(full_note(), tmp_path / "note.md", replace=True)


def test_a_disk_that_is_full_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "note.txt"
    path.write_text("mine")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble, match="No space left"):
        save(full_note(), path, replace=True)
    assert path.read_text() == "mine"
    assert [p.name for p in tmp_path.glob("*note*")] == ["note.txt"]


def test_a_folder_that_may_not_be_written_to_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The superuser, who runs tests in some places, may write anywhere; so the system's answer is stood in for.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(Trouble, match="Nothing can be written") as caught:
        check_target(tmp_path / "note.md")
    assert caught.value.where == str(tmp_path)


SAVES = """
import sys
from pathlib import Path
from seen_online.note.save import SUFFIXES, save
from seen_online.trouble import Trouble
from support.golden_notes import empty_note, full_note

folder = Path(sys.argv[1])
for suffix in SUFFIXES:
    there = folder / f"note{suffix}"
    before = there.read_bytes() if there.exists() else None
    try:
        save(full_note(), there, replace=True)
    except Trouble as trouble:
        kept = (there.read_bytes() if there.exists() else None) == before
        print("refused", kept, bool(trouble.mend), str(there.parent) in trouble.where)
    else:
        print("saved")
print(sorted(path.name for path in folder.iterdir()))
"""


@pytest.mark.skipif(not ALLOWED, reason="this system gives no process a disk of its own")
def test_a_real_disk_that_is_full_keeps_what_was_there_and_nothing_by_half(tmp_path: Path) -> None:
    *each, left = on_small_disk(tmp_path / "stick", 4, SAVES).splitlines()
    assert set(each) <= {"saved", "refused True True True"}
    assert each.count("refused True True True") >= 4, "none of the larger ones has room"
    assert ".note-" not in left


@pytest.mark.skipif(not ALLOWED, reason="this system gives no process a disk of its own")
def test_a_real_folder_that_is_read_only_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    for suffix in SUFFIXES:
        (folder / f"note{suffix}").write_text("an older note")
    *each, left = read_only(folder, SAVES).splitlines()
    assert each == ["refused True True True"] * len(SUFFIXES)
    assert ".note-" not in left


def test_a_target_is_looked_at_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "there.md").write_text("x")
    check_target(tmp_path / "there.md")
    check_target(tmp_path / "new.pdf")
    with pytest.raises(Trouble):
        check_target(tmp_path / "there.md", replace=False)
    with pytest.raises(Trouble):
        check_target(tmp_path / "new.xyz")
    assert [p.name for p in tmp_path.glob("*.*")] == ["there.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such bits")
def test_only_its_owner_may_read_a_note(tmp_path: Path) -> None:
    save(full_note(), tmp_path / "note.md")
    assert stat.S_IMODE((tmp_path / "note.md").stat().st_mode) == 0o600
