"""No pattern of the rooms that read can be made to backtrack for ever, by the way it is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from benchmarks.baits import patterns

LONGEST = 300  # repeats that a bounded part may have

PATTERNS = dict(patterns())


def repeats(
    tree: Any, inside: tuple[int, ...] = (), *, last: bool = True
) -> Iterator[tuple[int, bool, tuple[int, ...]]]:
    """Return, for every repeat: its most, whether it gives nothing back, and the mosts of the repeats around it.

    What stands last, and in no other repeat, gives nothing back either: nothing behind it can fail.
    """
    end = len(tree) - 1
    for place, (code, argument) in enumerate(tree):
        at_end = last and place == end
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, body = argument
            most = 10**9 if most is codes.MAXREPEAT else int(most)
            final = code is codes.POSSESSIVE_REPEAT or (at_end and not inside and code is codes.MAX_REPEAT)
            yield most, final, inside
            yield from repeats(body, inside if code is codes.POSSESSIVE_REPEAT else (*inside, most), last=False)
        elif code is codes.BRANCH:
            for branch in argument[1]:
                yield from repeats(branch, inside, last=at_end)
        elif code is codes.SUBPATTERN:
            yield from repeats(argument[-1], inside, last=at_end)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from repeats(argument[1], inside, last=True)
        elif code is codes.ATOMIC_GROUP:
            yield from repeats(argument, (), last=True)


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_every_endless_repeat_gives_nothing_back(name: str) -> None:
    for most, final, _ in repeats(parser.parse(PATTERNS[name].pattern, PATTERNS[name].flags & ~re.UNICODE)):
        assert most <= LONGEST or final, PATTERNS[name].pattern


def test_the_check_sees_what_it_should() -> None:
    assert list(repeats(parser.parse("(?:a+)*b{2,9}+c*"))) == [
        (10**9, False, ()),
        (10**9, False, (10**9,)),
        (9, True, ()),
        (10**9, True, ()),
    ]
    names = " ".join(PATTERNS)
    for place in (
        "exposure.phone_context._DIALLED",
        "exposure.birth._CUES3",
        "exposure.own_elsewhere:",
        "reading.html.",
    ):
        assert place in names
    assert len(PATTERNS) > 200
