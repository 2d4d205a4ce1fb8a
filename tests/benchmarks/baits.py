"""Texts made to slow a pattern down: what almost matches, over and over."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import seen_online.exposure as room

# Each is repeated to the size that is asked for. They come near to every kind of detail without being one.
PIECES = (
    "a", "1", "A", " ", "\n", ".", "@", "-", "(", "a.", "a@", "@a", "a@a.", ".a@", "1 ", "1-", "(1", "+1 ", "00 ",
    "07700 ", "0 0", "1.1.", "1,1,",
    "A ", "Aa ", "Aa Aa, ", "St ", "St. ", "12 Aa ", "12 St ", "1 A St ", "12 Aa St Suite ", "Suite 1 ",
    "rue de la ", "Via A ", "12, rue ", "po box ",
    "at ", " at at", "a at a ", "a at a dot ", "dot dot ", "(at)", "a-", "a-@-", "[at] ", "mail A WHERE B ", "'a'+",
    "'@'+", "&#64;", "%40", "x('a','b",
    "born ", "born in Aa, ", "born (", "b. ", "12 march ", "march 12 ", "12/03/", "1985-03-", "1985 ", "(1985 - ",
    "birthday ", "happy birthday ",
    "turned 40 ", "aged 40 ", "years old ", "40 years old in ", "ca1 2a", "ca1 2ab ", "ca1 2ab\n1 a ", "12.345",
    "12.3456, ", "1°1'1\"n ", "lives in A",
    "lives in Aa ", "location: Aa\n", "works at Aa ", "nurse at Aa ", "role: Aa ", "@a_b ", "a.com/",
    "facebook.com/a", "facebook.com/", "user: a", ": a",
    "jane ", "doe ", "jane doe ", "jane jane ", "doe, ", "doe jane ", "Jane Doe\n", "J. D. ", "é", "e\u0301",
    "\u200b", "\u202e", "\x00", "ÅåÄä ", "٣", "한국 ",
    "Ltd ", "Aa Care Home ", "of the and ", "tel ", "tel: 1", "isbn ", "no. 1", "1-800-A", "12 high street ",
    "12 march 1985 ", "07700 900123 ",
    "jane@example.org ", "sunrise care ", "carlisle ", "janed85 ",
)  # fmt: skip


def baits(size: int) -> Iterator[tuple[str, str]]:
    """Return (the piece, the bait) for each piece; a bait has `size` characters."""
    for piece in PIECES:
        yield piece, (piece * (size // len(piece) + 1))[:size]


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Return (its name, the pattern) for every compiled pattern of the room, also those in tuples."""
    for module in pkgutil.iter_modules(room.__path__):
        inside = vars(importlib.import_module(f"{room.__name__}.{module.name}"))
        for name, value in inside.items():
            several = value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else (value,)
            for number, one in enumerate(several):
                if isinstance(one, re.Pattern):
                    yield f"{module.name}.{name}{number or ''}", one
