"""Which kind of file this is, and so which type it must have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from seen_online.checklist.finder import PeopleFinders
from seen_online.checklist.item import Checklist
from seen_online.checklist.letter import Letter
from seen_online.checklist.next_step import NextSteps
from seen_online.checklist.organisation import Organisation
from seen_online.checklist.rules import Thing
from seen_online.checklist.site import Site

KINDS: dict[str, type[Thing]] = {
    "checklist": Checklist,
    "site": Site,
    "people-finders": PeopleFinders,
    "letter": Letter,
    "next-steps": NextSteps,
    "organisation": Organisation,
}
PERSONAL_SECURITY = "personal-security"  # the public form of Lissy93's personal-security-checklist
_FOLDERS = {"sites": "site", "people-finders": "people-finders", "letters": "letter"}
_TRANSLATION = re.compile(r"(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(ya?ml)")


def kind_of(data: Any, path: Path | None = None) -> str:
    """Return the kind of a file by what it holds, else by where it lies; "" where neither tells."""
    if isinstance(data, list):
        return PERSONAL_SECURITY
    if not isinstance(data, dict):
        return ""
    said = data.get("kind")
    if isinstance(said, str):
        return said if said in KINDS else ""
    if "sections" in data:
        return "checklist"
    if path is not None and path.parent.name in _FOLDERS:
        return _FOLDERS[path.parent.name]
    if path is not None and path.name.startswith("organisation"):
        return "organisation"
    return ""


def translation_of(path: Path) -> tuple[str, str] | None:
    """Split the name of a translation, `letters.cy.yaml`, into the original's name and the language; else None."""
    match = _TRANSLATION.fullmatch(path.name)
    return (f"{match[1]}.{match[3]}", match[2]) if match else None
