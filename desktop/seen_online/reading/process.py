"""Starting, feeding, listening to and ending a process of ours that works on what is hostile or slow."""

from __future__ import annotations

import contextlib
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import msgspec

import seen_online
from seen_online.reading.confine import OUT_OF_MEMORY
from seen_online.reading.frames import End, Told, receive_or_none, send
from seen_online.reading.why import Why

READER = "seen_online.reading.worker"
# The one argument by which a packed program (no python beside it) is told to be the reader's process.
WORKER_ARGUMENT = "--read-apart"
_TICK = 0.1  # seconds between looks at `stop`
_AHEAD = 4  # frames that may wait here; the process waits when nobody takes them
_KEPT = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_TOO_LONG = 24  # SIGXCPU: the system ended it for computing too long


class ApartProcess:
    """One process, in an empty folder of its own, with none of this program's environment. Raises OSError.

    Jobs go in and messages of the type `tells` come out as frames; an `End` is the last message of each job.
    """

    def __init__(self, started_by: Sequence[str], tells: Any) -> None:
        self._tells = tells
        self._folder = tempfile.mkdtemp(prefix="seen-online-", dir=_temporary())
        try:
            self._process = subprocess.Popen(  # noqa: S603 (our own interpreter, no shell, nothing from outside)
                started_by,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._folder,
                env=_environment(),
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
                | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),  # the window goes first
            )
        except OSError:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        # Where a system lets go of a folder that a process still stands in, nothing can be put there from now on, and
        # nothing is left behind, whatever ends this program.
        with contextlib.suppress(OSError):
            Path(self._folder).rmdir()
        self._told: queue.Queue[Any] = queue.Queue(_AHEAD)
        self._ended = threading.Event()
        self._starting = threading.Lock()  # no thread is begun once `end` has gone to wait for all of them
        self._threads = [threading.Thread(target=self._listen, daemon=True)]
        self._threads[0].start()

    def ask(self, job: msgspec.Struct, data: bytes, stop: threading.Event, longest: float) -> Iterator[Any]:
        """Hand over a job and the data that belongs to it; yield what comes back.

        Ends with an `End`, or with the `Why` for which nothing more comes: `longest` seconds without a word, `stop`,
        or the end of the process. `end` may be called from another thread meanwhile.
        """
        self._start_feeding(job, data)
        last = time.monotonic()
        while True:
            if stop.is_set() or self._ended.is_set():
                yield Why.STOPPED
                return
            try:
                told = self._told.get(timeout=_TICK)
            except queue.Empty:
                if time.monotonic() - last > longest:
                    yield Why.SLOW
                    return
                continue
            if told is None:
                yield self._why_ended()
                return
            yield told
            if isinstance(told, End):
                return
            last = time.monotonic()

    def end(self) -> None:
        """End the process and take its folder away."""
        with self._starting:
            self._ended.set()
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                _close(stream)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _start_feeding(self, job: msgspec.Struct, data: bytes) -> None:
        feeder = threading.Thread(target=self._feed, args=(job, data), daemon=True)
        with self._starting:
            if not self._ended.is_set():
                feeder.start()
                self._threads = [*filter(threading.Thread.is_alive, self._threads), feeder]

    def _feed(self, job: msgspec.Struct, data: bytes) -> None:
        stream = _pipe(self._process.stdin)
        try:
            send(stream, job)
            stream.write(data)
            stream.flush()
        except (OSError, ValueError):
            return  # it ended; whoever listens will notice

    def _listen(self) -> None:
        stream = _pipe(self._process.stdout)
        while True:
            told = receive_or_none(stream, self._tells)
            while not self._ended.is_set():
                try:
                    self._told.put(told, timeout=_TICK)
                    break
                except queue.Full:
                    continue
            if told is None or self._ended.is_set():
                return

    def _why_ended(self) -> Why:
        try:
            code = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return Why.STOPPED_READER  # it lives and talks nonsense
        if code == OUT_OF_MEMORY:
            return Why.MEMORY
        return Why.SLOW if code == -_TOO_LONG else Why.STOPPED_READER


def reader_process() -> ApartProcess:
    """Start the reader's process. Raises OSError."""
    return ApartProcess(command(), Told)


def command(module: str = READER, argument: str = WORKER_ARGUMENT) -> list[str]:
    """Return the command that runs a module as a process apart; `argument` tells a packed program which one."""
    if getattr(sys, "frozen", False):
        return [sys.executable, argument]
    # -P: the folder it runs in is no place to import from. -s -B: nothing of the user's, no file written.
    return [sys.executable, "-P", "-s", "-B", "-X", "utf8", "-m", module]


def _temporary() -> str | None:
    """Return the folder for what is temporary; None lets `tempfile` look for one, which writes a file to try it."""
    named = [os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP")]
    usual = [] if sys.platform == "win32" else ["/tmp"]  # noqa: S108 (mkdtemp makes a folder of our own in it)
    for folder in filter(None, [*named, *usual]):
        if Path(folder).is_dir() and os.access(folder, os.W_OK | os.X_OK):
            return folder
    return None


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    home = Path(seen_online.__file__).parent.parent
    return {**kept, "PYTHONPATH": str(home), "MALLOC_ARENA_MAX": "1", "LC_ALL": "C.UTF-8"}


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        return  # what was not sent yet has nobody to go to


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # both were asked for
    return stream
