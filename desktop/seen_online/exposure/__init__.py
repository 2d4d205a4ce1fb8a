"""What a text gives away about a person, one file a kind of detail."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seen_online.exposure.finding import Finding
    from seen_online.person import Person
    from seen_online.reading.page import Page


def find(page_or_text: Page | str, person: Person | None = None) -> list[Finding]:
    """Return what a page or a text gives away; see `finder.find`. The finders are loaded at the first call."""
    from seen_online.exposure.finder import find as look

    return look(page_or_text, person)
