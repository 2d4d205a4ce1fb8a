"""The whole journey as a person makes it: a real window, driven from outside by keys and mouse, and looked at."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.screen import Screen, connections, program, screen, wait_for

ACCENT = (0x0B, 0x57, 0xA4)


@pytest.fixture
def here() -> Iterator[Screen]:
    with screen() as made:
        yield made


def test_the_journey_by_keys_and_mouse(here: Screen, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    with program(here, "--practice", python=sys.executable) as process:
        window = here.window("Seen Online$")
        here.focus(window)
        here.settle(process)
        here.picture("1-about-you")

        here.keys("ctrl+2")
        for _ in range(4):
            here.keys("ctrl+Return")  # on to the first setting
        here.settle(process)
        here.picture("2-things-to-consider")

        here.keys("ctrl+3")
        here.settle(process)
        here.picture("3-before-the-search")
        here.keys("ctrl+Return")  # agree and send
        here.settle(process)
        here.picture("3-after-the-search")

        here.keys("ctrl+Return")  # on to the results
        here.settle(process)
        here.keys("ctrl+Return")  # read the pages
        here.window("Read these pages")
        here.settle(process)
        here.picture("4-consent")
        here.keys("Return")
        here.settle(process)
        here.focus(window)
        here.keys("ctrl+4", "Home", "m", "u")  # mine, and not happy
        here.keys("n")  # the next one is about somebody else
        here.settle(process)
        here.picture("4-what-they-can-see")

        here.keys("ctrl+5")
        here.settle(process)
        here.picture("5-details")

        here.keys("ctrl+6")
        here.settle(process)
        step_six = chosen_step(here, here.geometry(window))
        here.keys("ctrl+1")
        here.settle(process)
        here.click(*step_six)
        here.settle(process)
        here.picture("6-plan")
        here.keys("alt+n")
        here.settle(process)
        here.picture("6-note")
        here.keys("ctrl+Return")
        dialog = here.window("Save the note")
        here.focus(dialog)
        here.keys("ctrl+a")
        here.type(str(note))
        here.keys("Return")
        wait_for(note.exists, "the note on the disk")
        here.settle(process)
        here.picture("6-saved")
        assert process.poll() is None
    written = note.read_text(encoding="utf-8")
    assert "not happy" in written
    assert "Rebecca Fallowby" in written
    assert "07700 900184" not in written, "masked unless unmasked"
    assert "could not be checked" in written


def chosen_step(here: Screen, window: dict[str, int]) -> tuple[int, int]:
    """Find the step that is chosen on the rail by its colour, as an eye does; return where to click on it."""
    x, picture = window["X"] + 30, here.look()
    column = [picture.getpixel((x, y)) for y in range(picture.height)]
    rows = [y for y, colour in enumerate(column) if colour == ACCENT and y > window["Y"] + 60]
    assert rows, "no step is marked on the rail"
    return x, (rows[0] + rows[-1]) // 2


def test_without_a_screen_it_says_so_in_one_line(tmp_path: Path) -> None:
    import subprocess

    done = subprocess.run(
        [sys.executable, "-m", "seen_online"],
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no screen" in done.stderr


def test_starting_writes_no_file_and_asks_nobody(here: Screen, tmp_path: Path) -> None:
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    with program(here, python=sys.executable) as process:  # its home and all its folders lie under tmp_path
        window = here.window("Seen Online$")
        here.focus(window)
        for step in range(1, 7):
            here.keys(f"ctrl+{step}")
        here.settle(process)
        assert process.poll() is None
        assert not connections(process.pid), "the window holds an internet connection before anybody asked for one"
    written = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert {path for path in written if "openbox" not in path.parts} == set()
