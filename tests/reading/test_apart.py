"""The reader's own process: what it may do, what ends it, and that it costs no more than the one document."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from seen_online.reading import process, read
from seen_online.reading.apart import Apart
from seen_online.reading.frames import Begun, Done, End, Job, Told
from seen_online.reading.page import PageOutcome
from seen_online.reading.why import Why
from support import documents


def outcome(told: list[Told]) -> list[tuple[str, str]]:
    """(name, why) of everything that was read or not."""
    rows = [(one.name, one.reading.why.value) for one in told if isinstance(one, Done)]
    return rows + [("END", one.reading.why.value) for one in told if isinstance(one, End) and one.reading]


def stand_in(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Start `script` in place of the reader's process. It finds our own worker's parts imported."""
    before = process.command()
    start = "from seen_online.reading.worker import *\nfrom seen_online.reading import worker, confine\nimport time\n"
    command = [*before[: before.index("-m")], "-c", start + script]
    monkeypatch.setattr(process, "command", lambda: command)


@pytest.fixture
def no_leftovers() -> Iterator[None]:
    before = set(Path(tempfile.gettempdir()).iterdir())
    yield
    assert set(Path(tempfile.gettempdir()).iterdir()) == before


@pytest.mark.usefixtures("no_leftovers")
class TestApart:
    def test_one_process_reads_document_after_document(self) -> None:
        with Apart() as apart:
            for _ in range(3):
                data = documents.pdf("Jane Fell")
                told = list(apart.read(Job(size=len(data)), data))
                assert [type(one) for one in told] == [Begun, Done, End]
                assert isinstance(told[1], Done)
                assert told[1].reading.text.startswith("Jane Fell")
            left = list(Path(tempfile.gettempdir()).glob("seen-online-*"))
            assert len(left) == (sys.platform == "win32"), "it is in a folder that is gone already"

    def test_a_crash_costs_one_file_of_an_archive(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stand_in(
            monkeypatch,
            "import seen_online.reading.files.archive as a\n"
            "before = a._read\n"
            "def read(pack, info):\n"
            "    if info.filename == 'crash': os.abort()\n"
            "    return before(pack, info)\n"
            "a._read = read\nmain()",
        )
        data = documents.zipped({"a.txt": "x", "crash": "x", "b.txt": "x"})
        with Apart() as apart:
            assert outcome(list(apart.read(Job(size=len(data)), data))) == [
                ("a.txt", ""), ("crash", "stopped_reader"), ("b.txt", ""),
            ]  # fmt: skip

    def test_an_archive_that_crashes_it_all_the_time_is_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stand_in(monkeypatch, "import seen_online.reading.files.archive as a\na._read = lambda *x: os._exit(3)\nmain()")
        monkeypatch.setattr("seen_online.reading.apart.MAX_RESTARTS", 3)
        data = documents.zipped({f"{n}.txt": "x" for n in range(9)})
        with Apart() as apart:
            told = outcome(list(apart.read(Job(size=len(data)), data)))
        assert told == [(f"{n}.txt", "stopped_reader") for n in range(3)] + [("END", "stopped_reader")]

    def test_silence_ends_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stand_in(monkeypatch, "time.sleep(600)")
        with Apart(longest=0.3) as apart:
            data = b"x" * 1_000_000  # more than a pipe holds: nobody takes it
            assert outcome(list(apart.read(Job(size=len(data)), data))) == [("END", "slow")]

    def test_stopping_ends_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stand_in(monkeypatch, "time.sleep(600)")
        stop = threading.Event()
        threading.Timer(0.2, stop.set).start()
        with Apart() as apart:
            assert outcome(list(apart.read(Job(), b"", stop))) == [("END", "stopped")]

    @pytest.mark.parametrize(
        "script",
        [
            "sys.stdout.buffer.write(b'\\xff' * 5000)",
            "sys.stdout.buffer.write(b'\\0\\0\\0\\5hello')",
            "print('hello')",
            "",
        ],
    )
    def test_nonsense_is_no_answer(self, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
        stand_in(monkeypatch, script)
        with Apart() as apart:
            assert outcome(list(apart.read(Job(), b""))) == [("END", "stopped_reader")]

    def test_memory_ends_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stand_in(
            monkeypatch,
            "import seen_online.reading.files.document as d\nd.read_guarded = lambda *x: bytearray(10**9)\nmain()",
        )
        with Apart() as apart:
            assert outcome(list(apart.read(Job(size=1), b"x"))) == [("END", "memory")]

    @pytest.mark.parametrize("deed", ["raise MemoryError", "os._exit(confine.OUT_OF_MEMORY)"])
    def test_memory_that_others_took_is_not_held_against_a_file(
        self, deed: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stand_in(
            monkeypatch,
            "import seen_online.reading.files.document as d\n"
            "before, seen = d.read_document, []\n"
            "def read(file, kind, *rest):\n"
            "    text = file.read(); file.seek(0); seen.append(text)\n"
            f"    if b'alone' in text and len(seen) > 1 or b'never' in text: {deed}\n"
            "    return before(file, kind, *rest)\n"
            "d.read_document = read\nmain()",
        )
        names = ("a", "alone", "never", "never 2", "b")
        data = documents.zipped({f"{name}.txt": name for name in names})
        with Apart() as apart:
            assert [one.reading.text for one in apart.read(Job(size=1), b"x") if isinstance(one, Done)] == ["x"]
            told = outcome(list(apart.read(Job(size=len(data)), data)))
            alone = outcome(list(apart.read(Job(size=5), b"alone")))
        assert told == [(f"{name}.txt", "memory" if "never" in name else "") for name in names]
        assert alone == [("", "")]

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit; the clock outside holds there")
    def test_computing_for_ever_ends_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stand_in(
            monkeypatch,
            "confine.SECONDS = 1\nimport seen_online.reading.files.document as d\n"
            "def spin(*x):\n    while True: pass\n"
            "d.read_guarded = spin\nmain()",
        )
        with Apart() as apart:
            assert outcome(list(apart.read(Job(size=1), b"x"))) == [("END", "slow")]

    def test_a_program_that_does_not_start(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(process, "command", lambda: ["/nowhere/at-all"])
        with Apart() as apart:
            assert outcome(list(apart.read(Job(), b""))) == [("END", "no_reader")]
        page = read(documents.pdf())
        assert (page.outcome, page.media_type) == (PageOutcome.FAILED, "application/pdf")

    def test_leaving_half_way_ends_it(self) -> None:
        data = documents.zipped({f"{n}.txt": "x" for n in range(500)})
        with Apart() as apart:
            for told in apart.read(Job(size=len(data)), data):
                if isinstance(told, Done):
                    break
            data = documents.pdf("Jane Fell")
            told = list(apart.read(Job(size=len(data)), data))
            assert isinstance(told[1], Done)
            assert told[1].reading.text.startswith("Jane Fell")


FORBIDDEN = {
    "connect": "import socket; socket.socket()",
    "look up": "import socket; socket.getaddrinfo('localhost', 1)",
    "start a program": "import subprocess; subprocess.run(['true'])",
    "start a shell": "os.system('true')",
    "fork": "os.fork()",
    "write": "open('x', 'w')",
    "write by number": "os.open('x', os.O_CREAT | os.O_WRONLY)",
    "make a folder": "os.mkdir('x')",
    "remove": "os.remove(__import__('seen_online').__file__)",
}


@pytest.mark.parametrize("deed", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_process_may_not(deed: str, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    confined = "import os\nfrom seen_online.reading.confine import confine\nconfine()\n"
    script = f"{confined}try:\n    {deed}\nexcept PermissionError:\n    os._exit(7)"
    assert subprocess.run([sys.executable, "-c", script], cwd=folder, check=False).returncode == 7
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="limits of files written are tested where we know them")
def test_even_a_library_in_c_can_not_write_a_file(tmp_path: Path) -> None:
    script = (
        "from seen_online.reading.confine import confine\nimport ctypes\nc = ctypes.CDLL(None)\nconfine()\n"
        "f = c.open(b'x', 65, 0o600)\nprint(c.write(f, b'hello', 5))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout == "-1\n"
    assert (tmp_path / "x").read_bytes() == b""


def test_it_gets_none_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_OF_OURS", "x")
    monkeypatch.setenv("PYTHONSTARTUP", "x")
    assert not {"SECRET_OF_OURS", "PYTHONSTARTUP", "HOME", "PATH"} & set(process._environment())


def test_in_a_packed_program_it_is_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert process.command() == [sys.executable, process.WORKER_ARGUMENT]


def test_every_reason_has_its_sentence() -> None:
    from seen_online.reading.why import sentence

    for why in Why:
        text = sentence(why, "7")
        assert bool(text) == bool(why)
        assert "{" not in text
        assert not text or text.endswith(".")


def test_the_programs_own_process_loads_no_parser_for_a_picture() -> None:
    script = (
        "import sys\nfrom seen_online.reading import read\n"
        f"print(read(bytes.fromhex('{documents.png((b'tEXt', b'Author' + bytes(1) + b'Jane')).hex()}')).text)\n"
        "print(sorted({'PIL', 'pypdfium2', 'docx', 'bs4', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout == "Author: Jane\n[]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder as long as the process is in it")
def test_a_program_that_is_killed_leaves_neither_file_nor_process(tmp_path: Path) -> None:
    script = (
        "import time\nfrom seen_online.reading.apart import Apart\nfrom seen_online.reading.frames import Job\n"
        "apart = Apart()\ntold = list(apart.read(Job(size=1), b'x'))\n"
        "print(apart._process._process.pid, flush=True)\ntime.sleep(600)"
    )
    folder = tmp_path / "for what is temporary"
    folder.mkdir()
    env = {**os.environ, "TMPDIR": str(folder)}
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=env) as program:
        assert program.stdout is not None
        reader = int(program.stdout.readline())
        program.kill()
    until = time.monotonic() + 20
    while time.monotonic() < until and _runs(reader):
        time.sleep(0.05)
    assert not _runs(reader)
    assert list(folder.iterdir()) == []


def _runs(process: int) -> bool:
    """Tell whether a process runs: one that has ended and that nobody asked about does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
