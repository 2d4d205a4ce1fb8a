"""Golden files: what is exported, as it was when somebody last looked at it and found it good."""

from __future__ import annotations

from pathlib import Path

REFRESH = "look at the difference; if it is what you meant, run: python tests/note/refresh_golden.py"


def assert_golden(path: Path, made: str) -> None:
    """Compare a text with its golden file."""
    assert path.exists(), f"{path.name} is not there yet; {REFRESH}"
    assert made == path.read_bytes().decode(), f"{path.name} differs: {REFRESH}"
