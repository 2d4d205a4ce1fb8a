"""Read one document: tell what it is, then read it here or, where its reader could come to harm, apart."""

from __future__ import annotations

from seen_online.reading.kinds import tell
from seen_online.reading.page import Page
from seen_online.reading.parsers import parse_text

IN_PROCESS = 8_000_000  # bytes; a longer text could need more memory than a reading may take


def read(data: bytes, media_type: str | None = None, url: str = "") -> Page:
    """Return the text of a page or a file: what is seen first, then what is there but unseen.

    Args:
        data: its bytes.
        media_type: what it was said to be (a Content-Type, with its charset if any). What the bytes say counts more.
        url: its address or file name; it tells the kind where nothing else does.

    Returns:
        A Page. Never raises: what can't be read has the outcome FAILED or REFUSED and a plain sentence, what was read
        in part PARTLY. In `text` the cells of a table's row are separated by a tab, blocks by a line feed.
    """
    said = media_type or ""
    kind = tell(data, said, url)
    return parse_text(kind, data, said).page(url)
