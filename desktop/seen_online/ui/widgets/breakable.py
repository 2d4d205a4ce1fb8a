"""Long words, such as addresses, given places where a line may end: Qt cuts them off else."""

from __future__ import annotations

import re

ADDRESS = 12  # letters: a word of so many may be broken after its dots and strokes
LONG = 24  # letters: one without any may be broken, too
PIECE = 12  # letters, where nothing better offers itself
MAY_BREAK = "\u200b"  # takes no room, and a line may end there

_WORD = re.compile(rf"\S{{{ADDRESS},}}")
_AFTER = re.compile(r"(?<=[/._=&?@:,;+%~#-])(?=[^\W_])")
_STRETCH = re.compile(rf"[^\s{MAY_BREAK}]{{{LONG},}}")


def breakable(text: str) -> str:
    """Return `text`, to be painted and not to be copied, with places to break in its long words."""
    return _WORD.sub(lambda word: _STRETCH.sub(_pieces, _AFTER.sub(MAY_BREAK, word.group())), text)


def _pieces(stretch: re.Match[str]) -> str:
    letters = stretch.group()
    return MAY_BREAK.join(letters[at : at + PIECE] for at in range(0, len(letters), PIECE))
