"""Gathering results into groups without knowing how many people there are."""

from __future__ import annotations

import heapq
import math

from seen_online.people.evidence import MOST, NOTHING, Links

_BEST = 0.8  # share of the best link between two groups; the rest is the mean over all their pairs
_WEIGHT_OF_SIZE = 0.15  # two large groups have a good link sooner by chance
_STOP = 0.9  # log odds, for up to a hundred results: rather two groups for one person than one group for two
_STOP_MORE = 0.6  # on top for each time that the results are e times as many: strangers are alike by chance sooner


def gather(found: Links) -> list[list[int]]:
    """Join the two closest groups, again and again, until none are close enough. Returns groups of numbers, sorted.

    How close two groups are is a mixture of their best link (one person's pages need not all be alike) and of the mean
    over all their pairs (one page that speaks of two people must not join everything). Ties go to the lower numbers, so
    that the outcome depends on nothing but the links.
    """
    stop = _STOP + _STOP_MORE * math.log(max(1.0, len(found) / 100))
    groups = {number: [number] for number in range(len(found))}
    near: dict[int, dict[int, tuple[float, float]]] = {number: {} for number in groups}
    for number, others in enumerate(found):
        for other, log_odds in others.items():
            near[number][other] = near[other][number] = (log_odds, log_odds - NOTHING)
    heap = [
        (-close, one, other)
        for one, others in near.items()
        for other, link in others.items()
        if one < other and (close := link[0]) > stop  # of two single results the best link and the mean are the same
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
            if _BEST * link[0] + (1 - _BEST) * MOST <= stop:
                continue  # whatever the mean
            close = _closeness(link, size, len(groups[third]))
            if close > stop:
                heapq.heappush(heap, (-close, third, fresh))
        fresh += 1
    return sorted(groups.values())


def _closeness(link: tuple[float, float], size: int, other_size: int) -> float:
    best, gain = link
    mean = NOTHING + gain / (size * other_size)
    return _BEST * best + (1 - _BEST) * mean - _WEIGHT_OF_SIZE * math.log(min(size, other_size))


def _joined(
    ones: dict[int, tuple[float, float]], others: dict[int, tuple[float, float]], one: int, other: int
) -> dict[int, tuple[float, float]]:
    """Return the links of two groups made one: the best of both, and the sum of what all pairs share."""
    links = dict(ones)
    for third, (best, gain) in others.items():
        before = links.get(third)
        links[third] = (max(best, before[0]), gain + before[1]) if before else (best, gain)
    links.pop(one, None)
    links.pop(other, None)
    return links
