"""Looks for words in every file of a folder, in the encodings in which programs write them down."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1")


def in_clear(data: bytes, words: Iterable[str]) -> list[str]:
    """Return the words that stand in these bytes, whatever their case."""
    folded = data.lower()
    return [word for word in words if any(word.lower().encode(encoding, "ignore") in folded for encoding in ENCODINGS)]


def traces(folder: Path, words: Iterable[str]) -> dict[str, list[str]]:
    """Return, by file (its name is looked at too), the words that stand in it in clear."""
    words = list(words)
    found = {}
    for path in folder.rglob("*"):
        here = in_clear(path.name.encode(), words)
        if path.is_file() and not path.is_symlink():
            here += in_clear(path.read_bytes(), words)
        if here:
            found[str(path.relative_to(folder))] = here
    return found
