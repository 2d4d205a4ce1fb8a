"""Passphrases that are long enough and yet among the first that anybody would try."""

from __future__ import annotations

import itertools
import re

LEFT = 6  # characters that must be left beside what everybody takes
_DIFFERENT = 5
# Not a list of all bad ones: the ones that people fall back to when they are told to take ten characters.
_COMMON = re.compile(
    "p[a@4]ssw[o0]rds?|passphrase|qwert[yz]u?i?o?p?|asdfg?h?j?k?l?|zxcvb?n?m?|letmein|iloveyou|welcome|football|liverpool"
    "|arsenal|chelsea|sunshine|princess|monkey|dragon|charlie|summer|winter|spring|autumn|secret|admin|login|trustno1"
    "|seen ?online|january|february|march|april|june|july|august|september|october|november|december"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:19|20)[0-9]{2}"
)


def guessable(passphrase: str) -> bool:
    """Tell whether little of a passphrase is its own: what is left without common words, years and runs as abcd."""
    plain = passphrase.casefold()
    own = [c for c in _without_runs(_COMMON.sub(" ", plain)) if not c.isspace()]
    return (
        len(set(plain)) < _DIFFERENT
        or len(own) < LEFT
        or all(c.isdigit() or not c.isalnum() for c in plain)  # a date, a phone number
    )


def _without_runs(text: str) -> str:
    """Leave out each letter that is the same as the one before it, or the next or last one of the alphabet."""
    steps = [ord(now) - ord(before) for before, now in itertools.pairwise(text)]
    return text[:1] + "".join(c for c, step in zip(text[1:], steps, strict=True) if step not in (-1, 0, 1))
