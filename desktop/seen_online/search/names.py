"""The forms in which a person's name may stand on the web."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec

# Words that belong to the surname that follows them: Anna van der Berg is not Anna Berg.
_PARTICLES = """
    al ap ben bin da dal de dei del della den der des di do dos du el ibn la le lo mac mc san st ter van von y zu
"""
_TITLES = "mr mrs miss ms mx dr prof professor sir dame rev revd lord lady"
_AFTER = "jr sr ii iii iv mbe obe cbe phd msc bsc ba ma rn"
# Letters that are not a plain letter with a mark, and how people write them without.
_SPELLED = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
     "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H"}
)  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa"})
_MOST_SHORT, _MOST_LONG = 15, 3  # nicknames; names that the first name may be short for


class Name(msgspec.Struct, frozen=True):
    """A full name taken apart. `first` and `last` may be "" (one word only); `middle` holds what stands between."""

    full: str
    first: str = ""
    middle: tuple[str, ...] = ()
    last: str = ""


def take_apart(text: str) -> Name:
    """Split a name as it is written in the UK: first, middle names, surname with its particles.

    A comma turns it around ("Example, Anna"). Titles before and letters after the name are left out.
    """
    text = " ".join(text.replace("’", "'").replace("`", "'").replace('"', " ").split())
    before, comma, behind = text.partition(",")
    if comma and behind.strip() and behind.strip().lower().rstrip(".") not in _AFTER.split():
        text = f"{behind.strip()} {before.strip()}"
    words = [w for w in text.replace(",", " ").split() if w.strip(".-'")]
    while len(words) > 1 and words[0].lower().rstrip(".") in _TITLES.split():
        words = words[1:]
    while len(words) > 2 and words[-1].lower().replace(".", "") in _AFTER.split():
        words = words[:-1]
    full = " ".join(words)
    if len(words) < 2:
        return Name(full, first=full)
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES.split():
        at -= 1
    return Name(full, words[0], tuple(words[1:at]), " ".join(words[at:]))


def short(name: Name) -> str:
    """Return first name and surname, "" where that is no shorter than the full name."""
    return f"{name.first} {name.last}" if name.middle else ""


def turned_round(name: Name) -> list[str]:
    """Return "Surname, First", as lists and registers write it, with middle names and without; none for one word."""
    if not name.last:
        return []
    whole = f"{name.last}, {' '.join((name.first, *name.middle))}"
    return list(dict.fromkeys((whole, f"{name.last}, {name.first}")))


def with_initials(name: Name) -> list[str]:
    """Return the name with its first or middle names as letters only; no dots, since engines do not see them."""
    if not name.last:
        return []
    letters = [part[0].upper() for part in (name.first, *name.middle)]
    forms = [f"{letters[0]} {name.last}"]
    if name.middle:
        forms = [
            f"{name.first} {' '.join(letters[1:])} {name.last}",
            f"{' '.join(letters)} {name.last}",
            f"{''.join(letters)} {name.last}",
            *forms,
        ]
    return [form for form in forms if form.casefold() != name.full.casefold()]


def without_marks(text: str) -> list[str]:
    """Return `text` with its accents left out, in each way people do it; empty where it has none."""
    plain = unicodedata.normalize("NFKD", text.translate(_SPELLED))
    plain = unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c)))
    german = unicodedata.normalize("NFC", text).translate(_UMLAUTS)
    if german != unicodedata.normalize("NFC", text):
        german = without_marks(german)[0] if without_marks(german) else german
        forms = [plain, german]
    else:
        forms = [plain]
    return [form for form in dict.fromkeys(forms) if form != text]


def other_first_names(first: str) -> list[str]:
    """Return what else someone of this first name is often called: nicknames first, then the long forms."""
    names = _nicknames()
    own = first.lower()
    short_forms = sorted(names.nicknames_of(own) - {own})
    long_forms = sorted(names.canonicals_of(own) - {own, *short_forms})
    forms = short_forms[:_MOST_SHORT] + long_forms[:_MOST_LONG]
    return [form.capitalize() for form in forms if form.isalpha() and len(form) > 1]


def is_first_name(word: str) -> bool:
    """Tell whether a single word is known as a first name or a nickname."""
    return bool(_nicknames().nicknames_of(word) or _nicknames().canonicals_of(word))


@lru_cache(maxsize=1)
def _nicknames():
    from nicknames import NickNamer

    return NickNamer()


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without signs."""
    return re.findall(r"\w+", text.casefold())
