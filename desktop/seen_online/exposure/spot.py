"""What a finder of one kind hands to `find`: a place in the plain text and what it says."""

from __future__ import annotations

import msgspec

from seen_online.exposure.finding import FindingKind


class Spot(msgspec.Struct, frozen=True):
    """A detail at `start`..`end` of the plain text. The other fields are those of Finding."""

    kind: FindingKind
    value: str
    start: int
    end: int
    sure: float = 1.0
    also: str = ""
