"""A note as one HTML file that loads nothing and runs nothing."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files

from seen_online.note.model import Block, Note

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ku", "ps", "ur")


def write_html(note: Note) -> bytes:
    """Return the note as the bytes of a .html file.

    Every text goes through autoescape; besides, the file's own policy forbids scripts, pictures, frames, forms and
    anything from elsewhere, and allows exactly the one style sheet that is in it.
    """
    style = _layout("note.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    direction = "rtl" if note.language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
    return _template().render(note=note, style=style, policy=policy, direction=direction).encode()


@lru_cache(maxsize=1)
def _template():
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    environment.filters["kind"] = _kind
    return environment.from_string(_layout("note.html.jinja"))


def _kind(block: Block) -> str:
    return type(block).__name__


def _layout(name: str) -> str:
    return files("seen_online.note").joinpath("layout", name).read_text(encoding="utf-8")
