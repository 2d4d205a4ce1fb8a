"""The spellings of one person's name: nicknames, initials, either order, with and without accents."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec

from seen_online.exposure.plain import make_plain

_TITLES_WORDS = "mr mrs ms miss mx dr prof professor sir dame lady lord rev revd reverend sister fr"
TITLES = frozenset(_TITLES_WORDS.split())
_BEHIND_WORDS = "jr sr ii iii iv bsc ba ma msc phd rgn mbe obe cbe"
_BEHIND = frozenset(_BEHIND_WORDS.split())
_PARTICLES_WORDS = "van von der den de del della di da dos du la le el al bin ibn ap ab mac mc o st ten ter zu"
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
# Letters that some write as two: Müller, Mueller. Plain text has lost the marks, so both forms are made beforehand.
_TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss", "œ": "oe", "þ": "th", "ð": "d"}
)
_LIKE = str.maketrans("cqzy", "kksi")
# Ends that make another name of it: Michaela, Christian, Roberto, Danielle, Stephanie.
_OTHER_NAME = re.compile(r"(?:a|ian|o|lle|tte|nie)(?=h?$)")
_OTHER_REST = re.compile(r"i?[aeo]|i?an|l?le|t?te|ette|i?n[ae]|nie|ander|andra")
_LONG_ENOUGH, _FEWEST_LEFT = 4, 2  # letters of a short form, and of what it leaves out
_MOST_EDITS = 2  # letters by which two spellings of a name differ
_FEWEST_SOUNDS, _TOO_SHORT = 3, ""
# What may stand within a name: Katherine "Kit" Doe, Katherine (née Roe) Doe.
_ASIDE = r"[\"'(\[][a-z .'-]{2,24}[\"')\]]"
_NOT_A_NAME = r"(?!(?:and|or|the|of|is|was|were|met|with|to|for|by|in|on|at|a|as|has|had|says?|said)\b)"


class OwnName(msgspec.Struct, frozen=True):
    """One name of the person.

    `value` is the name as they typed it; `anchors` are words of which one is in every spelling; `pattern` finds the
    spellings in small letters, with the group `given` or `given2` where a first name is spelled out; `alike` finds the
    surname behind any other name, its only group, that may be a form of the first one (ask is_form_of). `exact` holds
    the first name without its nicknames, `first` with them, `last` the letters of the surname.
    """

    value: str
    anchors: tuple[str, ...]
    pattern: re.Pattern[str]
    alike: re.Pattern[str] | None = None
    exact: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    last: str = ""


def own_name(value: str) -> OwnName | None:
    """Return the spellings of a full name, or None where it holds no letters."""
    words = [w for w in re.findall(r"[^\W\d_]++(?:['’.-][^\W\d_]++)*+", value) if _is_name(_low(w))]
    if not words:
        return None
    if len(words) == 1:
        forms = _forms(words[0])
        anchor = "|".join(map(re.escape, forms))
        return OwnName(
            value,
            forms,
            re.compile(rf"(?<![^\W_])(?P<given>{anchor})(?![^\W_])"),
            None,
            frozenset(forms),
            frozenset(forms),
        )
    split = len(words) - 1
    while split > 1 and _low(words[split - 1]) in _PARTICLES:
        split -= 1
    given, middle, last = words[0], words[1:split], words[split:]
    lasts = _forms(" ".join(last))
    firsts = _given_forms(given)
    exact = "|".join(_flexible(form) for form in sorted(firsts, key=len, reverse=True))
    surname = "|".join(_flexible(form) for form in lasts)
    initial = re.escape(_low(given)[0])
    own_middle = "|".join(re.escape(form) for word in middle for form in _forms(word))
    between = (
        rf"(?:[ ]{{1,2}}(?:{own_middle + '|' if own_middle else ''}[a-z]\.?|{_ASIDE}|{_NOT_A_NAME}[a-z'-]{{2,15}}))"
    )
    initials = rf"{initial}\.?(?:[ ]?[a-z]\.?(?=[ .]))?"
    pattern = (
        rf"(?<![^\W_])(?:(?:(?P<given>{exact}){between}{{0,2}}|(?P<initials>{initials}))(?:[ \n]{{1,3}}|_)(?:{surname})"
        rf"|(?:{surname})(?:,[ ]{{0,2}}|[ ])(?:(?P<given2>{exact})|(?P<initials2>{initial}\.?)"
        r"(?![^\W_]|[ ][a-z]{2})))(?![^\W_])"
    )
    anchors = tuple(dict.fromkeys(max(re.findall(r"[^\W_]+", form), key=len) for form in lasts))
    return OwnName(
        value,
        anchors,
        re.compile(pattern),
        re.compile(rf"(?<![^\W_])([a-z]{{3,15}})(?:[ \n]{{1,3}}|_)(?:{surname})(?![^\W_])"),
        frozenset(_forms(given)),
        frozenset(firsts),
        re.sub(r"[^a-z]", "", lasts[0]),
    )


def _is_name(low: str) -> bool:
    """Tell a part of a name from a title, and from a letter that is but a mark in plain text: the º of 1º."""
    return low not in TITLES | _BEHIND and any(char.isalpha() for char in low)


def _low(word: str) -> str:
    return make_plain(word).low


def _forms(word: str) -> tuple[str, ...]:
    """Return a word without its marks, and as it is written where a marked letter becomes two or two become one."""
    low = word.lower()
    forms = [
        _low(word),
        _low(low.translate(_TWO_LETTERS)),
        re.sub(r"(?<=[a-z])(?:ae|oe|ue)", lambda m: m[0][0], _low(word)),
    ]
    return tuple(dict.fromkeys(form for form in forms if form))


def _flexible(form: str) -> str:
    """Let hyphens, apostrophes and spaces inside a name stand for one another or be left out."""
    return "[ '.-]{0,2}".join(map(re.escape, re.findall(r"[^\W_]+", form)))


def _given_forms(given: str) -> list[str]:
    forms = list(_forms(given))
    names = _nicknamer()
    for form in tuple(forms):
        short = names.nicknames_of(form)
        same = {
            other for one in short for other in names.canonicals_of(one) if sounds(other) == sounds(form) != _TOO_SHORT
        }
        forms += sorted(short | names.canonicals_of(form) | same)
        forms += sorted(one for other in same for one in names.nicknames_of(other))
    return list(dict.fromkeys(forms))


def is_form_of(word: str, name: OwnName) -> bool:
    """Tell whether a word is another spelling, a short or a long form of the first name: Katharine, Kath, Kathleen."""
    return any(
        _is_short_for(word, own)
        or (own not in given_names() and _is_short_for(own, word))
        or (sounds(word) == sounds(own) != _TOO_SHORT and _edits(_fold(word), _fold(own)) <= _MOST_EDITS)
        for own in name.exact
    )


def _is_short_for(short: str, long: str) -> bool:
    """Tell whether a first name begins with a shorter one, and what is left makes no other name: Paul|a."""
    rest = long.removeprefix(short)
    if rest == long or len(rest) < _FEWEST_LEFT or _OTHER_REST.fullmatch(rest):
        return False
    return len(short) >= _LONG_ENOUGH or (len(short) == _LONG_ENOUGH - 1 and short not in given_names())


def _edits(one: str, other: str) -> int:
    from rapidfuzz.distance import Levenshtein  # too slow to load for a page on which nothing sounds alike

    return Levenshtein.distance(one, other)


def _fold(name: str) -> str:
    return re.sub(r"(.)\1+", r"\1", name.translate(_LIKE))


def sounds(name: str) -> str:
    """Return what spellings of one first name have in common: Katherine, Catharine and Kathryn sound alike."""
    bare = re.sub(r"ph|v", "f", name)
    bare = re.sub(r"g(?=e[^r]|i)", "j", bare).translate(_LIKE)
    end = _OTHER_NAME.search(name)
    body = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouhw]", "", bare))
    if len(body) < _FEWEST_SOUNDS:  # Mohammed, Muhammad
        body = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou]", "", bare))
    return body + (end[0][0] + end[0][-1] if end else "") if len(body) >= _FEWEST_SOUNDS else _TOO_SHORT


@lru_cache(maxsize=1)
def _nicknamer() -> Any:  # the package is slow to load, so its type isn't named
    from nicknames import NickNamer

    return NickNamer()


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return first names that are known, in small letters: they tell a line with a name from other lines."""
    from nicknames import name_triplets

    return frozenset(name for triplet in name_triplets() for name in (triplet.name1, triplet.name2))
