"""Gathering results into groups without knowing how many people there are."""

from __future__ import annotations

import heapq
import math

from seen_online.people.evidence import NOTHING, Links

_POWER = 0.8  # how far strong links count before weak ones: 0 would be the mean of all, a large number the best alone
# A group of thirty has one good link to almost anything by chance. With n pairs between two groups the sum over their
# links is divided by n to this power: 0 would let one link join two groups, 1 would ask for as many as all pairs.
_SPREAD = 0.55
_STOP = 0.8  # log odds, for up to a hundred results: rather two groups for one person than one group for two
_STOP_MORE = 0.6  # on top for each time that the results are e times as many: strangers are alike by chance sooner
_BASE = math.exp(_POWER * NOTHING)


def gather(found: Links) -> list[list[int]]:
    """Join the two closest groups, again and again, until none are close enough. Returns groups of numbers, sorted.

    How close two groups are is a mean over the links of all their pairs in which strong links count for most: one
    person's pages need not all be alike, but one page that speaks of two people must not join everything. They are
    never closer than their best link: a weak link to each of thirty pages is one weak reason, not thirty. Groups with
    a pair that can't be one person (`APART`) are never joined. Ties go to the lower numbers, so that the outcome
    depends on nothing but the links.
    """
    stop = _STOP + _STOP_MORE * math.log(max(1.0, len(found) / 100))
    groups = {number: [number] for number in range(len(found))}
    near: dict[int, dict[int, tuple[float, float]]] = {number: {} for number in groups}
    for number, others in enumerate(found):
        for other, log_odds in others.items():
            gain = math.exp(_POWER * log_odds) - _BASE if log_odds > -math.inf else -math.inf
            near[number][other] = near[other][number] = gain, log_odds
    heap = [
        (-close, one, other)
        for one, others in near.items()
        for other, link in others.items()
        if one < other and (close := link[1]) > stop
    ]
    heapq.heapify(heap)
    fresh = len(found)
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in groups or other not in groups:
            continue
        groups[fresh] = sorted(groups.pop(one) + groups.pop(other))
        near[fresh] = _joined(near.pop(one), near.pop(other), one, other)
        size = len(groups[fresh])
        for third, link in near[fresh].items():
            of_third = near[third]
            of_third.pop(one, None)
            of_third.pop(other, None)
            of_third[fresh] = link
            close = _closeness(link, size * len(groups[third]))
            if close > stop:
                heapq.heappush(heap, (-close, third, fresh))
        fresh += 1
    return sorted(groups.values())


def _closeness(link: tuple[float, float], pairs: int) -> float:
    """Return log odds from what the links between two groups are in sum above `NOTHING`, and from the best."""
    gain, best = link
    mean = _BASE + gain / pairs**_SPREAD
    return min(best, math.log(mean) / _POWER) if mean > 0 else -math.inf


def _joined(
    ones: dict[int, tuple[float, float]], others: dict[int, tuple[float, float]], one: int, other: int
) -> dict[int, tuple[float, float]]:
    """Return the links of two groups made one: what all pairs have in sum, and the best of both."""
    links = dict(ones)
    for third, (gain, best) in others.items():
        before = links.get(third)
        links[third] = (gain + before[0], max(best, before[1])) if before else (gain, best)
    links.pop(one, None)
    links.pop(other, None)
    return links
