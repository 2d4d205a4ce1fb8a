"""Whose a finding is."""

from __future__ import annotations

import re
from bisect import bisect_left

from seen_online.exposure.finding import FindingKind, Whose
from seen_online.exposure.own import Own
from seen_online.exposure.own_name import given_names
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

NEAR = 300  # characters
_LINES = 8  # lines between a name and what belongs to it
_LINES_BEFORE = 2  # lines by which a detail may stand above its name
# A line that is, or starts with, a name: "Dr John Smith", "Smith, John", "name: John Smith".
_SOMEBODY = re.compile(
    r"(?:^|\n|[|•;])[ \t*-]{0,4}(?:(?:[Nn]ame|[Bb]y|[Cc]ontact): ?)?"
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Sir|Dame)\.? )?"
    r"([A-Z][a-z'-]{1,20})(?: [A-Z]\.?| [A-Z][a-z'-]{1,20}){0,2}(?: |, )[A-Z][A-Za-z'-]{1,24}"
)


def whose(spot: Spot, own: Own, named: list[Spot], plain: Plain) -> Whose:
    """Tell whether a finding is the person's own, stands near their name, or is somebody else's."""
    if spot.kind is FindingKind.NAME or own.has(spot):
        return Whose.YOURS
    if own.resembles(spot):
        return Whose.NEAR_YOUR_NAME
    place = bisect_left(named, spot.start, key=lambda name: name.start)
    if place and _belongs(named[place - 1], spot, plain):
        return Whose.NEAR_YOUR_NAME
    if place < len(named) and _stands_above(spot, named[place], plain):
        return Whose.NEAR_YOUR_NAME
    return Whose.OTHER


def _belongs(name: Spot, spot: Spot, plain: Plain) -> bool:
    """Tell whether what follows a name is about its bearer: close, and nobody else is named between."""
    if spot.start - name.end > NEAR:
        return False
    between = plain.text[name.end : spot.start]
    return between.count("\n") <= _LINES and not _names_somebody(between)


def _stands_above(spot: Spot, name: Spot, plain: Plain) -> bool:
    """Tell whether a detail in front of a name belongs to it: "01632 960123 Jane Doe" and not the end of another's."""
    if name.start - spot.end > NEAR // 2:
        return False
    between = plain.text[spot.end : name.start]
    if between.count("\n") > _LINES_BEFORE or _names_somebody(between):
        return False
    line = plain.text.rfind("\n", 0, spot.start) + 1
    first = spot.start - NEAR // 2 if "\n" in between else max(line, spot.start - NEAR // 2)
    return not _names_somebody(plain.text[max(0, first) : spot.start])


def _names_somebody(text: str) -> bool:
    return any(match[1].lower() in given_names() for match in _SOMEBODY.finditer(text))
