"""Where somebody lives, is, or took a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.proper import proper_place
from seen_online.exposure.spot import Spot

# Each starts with a letter of its own, which is searched quickly; what follows must be a place's name.
_SAYS = tuple(
    re.compile(words)
    for words in (
        r"li(?:ve[sd]?|ving) (?:in|at|near) ",
        r"based (?:in|at|near) ",
        r"res(?:id(?:e[sd]?|ing) (?:in|at)|ident of) ",
        r"raised in ",
        r"grew up (?:in|near) ",
        r"moved to ",
        r"hails from ",
        r"originally from ",
        r"native of ",
        r"checked in (?:at|to) ",
        r"byw yn ",
    )
)
_LABEL = re.compile(
    r"(?:home ?town|home ?location(?: name)?|birth ?place(?: name)?|death ?place|"
    r"(?:current )?(?:location|city|town|residence)|address ?locality|content ?location(?: name)?|location ?created"
    r"|place|lives in|from|based|county|village|gps|geo)(?: name)?[ ]?[:=][ ]{0,3}"
)
_LABEL_ENDS = tuple(re.compile(words) for words in (r":[ ]{0,3}(?=[A-Z])", "\N{ROUND PUSHPIN}[ ]?"))
_FROM = re.compile(r"from[ ]?:")
_OF_A_MESSAGE = re.compile(r"\n[ \t>*]{0,8}(?:to|cc|sent|subject|date|reply-to)[ ]?:")  # "From" is then who wrote it
_HEAD = 300  # characters of a message's head around its "From"
_DECIMAL = re.compile(r"(?<![\d.+-])([+-]?\d{1,2}\.\d{3,12})(?:[,;][ ]{0,2}|[ ]{1,2})([+-]?\d{1,3}\.\d{3,12})(?![\d.])")
_DEGREES = re.compile(
    r"(\d{1,2})°[ ]?(\d{1,2})['][ ]?(?:(\d{1,2}(?:\.\d{1,6})?)(?:\"|'')[ ]?)?([ns])[,; ]{1,3}"
    r"(\d{1,3})°[ ]?(\d{1,2})['][ ]?(?:(\d{1,2}(?:\.\d{1,6})?)(?:\"|'')[ ]?)?([ew])(?![a-z])"
)


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find places where somebody lives or was, and coordinates."""
    text, low = plain.text, plain.low
    for says in _SAYS:
        for match in says.finditer(low):
            if not low[match.start() - 1 : match.start()].isalpha() and (place := proper_place(text, match.end())):
                yield _spot(place, 0.7)
    yield from _labelled(text, low)
    yield from _coordinates(plain)


def _spot(place: re.Match[str], sure: float) -> Spot:
    return Spot(FindingKind.LOCATION, " ".join(place[0].split()), place.start(), place.end(), sure)


def _labelled(text: str, low: str) -> Iterator[Spot]:
    """Find "Hometown: Carlisle", where the label begins its line."""
    for ends in _LABEL_ENDS:
        for match in ends.finditer(text):
            line = low.rfind("\n", max(0, match.start() - 30), match.start()) + 1
            first = line or max(0, match.start() - 30)
            label = low[first : match.end()].lstrip(" \t*-|")
            if text[match.start()] == ":" and not _LABEL.fullmatch(label):
                continue
            if _FROM.match(label) and _OF_A_MESSAGE.search(low, max(0, first - _HEAD), first + _HEAD):
                continue
            if place := proper_place(text, match.end()):
                yield _spot(place, 0.75)


def _coordinates(plain: Plain) -> Iterator[Spot]:
    """Find coordinates in degrees, decimal or not; the value is "latitude, longitude" in decimal degrees."""
    low = plain.low
    done = -1
    for (start, end), (digits, stop) in pairwise(plain.numbers):
        if stop - digits < 3 or digits - end != 1 or low[end] != "." or start < done:
            continue
        sign = low[start - 1 : start] in ("-", "+")
        match = _DECIMAL.match(low, start - 1 if sign else start)
        if match and abs(float(match[1])) <= 90 and abs(float(match[2])) <= 180:
            done = match.end()
            yield Spot(FindingKind.LOCATION, f"{float(match[1]):.6g}, {float(match[2]):.6g}", match.start(), done, 0.7)
    if "°" in low:
        for match in (m for place in places(low, "°") if (m := _DEGREES.match(low, _first_digit(low, place)))):
            north = _degrees(match[1], match[2], match[3]) * (-1 if match[4] == "s" else 1)
            east = _degrees(match[5], match[6], match[7]) * (-1 if match[8] == "w" else 1)
            if abs(north) <= 90 and abs(east) <= 180:
                yield Spot(FindingKind.LOCATION, f"{north:.5f}, {east:.5f}", match.start(), match.end(), 0.95)


def _first_digit(low: str, place: int) -> int:
    return place - 2 if low[place - 2 : place].isdigit() else place - 1 if place else 0


def _degrees(whole: str, minutes: str, seconds: str | None) -> float:
    return int(whole) + int(minutes) / 60 + float(seconds or 0) / 3600
