"""UK postcodes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

# Both halves, where one is known to begin.
_HALVES = re.compile(r"([a-z]{1,2}[0-9][0-9a-z]?)[ \n]{0,3}([0-9][a-z]{2})")


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find UK postcodes in full."""
    for start in clues.postcodes:
        if halves := _HALVES.match(plain.low, start):
            yield Spot(FindingKind.POSTCODE, f"{halves[1]} {halves[2]}".upper(), start, halves.end())
