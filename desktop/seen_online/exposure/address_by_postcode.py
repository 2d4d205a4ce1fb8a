"""Streets that only the postcode behind them gives away: in small letters, without a number, of an unusual kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seen_online.exposure.own_name import TITLES, given_names
from seen_online.exposure.plain import Plain
from seen_online.exposure.street_words import HOUSES, STRONG, UNIT, WEAK

_HOUSE_LENGTH = 60  # characters of a house's name
REACH = 110  # characters before a postcode in which its street may stand
_S = r"[ ]{1,2}"
_WORD = r"[a-z][a-z'.-]{0,24}"
_KIND = rf"(?:{STRONG}|{WEAK})(?![\w'])\.?"
_NUMBER = r"\d{1,5}[a-z]?(?:[-/]\d{1,5}[a-z]?)?"
# 57 high road, · 9 aldby close 2, ; the kind of street settles it, whatever the letters
_OF_A_KIND = re.compile(
    rf"(?<![\w.,/£$-]){_NUMBER},?{_S}(?:{_WORD}{_S}){{1,4}}?{_KIND}(?:{_S}{_KIND}){{0,2}}"
    rf"(?:{_S}(?:north|south|east|west)(?=[ ]{{0,2}}[,\n]))?(?=[ ]{{0,2}}(?:[,\n(]|\d{{1,3}}[,\n]|[a-z]))"
)
# 41 fernhollow, ; without a kind the number must begin its line and the words be few
_OF_NO_KIND = re.compile(
    rf"(?:^|(?<=\n)|(?<=[,:.] )|(?:(?<= at )|(?<= to )|(?<= of ))(?!\d{{1,2}} ?[ap]m))[ \t]{{0,4}}"
    rf"({_NUMBER},?{_S}(?!(?:in|on|at|to|of|for|and|pm|am)[ ]){_WORD}(?:{_S}{_WORD}){{0,4}})"
    r"(?=[ ]{0,2}(?:[,\n]|\d{1,3}[,\n]))"
)
# High Street · Millbeck Ln; without a number it must be written as a name
_NAMED = re.compile(
    rf"[A-Z](?<![\w'][A-Z])[\w'.-]{{1,20}}{_S}(?:[A-Z][\w'.-]{{1,20}}{_S}){{0,3}}?(?i:{STRONG})(?![\w'])\.?"
)
# Suite 4, Aldby House: no street at all, but a part of a building
_OF_A_BUILDING = re.compile(
    rf"(?<![\w])(?i:{UNIT})\.?[ ]?#?[ ]?\d{{1,4}}[A-Za-z]?,?{_S}"
    r"(?:[A-Z][\w'.-]{1,20}[ ]){0,3}[A-Z][\w'.-]{1,20}(?=,)"
)
_KIND_OR_HOUSE = re.compile(f"{STRONG}|{WEAK}|{HOUSES}")
# Rose Cottage, Church Lane: what stands in front of such a street
_HOUSE = re.compile(
    rf"(?<![\w'])(?:\d{{1,4}}{_S})?(?:The{_S})?(?:[A-Z][\w'.-]{{1,20}}{_S}){{1,3}}(?i:{HOUSES}),?[ ]{{0,2}}\n?\Z"
)
# Fernside Head, Aldby CA1 2AB: the first part of a line that is nothing but an address, and the second where there are
# three: Fernside House, The Marina, Aldby CA1 2AB
_FIRST_PART = re.compile(
    r"(?:^|(?<=\n)|(?<= at )|(?<= to )|(?<= of )|(?<=ddress: ))[ \t]{0,4}"
    r"([A-Z][\w'.-]{1,20}(?:[ ][A-Z][\w'.-]{1,20}){1,4}"
    r"(?:,[ ][A-Z][\w'.-]{1,20}(?:[ ][A-Z][\w'.-]{1,20}){0,3}(?=,[ ]))?),[ ][A-Z][\w' ,.-]{2,60}\Z"
)
# What stands between a street and its postcode is a district, a town, a county, and no sentence.
_BETWEEN = re.compile(
    r"(?:[ \t,.\n()-]|\d{1,3}(?=[,\n ])"
    r"|(?!(?:i|we|my|is|was|are|and i|who|which|have|has|with|at|from)\b)[a-z][a-z'.&-]{0,24}+){0,120}+\Z"
)


def streets(plain: Plain, anchors: Sequence[int], taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Return start and end of the street in front of each postcode that has none yet.

    Args:
        plain: the text.
        anchors: where postcodes start, in order.
        taken: start and end of the addresses found so far, in order.
    """
    place = 0
    for anchor in anchors:
        first = max(0, anchor - REACH)
        while place < len(taken) and taken[place][1] < first:
            place += 1
        if place < len(taken) and taken[place][0] <= anchor:
            continue
        if found := _before(plain, first, anchor):
            yield found


def _before(plain: Plain, first: int, anchor: int) -> tuple[int, int] | None:
    low = plain.low
    for pattern in (_OF_A_KIND, _OF_NO_KIND):
        for match in pattern.finditer(low, first, anchor):
            group = 1 if pattern.groups else 0
            if _BETWEEN.match(low, match.end(group), anchor):
                return match.start(group), match.end(group)
    last = None
    for match in _NAMED.finditer(plain.text, first, anchor):
        last = match
    if last and last.start() > first - (first == 0):
        house = _HOUSE.search(plain.text, max(0, last.start() - _HOUSE_LENGTH), last.start())
        return house.start() if house else last.start(), last.end()
    for match in _OF_A_BUILDING.finditer(plain.text, first, anchor):
        if _BETWEEN.match(low, match.end(), anchor):
            return match.start(), match.end()
    line = _FIRST_PART.search(plain.text[first:anchor].rstrip(" ,\n"))
    if not line or (first and not line.start(1)) or _is_somebody(line[1].lower()):
        return None
    return first + line.start(1), first + line.end(1)


def _is_somebody(name: str) -> bool:
    """Tell "Jane Doe, Aldby CA1 2AB" from "Rose Cottage, Aldby CA1 2AB": both begin with a first name."""
    words = [word.strip(".") for word in name.partition(",")[0].split()]
    return (words[0] in given_names() or words[0] in TITLES) and not any(map(_KIND_OR_HOUSE.fullmatch, words[1:]))
