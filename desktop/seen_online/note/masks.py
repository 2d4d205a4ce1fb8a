"""One private value with dots in place of what would give it away, always as many dots, whatever its length."""

from __future__ import annotations

import re

from seen_online.note.clean import clean_line
from seen_online.words import say

DOTS = "•••"
# Shown as they are: the note is about this name, and the search was for these words.
_OPEN = frozenset({"name", "other_name", "workplace", "place"})
_LETTER = re.compile(r"[^\W\d_]")
_POSTCODE_AREA = re.compile(r"\s*([A-Za-z]{1,2})[0-9]")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_LONG_ENOUGH = 7  # digits; the last three of a shorter number would be half of it
_ISO = re.compile(r"(\d{4})(?:-\d{2}(-\d{2})?)?\Z")


def is_private(kind: str, value: str) -> bool:
    """Tell whether a detail of this kind is masked. Of places only a position on the map is."""
    return bool(_DIGIT.search(value)) if kind == "location" else kind not in _OPEN


def mask(kind: str, value_or_shown: str) -> str:
    """Return the masked form of a detail, as 07•••• •••123 or born ••/••/1985.

    Args:
        kind: what a FindingKind or DetailKind is called.
        value_or_shown: the detail, normalised or as it was written. Odd values give dots and nothing else.
    """
    value = clean_line(value_or_shown)
    if not is_private(kind, value):
        return value
    if kind == "date_of_birth":
        return say("born {date}", date=masked_date(value))
    return _MASKS.get(kind, _hidden)(value)


def masked_date(value: str) -> str:
    """Return a date of birth without "born": its day and month are dots, of a year alone only the century stays."""
    if value.startswith("--"):
        return "••/••"
    if match := _ISO.match(value):
        year, day = match[1], match[2]
        if len(value) == 4:
            return f"{year[:2]}••"
        return f"••/••/{year}" if day else f"••/{year}"
    year = _YEAR.search(value)
    if year is None:
        return "••/••"
    return f"••/••/{year[0]}" if len(value) > len(year[0]) else f"{year[0][:2]}••"


def _phone(value: str) -> str:
    digits = "".join(str(int(d)) for d in _DIGIT.findall(value))
    if len(digits) < _LONG_ENOUGH:
        return "•••• ••••"
    start = ""
    if value.startswith("+") or digits.startswith("00"):
        start = _country(digits.removeprefix("00"))
        if start == "+44":
            national = digits.removeprefix("00").removeprefix("44").removeprefix("0")
            start = f"0{national[:1]}"
    elif digits.startswith("0"):
        start = digits[:2]
    gap = " " if start.startswith("+") else ""
    return f"{start}{gap}•••• •••{digits[-3:]}"


def _country(digits: str) -> str:
    """Return the calling code that international digits begin with, as "+353"; "+" where there is none such."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    codes = (digits[:length] for length in (1, 2, 3))
    return "+" + next((code for code in codes if int(code) in COUNTRY_CODE_TO_REGION_CODE), "")


def _email(value: str) -> str:
    local, at, domain = value.rpartition("@")
    if not at or not local:
        return DOTS
    name, dot, top = domain.rpartition(".")
    return f"{_first(local)}@{_first(name)}.{top}" if dot and name else f"{_first(local)}@{DOTS}"


def _first(text: str) -> str:
    """Return the first character and dots; of two or fewer only dots, for one would be half of it."""
    return f"{text[0]}{DOTS}" if len(text) > 2 else DOTS


def _username(value: str) -> str:
    return _first(value.lstrip("@"))


def _postcode(value: str) -> str:
    area = _POSTCODE_AREA.match(value)
    return f"{area[1].upper() if area else ''}•• •••"


def _address(value: str) -> str:
    """Return dots and the first letter of the road, so that one's own two addresses can be told apart."""
    words = [word for word in re.split(r"[\s,]+", value) if len(_LETTER.findall(word)) > 2]
    return f"•• {words[0][0].upper()}{DOTS}" if words and words[0][0].isalpha() else f"•• {DOTS}"


def _hidden(_value: str) -> str:
    return DOTS


_MASKS = {
    "phone": _phone,
    "email": _email,
    "username": _username,
    "postcode": _postcode,
    "address": _address,
}
