"""Street addresses: a house and its road, in the orders that languages put them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure import address_by_postcode
from seen_online.exposure import address_shapes as shape
from seen_online.exposure.clues import Clues
from seen_online.exposure.dates import MONTHS
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

_LEAD = 24  # characters in front of a house number that can belong to it
_LINE = 80  # characters of a line looked back over
# Only a number that isn't right behind one of these, and right before one of those, begins an address; it ends one
# only behind the last. Looking at the two spares most of a page's numbers.
_GLUED = frozenset(".,/$£€:-_%@&=+")
_GOES_ON = frozenset(" ,-/&")
_PARTED = frozenset(" .#")
_BOXES = ("box", "bfpo", "bp", "b.p.", "fach", "bus", "apartado", "postal", "no", "no.", "nr", "#", "n")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?!\d)")
# The dot of an abbreviation belongs to the street; that behind a whole word ends the sentence.
_SENTENCE_END = re.compile(
    r"(?:[a-z]{5}|road|lane|mews|loop|wynd|way|bank|brow|dale|dene|end|fold|gate|glen|hill|mall|park|pass|path|quay|ring"
    r"|rise|row|run|side|vale|view|walk|wood|yard)\.\Z",
    re.IGNORECASE,
)
_RECENT = re.compile(r"19[5-9]\d|20[0-3]\d")
_AT_HOME_ENDS = ("at ", "ss ", "s: ", "is ", "ss:")
_BEFORE_YEAR = re.compile(
    r"(?:(?<![a-z])(?:in|since|during|by|from|until|till|of|the|and|to|late|early|mid|circa|summer|winter|spring"
    r"|autumn|fall)"
    rf"|(?<![a-z])(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?,?(?:[ ]\d{{1,2}},?)?|[)-])[ ]?\Z"
)


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find street addresses and post office boxes."""
    taken: list[Spot] = []
    covered, text = 0, plain.text
    for start, end in plain.numbers:
        if end - start > 5:
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        spot = None
        if (
            start >= covered
            and before not in _GLUED
            and not before.isalnum()
            and (after in _GOES_ON or after.isalpha())
        ):
            spot = _forward(plain, start, end)
        if not spot and before in _PARTED:
            spot = _backward(plain, start, end)
        if spot:
            covered = spot.end
            taken.append(spot)
            yield spot
    for start, end in address_by_postcode.streets(plain, _postcodes(plain, clues), [(s.start, s.end) for s in taken]):
        yield _spot(plain.text, start, end, 0.6)


def _postcodes(plain: Plain, clues: Clues) -> list[int]:
    """Return where UK postcodes and US ZIP codes behind a town and state begin."""
    found = list(clues.postcodes)
    for start, end in plain.numbers:
        if end - start == 5 and (place := shape.US_PLACE.search(plain.text, max(0, start - 36), start)):
            found.append(place.start())
    return sorted(found)


def _forward(plain: Plain, start: int, end: int) -> Spot | None:
    """Read an address that begins with the number at `start`."""
    text = plain.text
    if match := shape.SMALL_LETTERS.match(text, start):
        alone = _stands_alone(text, start, match.end()) or _is_home(plain, start)
        return _spot(text, start, match.end(), 0.6) if alone else None
    if not shape.GOES_ON.match(text, end) or shape.NUMBERED.search(plain.low, max(0, start - 12), start):
        return None
    if match := shape.NUMBER_FIRST.match(text, start):
        sure = _sure(plain, match)
        return _with_lead(text, start, match.end(), sure) if sure else None
    for pattern, sure in ((shape.BROADWAY, 0.75), (shape.ROUTE, 0.75), (shape.NUMBER_KIND, 0.75)):
        match = pattern.match(text, start)
        if match and not _is_year(plain, start) and not _only_english(text, match):
            return _with_lead(text, start, match.end(), sure)
    if _is_home(plain, start):
        match = shape.NO_KIND.match(text, start)
        if match and MONTHS.keys().isdisjoint(match[0].lower().split()):
            return _spot(text, start, match.end(), 0.6)
    return None


def _is_home(plain: Plain, start: int) -> bool:
    """Tell whether somebody says right in front of `start` that they live there."""
    before = plain.text[max(0, start - 4) : start]
    return before.endswith(_AT_HOME_ENDS) and bool(shape.AT_HOME.search(plain.low, max(0, start - 24), start))


def _only_english(text: str, match: re.Match[str]) -> bool:
    """Tell "1500 Square Feet" and "6 Place Settings for all" from "6 Place Neuve"."""
    words = match[0].lower().replace(",", " ").split()
    if len(words) < 2 or words[1] not in shape.ENGLISH_TOO:
        return False
    return not _stands_alone(text, match.start(), match.end()) or not shape.MEASURES.isdisjoint(words)


def _backward(plain: Plain, start: int, end: int) -> Spot | None:
    """Read an address that ends with the number at `start`."""
    text, low = plain.text, plain.low
    if start < 4:
        return None
    word = text[max(start - 26, text.rfind(" ", max(0, start - 26), start - 1) + 1) : start - 1].rpartition("\n")[2]
    if word.lower().endswith(_BOXES):
        box = shape.BOX.search(low, max(0, start - 26), start)
        if box:
            last = shape.BOX_NUMBER.match(text, start)
            return _spot(text, box.start(), last.end() if last else end, 0.85)
    # Most numbers stand behind a small word ("in 1990") or a month, and are no house.
    if not word or not (word[0].isupper() or word[-1] in ",.°") or word.rstrip(".,").lower() in MONTHS:
        return None
    tail = shape.NUMBER_END.match(text, start) if text[start - 1] == " " else None
    return _named(plain, start, tail.end()) if tail else None


def _named(plain: Plain, start: int, end: int) -> Spot | None:
    """Read the street whose name stands in front of the number `start`..`end`."""
    text = plain.text
    if _YEAR.match(text, start) and (_YEAR.match(text, end + 2) or not shape.TOWN_AFTER.match(text, start)):
        return None  # Spring 1952 · Copyright 1993, 1994 The Authors
    first = max(0, start - _LINE, text.rfind("\n", max(0, start - _LINE), start) + 1)
    if shape.GROWN_END.search(text, max(first, start - 12), start):
        name = shape.NAME_BEFORE.search(text, first, start)
        if name:
            return _spot(text, name.start(), end, 0.75)
    line = plain.low[first:start]
    if "c/" in line or not shape.KINDS.isdisjoint(line.split(" ")):
        for kind in shape.KIND.finditer(text, first, start):
            match = shape.KIND_FIRST.match(text, kind.start(), min(len(text), end + 8))
            if not match or match.start("number") != start:
                continue
            if kind[0].strip().lower() in shape.ENGLISH_TOO and not _stands_alone(text, match.start(), match.end()):
                continue
            if kind[0][0].isupper() or not kind[0].strip().isalpha():
                return _spot(text, match.start(), match.end(), 0.7)
    if shape.TOWN_AFTER.match(text, start):
        name = shape.NAMED_LINE.search(text, max(0, first - 1), start)
        if name and MONTHS.keys().isdisjoint(plain.low[name.start(1) : start].replace(".", " ").split()):
            return _spot(text, name.start(1), end, 0.6)
    return None


def _spot(text: str, start: int, end: int, sure: float) -> Spot:
    written = text[start:end].rstrip(" ,\n\t")
    if _SENTENCE_END.search(written, len(written) - 6 if len(written) > 6 else 0):
        written = written[:-1]
    return Spot(FindingKind.ADDRESS, " ".join(written.split()), start, start + len(written), sure)


def _with_lead(text: str, start: int, end: int, sure: float) -> Spot:
    """Return the address with the flat or unit in front of it."""
    lead = shape.LEAD.search(text, max(0, start - _LEAD), start)
    return _spot(text, lead.start() if lead else start, end, sure)


def _sure(plain: Plain, match: re.Match[str]) -> float:
    """Weigh a line that starts with a number and ends as streets do; 0 means that it is something else."""
    if _is_year(plain, match.start()):
        return 0.0
    if match["unit"]:
        return 0.9
    if not _is_house(match) or _goes_on_as_noun(plain.text, match):
        return 0.0
    if shape.STRONG_KIND.fullmatch(match["kind"]) and match["words"] != "The":
        return 0.85
    lead = shape.LEAD.search(plain.text, max(0, match.start() - _LEAD), match.start())
    return 0.7 if _stands_alone(plain.text, lead.start() if lead else match.start(), match.end()) else 0.0


def _is_house(match: re.Match[str]) -> bool:
    """Tell a house from "30 Minute Drive", "2023 Park Run" and "9 To 5 Drive"."""
    words = match["words"].lower().split()
    if words[0] in shape.NO_NAME or words[0] in shape.UNITS:
        return False
    if words[-1] in shape.COMPOUNDS.get(match["kind"].lower(), ()) or (
        len(words) == 1 and words[0] in shape.COUNTED and " " not in match["kind"]
    ):
        return False
    return bool(shape.STRONG_KIND.fullmatch(match["kind"])) or not _RECENT.fullmatch(match["number"])


def _goes_on_as_noun(text: str, match: re.Match[str]) -> bool:
    """Tell "12 Supreme Court judges" and "3 May Road closed", where the kind of street is said of another thing."""
    first = match["words"].lower().split()[0]
    ordinary = match["kind"].lower() in shape.ORDINARY or (first in MONTHS and len(match["number"]) <= 2)
    return ordinary and bool(shape.NOUN_AFTER.match(text, match.end()))


def _is_year(plain: Plain, start: int) -> bool:
    return bool(_YEAR.match(plain.text, start) and _BEFORE_YEAR.search(plain.low, max(0, start - 14), start))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but an address is said around: a line, or what lies between commas."""
    before = text[max(0, start - 40) : start].rstrip(" \t")
    after = text[end : end + 4].lstrip(" \t")
    alone = not before or before[-1] in "\n,:;|(-*" or before.endswith((" at", "At"))
    return alone and (not after or after[0] in "\n,.;|)-")
