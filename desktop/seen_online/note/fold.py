"""A text folded so that other spellings of a value look the same, with the way back to the original."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape

import msgspec

# Addresses of pages carry a detail as %40 or &#64;, and in an address within an address as %2540.
_CODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,10});")
_LAYERS = 3
_STROKES = str.maketrans("øØłŁđĐħĦıŧŦ", "oOlLdDhHitT")  # letters that Unicode does not take apart

_Unit = tuple[str, int, int]


class Folded(msgspec.Struct, frozen=True):
    """`text` in small plain letters; character i of it stands for `starts[i]`..`ends[i]` of the original."""

    text: str
    starts: list[int]
    ends: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the stretch `start`..`end` of the folded text stands in the original."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold `text`: web codes resolved, accents and unseen characters dropped, digits of any script as 0 to 9."""
    if text.isascii() and "%" not in text and "&" not in text:
        places = list(range(len(text) + 1))
        return Folded(text.lower(), places[:-1], places[1:])
    units: list[_Unit] = [(char, place, place + 1) for place, char in enumerate(text)]
    for _ in range(_LAYERS):
        decoded = _decode(units)
        if len(decoded) == len(units):
            break
        units = decoded
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for char, start, end in units:
        plain = _plain(char)
        if not plain and ends:
            ends[-1] = end  # what is dropped belongs to the character before it
        for letter in plain:
            letters.append(letter)
            starts.append(start)
            ends.append(end)
    return Folded("".join(letters), starts, ends)


def compact(text: str) -> str:
    """Return only the letters and digits of `text`, folded."""
    return "".join(char for char in fold(text).text if char.isalnum())


def _decode(units: list[_Unit]) -> list[_Unit]:
    text = "".join(char for char, _, _ in units)
    decoded: list[_Unit] = []
    done = 0
    for match in _CODED.finditer(text):
        decoded += units[done : match.start()]
        done = match.end()
        decoded += _percent(units, match) if match[0][0] == "%" else _entity(units, match)
    return decoded + units[done:]


def _percent(units: list[_Unit], match: re.Match[str]) -> list[_Unit]:
    found: list[_Unit] = []
    place = match.start()
    for char in bytes.fromhex(match[0].replace("%", "")).decode("utf-8", errors="surrogateescape"):
        size = 3 * len(char.encode("utf-8", errors="surrogateescape"))
        readable = " " if "\udc80" <= char <= "\udcff" else char
        found.append((readable, units[place][1], units[place + size - 1][2]))
        place += size
    return found


def _entity(units: list[_Unit], match: re.Match[str]) -> list[_Unit]:
    meant = unescape(match[0])
    if meant == match[0]:
        return units[match.start() : match.end()]
    return [(char, units[match.start()][1], units[match.end() - 1][2]) for char in meant]


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    kind = unicodedata.category(char)
    if char.isspace():
        return " "
    if kind in ("Cf", "Cc", "Cs", "Mn", "Me"):
        return ""
    if kind == "Nd":
        return str(unicodedata.digit(char))
    plain = unicodedata.normalize("NFKD", char.translate(_STROKES))
    return "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Me", "Cf")).casefold()
