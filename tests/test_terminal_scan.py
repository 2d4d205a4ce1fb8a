"""`seen-online scan`: its contract with whoever reads it, and how it is stopped."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from seen_online.cli import main
from support import documents

KEYS = ["path", "media_type", "outcome", "detail", "findings"]


def scan(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["scan", *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_row_for_each_file_and_nothing_else_on_standard_output(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Ring 07700 900123")
    (tmp_path / "b.jpg").write_bytes(documents.jpeg(documents.tiff_exif()))
    (tmp_path / "c.zip").write_bytes(documents.zipped({"in/d.json": '{"email": "jane@example.org"}'}))
    code, out, err = scan(capsys, str(tmp_path), "--json")
    rows = json.loads(out)
    assert code == 0, "a picture's own content is nobody's to read: the details stored with it were"
    assert [list(row) for row in rows] == [KEYS] * 3
    assert [(Path(row["path"]).relative_to(tmp_path).as_posix(), row["outcome"]) for row in rows] == [
        ("a.txt", "read"),
        ("b.jpg", "read"),
        ("c.zip/in/d.json", "read"),
    ]
    assert [row["media_type"] for row in rows] == ["text/plain", "image/jpeg", "application/json"]
    assert [finding["kind"] for row in rows for finding in row["findings"]] == ["phone", "location", "email"]
    assert "3/3" in err


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "It is empty"),
        ("film.mp4", b"\0\0\0\x18ftypisom", "films"),
        ("empty.zip", documents.zipped({}), "no files in this"),
        ("missing.txt", None, "not there any more"),
    ],
)
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_what_was_not_all_read_is_3_and_says_why(
    name: str, data: bytes | None, says: str, more: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("x")
    code, out, _ = scan(capsys, str(tmp_path / "good.txt"), str(tmp_path / name), *more)
    assert code == 3
    assert says in out
    assert ("no contact details" in out) == (not more), "said of the good one alone"
    assert out.count("no contact details") <= 1


def test_a_name_that_would_steer_the_terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a\u202etxt.exe\x1b[31m\n.txt").write_text("x")
    for more in ([], ["--json"]):
        _, out, err = scan(capsys, str(tmp_path), *more)
        assert not {"\x1b", "\u202e"} & set(out + err)
        assert "a\ufffdtxt.exe\ufffd[31m\ufffd.txt" in (json.loads(out)[0]["path"] if more else out)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_ctrl_c_keeps_what_was_read(tmp_path: Path) -> None:
    large = json.dumps([{"name": f"Ann {n}", "text": "hello " * 20} for n in range(60_000)])
    pack = tmp_path / "a.zip"
    pack.write_bytes(documents.zipped({"first.txt": "Ring 07700 900123", **{f"{n}.json": large for n in range(60)}}))
    command = [sys.executable, "-m", "seen_online", "scan", str(pack), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stderr is not None
        assert "first.txt" in program.stderr.readline()
        program.send_signal(signal.SIGINT)
        out, _ = program.communicate(timeout=120)
    rows = json.loads(out)
    assert program.returncode == 3
    assert rows[0]["findings"][0]["value"] == "+447700900123"
    assert (len(rows) < 30, rows[-1]["outcome"]) == (True, "not_read")
