"""A public page or a dropped file, fetched safely, as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seen_online.reading.page import Page


def read(data: bytes, media_type: str | None = None, url: str = "") -> Page:
    """Return the text of a page or a file; see `reader.read`. The readers are loaded at the first call."""
    from seen_online.reading.reader import read as look

    return look(data, media_type, url)
