"""How street addresses are written: short forms, and the parts that give a home away by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.note.fold import fold
from seen_online.note.numerals import in_words

WORD = re.compile(r"[^\W_]+")
_SHORT = {
    "rd": "road",
    "st": "street",
    "str": "street",
    "ln": "lane",
    "la": "lane",
    "ave": "avenue",
    "av": "avenue",
    "cl": "close",
    "dr": "drive",
    "ct": "court",
    "cres": "crescent",
    "cresc": "crescent",
    "gdns": "gardens",
    "gdn": "gardens",
    "gr": "grove",
    "gro": "grove",
    "pl": "place",
    "sq": "square",
    "tce": "terrace",
    "ter": "terrace",
    "terr": "terrace",
    "pk": "park",
    "bldgs": "buildings",
    "hse": "house",
    "cott": "cottage",
    "fm": "farm",
    "mt": "mount",
    "ffordd": "road",
    "heol": "road",
    "stryd": "street",
}
_OTHER_ENDS = (
    "way walk hill mews rise view row green bank croft rigg fold garth yard gate brow wharf parade villas lodge mill"
)
_ENDS = frozenset(_SHORT.values()) | frozenset(_OTHER_ENDS.split())
_SHORTEST = 6  # letters; a part shorter than that ("flat 2") stands in too many texts


def long_form(word: str) -> str:
    """Return the whole word for a short one ("rd" for road), a folded word otherwise unchanged."""
    return _SHORT.get(word, word)


def address_key(address: str) -> str:
    """Return an address as letters and digits alone, short forms written out."""
    return "".join(long_form(word) for word in WORD.findall(fold(address).text))


def telling_parts(address: str) -> Iterator[str]:
    """Return the keys of the whole address and of each part that tells where somebody lives.

    "4 Mill Lane, Penrith" gives the whole, "4 Mill Lane" and "Mill Lane", but not Penrith.
    """
    yield address_key(address)
    for part in re.split(r"[,\n;]", address):
        words = [long_form(word) for word in WORD.findall(fold(part).text)]
        numbered = any(word[0].isdigit() for word in words)
        if len(words) > 1 and words[0].isdigit() and not words[1][0].isdigit():
            yield "".join((*words[1:], words[0]))  # Mill Lane 4
            if number := in_words(int(words[0])):
                yield number + "".join(words[1:])  # Four Mill Lane
        while words and words[0][0].isdigit():
            if len("".join(words)) >= _SHORTEST and len(words) > 1:
                yield "".join(words)
            words = words[1:]
        if _is_street(words) or (numbered and len(words) > 2):
            yield "".join(words)


def _is_street(words: list[str]) -> bool:
    return len(words) > 1 and words[-1] in _ENDS and len("".join(words)) >= _SHORTEST
