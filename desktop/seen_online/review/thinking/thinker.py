"""The program's side of the thinking process: starts it when it is needed, asks it, starts it anew where it broke."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from seen_online.exposure.finding import Finding
from seen_online.people.model import Group
from seen_online.person import Person
from seen_online.reading.frames import End, frame
from seen_online.reading.process import ApartProcess, command
from seen_online.reading.why import Why
from seen_online.review.thinking.messages import Found, Guess, Guessed, Job, Look, Sent, Text, Told
from seen_online.search.model import Result

WORKER = "seen_online.review.thinking.worker"
# The one argument by which a packed program (no python beside it) is told to be the thinking process.
WORKER_ARGUMENT = "--think-apart"
LONGEST = 45.0  # seconds without a word from it
TRIES = 3  # processes for one thing, where they end before they have begun it
_MOST_TEXTS, _MOST_CHARACTERS = 100, 2_000_000  # handed over at a time
_MOST_READ = 200_000  # characters of a page that can matter for whom it is about; see people.context

Findings = list[Finding] | None  # None: could not be searched
Likeness = tuple[dict[str, float], dict[str, Group]]


class Broken(Exception):
    """The process ended, was silent for too long, or could not be started. `begun`: it had taken up the job."""

    def __init__(self, why: Why, *, begun: bool = False) -> None:
        super().__init__(why.value)
        self.why, self.begun = why, begun


class Thinker:
    """A process that is started when it is first needed, and ends with the program or with `close`.

    For several threads: they wait for each other.
    """

    def __init__(self, longest: float = LONGEST) -> None:
        self._longest = longest
        self._turn = threading.Lock()  # who asks
        self._ending = threading.Lock()  # who starts or ends the process
        self._process: ApartProcess | None = None
        self._closed = False

    def warm(self) -> None:
        """Start the process, beside whoever calls, so that it is ready when it is needed."""
        threading.Thread(target=self._warm, daemon=True, name="warm").start()

    def _warm(self) -> None:
        with contextlib.suppress(Broken), self._turn:
            self._started()

    def close(self) -> None:
        """End the process for good; whoever waits for it hears that it is broken."""
        self._closed = True
        self._end()

    def look(
        self, texts: Sequence[Text], person: Person, stop: threading.Event
    ) -> Iterator[tuple[int, list[Findings]]]:
        """Find details in each text.

        Yields the number of a text with what it gives away, and what the next ones do, in order, until all are told
        or `stop` is set. A text that ends the process, or keeps it silent for too long, could not be searched; the
        others are searched all the same.
        """
        start = 0
        while start < len(texts) and not stop.is_set():
            batch = _batch(texts, start)
            end = start + len(batch)
            for several in self._look(batch, person, stop):
                yield start, several
                start += len(several)
            if start < end:
                return  # stopped, or closed

    def _look(self, texts: Sequence[Text], person: Person, stop: threading.Event) -> Iterator[list[Findings]]:
        one_by_one = False
        starts = done = 0
        while done < len(texts) and not stop.is_set():
            rest = texts[done:]
            told_now = 0
            try:
                for told in self._ask(Look(person, len(rest), one_by_one), [Sent(text) for text in rest], stop):
                    if isinstance(told, Found):
                        told_now += len(told.findings)
                        yield [None if one is None else list(one) for one in told.findings]
            except Broken as broken:
                if broken.why is Why.STOPPED:
                    return
                starts = 0 if broken.begun else starts + 1
                if starts >= TRIES:  # no such process can be had on this computer
                    yield from _look_here(rest[told_now:], person, stop)
                    return
                culprit_known = one_by_one and broken.begun
            else:
                culprit_known = told_now < len(rest)
            if culprit_known:
                told_now += 1
                yield [None]
            done += told_now
            one_by_one = True  # after a mishap, so that the next one tells which text it was

    def guess(
        self, results: Sequence[Result], person: Person, verdicts: Sequence[tuple[str, str]], stop: threading.Event
    ) -> Likeness:
        """Tell by result key how likely it is the person, and which group it belongs to. Raises Broken."""
        short = [replace(one, text=one.text[:_MOST_READ]) if len(one.text) > _MOST_READ else one for one in results]
        job = Guess(person, len(results), tuple(verdicts))
        begun = False
        for _ in range(TRIES):
            try:
                for told in self._ask(job, short, stop):
                    if isinstance(told, Guessed):
                        return _likeness(results, told)
            except Broken as broken:
                begun = begun or broken.begun
                if broken.why is Why.STOPPED:
                    raise
        if begun:
            raise Broken(Why.STOPPED_READER)
        return _guess_here(results, person, verdicts)

    def _ask(self, job: Job, parts: Sequence[Any], stop: threading.Event) -> Iterator[Told]:
        with self._turn:
            data = b"".join(frame(part) for part in parts)
            if stop.is_set():
                raise Broken(Why.STOPPED)
            process = self._started()
            begun = finished = False
            try:
                for told in process.ask(job, data, stop, self._longest):
                    if isinstance(told, Why):
                        raise Broken(Why.STOPPED if self._closed else told, begun=begun)
                    begun = True
                    finished = isinstance(told, End)
                    yield told
            finally:
                if not finished:
                    self._end()  # or the next job would hear the rest of this one

    def _started(self) -> ApartProcess:
        with self._ending:
            if self._closed:
                raise Broken(Why.STOPPED)
            if self._process is None:
                try:
                    self._process = ApartProcess(command(WORKER, WORKER_ARGUMENT), Told)
                except OSError:
                    raise Broken(Why.NO_READER) from None
            return self._process

    def _end(self) -> None:
        with self._ending:
            if self._process is not None:
                self._process.end()
                self._process = None


def _batch(texts: Sequence[Text], start: int) -> Sequence[Text]:
    """Return the texts from `start` that are handed over together; at least one."""
    size = 0
    for end in range(start, min(len(texts), start + _MOST_TEXTS)):
        text = texts[end]
        size += len(text if isinstance(text, str) else text.text)
        if size > _MOST_CHARACTERS and end > start:
            return texts[start:end]
    return texts[start : start + _MOST_TEXTS]


def _look_here(texts: Sequence[Text], person: Person, stop: threading.Event) -> Iterator[list[Findings]]:
    from seen_online.exposure import find

    for text in texts:
        if stop.is_set():
            return
        try:
            findings = find(text, person)
        except Exception:  # noqa: BLE001 (one odd text must not end the search of all others)
            findings = None
        yield [findings]


def _guess_here(results: Sequence[Result], person: Person, verdicts: Sequence[tuple[str, str]]) -> Likeness:
    from seen_online.people import group_and_likely

    groups, chances = group_and_likely(results, person, verdicts)
    return _keyed(results, chances, groups)


def _likeness(results: Sequence[Result], told: Guessed) -> Likeness:
    groups = [
        Group(tuple(results[number] for number in numbers), tuple(reason.again() for reason in reasons))
        for numbers, reasons in told.groups
    ]
    return _keyed(results, told.chances, groups)


def _keyed(results: Sequence[Result], chances: Sequence[float], groups: Sequence[Group]) -> Likeness:
    by_key = {result.key: chance for result, chance in zip(results, chances, strict=True)}
    return by_key, {result.key: one for one in groups for result in one.results}
