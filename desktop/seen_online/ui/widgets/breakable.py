"""Long words, such as addresses, given places where a line may end: Qt cuts them off else."""

from __future__ import annotations

import re

LONG = 24  # letters: a longer word may be broken
PIECE = 12  # letters, where nothing better offers itself
MAY_BREAK = "\u200b"  # takes no room, and a line may end there

_LONG = re.compile(rf"\S{{{LONG},}}")
_AFTER = re.compile(r"(?<=[/._=&?@:,;+%~#-])(?=[^\W_])")
_STRETCH = re.compile(rf"[^\s{MAY_BREAK}]{{{LONG},}}")


def breakable(text: str) -> str:
    """Return `text`, to be painted and not to be copied, with places to break in its long words."""
    return _LONG.sub(lambda word: _STRETCH.sub(_pieces, _AFTER.sub(MAY_BREAK, word.group())), text)


def _pieces(stretch: re.Match[str]) -> str:
    letters = stretch.group()
    return MAY_BREAK.join(letters[at : at + PIECE] for at in range(0, len(letters), PIECE))
