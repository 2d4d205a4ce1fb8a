"""The parts of a result that tell who it is about: what the engine showed, and the page's text around the name."""

from __future__ import annotations

from seen_online.people.names import Names
from seen_online.people.tokens import fold
from seen_online.search.model import Result

MOST_SHOWN = 2_000  # characters of a title or a snippet
MOST_READ = 200_000  # characters of a page that are looked through for the name
BEFORE, BEHIND = 250, 350  # characters kept around the name
MOST_KEPT = 2_400  # characters of a page that are kept in all
OPENING = 600  # characters kept of a page without the name


def pieces(result: Result, names: Names) -> list[str]:
    """Return title, then snippet in its pieces, then what of the page's text stands around the name."""
    snippet = result.snippet[:MOST_SHOWN].replace("…", "...")
    return [
        result.title[:MOST_SHOWN],
        *[piece for piece in snippet.split("...") if piece.strip()],
        *around(result.text, names),
    ]


def around(text: str, names: Names) -> list[str]:
    """Return the stretches of a page's text that stand around the name, its opening where it has none."""
    if not text:
        return []
    text = text[:MOST_READ]
    low = fold(text)
    if len(low) != len(text):
        text = low  # unseen characters are gone: places would no longer fit
    spans: list[tuple[int, int]] = []
    for place in _places(low, names):
        start, end = max(0, place - BEFORE), place + BEHIND
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        if sum(b - a for a, b in spans) >= MOST_KEPT:
            break
    if not spans:
        return [text[:OPENING]]
    return [text[a:b] for a, b in spans]


def _places(low: str, names: Names) -> list[int]:
    """Return where a last name stands with a first name near it; where none does, wherever it stands."""
    alone: list[int] = []
    whole: list[int] = []
    for family in sorted(names.families):
        at = low.find(family)
        while at >= 0 and len(alone) < 200:
            alone.append(at)
            near = low[max(0, at - 40) : at + len(family) + 30]
            if any(given in near for given in names.givens | names.usual):
                whole.append(at)
            at = low.find(family, at + len(family))
    return sorted(whole or alone[:5])
