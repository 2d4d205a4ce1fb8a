"""Whose a finding is."""

from __future__ import annotations

from bisect import bisect_left

from seen_online.exposure.finding import FindingKind, Whose
from seen_online.exposure.own import Own
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

NEAR = 300  # characters


def whose(spot: Spot, own: Own, named: list[Spot], plain: Plain) -> Whose:
    """Tell whether a finding is the person's own, stands near their name, or is somebody else's."""
    if spot.kind is FindingKind.NAME or own.has(spot):
        return Whose.YOURS
    starts = [name.start for name in named]
    place = bisect_left(starts, spot.start)
    for name in named[max(0, place - 1) : place + 1]:
        if max(name.start - spot.end, spot.start - name.end) <= NEAR:
            return Whose.NEAR_YOUR_NAME
    return Whose.OTHER
