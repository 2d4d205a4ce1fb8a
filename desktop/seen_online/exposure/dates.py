"""How dates are written, and what they say: the grammar that birth.py leans on."""

from __future__ import annotations

import re
from calendar import monthrange

import msgspec

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro januari ionawr",
            "february feb februar fevrier febrero febbraio fevereiro februari chwefror",
            "march mar marz mars marzo marco maart mawrth",
            "april apr avril abril aprile ebrill",
            "may mai mayo maggio maio mei maj",
            "june jun juni juin junio giugno junho mehefin",
            "july jul juli juillet julio luglio julho gorffennaf",
            "august aug aout agosto augustus augusti awst",
            "september sep sept septembre septiembre settembre setembro medi",
            "october oct oktober okt octobre octubre ottobre outubro hydref",
            "november nov novembre noviembre novembro tachwedd",
            "december dec dezember dez decembre diciembre dicembre dezembro rhagfyr",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:18|19|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th|\.|er|o|a)?"
_SEP = r"[ ,]{1,3}(?:de[ ]|of[ ])?"

DATE = (
    rf"(?:(?P<iso>{_YEAR}-\d\d-\d\d)(?!\d)"
    rf"|(?P<d1>{_DAY}){_ORDINAL}[ -]{{0,3}}(?:of |de )?(?P<m1>{_MONTH})(?:{_SEP}|[ -]{{0,3}})(?P<y1>{_YEAR}|'?\d\d(?!\d))(?!\d)"
    rf"|(?P<m2>{_MONTH})[ -]{{1,3}}(?:the )?(?P<d2>{_DAY}){_ORDINAL}[ ,-]{{1,3}}(?P<y2>{_YEAR}|'\d\d(?!\d))(?!\d)"
    rf"|(?P<a>\d{{1,2}})(?P<s>[/.-])[ ]?(?P<b>\d{{1,2}})(?P=s)[ ]?(?P<y3>{_YEAR}|\d\d)(?![\d/])"
    rf"|(?P<d4>{_DAY}){_ORDINAL}[ ]{{1,2}}(?:of |de )?(?P<m4>{_MONTH})"
    rf"|(?P<m5>{_MONTH})[ ]{{1,2}}(?P<d5>{_DAY})(?!\d){_ORDINAL}"
    rf"|(?P<m6>{_MONTH})[ ,]{{1,3}}(?P<y6>{_YEAR})(?!\d)"
    rf"|(?P<y7>{_YEAR})(?!\d))"
)


class When(msgspec.Struct, frozen=True):
    """A date or a part of one as ISO 8601; `also` its second reading where day and month may be swapped."""

    value: str
    also: str = ""


def read_date(match: re.Match[str], this_year: int, month_first: bool) -> When | None:
    """Read what DATE matched. A two-digit year is the latest that isn't in the future."""
    part = match.groupdict()
    if part["iso"]:
        year, month, day = (int(n) for n in part["iso"].split("-"))
        return _when(year, month, day)
    if part["a"]:
        return _numeric(int(part["a"]), int(part["b"]), _year(part["y3"], this_year), month_first)
    if part["y7"]:
        return When(part["y7"])
    if part["m6"]:
        return When(f"{part['y6']}-{_month(part['m6']):02}")
    day = part["d1"] or part["d2"] or part["d4"] or part["d5"]
    month = part["m1"] or part["m2"] or part["m4"] or part["m5"]
    year = part["y1"] or part["y2"]
    return _when(_year(year, this_year) if year else None, _month(month), int(day))


def _numeric(first: int, second: int, year: int, month_first: bool) -> When | None:
    day_first, swapped = _when(year, second, first), _when(year, first, second)
    if month_first:
        day_first, swapped = swapped, day_first
    if day_first and swapped and swapped.value != day_first.value:
        return When(day_first.value, swapped.value)
    return day_first or swapped


def _when(year: int | None, month: int, day: int) -> When | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return When(f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}")


def _month(word: str) -> int:
    return MONTHS[word.rstrip(".")]


def _year(digits: str, this_year: int) -> int:
    number = int(digits.lstrip("'"))
    if number >= 100:
        return number
    return 2000 + number if 2000 + number <= this_year else 1900 + number
