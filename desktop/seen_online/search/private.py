"""Whether some words say a detail that is only sent where the person ticks it (promise 3)."""

from __future__ import annotations

import re
from datetime import date

from seen_online.person import DetailKind, Person

_POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b", re.IGNORECASE)
_ENOUGH_DIGITS = 7  # of a phone number; fewer are shared by thousands


def gives_away(words: str, person: Person) -> bool:
    """Tell whether `words` hold the person's e-mail, phone, address or whole date of birth, in any spelling."""
    text = words.casefold()
    close = re.sub(r"[^a-z0-9@]", "", text)
    digits = re.sub(r"[^0-9]", "", text)
    return (
        any(email.casefold() in text for email in person.values(DetailKind.EMAIL))
        or any(_tail(phone) in digits for phone in person.values(DetailKind.PHONE) if _tail(phone))
        or any(part in close for address in person.values(DetailKind.ADDRESS) for part in _parts(address))
        or any(spelled in digits for spelled in _dates(person.date_of_birth))
    )


def _tail(phone: str) -> str:
    """Return the digits of a number that stand in each of its spellings, with +44 or with 0."""
    tail = re.sub(r"[^0-9]", "", phone)[-9:]
    return tail if len(tail) >= _ENOUGH_DIGITS else ""


def _parts(address: str) -> list[str]:
    """Return house and street, and the postcode, without spaces."""
    street = re.sub(r"[^a-z0-9]", "", address.split(",")[0].casefold())
    codes = [re.sub(" ", "", code).casefold() for code in _POSTCODE.findall(address)]
    return [*([street] if any(c.isdigit() for c in street) and len(street) > 5 else []), *codes]


def _dates(iso: str) -> list[str]:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return []
    return [day.strftime(form) for form in ("%d%m%Y", "%Y%m%d", "%m%d%Y", "%d%m%y")]
