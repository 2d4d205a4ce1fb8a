"""Street addresses: a house and its road."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

_TYPES = (
    "street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|close|court|ct|crescent|gardens|grove|place|pl|square|sq|terrace|"
    "way|boulevard|blvd|highway|hwy|parkway|pkwy|circle|cir|mews|hill|row|walk|green|park|parade|rise|view|wharf|yard"
)
_STREET = re.compile(
    rf"(?<![\w.,/$£€-])(\d{{1,5}}(?:-\d{{1,5}})?[a-z]?,?[ ](?:[nsew]\.?[ ]|(?:north|south|east|west)[ ])?"
    rf"(?:[a-z0-9][a-z0-9'.-]{{0,20}}[ ]){{1,4}}(?:{_TYPES})(?![^\W_])\.?"
    rf"(?:[ ](?:[ns][ew]?|[ew])\b\.?)?(?:,?[ ](?:suite|ste|unit|apt|floor|flat|room|#)\.?[ ]?#?[a-z0-9-]{{1,6}})?)"
)


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find street addresses."""
    for match in _STREET.finditer(plain.low):
        written = plain.text[match.start() : match.end()]
        if sum(word[:1].isupper() for word in written.split()) >= 2:
            yield Spot(FindingKind.ADDRESS, " ".join(written.split()), match.start(), match.end(), 0.8)
