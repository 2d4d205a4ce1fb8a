"""Short ways to ask what a text gives away."""

from __future__ import annotations

from seen_online.exposure import find
from seen_online.exposure.finding import Finding, FindingKind
from seen_online.person import Person, person_from_about
from seen_online.reading.page import Page

KATE = person_from_about(
    {
        "names": ["Katherine Müller"],
        "other_names": ["Katherine O'Neil"],
        "emails": ["kate.muller@gmail.com"],
        "phones": ["07700 900123"],
        "date_of_birth": "12/03/1985",
        "addresses": ["Flat 2, 12 High Street, Carlisle CA1 2AB"],
        "places": ["Carlisle"],
        "workplaces": ["Sunrise Care Ltd"],
        "usernames": ["katem85"],
    }
)


def found(kind: FindingKind, text: str | Page, person: Person | None = None) -> list[Finding]:
    """Return the findings of one kind."""
    return [finding for finding in find(text, person) if finding.kind is kind]


def values(kind: FindingKind, text: str | Page, person: Person | None = None) -> list[str]:
    """Return the values of one kind."""
    return [finding.value for finding in found(kind, text, person)]
