"""What a person calls each kind of detail."""

from __future__ import annotations

from seen_online.words import say


def kind_name(kind: str) -> str:
    """Return the plain name of a FindingKind or DetailKind, with a capital: "Date of birth"."""
    return {
        "name": say("Name"),
        "other_name": say("Other name"),
        "place": say("Place"),
        "workplace": say("Workplace"),
        "username": say("User name"),
        "email": say("E-mail"),
        "phone": say("Phone"),
        "address": say("Address"),
        "date_of_birth": say("Date of birth"),
        "postcode": say("Postcode"),
        "location": say("Place"),
    }.get(kind, kind)
