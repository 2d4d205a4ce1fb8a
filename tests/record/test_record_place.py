"""Where records lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from seen_online.record.place import record_home, write_whole


def test_the_folder_is_the_given_one_then_the_variables_then_the_platforms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert record_home(tmp_path / "given") == tmp_path / "given"
    monkeypatch.setenv("SEEN_ONLINE_HOME", str(tmp_path / "named"))
    assert record_home() == tmp_path / "named"
    monkeypatch.delenv("SEEN_ONLINE_HOME")
    assert record_home().name == "seen-online" and not record_home().exists()
    monkeypatch.chdir(tmp_path)
    assert record_home(Path("here")) == tmp_path / "here"


def test_a_small_file_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "folder" / "x"
    path.parent.mkdir()
    write_whole(path, b"first")

    def fails(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"second")
    assert path.read_bytes() == b"first" and list(path.parent.iterdir()) == [path]
