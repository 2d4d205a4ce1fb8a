"""The thinking process: it says what would be said here, and breaks without anything being lost or taken for nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from seen_online import words
from seen_online.exposure import find
from seen_online.people import group, likely_you
from seen_online.person import DetailKind, Person, detail
from seen_online.reading import process
from seen_online.reading.page import Page, PageOutcome, Part
from seen_online.reading.why import Why
from seen_online.review.thinking import thinker as side
from seen_online.review.thinking.said import Said, Unsaid, said
from seen_online.review.thinking.thinker import Broken, Thinker
from seen_online.search.model import Hit, Result

HER = Person((detail(DetailKind.NAME, "Jane Fell"), detail(DetailKind.PLACE, "Penrith")))
WORDS = "Jane Fell bakes in Penrith. Ring 01632 960123, or write to jane@example.org."
TEXTS = [f"{WORDS} {number}" for number in range(5)]
LINUX = pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks into /proc")


def result(number: int, snippet: str = WORDS) -> Result:
    url = f"https://s{number}.example/{number}"
    return Result(url, url, f"Jane Fell {number}", snippet, (Hit("Jane", url, snippet, "e", "q", number),))


RESULTS = [result(0), result(1), result(2, "Jane Fell of York, born 1790, died 1850"), result(3, "Something else")]


@pytest.fixture
def thinker() -> Iterator[Thinker]:
    made = Thinker()
    yield made
    made.close()


def stand_in(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Start `script` in place of the thinking process. It finds our own worker's parts imported."""
    before = side.command(side.WORKER)
    start = "import os, time\nfrom seen_online.review.thinking import worker\n"
    command = [*before[: before.index("-m")], "-c", start + script]
    monkeypatch.setattr(side, "command", lambda *_: command)


def looked(thinker: Thinker, texts: list, stop: threading.Event | None = None) -> list:
    found: list = []
    for start, several in thinker.look(texts, HER, stop or threading.Event()):
        assert start == len(found)
        found += several
    return found


class TestTheSameAsHere:
    def test_findings(self, thinker: Thinker) -> None:
        page = Page("Jane Fell\n\n01632 960123", PageOutcome.READ, parts=(Part(0, 9, "title"), Part(11, 23, "meta")))
        texts = [*TEXTS, page, "", "\ud800 broken"[1:]]
        assert looked(thinker, texts) == [find(text, HER) for text in texts]
        assert any(looked(thinker, TEXTS))

    def test_more_than_one_batch(self, thinker: Thinker) -> None:
        texts = [f"{WORDS} {number}" for number in range(250)] + ["x" * 2_500_000, WORDS]
        assert looked(thinker, texts) == [find(text, HER) for text in texts]

    def test_guesses_and_groups(self, thinker: Thinker) -> None:
        verdicts = ((RESULTS[0].key, "me"), (RESULTS[2].key, "not_me"))
        chances, groups = thinker.guess(RESULTS, HER, verdicts, threading.Event())
        assert list(chances.values()) == likely_you(RESULTS, HER, verdicts)
        here = {one.key: each for each in group(RESULTS, HER) for one in each.results}
        assert groups == here
        assert any(each.reasons for each in here.values())

    def test_in_the_persons_language(self, thinker: Thinker, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(words, "_translate", lambda template: template.replace("name", "nennen"))
        _, groups = thinker.guess(RESULTS, HER, (), threading.Event())
        assert any("nennen Penrith" in reason for reason in groups[RESULTS[0].key].reasons)


def test_a_sentence_within_a_sentence_is_said_in_the_persons_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_translate", Unsaid)
    sentence = words.say("All {all} show {what}.", all=3, what=words.say("your phone number ending {end}", end="123"))
    assert sentence == "All 3 show your phone number ending 123."
    inner = Said("your phone number ending {end}", {"end": "123"})
    assert said(sentence) == Said("All {all} show {what}.", {"all": "3", "what": inner})
    monkeypatch.setattr(
        words, "_translate", {inner.template: "Nr. {end}", "All {all} show {what}.": "{what} ×{all}"}.get
    )
    assert Said("All {all} show {what}.", {"all": "3", "what": inner}).again() == "Nr. 123 ×3"


class TestBreaking:
    CRASH = (
        "before = worker.find\ndef find(text, person):\n    if 'ODD' in text: {deed}\n    return before(text, person)\n"
    )

    @pytest.mark.parametrize("deed", ["os.abort()", "os._exit(3)", "raise MemoryError", "raise ValueError"])
    def test_a_text_that_breaks_it_was_not_searched_and_all_others_were(
        self, thinker: Thinker, deed: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stand_in(monkeypatch, self.CRASH.format(deed=deed) + "worker.find = find\nworker.main()")
        texts = [*TEXTS, f"ODD {WORDS}", *TEXTS]
        found = looked(thinker, texts)
        assert found == [None if "ODD" in text else find(text, HER) for text in texts]

    def test_so_it_is_with_one_that_never_ends(
        self, thinker: Thinker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """On a clock that flies once the odd text is begun, and no sooner, however long a process takes to start."""
        begun = tmp_path / "begun"

        class Clock:
            def monotonic(self) -> float:
                return time.monotonic() + (1_000 * time.monotonic() if begun.stat().st_mtime else 0)

        def started(*command: Any) -> process.ApartProcess:
            begun.touch()
            os.utime(begun, (0, 0))
            return process.ApartProcess(*command)

        deed = f"os.utime({str(begun)!r}); time.sleep(600)"
        stand_in(monkeypatch, self.CRASH.format(deed=deed) + "worker.find = find\nworker.main()")
        monkeypatch.setattr(process, "time", Clock())
        monkeypatch.setattr(side, "ApartProcess", started)
        assert looked(thinker, [WORDS, "ODD", WORDS]) == [find(WORDS, HER), None, find(WORDS, HER)]

    @pytest.mark.parametrize("script", ["os._exit(1)", "os.write(1, b'x' * 5000)", "print('hello')"])
    def test_where_there_can_be_no_process_it_is_done_here(
        self, thinker: Thinker, script: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stand_in(monkeypatch, script)
        assert looked(thinker, TEXTS) == [find(text, HER) for text in TEXTS]
        assert list(thinker.guess(RESULTS, HER, (), threading.Event())[0].values()) == likely_you(RESULTS, HER)

    def test_where_it_can_not_be_started_it_is_done_here(
        self, thinker: Thinker, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(side, "command", lambda *_: ["/nowhere/at-all"])
        assert looked(thinker, TEXTS) == [find(text, HER) for text in TEXTS]

    def test_one_that_tells_too_little_has_not_searched_the_rest(
        self, thinker: Thinker, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stand_in(
            monkeypatch,
            "worker._look = lambda job, into, out: [worker.receive(into, worker.Sent) for _ in range(job.count)]\nworker.main()",
        )
        assert looked(thinker, TEXTS) == [None] * len(TEXTS)

    def test_guesses_that_break_it_are_given_up(self, thinker: Thinker, monkeypatch: pytest.MonkeyPatch) -> None:
        stand_in(monkeypatch, "worker.group_and_likely = lambda *x: os.abort() if x[2:] else ([], [])\nworker.main()")
        with pytest.raises(Broken):
            thinker.guess(RESULTS, HER, ((RESULTS[0].key, "me"),), threading.Event())


class TestEnding:
    def test_stopping_takes_no_time_and_the_next_one_is_served(
        self, thinker: Thinker, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ours = side.command
        stand_in(monkeypatch, "worker.find = lambda *x: time.sleep(600)\nworker.main()")
        stop = threading.Event()
        threading.Timer(0.5, stop.set).start()
        assert looked(thinker, TEXTS, stop) == []
        monkeypatch.setattr(side, "command", ours)
        assert looked(thinker, TEXTS) == [find(text, HER) for text in TEXTS]

    def test_after_the_end_nothing_is_started(self) -> None:
        thinker = Thinker()
        thinker.warm()
        assert looked(thinker, TEXTS)
        thinker.close()
        thinker.close()
        assert looked(thinker, TEXTS) == []
        with pytest.raises(Broken):
            thinker.guess(RESULTS, HER, (), threading.Event())
        assert thinker._process is None

    @pytest.mark.parametrize("script", ["worker.main()", "time.sleep(600)"], ids=["answering", "silent"])
    def test_who_waits_for_it_when_it_ends_waits_no_more(
        self, thinker: Thinker, script: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stand_in(monkeypatch, script)
        waiting = threading.Thread(target=looked, args=(thinker, TEXTS * 1000), daemon=True)
        waiting.start()
        time.sleep(0.5)
        thinker.close()
        waiting.join(side.LONGEST / 3)
        assert not waiting.is_alive()

    def test_it_may_end_just_as_somebody_begins_to_ask(self, monkeypatch: pytest.MonkeyPatch) -> None:
        ending: list[threading.Thread] = []
        mishaps: list[BaseException | None] = []
        real = threading.Thread

        class Slow(real):
            def start(self) -> None:
                ending.append(real(target=asked.end))
                ending[0].start()
                time.sleep(0.3)
                super().start()

        asked = process.ApartProcess(side.command(side.WORKER), side.Told)
        monkeypatch.setattr(threading, "excepthook", lambda what: mishaps.append(what.exc_value))
        monkeypatch.setattr(process.threading, "Thread", Slow)
        told = list(asked.ask(side.Look(HER, 1, False), b"", threading.Event(), side.LONGEST))
        ending[0].join()
        assert (told[-1], mishaps) == (Why.STOPPED, [])  # it may have begun by then

    @LINUX
    def test_it_ends_with_a_program_that_is_killed(self) -> None:
        script = (
            "import threading, time, os, subprocess\nfrom seen_online.review.thinking.thinker import Thinker\n"
            "from seen_online.person import Person\nt = Thinker()\n"
            "list(t.look(['x'], Person(), threading.Event()))\nprint(t._process._process.pid, flush=True)\ntime.sleep(60)"
        )
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout is not None
            thinking = int(program.stdout.readline())
            assert Path(f"/proc/{thinking}").exists()
            program.send_signal(signal.SIGKILL)
        until = time.monotonic() + 20
        while Path(f"/proc/{thinking}").exists() and time.monotonic() < until:
            time.sleep(0.02)
        assert not Path(f"/proc/{thinking}").exists()


@LINUX
def test_details_pass_through_pipes_alone(thinker: Thinker, capfd: pytest.CaptureFixture[str]) -> None:
    assert looked(thinker, TEXTS)
    assert thinker._process is not None
    process = Path(f"/proc/{thinker._process._process.pid}")
    seen = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
    for word in (b"Jane", b"Fell", b"Penrith", b"960123"):
        assert word not in seen
    assert not (process / "cwd").readlink().exists(), "it stands in a folder that is gone: nothing can be put there"
    thinker.close()
    assert capfd.readouterr() == ("", "")


@LINUX
def test_it_may_not_send(thinker: Thinker, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(
        monkeypatch,
        "import socket\ndef find(text, person):\n    if text != 'try': return before(text, person)\n"
        "    try: socket.socket()\n    except PermissionError: return []\n"
        "before = worker.find\nworker.find = find\nworker.main()",
    )
    assert looked(thinker, ["try", WORDS]) == [[], find(WORDS, HER)]
