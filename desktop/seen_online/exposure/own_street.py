"""The person's own street under other spellings: "12 High St", "12, High Street"."""

from __future__ import annotations

import re

import msgspec

from seen_online.exposure.plain import make_plain

# Short and long forms of the same kind of street.
_SHORT = {
    "street": "st str", "road": "rd", "avenue": "ave av aven", "lane": "ln", "drive": "dr drv", "close": "cl",
    "court": "ct", "crescent": "cres", "gardens": "gdns gdn", "grove": "gr grv", "place": "pl", "square": "sq",
    "terrace": "ter terr",
    "boulevard": "blvd bd boul", "highway": "hwy", "parkway": "pkwy", "circle": "cir", "saint": "st", "mount": "mt",
    "north": "n", "south": "s",
    "east": "e", "west": "w", "flat": "apartment apt unit",
}  # fmt: skip
_LONG = {short: long for long, shorts in _SHORT.items() if long != "saint" for short in shorts.split()}
_POSTCODE = re.compile(r"(?<![a-z0-9])([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})(?![a-z0-9])")
_STREET = re.compile(r"(?:^|[\s,])(\d{1,5}[a-z]?)(?:-\d{1,5}[a-z]?)?,? ((?:[a-z'.-]{2,20} ?){1,5})")


class Street(msgspec.Struct, frozen=True):
    """A house number and the words of its street, in long forms."""

    number: str
    words: tuple[str, ...]


def postcodes(address: str) -> list[str]:
    """Return the UK postcodes in an address, as "CA1 2AB"."""
    return [f"{m[1]} {m[2]}".upper() for m in _POSTCODE.finditer(make_plain(address).low)]


def streets(address: str) -> list[Street]:
    """Return the house and street that an address names: the first part with a number and words behind it."""
    low = make_plain(address).low
    for part in re.split(r"[,;\n]", re.sub(r"(\d[a-z]?),\s", r"\1 ", low)):
        if match := _STREET.search(" " + part.strip()):
            return [Street(match[1] or "", _long(match[2] or ""))]
    return []


def same(street: Street, written: str) -> bool:
    """Tell whether an address that was found is this street and this house."""
    found = re.findall(r"[a-z0-9']+", make_plain(written).low)
    if street.number not in found:
        return False
    long = {_LONG.get(word, word) for word in found}
    return all(word in long for word in street.words)


def pattern(street: Street) -> re.Pattern[str]:
    """Return what finds this house and street in small letters, in short and long forms."""
    forms = []
    for word in street.words:
        shorts = "|".join([re.escape(word), *_SHORT.get(word, "").split()])
        forms.append(rf"(?:{shorts})\.?")
    return re.compile(rf"(?<![^\W_]){re.escape(street.number)},? {{1,2}}" + " {1,2}".join(forms) + r"(?![^\W_])")


def _long(text: str) -> tuple[str, ...]:
    found: list[str] = re.findall(r"[a-z0-9']+", text)
    return tuple([_LONG.get(word, word) for word in found])
