"""User names: handles and links to profiles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seen_online.exposure.clues import Clues
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain
from seen_online.exposure.spot import Spot

_HANDLE = re.compile(r"(?<![\w.@/])@([a-z0-9_][a-z0-9_.]{1,28}[a-z0-9_])(?![\w@-])")
_PROFILE = re.compile(
    r"(?:facebook|instagram|twitter|x|tiktok|github|linkedin|youtube|snapchat|pinterest|reddit|threads|t)\."
    r"(?:com|net|me)/(?:in/|u/|user/|add/|c/)?@?([a-z0-9][a-z0-9_.-]{1,40}[a-z0-9_])(?![a-z0-9_/=?-])"
)
_NOT_A_PERSON = frozenset(
    [
        "share",
        "sharer",
        "sharer.php",
        "intent",
        "home",
        "login",
        "search",
        "explore",
        "watch",
        "hashtag",
        "privacy",
        "about",
        "help",
    ]
)


def spots(plain: Plain, clues: Clues) -> Iterator[Spot]:
    """Find user names."""
    if "@" in plain.low:
        for match in _HANDLE.finditer(plain.low):
            yield Spot(FindingKind.USERNAME, match[1], match.start(), match.end(), 0.7)
    for match in _PROFILE.finditer(plain.low):
        if match[1] not in _NOT_A_PERSON:
            yield Spot(FindingKind.USERNAME, match[1], match.start(1), match.end(1), 0.8)
