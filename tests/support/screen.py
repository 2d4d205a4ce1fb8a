"""A real screen for real windows: Xvfb with a window manager, driven from outside by keys and mouse."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURES = ROOT / "build" / "pictures"  # kept by CI, ignored by git
PATIENCE = 20.0  # seconds until something that must appear is given up


def wait_for(true: Callable[[], object], what: str, patience: float = PATIENCE) -> object:
    """Wait until `true()` holds and return what it gave; fail with `what` otherwise."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if got := true():
            return got
        time.sleep(0.05)
    raise AssertionError(f"waited {patience} s in vain for: {what}")


class Screen:
    """One virtual screen and what can be done on it."""

    def __init__(self, display: str) -> None:
        self.display = display
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.environment.pop("WAYLAND_DISPLAY", None)

    def xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=30, check=False
        )
        return done.stdout.strip()

    def window(self, title: str) -> str:
        """Wait for a visible window with this title; return its id."""
        found = wait_for(lambda: self.xdotool("search", "--onlyvisible", "--name", title), f"a window called {title!r}")
        return str(found).splitlines()[-1]

    def focus(self, window: str) -> None:
        self.xdotool("windowactivate", "--sync", window)

    def geometry(self, window: str) -> dict[str, int]:
        lines = self.xdotool("getwindowgeometry", "--shell", window).splitlines()
        return {key: int(value) for key, _, value in (line.partition("=") for line in lines)}

    def keys(self, *keys: str) -> None:
        self.xdotool("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", "8", text)

    def click(self, x: int, y: int) -> None:
        self.xdotool("mousemove", str(x), str(y), "click", "1")

    def picture(self, name: str) -> Path:
        """Take a picture of the whole screen."""
        import mss
        import mss.tools

        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        with mss.MSS(display=self.display) as camera:
            shot = camera.grab(camera.monitors[0])
            mss.tools.to_png(shot.rgb, shot.size, output=str(path))
        return path


@contextmanager
def screen(size: str = "1280x900") -> Iterator[Screen]:
    """Start Xvfb and openbox on a free display; stop both afterwards."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        here = Screen(f":{number}")
        manager = subprocess.Popen(
            ["openbox"], env=here.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield here
        finally:
            manager.terminate()
            manager.wait(10)
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def program(here: Screen, *arguments: str, python: str, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start the program on a screen; end it afterwards, politely first."""
    process = subprocess.Popen(
        [python, "-m", "seen_online", *arguments], env={**here.environment, **environment}, stderr=subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
