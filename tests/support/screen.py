"""A real screen for real windows: Xvfb with a window manager, driven from outside by keys and mouse."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURES = ROOT / "build" / "pictures"  # kept by CI, ignored by git
PATIENCE = 60.0  # seconds until something that must appear is given up
AT_REST = 0.8  # seconds without anything happening
CURSOR = 200  # pixels: a text cursor that blinks
_OPEN, _OPENING = "01", "02"  # states of a connection, as /proc/net/tcp has them


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

    def __init__(self, display: str, server: int) -> None:
        self.display = display
        self._drawing = [server]  # process ids of the screen itself and of its window manager
        # Where the machine has message buses, one would be started for this screen, and write files of its own.
        no_bus = {"DBUS_SESSION_BUS_ADDRESS": "disabled:", "NO_AT_BRIDGE": "1"}
        self.environment = {**os.environ, **no_bus, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.environment.pop("WAYLAND_DISPLAY", None)

    def xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False
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

    def settle(self, process: subprocess.Popen[bytes]) -> None:
        """Wait until the program is at rest.

        Nothing moves on the screen, it waits for no answer, and nothing of it is at work, nor would be if a busy
        computer let it.
        """
        until = time.monotonic() + 2 * PATIENCE
        before, since = self.look(), time.monotonic()
        while time.monotonic() < until:
            now = self.look()
            changed = ImageChops.difference(now, before).getbbox()
            moved = changed is not None and (changed[2] - changed[0]) * (changed[3] - changed[1]) > CURSOR
            if moved or at_work(process.pid, *self._drawing) or connections(process.pid, {_OPEN, _OPENING}):
                before, since = now, time.monotonic()
            elif time.monotonic() - since > AT_REST:
                return
            time.sleep(0.1)
        raise AssertionError("the program did not come to rest")

    def look(self) -> Image.Image:
        """Return the whole screen as it is now."""
        import mss

        with mss.MSS(display=self.display) as camera:
            shot = camera.grab(camera.monitors[0])
            return Image.frombytes("RGB", shot.size, shot.rgb)

    def picture(self, name: str) -> Path:
        """Keep a picture of the whole screen."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        self.look().save(path)
        return path


def at_work(*pids: int) -> bool:
    """Tell whether a thread of one of these processes, or of a process that one of them started, runs or wants to."""
    return any(
        _field(path, 0) in ("R", "D") for pid in family(*pids) for path in Path(f"/proc/{pid}/task").glob("*/stat")
    )


def family(*pids: int) -> set[int]:
    """Return these processes and all that they started."""
    parents = {int(path.parent.name): int(_field(path, 1) or 0) for path in Path("/proc").glob("[0-9]*/stat")}
    found = set(pids)
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def connections(pid: int, states: Collection[str] = ()) -> set[str]:
    """Return the internet sockets that a process holds; only those in some states, where these are named."""
    lines = [
        line.split() for name in ("tcp", "tcp6", "udp", "udp6")
        for line in Path(f"/proc/{pid}/net/{name}").read_text(encoding="ascii").splitlines()[1:]
    ]  # fmt: skip
    held: set[str] = set()
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):  # closed meanwhile
            held.add(link.readlink().name)
    return {f"socket:[{line[9]}]" for line in lines if not states or line[3] in states} & held


def _field(path: Path, number: int) -> str:
    """Return a field of a `stat` file in /proc, counted from the state; "" where the process is gone."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").rpartition(") ")[2].split()[number]
    except (OSError, IndexError):
        return ""


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
        here = Screen(f":{number}", server.pid)
        manager = subprocess.Popen(
            ["openbox"], env=here.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        here._drawing.append(manager.pid)
        try:
            wait_for(lambda: here.xdotool("get_num_desktops"), "the window manager")
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
