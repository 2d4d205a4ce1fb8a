"""Proper names: runs of words with capitals, as places and firms are written."""

from __future__ import annotations

import re

_WORD = r"[A-Z][\w'&.-]{0,24}(?<![.,-])"
_LINK = r"(?:of|the|and|&|on|upon|in|under|by|de|du|la|le|les|del|for|y|a|au|aux|sur|am|an der|van|von)"
_NEXT = rf"(?:[ ](?:{_LINK}[ ]){{0,2}}{_WORD})"
_NAME = re.compile(rf"{_WORD}{_NEXT}{{0,6}}")
_PLACE_WORD = r"[A-Z][\w'-]{1,24}"
_PLACE_NEXT = rf"(?:[ ](?:(?:of|the|on|upon|under|de|la|le|du|am|an der)[ ])?{_PLACE_WORD})"
_PLACE_LINKED = rf"(?:-(?:on|upon|under|in|le|by|sur)-{_PLACE_WORD})"
_PLACE = re.compile(
    rf"(?:St\.?[ ])?{_PLACE_WORD}{_PLACE_LINKED}?{_PLACE_NEXT}{{0,3}}"
    rf"(?:,[ ]{_PLACE_WORD}(?:[ ](?:of[ ])?{_PLACE_WORD}){{0,2}}){{0,2}}"
)
# A sentence or a label starts here, not a name.
_STARTERS_WORDS = (
    "me us you them him "
    "the a an my our your his her their this that these those it he she we they i and but or if in on at to for from "
    "with by of as is was january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday summer winter spring autumn christmas easter"
)
_STARTERS = frozenset(_STARTERS_WORDS.split())


def proper_name(text: str, start: int, end: int | None = None) -> re.Match[str] | None:
    """Return the name of a firm or an institution that begins at `start`, or None."""
    return _real(_NAME.match(text, start, len(text) if end is None else end))


def proper_place(text: str, start: int) -> re.Match[str] | None:
    """Return the name of a place that begins at `start` ("Carlisle, Cumbria"), or None."""
    return _real(_PLACE.match(text, start))


def _real(match: re.Match[str] | None) -> re.Match[str] | None:
    return match if match and match[0].split(" ")[0].lower().rstrip(".,") not in _STARTERS else None
