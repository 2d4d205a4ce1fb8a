"""Text from outside made harmless before it enters a note: nothing unseen, nothing that turns text around."""

from __future__ import annotations

import re
import unicodedata

MAX_TEXT = 20_000  # characters; a longer title or remark is a mistake or an attack
_MARKS_IN_A_ROW = 4  # the most that any script stacks on one letter
# Persian words, families of emoji and lists in Arabic need these four unseen characters.
_NEEDED = "\u200c\u200d\u200e\u200f"
# A flag of Wales is a black flag, letters that can't be seen, up to six of them, and an end mark; all others go.
_HIDDEN_LETTERS = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f)|[\U000e0000-\U000e007f]+")
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9][0-9 ()./-]*\Z")


def clean_line(text: str, most: int = MAX_TEXT) -> str:
    """Return `text` as one line without control characters and without marks that reverse or hide text."""
    text = text[: most * 2]
    seen = text if text.isascii() and text.isprintable() else "".join(_seen(text))
    line = " ".join(seen.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def clean_lines(text: str, most: int = MAX_TEXT) -> tuple[str, ...]:
    """Return the lines of a remark, each clean, without the empty ones."""
    lines = (clean_line(line) for line in text[: most * 2].splitlines())
    return tuple(line for line in lines if line)


def clean_block(text: str) -> str:
    """Return `text` with its lines and spaces as they are, but without what can't be seen or turns text around."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("".join(_seen(line.replace("\t", "    "))) for line in lines)


def inert(line: str) -> str:
    """Return `line` so that a spreadsheet it is pasted into does not take it for a formula.

    Tables of a note get copied into spreadsheets, and there a cell that starts with = + - or @ is run. A list's
    hyphen becomes a dash; anything else that starts so stands in quotation marks. Numbers stay as they are.
    """
    start = line.lstrip(_NEEDED)
    if not _FORMULA.match(start) or _NUMBER.match(start):
        return line
    return f"–{start[1:]}" if start.startswith("- ") else f"“{start}”"


def _seen(text: str) -> list[str]:
    kept: list[str] = []
    marks = 0
    for char in _HIDDEN_LETTERS.sub(_flag_alone, unicodedata.normalize("NFC", text)):
        kind = unicodedata.category(char)
        if char.isspace() or kind in ("Zl", "Zp"):
            char = " "
        elif kind in ("Cc", "Cs", "Co") or (kind == "Cf" and not _may_stay(char)) or _is_never_seen(ord(char)):
            continue
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if marks <= _MARKS_IN_A_ROW:
            kept.append(char)
    return kept


def _flag_alone(found: re.Match[str]) -> str:
    return found[1] or ""


def _may_stay(char: str) -> bool:
    return char in _NEEDED or "\U000e0020" <= char <= "\U000e007f"


def _is_never_seen(code: int) -> bool:
    """Tell what is no character at all, or a variation selector in which a message can be hidden.

    What this Python does not know yet stays: it may be a newer emoji.
    """
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or 0xE0100 <= code <= 0xE01EF
