"""Dates of birth, told apart from all other dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from seen_online.exposure.clues import Clues
from seen_online.exposure.dates import DATE, read_date
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

_CUE = re.compile(
    r"(?<![^\W_])(?:born|b\.|d\.?o\.?b\b\.?|date of birth|birth ?date|birthday|b-?day|born on|geb\.|geboren|nee? le|nacid[oa]|nat[oa] il|fodd|fodt)(?![^\W_])"
)
_DATE = re.compile(DATE)
_DEATH = re.compile(r"\s*-\s*(?:[a-z]{3,9}\.?\s|\d|c\.)|.{0,60}?\bdied\b")
_REACH = 60  # characters between the cue and its date


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find dates of birth."""
    low = plain.low
    this_year = date.today().year
    month_first = "US" in clues.page_regions
    for cue in _CUE.finditer(low):
        stop = min(len(low), cue.end() + _REACH + 30)
        match = _DATE.search(low, cue.end(), stop)
        if not match or match.start() - cue.end() > _REACH:
            continue
        gap = low[cue.end() : match.start()]
        if re.search(r"[.;]\s+[a-z]{3}|\n.*\n", gap):
            continue
        if _DEATH.match(low, match.end(), match.end() + 80):
            continue
        when = read_date(match, this_year, month_first)
        if when:
            yield Spot(FindingKind.DATE_OF_BIRTH, when.value, match.start(), match.end(), 0.9, when.also)
