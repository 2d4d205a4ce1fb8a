"""How telling it is that two results share something: the rarer among all results, the more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from seen_online.people.common import EVERYDAY

_T = TypeVar("_T")
FULL = math.log(101)  # what the rarest counts, as among a hundred results, however many there are
EVERYDAY_SHARE = 0.25


def rarity(things: Sequence[_T], get: Callable[[_T], Collection[str]]) -> dict[str, float]:
    """Return for everything that `get` gives of `things` how telling it is to share it, 0 to about 4.6."""
    seen: Counter[str] = Counter()
    for thing in things:
        seen.update(iter(get(thing)))  # a Counter would add up the values of a dict
    scale = FULL / math.log(len(things) + 1)
    return {
        word: scale * math.log((len(things) + 1) / count) * (EVERYDAY_SHARE if word in EVERYDAY else 1.0)
        for word, count in seen.items()
        if count > 1
    }


def holders(things: Sequence[_T], get: Callable[[_T], Collection[str]], most: int) -> dict[str, list[int]]:
    """Return who holds what, by number, for all that at least two do.

    The most frequent are left out as far as needed for comparing all holders with each other to take at most
    `most` comparisons: they tell least, and cost most.
    """
    held: dict[str, list[int]] = {}
    for number, thing in enumerate(things):
        for word in get(thing):
            held.setdefault(word, []).append(number)
    shared = {word: numbers for word, numbers in held.items() if len(numbers) > 1}
    spent = 0
    limit = len(things) + 1
    for size, count in sorted(Counter(map(len, shared.values())).items()):
        spent += count * size * (size - 1) // 2
        if spent > most:
            limit = size
            break
    return {word: numbers for word, numbers in shared.items() if len(numbers) < limit}
