"""Web pages as Safari saves them: a property list that holds the page and the frames in it."""

from __future__ import annotations

import plistlib
from typing import Any

from seen_online.reading.charset import to_text
from seen_online.reading.html.reader import read_html
from seen_online.reading.sheet import Sheet
from seen_online.reading.why import Why

MAX_FRAMES = 100


def read_webarchive(data: bytes, sheet: Sheet) -> None:
    """Write a saved page and its frames on `sheet`; what is no saved page is told as broken."""
    try:
        waiting: list[Any] = [plistlib.loads(data, fmt=plistlib.FMT_BINARY)]
    except (plistlib.InvalidFileException, ValueError, OverflowError, IndexError, RecursionError, TypeError):
        waiting = []
    pages = 0
    while waiting and pages < MAX_FRAMES:
        archive = waiting.pop(0)
        page = archive.get("WebMainResource") if isinstance(archive, dict) else None
        if not isinstance(page, dict) or not isinstance(page.get("WebResourceData"), bytes):
            continue
        pages += 1
        frames = archive.get("WebSubframeArchives")
        waiting += frames if isinstance(frames, list) else []
        charset = page.get("WebResourceTextEncodingName")
        said = f"text/html; charset={charset}" if isinstance(charset, str) else ""
        read_html(to_text(page["WebResourceData"], said), sheet)
    if not pages:
        sheet.fell_short(Why.BROKEN)
    elif waiting:
        sheet.fell_short(Why.LONG)
