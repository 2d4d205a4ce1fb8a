"""The thinking process: texts and results come in on standard input, what they tell goes out on standard output.

Started by `thinker`, as `python -m seen_online.review.thinking.worker`.
"""

from __future__ import annotations

import os
import time
from typing import BinaryIO

from seen_online.exposure import find
from seen_online.exposure.finding import Finding
from seen_online.people import group_and_likely
from seen_online.person import Person
from seen_online.reading.confine import OUT_OF_MEMORY, allow_time, confine
from seen_online.reading.frames import Begun, End, pipes, receive, send
from seen_online.review.thinking.messages import Found, Guess, Guessed, Job, Look, Sent
from seen_online.review.thinking.said import Said, Unsaid, said
from seen_online.search.model import Result
from seen_online.words import use_translator

MEMORY = 500_000_000  # bytes: the longest page that is ever read needs half of it
OFTEN = 0.05  # seconds between two frames about texts: each of them takes the window's attention


def main() -> int:
    """Work until standard input ends; return the exit code."""
    into, out = pipes()
    if hasattr(os, "nice"):
        os.nice(5)  # the window goes first
    use_translator(Unsaid)
    _warm_up()
    confine(MEMORY)
    try:
        while job := receive(into, Job):
            send(out, Begun(0, job.count, ""))
            if isinstance(job, Look):
                _look(job, into, out)
            else:
                _guess(job, into, out)
            send(out, End())
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (BrokenPipeError, KeyboardInterrupt):
        os._exit(0)  # nobody listens any more; what is not sent yet has nobody to go to
    return 0


def _warm_up() -> None:
    """Load what nearly every job needs before the limits are set."""
    find("Ring 01632 960123.", Person())
    group_and_likely([Result("x", "x", "A B", "C")], Person())


def _look(job: Look, into: BinaryIO, out: BinaryIO) -> None:
    found: list[tuple[Finding, ...] | None] = []
    due = time.monotonic() + OFTEN
    for _ in range(job.count):
        text = receive(into, Sent)
        if text is None:
            return
        allow_time()
        try:
            found.append(tuple(find(text.text, job.person)))
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 (one odd text must not end the search of all others)
            found.append(None)
        if job.one_by_one or time.monotonic() >= due:
            send(out, Found(tuple(found)))
            found = []
            due = time.monotonic() + OFTEN
    if found:
        send(out, Found(tuple(found)))


def _guess(job: Guess, into: BinaryIO, out: BinaryIO) -> None:
    results: list[Result] = []
    for _ in range(job.count):
        result = receive(into, Result)
        if result is None:
            return
        results.append(result)
    allow_time()
    groups, chances = group_and_likely(results, job.person, job.verdicts)
    number = {id(result): place for place, result in enumerate(results)}
    told = (
        (tuple(number[id(result)] for result in one.results), tuple(_put_together(why) for why in one.reasons))
        for one in groups
    )
    send(out, Guessed(tuple(chances), tuple(told)))


def _put_together(sentence: str) -> Said:
    words = said(sentence)
    return words if isinstance(words, Said) else Said("{it}", {"it": words})


if __name__ == "__main__":
    raise SystemExit(main())
