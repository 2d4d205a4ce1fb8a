"""Text from outside made plain: what is shown stays, what steers a screen or hides in it goes."""

from __future__ import annotations

import re

# Every character that no reader sees as itself: controls, zero-width, direction marks, tags, halves of pairs.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_HALVES = re.compile("[\ud800-\udfff]")
_OVERRIDE = re.compile("[\u202e]([^\u202a-\u202e\n]*+)[\u202c]?")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MIRROR = str.maketrans("()[]{}<>", ")(][}{><")
# Windows writers put these where ISO 8859-1 has controls; browsers show them as letters.
_WINDOWS = {n: bytes([n]).decode("cp1252", "ignore") or None for n in range(0x80, 0xA0)}
_LINES = {0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n"}
_NAME_ODD = re.compile(_ODD.pattern[:-1] + "\t\n\u200c\u200d]")


def plain(text: str) -> str:
    """Return `text` as it would be seen: no controls, no zero-width characters, overridden direction undone.

    Lines end in a line feed. A run after a right-to-left override reads backwards on screen, so it is turned round.
    """
    if not _ODD.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINES | _WINDOWS)
    if "\u202e" in text:
        text = _OVERRIDE.sub(lambda run: turned(run.group(1)), text)
    return _ODD.sub("", _HALVES.sub("\ufffd", text))


def turned(text: str) -> str:
    """Return a line that is shown from right to left in the order in which it is seen.

    Brackets are mirrored on screen too. Hebrew and Arabic run that way by themselves and stay as they are.
    """
    return text if _RIGHT_TO_LEFT.search(text) else text[::-1].translate(_MIRROR)


def seen_name(name: str, most: int = 240) -> str:
    """Return a file's name or path with a visible sign for each character that is unseen or turns the text round."""
    shown = _NAME_ODD.sub("\ufffd", name)
    return shown if len(shown) <= most else "…" + shown[1 - most :]


def plain_name(name: str) -> str:
    """Return the name of a file in an archive safe to show. It keeps its folders, but can't climb out of the archive.

    What climbs ("../", a drive letter, a leading slash) goes.
    """
    parts = name.replace("\\", "/").split("/")
    if len(parts[0]) == 2 and parts[0].endswith(":"):
        parts = parts[1:]
    return seen_name("/".join(part for part in parts if part.strip(". ")) or "\ufffd")
