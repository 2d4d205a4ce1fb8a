"""Every hostile document ends as stated: read, cut, refused or failed, and never with a hang, a crash or a leftover."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from seen_online.reading import apart, read
from seen_online.reading.frames import Job
from seen_online.reading.page import PageOutcome
from support import hostile_documents
from support.hostile_documents import MARK, Hostile

LARGEST = 300_000  # kB that the reader's process may ever take
ALL = {**hostile_documents.HTML, **hostile_documents.FILES}


@pytest.fixture(autouse=True)
def no_leftovers(tmp_path: Path) -> Iterator[None]:
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "home").rglob("*")}
    yield
    assert list(Path(tempfile.gettempdir()).iterdir()) == []
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "home").rglob("*")} == before


@pytest.mark.parametrize("hostile", ALL.values(), ids=ALL)
def test_it_ends_as_stated(hostile: Hostile) -> None:
    page = read(hostile.make(), hostile.media_type or None)
    assert page.outcome is hostile.end
    assert (MARK in page.text) == hostile.found
    assert bool(page.detail) == (page.outcome is not PageOutcome.READ or page.media_type.startswith("image/"))
    assert "root:" not in page.text
    assert len(page.text) <= 5_000_000
    for part in page.parts:
        assert 0 <= part.start < part.end <= len(page.text)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the high-water mark is read from /proc")
@pytest.mark.parametrize(
    "name",
    ["50 MB of one attribute", "a ZIP bomb of many heads", "a Word bomb", "a picture of 60,000 × 60,000",
     "a PNG with a text bomb", "a ZIP with too many files"],
)  # fmt: skip
def test_the_process_stays_small(name: str) -> None:
    data = ALL[name].make()
    with apart.Apart() as reader:
        list(reader.read(Job(size=len(data)), data))
        assert reader._process is not None, "it ended; its limits are tested in tests/reading/test_apart.py"
        status = Path(f"/proc/{reader._process._process.pid}/status").read_text()
    most = int(status.partition("VmHWM:")[2].split()[0])
    assert most < LARGEST


def test_the_program_itself_never_reads_what_should_be_read_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its process nothing of a file is read: no parser falls back into the program."""
    monkeypatch.setattr("seen_online.reading.process.command", lambda: ["/nowhere/at-all"])
    for hostile in hostile_documents.FILES.values():
        page = read(hostile.make(), hostile.media_type or None)
        if page.media_type.startswith(("image/", "application/pdf", "application/zip", "message/")):
            assert (page.outcome, page.text) == (PageOutcome.FAILED, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_device_is_not_opened(tmp_path: Path) -> None:
    import threading

    from seen_online.reading.scan import read_files

    (tmp_path / "zero").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe")
    pages = read_files([tmp_path / "zero", tmp_path / "pipe"], lambda path, page: None, threading.Event())
    assert [page.outcome for _, page in pages] == [PageOutcome.NOT_READ, PageOutcome.NOT_READ]
