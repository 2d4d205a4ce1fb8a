"""The one way to do something slow: beside the window, with progress, cancel, and one way of showing an error."""

from __future__ import annotations

import gc
import itertools
import threading
import time
from collections.abc import Callable
from enum import Enum, auto
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from seen_online.trouble import Trouble
from seen_online.words import say

Tell = Callable[[object], None]
Task = Callable[[threading.Event, Tell], Any]

_numbers = itertools.count(1)


class Soon(QTimer):
    """Does a thing soon after it was first asked for, once for all that asks meanwhile.

    Other than a timer that starts anew each time, it does not wait for a busy time to end. With `first_at_once` it
    waits only where it has just been done: the first of many is not kept waiting for the others.
    """

    def __init__(
        self, parent: QObject, milliseconds: int, do: Callable[[], object], *, first_at_once: bool = False
    ) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self._pause = milliseconds
        self._first_at_once = first_at_once
        self._last = float("-inf")
        self._do = do
        self.timeout.connect(self._now)

    @Slot()
    def please(self) -> None:
        """Ask for it."""
        if self.isActive():
            return
        since = (time.monotonic() - self._last) * 1000 if self._first_at_once else 0.0
        self.start(max(0, round(self._pause - since)) if since < self._pause else 0)

    @Slot()
    def _now(self) -> None:
        self._do()
        self._last = time.monotonic()


class Job(QObject):
    """One piece of work under way. Signals come in the window's thread; after `drop` none but `ended` does.

    `progress` carries whatever the task tells; exactly one of `done` and `failed` comes last, then `ended`.
    """

    progress = Signal(object)
    done = Signal(object)
    failed = Signal(object)  # a Trouble
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.number = next(_numbers)
        self.stop = threading.Event()
        self.dropped = False

    def cancel(self) -> None:
        """Ask the task to stop; what it has so far still arrives through `done`."""
        self.stop.set()

    def drop(self) -> None:
        """Stop it, and let nothing of it arrive any more: its answer would be stale."""
        self.dropped = True
        self.stop.set()


def as_trouble(error: Exception) -> Trouble:
    """Return what went wrong as something that can be told to the person: itself, where it was meant for them."""
    if isinstance(error, Trouble):
        return error
    trouble = Trouble(say("Something went wrong that we did not expect."), f"({type(error).__name__})")
    trouble.__cause__ = error
    return trouble


class _What(Enum):
    TOLD = auto()
    CAME = auto()
    BROKE = auto()


def _work(number: int, stop: threading.Event, news: Any, task: Task) -> None:
    """Run the task in a thread; everything reaches the window through the queued signal `news`.

    The thread has no hold on the job itself: whoever lets go last of an object of Qt's ends it, and that must not
    happen beside the window.
    """

    def emit(what: _What, value: object) -> None:
        try:
            news.emit((number, what, value))
        except RuntimeError:
            stop.set()  # the window is gone: nobody to tell

    try:
        answer = task(stop, lambda value: emit(_What.TOLD, value))
    except Exception as error:  # noqa: BLE001 (the person sees a sentence, whatever went wrong)
        emit(_What.BROKE, as_trouble(error))
    else:
        emit(_What.CAME, answer)


@cache
def _keep_what_stays() -> None:
    """Take what the program is made of out of Python's search for rubbish, which stops the window with all threads."""
    gc.freeze()


class Background(QObject):
    """Runs tasks beside the window. `busy` tells when the first starts and the last ends."""

    busy = Signal(bool)

    _news = Signal(object)  # from a worker's thread to the window's; queued, since this object lives there

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[int, Job] = {}
        self._threads: dict[int, threading.Thread] = {}
        self._closed = False
        self._closers: list[Callable[[], object]] = []
        self._news.connect(self._take)

    def at_close(self, end: Callable[[], object]) -> None:
        """Have `end()` called when the window closes, after what runs was told to stop."""
        self._closers.append(end)

    def run(
        self,
        task: Task,
        done: Callable[[Any], None] | None = None,
        progress: Callable[[Any], None] | None = None,
        failed: Callable[[Trouble], None] | None = None,
    ) -> Job:
        """Start `task(stop, tell)` in a thread of its own; the callbacks run in the window's thread."""
        if self._closed:
            return Job()  # asked for by a timer that outlived the window: nobody waits for it
        job = Job()  # kept by `_jobs` as long as it runs, and by whoever else holds it
        for signal, callback in ((job.done, done), (job.progress, progress), (job.failed, failed)):
            if callback is not None:
                signal.connect(callback)
        job.ended.connect(lambda number=job.number: self._ended(number))
        self._jobs[job.number] = job
        if len(self._jobs) == 1:
            self.busy.emit(True)
        _keep_what_stays()
        # Daemons: a name look-up that hangs must not keep a closed program alive.
        thread = threading.Thread(
            target=_work, args=(job.number, job.stop, self._news, task), daemon=True, name=f"job {job.number}"
        )
        self._threads[job.number] = thread
        thread.start()
        return job

    @property
    def working(self) -> bool:
        """Tell whether anything is under way."""
        return bool(self._jobs)

    def drop_all(self) -> None:
        """Stop all that runs; none of its answers arrives any more."""
        for job in list(self._jobs.values()):
            job.drop()

    def close(self, wait_ms: int = 3000) -> None:
        """Stop all that runs and wait for it a moment, since the window closes."""
        self._closed = True
        self.drop_all()
        for end in self._closers:
            end()
        until = time.monotonic() + wait_ms / 1000
        for thread in self._threads.values():
            thread.join(max(0.0, until - time.monotonic()))
        self._jobs.clear()  # what is still on its way finds nobody any more
        self._threads.clear()

    @Slot(object)
    def _take(self, news: tuple[int, _What, object]) -> None:
        number, what, value = news
        job = self._jobs.get(number)
        if job is None:
            return  # a helper of the task's told something when the task had ended, or the window closes
        if what is _What.TOLD:
            if not job.dropped:
                job.progress.emit(value)
            return
        if not job.dropped:
            (job.done if what is _What.CAME else job.failed).emit(value)
        job.ended.emit()

    def _ended(self, number: int) -> None:
        self._jobs.pop(number, None)
        self._threads.pop(number, None)
        if not self._jobs:
            self.busy.emit(False)
