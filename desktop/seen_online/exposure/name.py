"""The person's own names, under any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.finding import FindingKind
from seen_online.exposure.own import Own
from seen_online.exposure.own_name import OwnName, given_names, is_form_of
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.spot import Spot

_BEFORE, _BEHIND = 48, 40  # characters around a surname in which the rest of the name stands
_NO_NAME = ("@", "/")
_WORD_BEFORE = re.compile(r"(?<![a-z])([a-z]{2,20})[ ]\Z")


def spots(plain: Plain, own: Own) -> Iterator[Spot]:
    """Find the person's names, in order; the value is the name as the person typed it."""
    found: dict[tuple[int, int], Spot] = {}
    for name in own.names:
        for spot in _one(plain, name):
            place = (spot.start, spot.end)
            if place not in found or found[place].sure < spot.sure:
                found[place] = spot
    yield from sorted(found.values(), key=lambda spot: (spot.start, -spot.end))


def _one(plain: Plain, name: OwnName) -> Iterator[Spot]:
    low = plain.low
    done = 0
    for anchor in name.anchors:
        for place in places(low, anchor):
            start = max(done if place >= done else 0, place - _BEFORE)
            end = place + len(anchor) + _BEHIND
            match = _around(name.pattern, low, place, start, end)
            if match:
                done = match.end()
                if not _is_turned_by_chance(low, match):
                    yield Spot(FindingKind.NAME, name.value, match.start(), match.end(), _sure(match, name))
            elif name.alike and (match := _around(name.alike, low, place, start, end)) and is_form_of(match[1], name):
                yield Spot(FindingKind.NAME, name.value, match.start(), match.end(), 0.75)


def _around(pattern: re.Pattern[str], low: str, place: int, start: int, end: int) -> re.Match[str] | None:
    """Return the match that holds `place`, unless it is a part of a mailbox's name or an account's."""
    for match in pattern.finditer(low, start, end):
        if match.end() > place:
            in_path = low[match.start() - 1 : match.start()] in _NO_NAME or low.startswith("@", match.end())
            return match if match.start() <= place and not ("_" in match[0] and in_path) else None
    return None


def _is_turned_by_chance(low: str, match: re.Match[str]) -> bool:
    """Tell "John Doe Jane Smith", who are two others, from "Doe Jane"."""
    if not match.groupdict().get("given2") or "," in match[0]:
        return False
    before = _WORD_BEFORE.search(low, max(0, match.start() - 22), match.start())
    return bool(before) and before[1] in given_names()


def _sure(match: re.Match[str], name: OwnName) -> float:
    group = match.groupdict()
    given = group.get("given") or group.get("given2")
    return 0.5 if given is None else 0.95 if given in name.exact else 0.75
