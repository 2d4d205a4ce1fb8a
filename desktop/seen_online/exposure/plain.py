"""A text made plain for searching: the same letters without accents, odd spaces or unseen characters."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

_MARK = b"1"
_DIGIT = bytes(49 if 48 <= n <= 57 else 32 for n in range(256))
# All that isn't printable ASCII, a tab or the end of a line; "?" stands for what ASCII can't hold.
_ODD = bytes(49 if n == 63 or not (32 <= n <= 126 or n in (9, 10)) else 32 for n in range(256))
# Letters that Unicode does not take apart, yet people type without their stroke.
_STROKES = str.maketrans("øØłŁđĐħĦıŧŦ", "oOlLdDhHitT")
_OPENED, _CLOSED = "【〔「『〈《⟨", "】〕」』〉》⟩"
_DASHES = "‐‑‒–—―−﹣－"
_QUOTES = {"º": "°", "‘": "'", "’": "'", "ʼ": "'", "′": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
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
    if char in _OPENED:
        return "("
    if char in _CLOSED:
        return ")"
    if char in _LINE_ENDS:
        return "\n"
    category = unicodedata.category(char)
    if category == "Zs" or category == "Cc":
        return " "
    if category in ("Cf", "Mn", "Me", "Cs"):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char, 0))
    if "\uac00" <= char <= "\ud7a3":
        return char  # a syllable of Korean comes apart into letters that make no word one by one
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
    pieces: list[str] = []
    done = 0
    # Questions become letters first, so that only what ASCII can't hold turns into the mark.
    for start, end in _runs(text.replace("?", "a"), _ODD):
        run = text[start:end]
        plain = run.translate(table)
        pieces += (text[done:start], plain)
        done = end
        if len(plain) != len(run):
            place = start - len(gone)
            for char in run:
                if table[ord(char)]:
                    place += 1
                else:
                    gone.append(place)
    plain = "".join((*pieces, text[done:])) if pieces else text
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    return Plain(plain, low, tuple(gone), tuple(_runs(plain, _DIGIT)))


def _runs(text: str, table: bytes) -> Iterator[tuple[int, int]]:
    """Return start and end of the runs of characters that `table` marks, counting any beyond ASCII as "?".

    Searching bytes for one byte is many times quicker than a pattern is.
    """
    marked = text.encode("ascii", "replace").translate(table) + b" "
    start = marked.find(_MARK)
    while start >= 0:
        end = marked.find(b" ", start)
        yield start, end
        start = marked.find(_MARK, end)


def places(text: str, word: str, start: int = 0) -> Iterator[int]:
    """Return where `word` stands in `text`: the quickest way to start a pattern from a rare mark. "" stands nowhere."""
    place = text.find(word, start) if word else -1
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))
