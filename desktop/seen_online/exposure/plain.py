"""A text made plain for searching: the same letters without accents, odd spaces or unseen characters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

_DIGITS = re.compile(r"[0-9]++")
_ODD = re.compile(r"[^\x09\x0a\x20-\x7e]++")
# Letters that Unicode does not take apart, yet people type without their stroke.
_STROKES = str.maketrans("øØłŁđĐħĦıŧŦ", "oOlLdDhHitT")
_DASHES = "‐‑‒–—―−﹣－"
_QUOTES = {"º": "°", "‘": "'", "’": "'", "ʼ": "'", "′": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
_CONTROLS = bytes(n for n in (*range(32), 127) if n not in (9, 10))
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"


class _Table(dict[int, str]):
    """Maps a character to one plain character, or to "" where it can't be seen. Filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = _plain(chr(code))
        return plain


def _plain(char: str) -> str:
    if char in _QUOTES:
        return _QUOTES[char]
    if char in _DASHES:
        return "-"
    if char in _LINE_ENDS:
        return "\n"
    category = unicodedata.category(char)
    if category == "Zs" or category == "Cc":
        return " "
    if category in ("Cf", "Mn", "Me", "Cs"):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char, 0))
    base = unicodedata.normalize("NFKD", char.translate(_STROKES))[:1]
    return base if base.isprintable() else char


class Plain(msgspec.Struct, frozen=True):
    """A searchable twin of a text.

    `text` keeps capitals, `low` is the same in small letters and of the same length. `gone` holds, in order, the
    places in `text` from which a character of the original is missing (one entry each). `numbers` holds start and
    end of every run of digits, which most finders start from.
    """

    text: str
    low: str
    gone: tuple[int, ...] = ()
    numbers: tuple[tuple[int, int], ...] = ()

    def original(self, offset: int, *, end: bool = False) -> int:
        """Return the offset in the original text. With `end`, of the end of a stretch (exclusive)."""
        if not self.gone:
            return offset
        if end:
            return self.original(offset - 1) + 1 if offset else 0
        return offset + bisect_right(self.gone, offset)


def make_plain(text: str) -> Plain:
    """Return the searchable twin of `text`. Takes time linear in its length."""
    table = _Table()
    gone: list[int] = []
    shift = 0

    def odd(match: re.Match[str]) -> str:
        nonlocal shift
        run = match[0]
        plain = run.translate(table)
        if len(plain) != len(run):
            place = match.start() - shift
            for char in run:
                if table[ord(char)]:
                    place += 1
                else:
                    gone.append(place)
            shift += len(run) - len(plain)
        return plain

    plain = text if _is_plain(text) else _ODD.sub(odd, text)
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    return Plain(plain, low, tuple(gone), tuple(match.span() for match in _DIGITS.finditer(plain)))


def _is_plain(text: str) -> bool:
    return text.isascii() and len(text.encode("ascii").translate(None, _CONTROLS)) == len(text)


def places(text: str, word: str, start: int = 0) -> Iterator[int]:
    """Return where `word` stands in `text`: the quickest way to start a pattern from a rare mark."""
    place = text.find(word, start)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))
