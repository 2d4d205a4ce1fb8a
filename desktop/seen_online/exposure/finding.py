"""One thing that a text gives away."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class FindingKind(StrEnum):
    """The kinds of detail we look for in a text."""

    EMAIL = "email"
    PHONE = "phone"
    DATE_OF_BIRTH = "date_of_birth"
    POSTCODE = "postcode"
    ADDRESS = "address"
    LOCATION = "location"
    WORKPLACE = "workplace"
    USERNAME = "username"
    NAME = "name"


class Whose(StrEnum):
    """Whose a finding is: the person's own, beside their name, or somebody else's."""

    YOURS = "yours"
    NEAR_YOUR_NAME = "near_your_name"
    OTHER = "other"


class Finding(msgspec.Struct, frozen=True, gc=False):
    """A detail in a text.

    `value` is normalised (E.164, lower case, ISO 8601 or a part of it, "CA1 2AB"); `shown` is as it stands there;
    `start` and `end` count characters in the text searched; `context` is the words around it; `where` the kind of
    part it stands in (see reading.page.Part); `sure` runs from 0 to 1; `also` holds a second reading of an
    ambiguous value (a date whose day and month may be swapped), else "".
    """

    kind: FindingKind
    value: str
    shown: str
    start: int
    end: int
    context: str
    whose: Whose
    where: str = "text"
    sure: float = 1.0
    also: str = ""
