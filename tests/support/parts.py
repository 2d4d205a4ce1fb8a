"""Looking into a Page by kind of part."""

from __future__ import annotations

from seen_online.reading.page import Page


def part(page: Page, where: str) -> str:
    """All the text of one kind of part, the parts joined by a blank line."""
    return "\n\n".join(page.text[p.start : p.end] for p in page.parts if p.where == where)
