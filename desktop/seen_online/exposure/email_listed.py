"""Several addresses of one domain written as one: "{jane, john}@example.org", as papers and departments do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.email_spelling import AT, read_domain
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.spot import Spot

_LONGEST = 300  # characters of a list
_OPEN = {"}": "{", "]": "[", ")": "(", ">": "<"}
_ONE = re.compile(r"[a-z0-9][\w.+'-]{0,63}")
_PARTED = re.compile(r"[ \n]{0,3}(?:[,;|/][ \n]{0,3}|(?<=[ \n])(?:and|or|und|et|y)[ \n]{1,3})")
_AT = re.compile(r"[ ]{0,2}@[ ]{0,2}(?=[a-z0-9])")


def spots(plain: Plain) -> Iterator[Spot]:
    """Find each address of a list that shares its domain."""
    low = plain.low
    for close, opened in _OPEN.items():
        for place in places(low, close):
            at = _AT.match(low, place + 1) or AT.match(low, place + 1, place + 20)
            if not at:
                continue
            start = low.rfind(opened, max(0, place - _LONGEST), place)
            names = list(_names(low, start + 1, place)) if start >= 0 else []
            domain = read_domain(low, at.end()) if len(names) > 1 else None
            if not domain or domain.spaced:
                continue
            for name in names:
                yield Spot(FindingKind.EMAIL, f"{name[0]}@{domain.name}", name.start(), name.end(), 0.9)


def _names(low: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Return the names between two brackets, or nothing where something else stands there too."""
    while low[start : start + 1] in (" ", "\n") and start < end:
        start += 1
    found: list[re.Match[str]] = []
    while match := _ONE.match(low, start, end):
        found.append(match)
        parted = _PARTED.match(low, match.end(), end)
        if not parted:
            if not low[match.end() : end].strip():
                yield from found
            return
        start = parted.end()
