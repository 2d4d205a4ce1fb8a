"""The text of a page as it flows by: pieces and breaks, put together once at the end."""

from __future__ import annotations

import re

# In the pieces, a character that no page can hold stands for each break; "\n" in a page's source is but a space.
BREAK = "\x01"
CELL = "\x02"
APART = "\x03"  # two links side by side are two words, though no space parts them
ROW = "\x04"
_SPACES = "\n\t\r\f\v\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Each of these takes a whole run at its first character, so that none looks at a run twice.
_SPACE_RUN = re.compile("  +")
_BREAK_RUN = re.compile(f" ?{BREAK}[ {BREAK}]*")
_CELL_RUN = re.compile(f"[ {BREAK}]?{CELL}[ {BREAK}{CELL}]*")  # a block that fills a cell starts no line
_ROW_RUN = re.compile(f"[ {BREAK}{CELL}]?{ROW}[ {BREAK}{CELL}{ROW}]*")
_AS_SHOWN = str.maketrans({BREAK: "\n", ROW: "\n", CELL: "\t"})


def settle(pieces: list[str]) -> str:
    """Join pieces into lines: one line a block or a row, a tab between a row's cells, single spaces elsewhere."""
    text = "".join(pieces).replace(APART * 2, " ").replace(APART, "")
    for space in _SPACES:
        if space in text:
            text = text.replace(space, " ")
    text = _SPACE_RUN.sub(" ", text)
    text = _BREAK_RUN.sub(BREAK, text)
    if CELL in text or ROW in text:
        text = _CELL_RUN.sub(CELL, text)
        text = _ROW_RUN.sub(ROW, text)
    return text.translate(_AS_SHOWN).strip()


def gist(pieces: list[str], start: int, most: int = 300) -> str:
    """Return the first `most` characters of what was said since `start`, on one line."""
    taken: list[str] = []
    size = 0
    for at in range(start, len(pieces)):
        taken.append(pieces[at][:most])
        size += len(taken[-1])
        if size >= most:
            break
    text = "".join(taken)[:most].translate(_AS_SHOWN).replace(APART, "")
    return " ".join(text.split())
