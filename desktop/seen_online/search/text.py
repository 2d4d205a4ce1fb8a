"""Plain text out of what an engine hands over: no tags, no control characters, nothing that turns text around."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

MAX_TITLE = 300  # characters
MAX_SNIPPET = 1_000
_MAX_RAW = 20_000  # characters looked at; a row that long is an attack
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_MARKS_IN_A_ROW = 4  # the most that any script stacks on one letter
_JOINERS = "\u200c\u200d"  # Persian words and some pictures need these two invisible characters


def plain_text(text: object, most: int = MAX_SNIPPET) -> str:
    """Return `text` as one line of plain text, at most `most` characters; "" for what is no text.

    Tags and entities are resolved, control and format characters (also those that change the direction of writing)
    dropped, white space runs made one space.
    """
    if not isinstance(text, str):
        return ""
    text = text[:_MAX_RAW]
    if text.isascii() and text.isprintable() and "<" not in text and "&" not in text:
        return _cut(" ".join(text.split()), most)  # most rows are so, and there are thousands
    text = _TAG.sub("", unescape(_TAG.sub("", text)))
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(character)
        if character.isspace():
            character = " "
        elif kind in ("Cc", "Cf", "Cs", "Co", "Cn") and character not in _JOINERS:
            continue
        marks = marks + 1 if kind == "Mn" else 0
        if marks <= _MARKS_IN_A_ROW:
            kept.append(character)
    return _cut(" ".join("".join(kept).split()), most)


def _cut(line: str, most: int) -> str:
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
