"""Every hostile document ends as stated: read, cut, refused or failed, and never with a hang, a crash or a leftover."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import seen_online
from seen_online.reading import read
from seen_online.reading.apart import Apart
from seen_online.reading.frames import Job
from seen_online.reading.page import PageOutcome
from seen_online.reading.process import ApartProcess
from support import hostile_documents
from support.hostile_documents import MARK, Hostile
from support.hostile_packs import PACKS
from support.hostile_pdfs import PDFS
from support.hostile_pictures import PICTURES

LARGEST = 300_000  # kB that the reader's process may ever take
SMALL, KEPT = 10_000, 1_000_000  # bytes
MEASURES = Path("/proc/self/status").exists()
FILES = {**hostile_documents.FILES, **PACKS, **PDFS, **PICTURES}
ALL = {**hostile_documents.HTML, **FILES}
_KEPT: dict[Callable[[], bytes], bytes] = {}


@pytest.fixture(autouse=True)
def no_leftovers(tmp_path: Path) -> Iterator[None]:
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "home").rglob("*")}
    yield
    assert list(Path(tempfile.gettempdir()).iterdir()) == []
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "home").rglob("*")} == before


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The most memory that each reader's process had, in kB, once it is no longer needed; not of one that broke off."""
    taken: list[int] = []
    end = ApartProcess.end

    def measured(process: ApartProcess) -> None:
        if MEASURES and process._process.poll() is None:
            taken.append(high_water(process._process.pid))
        end(process)

    monkeypatch.setattr(ApartProcess, "end", measured)
    return taken


def made(hostile: Hostile) -> bytes:
    """Return the document. What is packed small takes longest to be made: that is kept for the next test."""
    data = _KEPT.get(hostile.make) or hostile.make()
    if len(data) <= KEPT:
        _KEPT[hostile.make] = data
    return data


@pytest.mark.parametrize("hostile", ALL.values(), ids=ALL)
def test_it_ends_as_stated_and_its_reader_stays_small(hostile: Hostile, sizes: list[int]) -> None:
    page = read(made(hostile), hostile.media_type or None)
    assert page.outcome is hostile.end
    assert (MARK in page.text) == hostile.found
    assert bool(page.detail) == (page.outcome is not PageOutcome.READ or page.media_type.startswith("image/"))
    assert "root:" not in page.text
    assert len(page.text) <= 5_000_000
    for part in page.parts:
        assert 0 <= part.start < part.end <= len(page.text)
    assert all(size < LARGEST for size in sizes)


def high_water(pid: int | str) -> int:
    """The most memory that a process has had, in kB."""
    return int(Path(f"/proc/{pid}/status").read_text().partition("VmHWM:")[2].split()[0])


@pytest.mark.skipif(not MEASURES, reason="the high-water mark is read from /proc")
def test_nothing_piles_up_in_a_reader_that_reads_one_after_another() -> None:
    """Each file has been read alone above; here go all pages, which else the program reads itself, and small files."""
    small = [hostile for hostile in FILES.values() if len(made(hostile)) <= SMALL]
    assert len(small) > 40
    with Apart() as reader:
        for hostile in (*hostile_documents.HTML.values(), *small):
            data = made(hostile)
            list(reader.read(Job(size=len(data)), data))
            if reader._process is not None:  # else it ended; its limits are tested in tests/reading/test_apart.py
                assert high_water(reader._process._process.pid) < LARGEST


@pytest.mark.skipif(not MEASURES, reason="the high-water mark is read from /proc")
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
        page = read(made(hostile), hostile.media_type or None)
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
