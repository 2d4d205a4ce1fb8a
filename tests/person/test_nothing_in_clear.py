"""A whole journey in the real program leaves no detail of the person anywhere, and in forget mode no file at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from seen_online.practice.person import practice_person
from seen_online.practice.server import PracticeWeb
from seen_online.review.selfcheck import SelfCheck
from support.records import PASSPHRASE, new_record, opened_again
from support.screen import Screen, program, screen, wait_for
from support.traces import in_clear, traces
from support.watching import ALLOWED, written_in

# All stand in what the person typed or in what the made-up web shows of them.
TELLING = ("Fallowby", "Hazelgarth", "07700 900184", "+447700900184", "bexonthefells", "1986-06-14", "merfyn86")
# Where it is installed, GNOME's toolkit would show its own dialogs, and keep a list of the files chosen there.
GNOME = {"QT_QPA_PLATFORMTHEME": "gtk3"}


@pytest.fixture
def here() -> Iterator[Screen]:
    with screen() as made:
        yield made


@pytest.fixture
def web() -> Iterator[PracticeWeb]:
    with PracticeWeb() as made:
        yield made


def prepared(home: Path) -> None:
    """Make a record of a person whom the made-up web knows, with its search service on offer."""
    record = new_record(home)
    record.begin(SelfCheck(person=practice_person()))
    for name in ("engines", "offered"):
        record.set(name, [PracticeWeb.engine_name])
    record.close()


def kept_check(home: Path) -> SelfCheck:
    record = opened_again(home)
    check = record.latest()
    record.close()
    assert check is not None
    return check


def told_of_itself(pid: int) -> bytes:
    """Return a process's arguments and environment, and those of its children."""
    said = b""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            status = (process / "status").read_text()
            if process.name == str(pid) or f"\nPPid:\t{pid}\n" in status:
                said += (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except OSError:
            continue
    return said


def titles(here: Screen) -> bytes:
    windows = here.xdotool("search", "--onlyvisible", "--name", ".").split()
    return "\n".join(here.xdotool("getwindowname", window) for window in windows).encode()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_journey_leaves_nothing_in_clear(here: Screen, web: PracticeWeb, own_home: Path, tmp_path: Path) -> None:
    home = own_home / "seen-online"
    prepared(home)
    arguments = ("--home", str(home), "--proxy", web.network.proxy)
    seen = b""
    with program(here, *arguments, python=sys.executable) as process:
        window = here.window("Seen Online$")
        here.focus(window)
        here.settle(process)
        here.type(PASSPHRASE)
        here.keys("Return")
        here.settle(process)
        here.picture("clear-1-opened")
        here.keys("ctrl+2", "ctrl+3")
        here.settle(process)
        here.keys("ctrl+Return")  # agree and send
        here.settle(process)
        here.picture("clear-2-searched")
        here.keys("ctrl+4")
        here.settle(process)
        here.keys("ctrl+Return")  # read the pages
        here.window("Read these pages")
        seen += titles(here)
        here.settle(process)
        here.keys("Return")
        here.settle(process)
        here.focus(window)
        here.keys("ctrl+4", "Home", "m", "u")
        here.settle(process)
        seen += titles(here) + told_of_itself(process.pid)
        here.picture("clear-3-judged")
        here.keys("ctrl+5", "ctrl+6")
        here.settle(process)
        here.keys("ctrl+l")
        here.settle(process)
        here.picture("clear-4-locked")
        seen += titles(here) + told_of_itself(process.pid)
        process.terminate()
        said = process.communicate(timeout=30)[1]
    check = kept_check(home)
    assert len(check.results) > 40
    assert check.pages
    assert check.verdicts
    assert check.sent
    assert in_clear(seen, (*TELLING, PASSPHRASE)) == []
    assert in_clear(said, (*TELLING, PASSPHRASE)) == []
    assert traces(tmp_path, (*TELLING, PASSPHRASE)) == {}, "home, cache, settings and temporary folder"
    assert sum(path.stat().st_size for path in tmp_path.rglob("*.db")) > 100_000


@pytest.mark.skipif(not ALLOWED, reason="watches folders as Linux does")
def test_forget_writes_not_one_file(here: Screen, own_home: Path, tmp_path: Path) -> None:
    with (
        written_in(tmp_path) as written,
        program(here, "--forget", "--practice", python=sys.executable, PYTHONDONTWRITEBYTECODE="1", **GNOME) as process,
    ):
        window = here.window("Seen Online$")
        here.focus(window)
        here.settle(process)
        here.keys("ctrl+3")
        here.settle(process)
        here.keys("ctrl+Return")
        here.settle(process)
        here.keys("ctrl+4")
        here.settle(process)
        here.keys("ctrl+Return")
        here.window("Read these pages")
        here.settle(process)
        here.keys("Return")
        here.settle(process)
        here.focus(window)
        here.keys("ctrl+4", "Home", "m", "u", "ctrl+5", "ctrl+6")
        here.settle(process)
        here.picture("forget-1-plan")
        here.keys("ctrl+o")  # the dialog for files, which keeps lists of its own elsewhere
        here.settle(process)
        here.keys("Escape", "Escape")
        here.settle(process)
    assert sorted(str(path.relative_to(tmp_path)) for path in written if path.name != "openbox.log") == []


@pytest.mark.skipif(not ALLOWED, reason="watches folders as Linux does")
def test_a_file_that_is_there_for_a_moment_is_seen(tmp_path: Path) -> None:
    with written_in(tmp_path) as written:
        for place in (tmp_path / "at-once", tmp_path / "new" / "deep"):
            place.parent.mkdir(exist_ok=True)
            first = place.parent / "first"
            wait_for(lambda first=first: (first.write_text("x"), first in written)[1], "the folder to be watched")
            place.write_text("x")
            place.unlink()
    assert written == {tmp_path / name for name in ("first", "at-once", "new/first", "new/deep")}


def test_killed_while_typing_it_comes_back_with_all_but_the_last_second(here: Screen, own_home: Path) -> None:
    home = own_home / "seen-online"
    prepared(home)
    with program(here, "--home", str(home), python=sys.executable) as process:
        window = here.window("Seen Online$")
        here.focus(window)
        here.settle(process)
        here.type(PASSPHRASE)
        here.keys("Return")
        here.settle(process)
        here.keys("ctrl+2")
        for _ in range(4):
            here.keys("ctrl+Return")
        here.settle(process)
        here.picture("killed-1-before")
        here.keys("ctrl+1")
        here.settle(process)
        here.keys("End")
        here.type(" Quillfeather")
        here.settle(process)
        os.kill(process.pid, 9)
        process.wait(10)
    names = [detail.value for detail in kept_check(home).person.details]
    assert "Rebecca Fallowby Quillfeather" in names


def test_a_second_start_brings_the_first_forward(here: Screen, own_home: Path) -> None:
    home = own_home / "seen-online"
    prepared(home)
    with program(here, "--home", str(home), python=sys.executable):
        window = here.window("Seen Online$")
        here.xdotool("windowminimize", "--sync", window)
        wait_for(
            lambda: not here.xdotool("search", "--onlyvisible", "--name", "Seen Online$"), "the window to be minimised"
        )
        with program(here, "--home", str(home), python=sys.executable) as second:
            said = second.communicate(timeout=60)[1].decode()
            assert second.returncode == 0
        assert "open already" in said
        assert here.window("Seen Online$") == window
