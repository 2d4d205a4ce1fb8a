"""What speaks for two results being about one person, and what against it, in log odds.

The weights come from a logistic regression over pairs of results for names that many people share. Those for what
such results hold too seldom (accounts, contact details) are set by hand, with room for doubt. A pair that shares
nothing is at `NOTHING`, and only pairs that share something, or can't be one person (`APART`), are kept: of two
thousand results most pairs share nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import combinations, product

import msgspec

from seen_online.people.lives import fit_births
from seen_online.people.names import clash
from seen_online.people.rarity import holders, rarity, word_rarity
from seen_online.people.traits import Traits

NOTHING = -2.4
LEAST, MOST = -6.0, 3.0  # however many words are shared
APART = -math.inf  # born on two days
_SURE = 6.0  # the same account or contact details: more than any shared words
_MOST_TIES = 8.0
_HANDLE = 2.5  # the same unusual user name on two sites
_TOP, _TOP_MOST, _REST = 1.1, 2.0, 2.15
_CLASH, _ONE_MIDDLE, _ONE_BEFORE, _SUFFIX = -4.2, -0.6, -1.3, -1.2
_OTHER_ACCOUNT = -1.5
_YOURS = 2.2  # log odds from which details make a result the person's, whatever else it says: more than one place
_USUAL = 40.0  # words of a result as an engine shows it; longer ones share words by chance
_MOST_COMPARISONS = 600_000
_TOO_LITTLE = 0.8  # a gain below this is not worth the time where results are more than
_FEW = 400
_MOST_NAMED = 400  # results with middle names that are all compared with each other
_ENOUGH_OWNED = 50  # of the person's own pages that are tied to all others of theirs: they hold all together

Links = list[dict[int, float]]
"""For each result, by number: the log odds for each later result with which it shares something."""


class Channel(msgspec.Struct, frozen=True):
    """One kind of thing that two results may share: what a unit of rarity weighs, and at most how many units count."""

    get: Callable[[Traits], Collection[str]]
    weight: float
    most: float


CHANNELS = (
    Channel(lambda t: t.pairs - t.people, 0.12, 6.0),
    Channel(lambda t: t.people, 0.18, 6.0),
    Channel(lambda t: t.after, 1.2, 5.0),
    Channel(lambda t: t.middles, 0.5, 5.0),
    Channel(lambda t: t.before, 0.7, 5.0),
)


class _Index(msgspec.Struct):
    """Who holds what, how rare that is, and up to where each list of holders has been passed."""

    held: dict[str, list[int]]
    rare: dict[str, float]
    passed: dict[str, int] = {}

    def later(self, word: str, number: int) -> list[int]:
        """Return the holders after `number`; to be asked with rising numbers."""
        numbers = self.held.get(word)
        if numbers is None:
            return []
        place = self.passed.get(word, 0)
        while place < len(numbers) and numbers[place] <= number:
            place += 1
        self.passed[word] = place
        return numbers[place:]


def links(results: Sequence[Traits], yours: Sequence[float]) -> Links:
    """Compare every result with every later one that it shares anything with.

    Args:
        results: what is known of each result.
        yours: for each the log odds that its details are the person's own.
    """
    words = _Index(holders(results, lambda t: t.words, _MOST_COMPARISONS), word_rarity(results))
    channels = [(c, _Index(holders(results, c.get, _MOST_COMPARISONS // 5), rarity(results, c.get))) for c in CHANNELS]
    contacts = _Index(holders(results, lambda t: t.details.contacts, _MOST_COMPARISONS // 5), {})
    named = [number for number, t in enumerate(results) if t.middles or t.before][:_MOST_NAMED]
    apart = _apart(results, yours)
    marked = [bool(t.middles or t.before or t.suffixes or t.details.account) for t in results]
    owned = [number for number, log_odds in enumerate(yours) if log_odds >= _YOURS]
    first_owned = owned[:_ENOUGH_OWNED]
    found: Links = []
    for number, one in enumerate(results):
        if one.listing:
            found.append({})
            continue
        gains = _shared_words(number, results, words)
        for channel, index in channels:
            for other, units in _units(channel.get(one), number, index).items():
                gains[other] = gains.get(other, 0.0) + channel.weight * min(channel.most, units)
        ties: dict[int, float] = {}
        for contact in one.details.contacts:
            for other in contacts.later(contact, number):
                ties[other] = ties.get(other, 0.0) + (_HANDLE if contact.startswith("handle:") else _SURE)
        if number in first_owned:
            for other in owned:
                if other > number:
                    ties[other] = ties.get(other, 0.0) + yours[number] + yours[other]
        if one.middles or one.before:
            for other in named:
                if other > number and other not in gains and _clash(one, results[other]):
                    gains[other] = 0.0
        weighed = _weighed(number, results, marked, gains, ties)
        weighed.update((other, APART) for other in apart[number] if other not in ties)
        found.append(weighed)
    return found


def _apart(results: Sequence[Traits], yours: Sequence[float]) -> list[set[int]]:
    """Return for each result the later ones that can't be about the same person, for they were born on other days.

    Where a page shows details of the person and another's date of birth, the date may be a child's: it counts for
    nothing.
    """
    births = {
        number: one.details
        for number, one in enumerate(results)
        if (one.details.births or one.details.other_birth) and not one.listing
        if not (one.details.other_birth and yours[number] > 0)
    }
    others = {number for number, details in births.items() if details.other_birth}
    owned = [number for number, log_odds in enumerate(yours) if log_odds >= _YOURS][:_ENOUGH_OWNED]
    apart: list[set[int]] = [set() for _ in results]
    for one, two in [*product(owned, others), *combinations(list(births)[:_MOST_NAMED], 2)]:
        ours, theirs = results[one].details.births, results[two].details.births
        if (two in others and yours[one] >= _YOURS) or (ours and theirs and not fit_births(ours, theirs)):
            apart[min(one, two)].add(max(one, two))
    return apart


def _weighed(
    number: int,
    results: Sequence[Traits],
    marked: Sequence[bool],
    gains: Mapping[int, float],
    ties: Mapping[int, float],
) -> dict[int, float]:
    """Return the log odds for each result that one shares something with, what speaks against it taken off."""
    weighed: dict[int, float] = {}
    least = _TOO_LITTLE if len(results) > _FEW else 0.0
    for other in sorted({*gains, *ties}):
        if results[other].listing:
            continue
        gain, tie = gains.get(other, 0.0), ties.get(other, 0.0)
        loss = _against(results[number], results[other]) if marked[number] or marked[other] else 0.0
        if gain >= least or tie or loss:
            weighed[other] = min(_MOST_TIES, max(LEAST, min(MOST, NOTHING + gain + loss) + tie))
    return weighed


def _shared_words(number: int, results: Sequence[Traits], index: _Index) -> dict[int, float]:
    """Weigh shared words: the most telling one counts a little, every further one much more."""
    one = results[number]
    top: dict[int, float] = {}
    total: dict[int, float] = {}
    for word, counts in one.words.items():
        units = counts * index.rare.get(word, 0.0)
        later = index.later(word, number) if units else []
        for other in later:
            value = units * results[other].words[word]
            total[other] = total.get(other, 0.0) + value
            if value > top.get(other, 0.0):
                top[other] = value
    gains: dict[int, float] = {}
    for other, value in total.items():
        size = len(one.words) * len(results[other].words)
        fair = min(1.0, _USUAL / math.sqrt(size)) if size else 1.0
        best = top[other]
        gains[other] = fair * _TOP * min(_TOP_MOST, best) + _REST * math.log1p(fair * (value - best))
    return gains


def _units(things: Collection[str], number: int, index: _Index) -> Mapping[int, float]:
    units: dict[int, float] = {}
    for thing in sorted(things):
        for other in index.later(thing, number):
            units[other] = units.get(other, 0.0) + index.rare[thing]
    return units


def _against(one: Traits, other: Traits) -> float:
    """Weigh what speaks against it: names that clash, or that stand there in other ways."""
    weight = 0.0
    if _clash(one, other):
        weight += _CLASH
    if bool(one.middles) != bool(other.middles):
        weight += _ONE_MIDDLE
    if bool(one.before) != bool(other.before):
        weight += _ONE_BEFORE
    if one.suffixes != other.suffixes:
        weight += _SUFFIX
    if one.details.account and other.details.account:
        site, name = one.details.account
        weight += _OTHER_ACCOUNT if site == other.details.account[0] and name != other.details.account[1] else 0.0
    return weight


def _clash(one: Traits, other: Traits) -> bool:
    return clash(one.middles, other.middles) or clash(one.before, other.before)
