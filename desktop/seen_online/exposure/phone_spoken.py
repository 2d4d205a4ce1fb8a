"""Phone numbers in words, as they are said: "oh seven seven double oh, nine double oh, one two three"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.phone_country import international, national
from seen_online.exposure.phone_run import Run
from seen_online.exposure.plain import Plain, places
from seen_online.exposure.spot import Spot

_DIGITS_WORDS = "zero one two three four five six seven eight nine"
_DIGITS = {word: str(digit) for digit, word in enumerate(_DIGITS_WORDS.split())}
_DIGITS |= {str(digit): str(digit) for digit in range(10)}
_DIGITS |= {"oh": "0", "o": "0", "nought": "0", "naught": "0"}
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_ONE = rf"(?:(?:{'|'.join(_TIMES)})[ -])?(?:{'|'.join(_DIGITS)}|\d)(?![^\W_])"
_FEWEST, _MOST = 7, 16  # words after the first; a number of 10 digits may have three doubles
_SPOKEN = re.compile(rf"(?<![^\W_])(?:plus )?{_ONE}(?:(?:[ ,.-]|, |[.] | - |\n){_ONE}){{{_FEWEST},{_MOST}}}")
_TRIES = 500  # runs of such words on one page
# How numbers begin that are dialled at home or from abroad.
_BEGINNINGS = ("oh", "zero", "nought", "plus ")
_DOUBLED = "double "


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find numbers whose digits are words."""
    low, done, left = plain.low, 0, _TRIES
    for place in sorted(place for word in _BEGINNINGS for place in places(low, word)):
        if low.endswith(_DOUBLED, 0, place):
            place -= len(_DOUBLED)
        match = _SPOKEN.match(low, place) if place >= done else None
        if not match:
            continue
        if not (left := left - 1):
            return
        run = _dialled(match)
        found = international(run) if run.plus or run.digits.startswith("00") else national(run, clues.home)
        if found:
            done = match.end()
            yield Spot(FindingKind.PHONE, found.value, match.start(), done, 0.8)


def _dialled(match: re.Match[str]) -> Run:
    digits, times = "", 1
    for word in re.findall(r"[a-z]+|\d", match[0]):
        if word in _TIMES:
            times = _TIMES[word]
        elif word != "plus":
            digits += _DIGITS[word] * times
            times = 1
    return Run(match.start(), match.end(), (digits,), ("+" if match[0].startswith("plus") else "",))
