"""Dates of birth that are not written but follow: a birthday that is wished or counted, an age with its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.birth_things import is_anybody, is_for_all, is_things_birthday
from seen_online.exposure.dates import When, in_year
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.page_dates import PageDates
from seen_online.exposure.spot import Spot

REACH = 60  # characters between a wish and its date
OLDEST = 110  # years that somebody can turn
_BIRTHDAY = re.compile(r"birthday|bday|b-day")
_COUNTED = re.compile(r"(?<!\d)(\d{1,3})(?:st|nd|rd|th) \Z")
_TURNS = re.compile(
    r"turn(?:s|ed|ing)? (\d{1,3})(?![.,:%/-]\d)"
    r"(?=[ ]?(?:[,;.!)(-]|\n|\Z|(?:on|in|at|and|today|yesterday|this|last|years?)\b))"
)
_WISH = re.compile(r"(?:happy(?: belated)?|wish\w{0,4} \w{1,12} a happy) \Z")
_WISHES_ABROAD = tuple(
    re.compile(words)
    for words in (
        "penblwydd hapus",
        "feliz cumplea",
        "feliz anivers",
        "alles gute zum geburtstag",
        "joyeux anniversaire",
        "buon compleanno",
    )
)
_AGED = (
    re.compile(r"age(?<![a-z]age)[ds]?[: ]{1,2}(?P<age>\d{2})(?!\d)(?: years(?: old)?)?"),
    re.compile(r"years?(?<![a-z]year)(?<![a-z]years)[ -](?:old|of age)(?![a-z])"),
)
_YEARS = re.compile(r"(?<!\d)(\d{2})[ -]\Z")
_SENTENCE_END = re.compile(r"[.;]\s")
_AS_OF = re.compile(r"[ ,]{0,2}\(?(?:as (?:of|at)|on|in)?[ ]?\Z")


def spots(dates: PageDates) -> Iterator[Spot]:
    """Find dates of birth that follow from birthdays and ages with a date beside them."""
    low = dates.low
    for match in _BIRTHDAY.finditer(low):
        before = low[max(0, match.start() - 24) : match.start()]
        if is_things_birthday(low, match.start(), match.end()):
            continue
        if counted := _COUNTED.search(before):
            yield from _reached(dates, match, int(counted[1]))
        elif _WISH.search(before):
            yield from _wished(dates, match)
    for match in _TURNS.finditer(low):
        yield from _reached(dates, match, int(match[1]))
    for pattern in _WISHES_ABROAD:
        for match in pattern.finditer(low):
            yield from _wished(dates, match)
    for pattern in _AGED:
        for match in pattern.finditer(low):
            yield from _aged(dates, match)


def _date_near(dates: PageDates, start: int, end: int) -> tuple[re.Match[str], When] | None:
    """Return the date behind `end`, or else the one in front of `start`, where no sentence ends between."""
    low = dates.low
    match = next(dates.between(end, end + REACH), None)
    if not match or _far(low[end : match.start()]):
        match = None
        for earlier in dates.between(start - REACH, start):
            match = earlier
        if match and _far(low[match.end() : start]):
            return None
    when = dates.value(match) if match else None
    return (match, when) if match and when else None


def _far(between: str) -> bool:
    return between.count("\n") > 2 or bool(_SENTENCE_END.search(between))


def _reached(dates: PageDates, match: re.Match[str], age: int) -> Iterator[Spot]:
    """Yield the birth of somebody who reached an age on a date."""
    near = _date_near(dates, match.start(), match.end())
    if not near or not near[1].year or not 1 <= age <= OLDEST:
        return
    found, when = near
    born = near[1].year - age
    also = in_year(when.also, born) if when.also else ""
    yield Spot(FindingKind.DATE_OF_BIRTH, in_year(when.value, born), found.start(), found.end(), 0.6, also)


def _wished(dates: PageDates, match: re.Match[str]) -> Iterator[Spot]:
    """Yield day and month of a birthday that was wished on a date; people also wish late, so it isn't sure."""
    near = _date_near(dates, match.start(), match.end())
    if not near:
        return
    found, when = near
    if len(when.value) == 10 or when.year is None:
        also = "--" + when.also[-5:] if when.also else ""
        yield Spot(FindingKind.DATE_OF_BIRTH, "--" + when.value[-5:], found.start(), found.end(), 0.5, also)


def _aged(dates: PageDates, match: re.Match[str]) -> Iterator[Spot]:
    """Yield the year of birth of somebody whose age is given with a date right beside it: it is one of two years."""
    low = dates.low
    start, age = match.start(), match.groupdict().get("age")
    if not age:
        years = _YEARS.search(low, max(0, start - 4), start)
        if not years:
            return
        start, age = years.start(), years[1]
    found = next(dates.between(match.end(), match.end() + 40), None)
    if not found or not _AS_OF.fullmatch(low, match.end(), found.start()):
        return
    when = dates.value(found)
    if is_for_all(low, found.end()) or is_anybody(low, start):
        return
    if when and len(when.value) == 10 and 0 <= dates.today.year - int(when.value[:4]) - int(age) <= 2:
        # "Age: 40 (12 March 1985)" gives the date of birth itself.
        yield Spot(FindingKind.DATE_OF_BIRTH, when.value, found.start(), found.end(), 0.7, when.also)
    elif when and when.year and 5 <= int(age) <= OLDEST:
        born = when.year - int(age)
        yield Spot(FindingKind.DATE_OF_BIRTH, str(born), start, found.end(), 0.5, str(born - 1))
