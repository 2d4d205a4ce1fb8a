"""The text of a page as it flows by: pieces and breaks, put together once at the end."""

from __future__ import annotations

import re

# In the pieces, a character that no page can hold stands for each break; "\n" in a page's source is but a space.
BREAK = "\x01"
CELL = "\x02"
APART = "\x03"  # two links side by side are two words, though no space parts them
_SPACES = "\n\t\r\f\v\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_RUN = re.compile("  +")
_BREAKS = re.compile(f" ?{BREAK}[ {BREAK}{CELL}]*")
_CELLS = re.compile(f" ?{CELL}[ {CELL}]*")


def settle(pieces: list[str]) -> str:
    """Join pieces into lines: one line a block, a tab between the cells of a row, single spaces elsewhere."""
    text = "".join(pieces).replace(APART * 2, " ").replace(APART, "")
    for space in _SPACES:
        if space in text:
            text = text.replace(space, " ")
    text = _RUN.sub(" ", text)
    text = _CELLS.sub(CELL, text)
    text = text.replace(f"{CELL}{BREAK}", BREAK)
    text = _BREAKS.sub("\n", text)
    return text.replace(CELL, "\t").strip()


def gist(pieces: list[str], start: int, most: int = 300) -> str:
    """Return the first `most` characters of what was said since `start`, on one line."""
    taken: list[str] = []
    size = 0
    for at in range(start, len(pieces)):
        taken.append(pieces[at][:most])
        size += len(taken[-1])
        if size >= most:
            break
    text = "".join(taken)[:most].replace(BREAK, " ").replace(CELL, " ").replace(APART, "")
    return " ".join(text.split())
