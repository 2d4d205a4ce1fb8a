"""Addresses whose letters a page's script moves along the alphabet: by thirteen, or by a number of TYPO3's choice."""

from __future__ import annotations

import codecs
import re

_STRING = re.compile(r"'([^'\\\n]{6,400}+)'|\"([^\"\\\n]{6,400}+)\"")
# Scripts that turn letters by thirteen all test for letters and count with 13.
_BY_THIRTEEN = re.compile(r"a-zA-Z|rot_?13", re.IGNORECASE)
_SHIFTED_CALL = re.compile(r"uncrypt_?mailto\(\s{0,9}['\"]([^'\"\\\n]{8,400}+)['\"]", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:mailto:)?([\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24})(?![\w@])", re.IGNORECASE)
# The alphabets within which TYPO3 moves each character.
_RANGES = ((0x2B, 0x3A), (0x40, 0x5A), (0x61, 0x7A))


def turns_by_thirteen(script: str) -> bool:
    """Tell whether a script turns letters by thirteen, so that its strings don't mean what they say."""
    return "13" in script and bool(_BY_THIRTEEN.search(script))


def turned_by_thirteen(script: str) -> list[str]:
    """Return the addresses in a script's strings, its letters turned back."""
    found: list[str] = []
    for match in _STRING.finditer(script):
        plain = codecs.decode(match[1] or match[2], "rot13")
        if plain.lower().startswith("mailto:") or "mailto:" in plain.lower() or "@" in plain:
            found += [m[1] for m in _ADDRESS.finditer(plain)]
    return found


def shifted(script: str) -> list[str]:
    """Return the addresses that a script hands to TYPO3's decoder, whatever number it was moved by."""
    found: list[str] = []
    for match in _SHIFTED_CALL.finditer(script):
        # What it decodes to begins with "mailto:", so the first letter tells how far all were moved.
        for by in range(-25, 26):
            if _moved(match[1][0], by) != "m":
                continue
            plain = "".join(_moved(char, by) for char in match[1])
            if plain.startswith("mailto:") and (address := _ADDRESS.match(plain)):
                found.append(address[1])
                break
    return found


def _moved(char: str, by: int) -> str:
    code = ord(char)
    for low, high in _RANGES:
        if low <= code <= high:
            return chr((code - low + by) % (high - low + 1) + low)
    return char
