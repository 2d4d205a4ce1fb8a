"""Whether rows for a harmless word prove that a page without rows means "nothing"."""

from __future__ import annotations

import re

from seen_online.search.engine import Answer
from seen_online.search.wall_words import NO_RESULTS

_STRAY = 1  # words that such a page may say beyond that of the harmless word: a place, a month
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_explained(words: str, bare: Answer, control: Answer) -> bool:
    """Tell whether a page without rows says no more than our `words`, "no results", and what the control query's says.

    The rows of the control query show that the engine answers us and that we can read it. They do not show that the
    page before was a page of results: a wall or a notice in the engine's own frame, in whatever language, gives itself
    away by saying what the page of the control query does not say.
    """
    usual = {word for piece in (words.casefold(), *control.page) for word in _WORD.findall(piece)}
    strange = {
        word
        for piece in bare.page
        if not any(sign in piece for sign in NO_RESULTS)
        for word in _WORD.findall(piece)
        if word not in usual
    }
    return len(strange) <= _STRAY
