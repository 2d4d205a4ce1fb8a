"""Reading in a process of its own, so that a document can at worst cost its own reading.

A document can make a parser hang, crash or grow. Here the process is ended then, and a new one goes on behind that
document: behind that one file, in an archive.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from seen_online.reading.frames import Begun, Done, End, Job, Told
from seen_online.reading.process import ApartProcess, reader_process
from seen_online.reading.sheet import unread
from seen_online.reading.why import Why

LONGEST = 45.0  # seconds without a word from it
MAX_RESTARTS = 40  # for one archive
MAX_JOBS = 200  # for one process; then a fresh one, so that nothing piles up


class Apart:
    """A reader's process that is started when it is first needed and serves one document after another.

    Not for several threads at once. Close it, or use it in a `with`.
    """

    def __init__(self, longest: float = LONGEST) -> None:
        self._longest = longest
        self._process: ApartProcess | None = None
        self._jobs = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.end()
            self._process = None

    def read(self, job: Job, data: bytes = b"", stop: threading.Event | None = None) -> Iterator[Told]:
        """Yield what reading a document, or each file of an archive, gives. Never raises.

        Args:
            job: the document.
            data: its bytes, where the job names no path.
            stop: set to give up.

        Yields:
            Begun and Done for each file, in turn; at last one End, whose reading, if any, tells why the document
            was not read, or the archive not to its end.
        """
        finished = False
        # Half a letter, as in a name that is no text, can't be sent; these two only help to tell the kind.
        job = replace(job, name=_whole(job.name), media_type=_whole(job.media_type))
        try:
            for told in self._through(job, data, stop or threading.Event()):
                finished = isinstance(told, End)
                yield told
        finally:
            if not finished:
                self.close()  # or the next job would hear the rest of this one

    def _through(self, job: Job, data: bytes, stop: threading.Event) -> Iterator[Told]:
        for _ in range(MAX_RESTARTS):
            at: Begun | None = None
            failure = Why.STOPPED_READER
            for told in self._ask(job, data, stop):
                if isinstance(told, Why):
                    failure = told
                    break
                if isinstance(told, Done) and told.reading.why is Why.MEMORY and self._has_read_others(job, at):
                    failure = Why.MEMORY
                    break
                at = told if isinstance(told, Begun) else None
                yield told
                if isinstance(told, End):
                    return
            with_others = self._has_read_others(job, at)
            self.close()
            if failure is Why.MEMORY and at is not None and with_others:
                job = replace(
                    job, start=at.number
                )  # what those before it left lying about may be to blame: once more, alone
                continue
            if failure in (Why.STOPPED, Why.NO_READER) or at is None or not at.name:
                yield End(unread(failure))
                return
            yield Done(at.number, at.total, at.name, unread(failure))
            job = replace(job, start=at.number + 1)
        yield End(unread(Why.STOPPED_READER))

    def _has_read_others(self, job: Job, at: Begun | None) -> bool:
        """Tell whether the process read something else before this document, or this file of an archive."""
        return self._jobs > 1 or (at is not None and at.number > job.start)

    def _ask(self, job: Job, data: bytes, stop: threading.Event) -> Iterator[Told | Why]:
        if self._jobs >= MAX_JOBS:
            self.close()
        if self._process is None:
            try:
                self._process = reader_process()
            except OSError:
                yield Why.NO_READER
                return
            self._jobs = 0
        self._jobs += 1
        yield from self._process.ask(job, data, stop, self._longest)


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
