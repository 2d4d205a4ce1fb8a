"""The one way to do something slow: beside the window, with progress, cancel, and one way of showing an error."""

from __future__ import annotations

import gc
import itertools
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from seen_online.trouble import Trouble

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
    """One piece of work under way. Signals arrive in the window's thread; after `drop` none does.

    `progress` carries whatever the task tells; exactly one of `done` and `failed` comes last.
    """

    progress = Signal(object)
    done = Signal(object)
    failed = Signal(object)  # a Trouble
    ended = Signal()

    # From the worker's thread to the window's; queued, since this object lives there.
    _told = Signal(object)
    _came = Signal(object)
    _broke = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.number = next(_numbers)
        self.stop = threading.Event()
        self._dropped = False
        self._told.connect(self._on_told)
        self._came.connect(self._on_came)
        self._broke.connect(self._on_broke)

    def cancel(self) -> None:
        """Ask the task to stop; what it has so far still arrives through `done`."""
        self.stop.set()

    def drop(self) -> None:
        """Stop it, and let nothing of it arrive any more: its answer would be stale."""
        self._dropped = True
        self.stop.set()

    @Slot(object)
    def _on_told(self, news: object) -> None:
        if not self._dropped:
            self.progress.emit(news)

    @Slot(object)
    def _on_came(self, answer: object) -> None:
        if not self._dropped:
            self.done.emit(answer)
        self._end()

    @Slot(object)
    def _on_broke(self, trouble: object) -> None:
        if not self._dropped:
            self.failed.emit(trouble)
        self._end()

    def _end(self) -> None:
        self.ended.emit()


def _work(job: Job, task: Task) -> None:
    """Run the task in a thread; everything reaches the window through the job's queued signals."""

    def emit(signal: Any, value: object) -> None:
        try:
            signal.emit(value)
        except RuntimeError:
            job.stop.set()  # the window is gone: nobody to tell

    try:
        answer = task(job.stop, lambda news: emit(job._told, news))
    except Trouble as trouble:
        emit(job._broke, trouble)
    except Exception as error:  # noqa: BLE001 (the person sees a sentence, whatever went wrong)
        trouble = Trouble("Something went wrong that we did not expect.", f"({type(error).__name__})")
        trouble.__cause__ = error
        emit(job._broke, trouble)
    else:
        emit(job._came, answer)


class Background(QObject):
    """Runs tasks beside the window. `busy` tells when the first starts and the last ends."""

    busy = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[int, Job] = {}
        self._closed = False
        self._closers: list[Callable[[], object]] = []

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
        if not gc.get_freeze_count():
            # What the program is made of stays. To look through it for rubbish would stop the window with all threads.
            gc.freeze()
        # Daemons: a name look-up that hangs must not keep a closed program alive.
        threading.Thread(target=_work, args=(job, task), daemon=True, name=f"job {job.number}").start()
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
        for thread in threading.enumerate():
            if thread.name in {f"job {number}" for number in self._jobs}:
                thread.join(max(0.0, until - time.monotonic()))
        for job in self._jobs.values():
            job.blockSignals(True)  # what is still on its way finds nobody any more
        self._jobs.clear()

    def _ended(self, number: int) -> None:
        self._jobs.pop(number, None)
        if not self._jobs:
            self.busy.emit(False)
