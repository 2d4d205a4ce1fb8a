"""Where somebody works, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

_PROPER = r"[A-Z][\w'&-]{1,24}(?:[ ](?:(?:and|of|for|the|&)[ ])?[A-Z][\w'&-]{1,24}){0,4}"
_WORKS = re.compile(
    rf"(?<![^\W_])(?:[Ww]ork(?:s|ed|ing)? (?:at|for)|[Ee]mployed (?:at|by)|[Ee]mployer:|[Ww]orks[Ff]or:?|[Ww]orkplace:?)[ ](?:the )?({_PROPER})"
)


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find workplaces."""
    for match in _WORKS.finditer(plain.text):
        yield Spot(FindingKind.WORKPLACE, match[1], match.start(1), match.end(1), 0.7)
