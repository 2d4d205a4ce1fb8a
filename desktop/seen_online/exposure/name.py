"""The person's own names, under any spelling."""

from __future__ import annotations

from collections.abc import Iterator

from seen_online.exposure.finding import FindingKind
from seen_online.exposure.own import Own
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot


def spots(plain: Plain, own: Own) -> Iterator[Spot]:
    """Find the person's names."""
    if own.name_pattern is None:
        return
    for match in own.name_pattern.finditer(plain.low):
        yield Spot(FindingKind.NAME, " ".join(match[0].split()), match.start(), match.end(), 0.9)
