"""The named blanks in a letter's text, {like_this}: found and filled, never run.

A letter may come from anybody and so may what is filled in, so `str.format` is not used: it would follow
{name.__class__} and read what a value holds as a template of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_PLACE = re.compile(r"\{([a-z][a-z0-9_]{0,39})\}")


def places_in(text: str) -> set[str]:
    """Return the names of the blanks in `text`."""
    return set(_PLACE.findall(text))


def stray_braces(text: str) -> bool:
    """Tell whether `text` has a curly bracket that belongs to no blank."""
    left = _PLACE.sub("", text)
    return "{" in left or "}" in left


def cut(text: str, fill: Callable[[str], str | None]) -> list[tuple[str, str]]:
    """Cut `text` into (text, "") and, where `fill` gives None for a blank, ("", its name); neighbours are joined."""
    pieces: list[tuple[str, str]] = []
    run: list[str] = []
    end = 0
    for match in _PLACE.finditer(text):
        run.append(text[end : match.start()])
        end = match.end()
        value = fill(match.group(1))
        if value is not None:
            run.append(value)
            continue
        pieces += [("".join(run), "")] if any(run) else []
        pieces.append(("", match.group(1)))
        run = []
    run.append(text[end:])
    return [*pieces, ("".join(run), "")] if any(run) else pieces
