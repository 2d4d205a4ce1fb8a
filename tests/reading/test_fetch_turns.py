"""Whose turn it is: hosts take turns, two at a time, with a pause that a site may lengthen."""

from __future__ import annotations

import threading

from seen_online.reading.turns import Manners, Turns


class Clock:
    """A clock that moves by a tenth of a second whenever somebody looks at it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now = round(self.now + 0.1, 1)
        return self.now


def turns(hosts: str, clock: Clock | None = None, **manners: float) -> Turns:
    tasks = [(host, f"{host}{number}") for number, host in enumerate(hosts)]
    kept = Manners(**{"pause": 0.0, **manners})  # pyright: ignore[reportArgumentType]
    return Turns(tasks, kept, threading.Event(), clock or Clock())


def test_hosts_take_turns_before_one_is_asked_twice() -> None:
    row = turns("aaabbc")
    assert [row.take() for _ in range(5)] == [("a", "a0"), ("b", "b3"), ("c", "c5"), ("a", "a1"), ("b", "b4")]


def test_the_third_page_of_a_host_waits_for_one_of_two() -> None:
    row = turns("aaa")
    first, second = row.take(), row.take()
    assert (first, second) == (("a", "a0"), ("a", "a1"))
    third: list[tuple[str, str] | None] = []
    waiting = threading.Thread(target=lambda: third.append(row.take()))
    waiting.start()
    waiting.join(0.1)
    assert not third
    row.done("a")
    waiting.join(30)
    assert third == [("a", "a2")]


def test_there_is_a_pause_between_two_pages_of_a_host() -> None:
    clock = Clock()
    row = turns("aab", clock, pause=0.5)
    assert row.take() == ("a", "a0")
    began = clock.now
    assert row.take() == ("b", "b2")
    assert clock.now < began + 0.5, "another host need not wait"
    assert row.take() == ("a", "a1")
    assert clock.now >= began + 0.5


def test_a_site_may_ask_for_a_longer_pause() -> None:
    clock = Clock()
    row = turns("aa", clock, pause=0.1)
    assert row.take() == ("a", "a0")
    row.slow_down("a", 1.0)
    began = clock.now
    assert row.take() == ("a", "a1")
    assert clock.now >= began + 1.0


def test_there_is_no_turn_when_all_is_handed_out_or_stopped() -> None:
    row = turns("a")
    assert row.take() is not None
    assert row.take() is None
    stop = threading.Event()
    stop.set()
    assert Turns([("a", "a0")], Manners(), stop).take() is None
