"""Where two finders claim the same words, keep the better reading."""

from __future__ import annotations

from collections.abc import Iterable

from seen_online.exposure.finding import FindingKind
from seen_online.exposure.spot import Spot

# Kinds that can't both be right about the same characters, the surer first.
_RIVALS = (
    FindingKind.EMAIL,
    FindingKind.DATE_OF_BIRTH,
    FindingKind.PHONE,
    FindingKind.POSTCODE,
    FindingKind.USERNAME,
)
_RANK = {kind: rank for rank, kind in enumerate(_RIVALS)}


def settle(found: Iterable[Spot]) -> list[Spot]:
    """Return the spots in the order they stand in the text, without doubles and without rivals that lost."""
    best: dict[tuple[FindingKind, int, int], Spot] = {}
    for spot in found:
        key = (spot.kind, spot.start, spot.end)
        if key not in best or spot.sure > best[key].sure:
            best[key] = spot
    kept: list[Spot] = []
    last: list[Spot] = []  # the spots still open where the next one starts
    for spot in sorted(best.values(), key=lambda s: (s.start, -s.end)):
        last = [s for s in last if s.end > spot.start]
        if any(_beats(other, spot) for other in last):
            continue
        beaten = [other for other in last if _beats(spot, other)]
        if beaten:
            last = [s for s in last if s not in beaten]
            kept = (
                [s for s in kept if s not in beaten]
                if len(kept) < 50
                else kept[:-50] + [s for s in kept[-50:] if s not in beaten]
            )
        kept.append(spot)
        last.append(spot)
    return kept


def _beats(one: Spot, other: Spot) -> bool:
    if one.kind == other.kind:
        return (one.end - one.start) >= (other.end - other.start)
    if one.kind in _RANK and other.kind in _RANK:
        return _RANK[one.kind] < _RANK[other.kind]
    return False
