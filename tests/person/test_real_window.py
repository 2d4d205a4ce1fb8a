"""The whole journey as a person makes it: a real window, driven from outside by keys and mouse, and looked at."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from support.screen import Screen, program, screen, wait_for

ACCENT = (0x0B, 0x57, 0xA4)
CURSOR = 200  # pixels: a text cursor that blinks
SETTLED = 0.8  # seconds without a change on the screen


@pytest.fixture
def here() -> Iterator[Screen]:
    with screen() as made:
        yield made


def look(here: Screen) -> Image.Image:
    with Image.open(here.picture("now")) as picture:
        return picture.convert("RGB")


def settle(here: Screen, most: float = 30.0) -> None:
    """Wait until nothing moves on the screen any more."""
    until = time.monotonic() + most
    before, since = look(here), time.monotonic()
    while time.monotonic() < until:
        now = look(here)
        changed = ImageChops.difference(now, before).getbbox()
        if changed and (changed[2] - changed[0]) * (changed[3] - changed[1]) > CURSOR:
            before, since = now, time.monotonic()
        elif time.monotonic() - since > SETTLED:
            return
        time.sleep(0.1)
    raise AssertionError("the window did not come to rest")


def test_the_journey_by_keys_and_mouse(here: Screen, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    with program(here, "--practice", python=sys.executable) as process:
        window = here.window("Seen Online$")
        here.focus(window)
        settle(here)
        here.picture("1-about-you")

        here.keys("ctrl+2")
        for _ in range(4):
            here.keys("ctrl+Return")  # on to the first setting
        settle(here)
        here.picture("2-things-to-consider")

        here.keys("ctrl+3")
        settle(here)
        here.picture("3-before-the-search")
        here.keys("ctrl+Return")  # agree and send
        settle(here)
        here.picture("3-after-the-search")

        here.keys("ctrl+Return")  # on to the results
        settle(here)
        here.keys("ctrl+Return")  # read the pages
        here.window("Read these pages")
        settle(here)
        here.picture("4-consent")
        here.keys("Return")
        settle(here)
        here.focus(window)
        here.keys("ctrl+4", "Home", "m", "u")  # mine, and not happy
        here.keys("n")  # the next one is about somebody else
        settle(here)
        here.picture("4-what-they-can-see")

        here.keys("ctrl+5")
        settle(here)
        here.picture("5-details")

        here.keys("ctrl+6")
        settle(here)
        step_six = chosen_step(here, here.geometry(window))
        here.keys("ctrl+1")
        settle(here)
        here.click(*step_six)
        settle(here)
        here.picture("6-plan")
        here.keys("alt+n")
        settle(here)
        here.picture("6-note")
        here.keys("ctrl+Return")
        dialog = here.window("Save the note")
        here.focus(dialog)
        here.keys("ctrl+a")
        here.type(str(note))
        here.keys("Return")
        wait_for(note.exists, "the note on the disk")
        settle(here)
        here.picture("6-saved")
        assert process.poll() is None
    written = note.read_text(encoding="utf-8")
    assert "not happy" in written
    assert "Rebecca Fallowby" in written
    assert "07700 900184" not in written, "masked unless unmasked"
    assert "could not be checked" in written


def chosen_step(here: Screen, window: dict[str, int]) -> tuple[int, int]:
    """Find the step that is chosen on the rail by its colour, as an eye does; return where to click on it."""
    x, picture = window["X"] + 30, look(here)
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
        settle(here)
        assert process.poll() is None
        connections = [
            line.split() for name in ("tcp", "tcp6", "udp", "udp6")
            for line in Path(f"/proc/{process.pid}/net/{name}").read_text(encoding="ascii").splitlines()[1:]
        ]  # fmt: skip
        sockets = {link.readlink().name for link in Path(f"/proc/{process.pid}/fd").iterdir() if link.is_symlink()}
    written = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert {path for path in written if "openbox" not in path.parts} == set()
    inodes = {f"socket:[{line[9]}]" for line in connections}
    assert not inodes & sockets, "the window holds an internet connection before anybody asked for one"
