"""The person's own names, under any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.finding import FindingKind
from seen_online.exposure.own import Own
from seen_online.exposure.own_name import OwnName, given_names
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.spot import Spot

_BEFORE, _BEHIND = 48, 40  # characters around a surname in which the rest of the name stands
_WORD_BEFORE = re.compile(r"(?<![a-z])([a-z]{2,20})[ ]\Z")


def spots(plain: Plain, own: Own) -> Iterator[Spot]:
    """Find the person's names, in order; the value is the name as the person typed it."""
    found: dict[tuple[int, int], Spot] = {}
    for name in own.names:
        for spot in _one(plain, name):
            place = (spot.start, spot.end)
            if place not in found or found[place].sure < spot.sure:
                found[place] = spot
    yield from sorted(found.values(), key=lambda spot: (spot.start, -spot.end))


def _one(plain: Plain, name: OwnName) -> Iterator[Spot]:
    low = plain.low
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
                turned = group.get("given2") and "," not in match[0]
                before = _WORD_BEFORE.search(low, max(0, match.start() - 22), match.start()) if turned else None
                if before and before[1] in given_names():
                    continue  # "John Doe Jane Smith" are two others
                sure = 0.5 if given is None else 0.95 if given in name.exact else 0.75
                yield Spot(FindingKind.NAME, name.value, match.start(), match.end(), sure)
