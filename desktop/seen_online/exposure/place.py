"""Where somebody lives or a picture was taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

_PROPER = r"[A-Z][a-z'-]{1,20}(?:(?:[ -]| on | upon | le | de )[A-Z][a-z'-]{1,20}){0,3}"
_LIVES = re.compile(
    rf"(?<![^\W_])(?:[Ll]ive[sd]? in|[Ll]iving in|[Bb]ased in|[Rr]esid(?:es|ing) in|[Hh]ometown:?|[Ll]ocation:|[Cc]urrent city:?)[ ]({_PROPER}(?:, {_PROPER}){{0,2}})"
)
_COORDINATES = re.compile(r"(?<![\d.-])(-?\d{1,2}\.\d{3,8})[,;]?[ ]{0,2}(-?\d{1,3}\.\d{3,8})(?![\d.])")


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find places where somebody lives, and coordinates."""
    for match in _LIVES.finditer(plain.text):
        yield Spot(FindingKind.LOCATION, match[1], match.start(1), match.end(1), 0.7)
    for match in _COORDINATES.finditer(plain.low):
        if abs(float(match[1])) <= 90 and abs(float(match[2])) <= 180:
            yield Spot(FindingKind.LOCATION, f"{match[1]}, {match[2]}", match.start(), match.end(), 0.7)
