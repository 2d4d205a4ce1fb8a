"""The door: a window, or the same check in a terminal."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code."""
    del argv
    return 1
