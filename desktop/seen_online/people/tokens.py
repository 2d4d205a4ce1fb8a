"""Texts taken apart into words, with what is needed to tell names from other words."""

from __future__ import annotations

import re
from typing import NamedTuple

from seen_online.exposure.plain import make_plain

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_JOINT = frozenset(" -\"()'")
_SHORT = 3  # letters at most in what is shortened with a full stop (J., Dr., Jnr.)


class Token(NamedTuple):
    """One word: `word` in small letters without accents; `capital` where it starts with a capital letter.

    `joined` tells that nothing stands before it that would end a name (only a space, hyphen, bracket, quotation mark,
    or the full stop of something shortened); `comma` that a comma does.
    """

    word: str
    capital: bool
    joined: bool
    comma: bool


def fold(text: str) -> str:
    """Return `text` in small letters, without accents and unseen characters."""
    return make_plain(text).low


def words_of(text: str) -> list[str]:
    """Return the folded words of `text`."""
    return _WORD.findall(fold(text))


def tokens_of(text: str) -> list[Token]:
    """Take a text apart. Takes time linear in its length."""
    plain = make_plain(text).text
    tokens: list[Token] = []
    end = 0
    last = ""
    for match in _WORD.finditer(plain):
        start = match.start()
        between = plain[end : min(start, end + 4)]
        joined = bool(tokens) and len(between) <= _SHORT and _joins(between, last)
        comma = bool(tokens) and between.strip() == ","
        last = match[0]
        tokens.append(Token(last.lower(), last[0].isupper(), joined, comma))
        end = match.end()
    return tokens


def _joins(between: str, before: str) -> bool:
    if between == " ":
        return True
    if between.startswith(".") and len(before) <= _SHORT:
        between = between[1:]
    return _JOINT.issuperset(between)


def stem(word: str) -> str:
    """Return a word without the endings that tell one from many, or whose."""
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui":
        return word[:-1]
    return word
