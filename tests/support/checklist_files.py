"""Writing checklist files for tests."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

SMALL = """\
kind: checklist
id: at-fellside
title: At Fellside
sections:
  - id: page
    title: The staff page
    items:
      - id: staff-page
        title: The staff page
        question: Are you happy with our staff page?
        why: It names some of us. You can ask to be left out.
"""


def write(place: Path, text: str = SMALL) -> Path:
    """Write a file, with its folders, and return its path."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(dedent(text), encoding="utf-8")
    return place
