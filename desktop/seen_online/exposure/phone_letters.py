"""North American numbers that are spelled with letters: 1-800-EXAMPLE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

# What follows the area code in 1-800-EXAMPLE: seven digits and capitals, at least two of them capitals side by side.
_VANITY = re.compile(
    r"\)?[-. ]{1,2}(?=(?:\d[-. ]?){0,4}[A-Z]{2})(?:[A-Z0-9]{3}[-. ]?[A-Z0-9]{4}|[A-Z0-9]{4}-[A-Z0-9]{3})(?![\w-])"
)
_BEFORE_AREA = re.compile(r"(?<![\w-])(?:1[-. ])?(\()?\Z")
_FREE = re.compile(r"8(?:00|33|44|55|66|77|88)|900")
_MARKED_ALIKE = re.compile(r"([-.])\d{3}\1[A-Z]{4}(?!\w)")  # 202.555.HELP
_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


def spots(plain: Plain) -> Iterator[Spot]:
    """Find numbers some of whose digits are the letters on their keys."""
    text = plain.text
    for start, end in plain.numbers:
        match = _VANITY.match(text, end) if end - start == 3 else None
        before = _BEFORE_AREA.search(text, max(0, start - 5), start) if match else None
        if match and before and (before[1] or _FREE.match(text, start) or _MARKED_ALIKE.match(text, end)):
            digits = re.sub(r"\D", "", text[start : match.end()].translate(_KEYS))
            yield Spot(FindingKind.PHONE, f"+1{digits}", before.start(), match.end(), 0.8)
