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
    spots = sorted(best.values(), key=lambda spot: (spot.start, -spot.end, spot.kind))
    lost: set[int] = set()
    standing: list[int] = []  # numbers of the spots that reach beyond where the next one starts
    for number, spot in enumerate(spots):
        standing = [other for other in standing if spots[other].end > spot.start]
        if any(_beats(spots[other], spot) for other in standing):
            lost.add(number)
            continue
        beaten = [other for other in standing if _beats(spot, spots[other])]
        lost.update(beaten)
        standing = [*(other for other in standing if other not in beaten), number]
    return [spot for number, spot in enumerate(spots) if number not in lost]


def _beats(one: Spot, other: Spot) -> bool:
    if one.kind == other.kind:
        return (one.end - one.start) >= (other.end - other.start)
    if one.kind in _RANK and other.kind in _RANK:
        return _RANK[one.kind] < _RANK[other.kind]
    return False
