"""Every hostile document ends as stated: read, cut, refused or failed, and never with a hang, a crash or a leftover."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import seen_online
from seen_online.reading import apart, read
from seen_online.reading.frames import Job
from seen_online.reading.page import PageOutcome
from support import hostile_documents
from support.hostile_documents import MARK, Hostile
from support.hostile_packs import PACKS
from support.hostile_pdfs import PDFS
from support.hostile_pictures import PICTURES

LARGEST = 300_000  # kB that the reader's process may ever take
FILES = {**hostile_documents.FILES, **PACKS, **PDFS, **PICTURES}
ALL = {**hostile_documents.HTML, **FILES}


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


def high_water(pid: int | str) -> int:
    """The most memory that a process has had, in kB."""
    return int(Path(f"/proc/{pid}/status").read_text().partition("VmHWM:")[2].split()[0])


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the high-water mark is read from /proc")
def test_the_readers_process_stays_small_whatever_it_reads() -> None:
    with apart.Apart() as reader:
        for name, hostile in ALL.items():
            data = hostile.make()
            list(reader.read(Job(size=len(data)), data))
            if reader._process is not None:  # else it ended; its limits are tested in tests/reading/test_apart.py
                assert high_water(reader._process._process.pid) < LARGEST, name


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the high-water mark is read from /proc")
def test_the_program_stays_small_whatever_page_it_reads(tmp_path: Path) -> None:
    """Pages are read in the program: a program that has read every hostile one, and looked for details in it."""
    code = (
        "from support.hostile_documents import HTML\n"
        "from seen_online.exposure import find\n"
        "from seen_online.reading import read\n"
        "for hostile in HTML.values():\n"
        "    find(read(hostile.make(), hostile.media_type or None))\n"
        "print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])\n"
    )
    paths = os.pathsep.join(str(Path(module.__file__ or "").parents[1]) for module in (seen_online, hostile_documents))
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert int(done.stdout) < LARGEST


def test_the_program_itself_never_reads_what_should_be_read_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its process nothing of a file is read: no parser falls back into the program."""
    monkeypatch.setattr("seen_online.reading.process.command", lambda: ["/nowhere/at-all"])
    for hostile in FILES.values():
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
