"""The reader's own process: documents come in on standard input, what they say goes out on standard output.

Started by `apart`, as `python -m seen_online.reading.worker` or, in a packed program, through `main` alone.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from typing import BinaryIO

from seen_online.reading.confine import OUT_OF_MEMORY, allow_time, confine
from seen_online.reading.frames import Begun, Done, End, Job, Told, pipes, receive, send
from seen_online.reading.kinds import HEAD, Kind, tell
from seen_online.reading.sheet import unread
from seen_online.reading.why import Why, why_closed


def main() -> int:
    """Read documents until standard input ends; return the exit code."""
    into, out = pipes()
    _warm_up()
    confine()
    try:
        while job := receive(into, Job):
            _work(job, into, out)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (BrokenPipeError, KeyboardInterrupt):
        pass
    return 0


def _warm_up() -> None:
    """Load what nearly every job needs before the limits are set."""
    import seen_online.reading.files.document
    import seen_online.reading.files.picture
    import seen_online.reading.html.reader  # noqa: F401


def _work(job: Job, into: BinaryIO, out: BinaryIO) -> None:
    data = into.read(job.size) if job.size else b""
    try:
        file = open(job.path, "rb") if job.path else io.BytesIO(data)  # noqa: PTH123, SIM115 (closed below)
    except OSError as error:
        why, value = why_closed(error)
        send(out, Done(0, 1, "", unread(why, value=value)))
        send(out, End())
        return
    with file:
        for told in _told(job, file):
            send(out, told)


def _told(job: Job, file: BinaryIO) -> Iterator[Told]:
    from seen_online.reading.files.document import is_archive, read_guarded

    allow_time()
    kind = tell(file.read(HEAD), job.media_type, job.name)
    file.seek(0)
    if kind is Kind.ZIP and is_archive(file):
        yield from _members(file, job.start)
        return
    yield Begun(0, 1, "")
    yield Done(0, 1, "", read_guarded(file, kind, job.media_type))
    yield End()


def _members(file: BinaryIO, start: int) -> Iterator[Told]:
    from seen_online.reading.files.archive import read_archive
    from seen_online.reading.files.packed import Unreadable, open_pack

    try:
        with open_pack(file) as pack:
            for number, total, name, reading in read_archive(pack, start):
                allow_time()
                yield Begun(number, total, name) if reading is None else Done(number, total, name, reading)
    except Unreadable as reason:
        yield End(unread(reason.why, Kind.ZIP.value))
    except (OSError, RuntimeError, ValueError, TypeError, LookupError):
        yield End(unread(Why.BROKEN, Kind.ZIP.value))
    else:
        yield End()


if __name__ == "__main__":
    raise SystemExit(main())
