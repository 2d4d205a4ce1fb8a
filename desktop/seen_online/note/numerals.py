"""Numbers as people write them out: twelve, twenty-one, the twelfth, and months in Roman numerals."""

from __future__ import annotations

_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_MOST = 99
_LAST_DAY = 31


def in_words(number: int) -> str:
    """Return a number from 1 to 99 as letters without gaps, "twentyone"; "" for any other."""
    if not 1 <= number <= _MOST:
        return ""
    if number <= len(_ONES):
        return _ONES[number - 1]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (_ONES[ones - 1] if ones else "")


def _days() -> dict[str, int]:
    days = {word: number for number, word in enumerate(_ORDINALS, start=1)}
    days["thirtieth"] = 30
    for number in (*range(21, 30), _LAST_DAY):
        days[f"{_TENS[number // 10 - 2]} {_ORDINALS[number % 10 - 1]}"] = number
    return days


DAYS = _days()  # "twenty first": 21
ROMAN = {
    roman: number
    for number, roman in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1)
}  # a month of a date, as in Poland
