"""What the findings of all pages make possible together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from seen_online.exposure.finding import Finding, FindingKind, Whose
from seen_online.person import Person
from seen_online.words import say


class Possibility(msgspec.Struct, frozen=True):
    """A thing that details make possible together: a plain sentence, the kinds it takes, the pages they stand on."""

    sentence: str
    kinds: tuple[FindingKind, ...]
    pages: tuple[str, ...]


def possibilities(found: Mapping[str, Sequence[Finding]], person: Person) -> list[Possibility]:
    """Return what the person's own details on these pages make possible together, the weightiest first."""
    seen: dict[FindingKind, list[str]] = {}
    for key, findings in found.items():
        for finding in findings:
            if finding.whose is not Whose.OTHER and key not in seen.setdefault(finding.kind, []):
                seen[finding.kind].append(key)
    kinds = (FindingKind.NAME, FindingKind.DATE_OF_BIRTH, FindingKind.ADDRESS)
    if not all(kind in seen for kind in kinds):
        return []
    pages = tuple(dict.fromkeys(page for kind in kinds for page in seen[kind]))
    return [
        Possibility(
            say(
                "Your name, date of birth and address can be put together. That is what somebody needs to pose as you."
            ),
            kinds,
            pages,
        )
    ]
