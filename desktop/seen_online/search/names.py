"""The forms in which a person's name may stand on the web."""

from __future__ import annotations

import re
import unicodedata

import msgspec

from seen_online.search.first_names import is_first_name

# Words that belong to the surname that follows them: Anna van der Berg is not Anna Berg.
_WORDS = """
    ab al ap ben bin bint da dal de dei del della den der des di do dos du el ferch ibn la le lo mac mc mhic merch nic
    ní ó san st ter uí van verch von y zu
"""
PARTICLES = frozenset(_WORDS.split())
_FIRST_HALVES = ("abd", "abdel", "abdul", "abu", "st", "umm")  # no name alone: Abdul Rahman, St John
_BRACKETED = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]|[\"“”„]([^\"“”„]*)[\"“”„]")
_BORN = re.compile(r"(?:née|nee|né|born|formerly|maiden name|geb\.?|z domu)[:.]?\s+", re.IGNORECASE)
_TITLES = "mr mrs miss ms mx dr prof professor sir dame rev revd lord lady"
_AFTER = "jr sr ii iii iv mbe obe cbe phd msc bsc ba ma rn"
# Letters that are not a plain letter with a mark, and how people write them without.
_SPELLED = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
     "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H"}
)  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa"})


class Name(msgspec.Struct, frozen=True):
    """A full name taken apart. `first` and `last` may be "" (one word only); `middle` holds what stands between."""

    full: str
    first: str = ""
    middle: tuple[str, ...] = ()
    last: str = ""


def take_apart(text: str) -> Name:
    """Split a name as it is written in the UK: first, middle names, surname with its particles.

    A comma turns it around ("Example, Anna"). Titles before and letters after the name are left out, and what stands
    in brackets or quotation marks (see `also_called`).
    """
    bare = _BRACKETED.sub(" ", text)
    text = bare if any(c.isalnum() for c in bare) else text
    text = " ".join(re.sub("[‘’ʼ`´]", "'", re.sub('[()"“”„]', " ", text)).split())
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
    while at > 1 and _is_particle(words[at - 1]):
        at -= 1
    start = 2 if words[0].lower().rstrip(".") in _FIRST_HALVES and at > 1 else 1
    return Name(full, " ".join(words[:start]), tuple(words[start:at]), " ".join(words[at:]))


def _is_particle(word: str) -> bool:
    # A capital O alone is the Irish one; as an initial it would have its dot.
    return word == "O" or word.lower().rstrip("'") in PARTICLES


def also_called(text: str) -> list[str]:
    """Return the other full names that stand inside one: Anna (Annie) Example, Anna Example (née Former)."""
    name = take_apart(text)
    found: list[str] = []
    for brackets, quotes in _BRACKETED.findall(text):
        other = " ".join((brackets or quotes).split())
        former = _BORN.sub("", other)
        if former != other:
            found.append(f"{name.first} {former}")
        elif other and name.last and len(other.split()) == 1:
            found.append(f"{other} {name.last}")
    return [form for form in found if form.casefold() != name.full.casefold()]


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
    parts = (*name.first.split(), *(part for part in name.middle if not _is_particle(part)))
    letters = [part[0].upper() for part in parts]
    forms = [f"{letters[0]} {name.last}"]
    if len(letters) > 1 and len(parts) > len(name.first.split()):
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


def by_another_part(name: Name) -> list[str]:
    """Return the name with a middle name as the first or the last: many go by those, or have two surnames."""
    middle = [part for part in name.middle if len(part.strip(".")) > 1 and not _is_particle(part)]
    if not middle or not name.last:
        return []
    as_last = [f"{name.first} {middle[-1]}"] if not is_first_name(middle[-1]) else []
    return [f"{middle[0]} {name.last}", *as_last]


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without signs."""
    return re.findall(r"\w+", text.casefold())
