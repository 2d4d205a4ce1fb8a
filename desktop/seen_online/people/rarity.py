"""How telling it is that two results share something: the rarer among all results, the more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from seen_online.people.common import EVERYDAY
from seen_online.people.traits import Traits

_T = TypeVar("_T")
FULL = math.log(101)  # what the rarest counts, as among a hundred results, however many there are
EVERYDAY_SHARE = 0.25
NUMBER_SHARE = 0.5  # years, times and the beginnings of phone numbers are soon shared by strangers
LEAST = 2.5  # what a name tells, however many results hold it
MOSTLY = 0.9  # a word that has a capital on so many of its pages is a name
UNLISTED = 2.3  # what a small word of another language tells less


def word_rarity(results: Sequence[Traits]) -> dict[str, float]:
    """Return the same for the words of results.

    Where one person fills the results, the names that tell of them stand everywhere and still tell. A small word that
    stands on many pages in a language whose little words we do not list is most likely one of those.
    """
    held = Counter(word for one in results for word in one.words)
    proper = Counter(word for one in results for word in one.proper)
    foreign = Counter(word for one in results if one.foreign for word in one.words)
    weighed: dict[str, float] = {}
    for word, rare in rarity(results, lambda one: one.words).items():
        if proper[word] >= MOSTLY * held[word]:
            weighed[word] = rare if word in EVERYDAY else max(LEAST, rare)
        else:
            weighed[word] = max(0.0, rare - UNLISTED) if foreign[word] * 2 > held[word] else rare
    return weighed


def rarity(things: Sequence[_T], get: Callable[[_T], Collection[str]]) -> dict[str, float]:
    """Return for everything that at least two of `things` hold how telling it is to share it, 0 to about 4.6."""
    seen: Counter[str] = Counter()
    for thing in things:
        seen.update(iter(get(thing)))  # a Counter would add up the values of a dict
    scale = FULL / math.log(max(2, len(things)) + 1)
    rare = {word: scale * math.log((len(things) + 1) / count) for word, count in seen.items() if count > 1}
    return {word: r * _share(word) for word, r in rare.items()}


def _share(word: str) -> float:
    return EVERYDAY_SHARE if word in EVERYDAY else NUMBER_SHARE if word.isdecimal() else 1.0


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
