"""The person's own names, under any spelling."""

from __future__ import annotations

from collections.abc import Iterator

from seen_online.exposure.finding import FindingKind
from seen_online.exposure.own import Own
from seen_online.exposure.own_name import OwnName
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.spot import Spot

_BEFORE, _BEHIND = 48, 40  # characters around a surname in which the rest of the name stands


def spots(plain: Plain, own: Own) -> Iterator[Spot]:
    """Find the person's names, in order; the value is the name as the person typed it."""
    found: dict[tuple[int, int], Spot] = {}
    for name in own.names:
        for spot in _one(plain.low, name):
            place = (spot.start, spot.end)
            if place not in found or found[place].sure < spot.sure:
                found[place] = spot
    yield from sorted(found.values(), key=lambda spot: (spot.start, -spot.end))


def _one(low: str, name: OwnName) -> Iterator[Spot]:
    done = 0
    for anchor in name.anchors:
        for place in places(low, anchor):
            start = max(done if place >= done else 0, place - _BEFORE)
            match = None
            for match in name.pattern.finditer(low, start, place + len(anchor) + _BEHIND):
                if match.end() > place:
                    break
            if match and match.start() <= place < match.end():
                done = match.end()
                group = match.groupdict()
                given = group.get("given") or group.get("given2")
                sure = 0.5 if given is None else 0.95 if given in name.exact else 0.75
                yield Spot(FindingKind.NAME, name.value, match.start(), match.end(), sure)
