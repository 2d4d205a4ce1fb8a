"""How long the window keeps a person waiting: its start, a run with 1,000 results, the first row on the screen.

    python tests/benchmarks/bench_window.py

On the screen-less platform unless QT_QPA_PLATFORM says otherwise; over loopback; no figure here ever fails a test.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from seen_online.checklist.load import load_things_to_consider
from seen_online.outbox import Network
from seen_online.person import DetailKind, Person, detail
from seen_online.ui.app import application
from seen_online.ui.desk import Desk
from seen_online.ui.window import MainWindow
from support import searxng
from support.duckduckgo import Found
from support.servers import Answer, Asked, Site

ASKS, ROWS = 20, 50  # 1,000 different pages
RUNS = 7
TICK = 5  # milliseconds between two looks at whether the window still answers
WORDS = "Anna Example bakes in Penrith. Ring 07700 900123, or write to anna@example.org. Born 12 March 1985. "


def answer(asked: Asked) -> Answer:
    words = searxng.fields(asked)["q"]
    rows = [Found(f"{words} {n}", f"https://s{abs(hash(words)) % 9999}.example/{n}", WORDS) for n in range(ROWS)]
    return searxng.data(words, rows)


class Heart:
    """Beats in the window's thread; the longest time between two beats is the longest freeze.

    `worked` is how much of each was work of that thread: on a busy computer the rest was spent waiting for a turn.
    """

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.worked: list[float] = []
        self._last, self._work = time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=TICK)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        self.gaps.append((now - self._last) * 1000)
        self.worked.append((work - self._work) * 1000)
        self._last, self._work = now, work


def serve() -> None:
    """Be the search engine, in a process of its own: in life it takes no turns from the window either."""
    with Site(answer) as site:
        print(site.url, flush=True)
        sys.stdin.read()


@contextmanager
def engine() -> Iterator[str]:
    """Run the search engine; yield its address."""
    command = [sys.executable, __file__, "--serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate()


def dark(window: MainWindow) -> tuple[float, float]:
    """Return how many ms a full window is kept by going dark, and by Qt where it puts on the same style sheet."""
    app = application(["bench"])
    took = []
    for change in (lambda: window.preferences.choose_appearance("dark"), lambda: app.setStyleSheet(app.styleSheet())):
        began = time.thread_time()
        change()
        app.processEvents()
        took.append((time.thread_time() - began) * 1000)
    window.preferences.choose_appearance("")
    return took[0], took[1]


def run_once() -> tuple[float, float, float, float, float, float, int]:
    """Run the search once.

    Returns (longest gap in ms, most work in one, 99th percentile of gaps, ms from first answer to row, then as `dark`
    does, results).
    """
    app = application(["bench"])
    with engine() as url:
        name = f"searxng={url}"
        desk = Desk(load_things_to_consider(), Network(allow_hosts=("127.0.0.1",)))
        desk.offered = desk.engines = [name]
        names = [detail(DetailKind.NAME, f"Anna Example{chr(97 + n)}") for n in range(ASKS)]
        desk.check.person = Person(tuple(names))
        window = MainWindow(desk)
        window.resize(1180, 860)
        window.show()
        window.go_to(2)
        for _ in range(100):  # a person reads before they agree
            app.processEvents()
            time.sleep(0.01)
        came: list[float] = []
        shown: list[float] = []
        desk.asks_changed.connect(
            lambda: came.append(time.perf_counter()) if not came and any(a.hits for a in desk.check.asks) else None
        )
        window.results.model.rowsInserted.connect(lambda *_: shown.append(time.perf_counter()))
        window.search._main()
        window.go_to(3)
        heart = Heart()
        heart.gaps.clear()
        heart.worked.clear()
        while window.search._job is not None or desk.finding.busy:
            app.processEvents()
            time.sleep(0.0005)
        until = time.monotonic() + 1.5
        while time.monotonic() < until:  # what settles late counts too
            app.processEvents()
            time.sleep(0.0005)
        gaps, worked = sorted(heart.gaps), max(heart.worked)
        results = len(desk.check.results)
        ours, qts = dark(window)
        window.closing._forgets = window.closing._loses = True
        window.close()
        window.shut()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    first = (shown[0] - came[0]) * 1000 if shown and came else float("nan")
    return gaps[-1], worked, gaps[int(len(gaps) * 0.99)], first, ours, qts, results


def idle(seconds: float = 3.0) -> float:
    """Return the longest gap in ms of a window that does nothing, on this computer, now."""
    app = application(["bench"])
    heart = Heart()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.0005)
    return max(heart.gaps)


START = """
import sys, time
from seen_online.ui.app import application
from seen_online.checklist.load import load_things_to_consider
from seen_online.ui.desk import Desk
from seen_online.ui.window import MainWindow
app = application(["bench"])
window = MainWindow(Desk(load_things_to_consider()))
window.show()
app.processEvents()
"""
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["bench"])
window = QMainWindow()
window.show()
app.processEvents()
"""


def start(code: str) -> float:
    """Return the median seconds of a whole process that shows a window and ends."""
    took = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, stderr=subprocess.DEVNULL)
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def main() -> None:
    """Print the tables."""
    print(f"From the start of Python to the window: {start(START):.2f} s; an empty Qt window: {start(BARE):.2f} s")
    both = [(run_once(), idle()) for _ in range(RUNS)]
    runs = [run for run, _ in both]
    print(f"\nA run of {ASKS} asks with {runs[0][-1]} results, {RUNS} times; load {os.getloadavg()[0]:.1f}")
    titles = ("longest freeze", "most work of ours in one", "99 % of gaps below", "first answer to its row",
              "then going dark", "Qt's own way with a sheet")  # fmt: skip
    for column, title in enumerate(titles):
        values = [run[column] for run in runs]
        print(f"  {title:26} {statistics.median(values):6.1f} ms (worst {max(values):.1f})")
    gaps = [gap for _, gap in both]
    print(f"  a window that does nothing, in turns with the runs: its longest freeze is "
          f"{statistics.median(gaps):.1f} ms (worst {max(gaps):.1f})")  # fmt: skip


if __name__ == "__main__":
    serve() if "--serve" in sys.argv else main()
