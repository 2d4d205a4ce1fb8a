"""The person's own details, in the forms that they are compared in."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from seen_online.exposure.finding import FindingKind
from seen_online.exposure.plain import Plain, make_plain
from seen_online.exposure.spot import Spot
from seen_online.person import DetailKind, Person


class Own(msgspec.Struct, frozen=True):
    """What is known of the person; empty where nobody was named."""

    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    birth: str = ""
    words: dict[str, FindingKind] = {}
    name_pattern: re.Pattern[str] | None = None

    def has(self, spot: Spot) -> bool:
        """Tell whether a spot says one of the person's own details."""
        if spot.kind is FindingKind.EMAIL:
            return bare_email(spot.value) in self.emails
        if spot.kind is FindingKind.PHONE:
            return spot.value in self.phones
        if spot.kind is FindingKind.DATE_OF_BIRTH:
            return bool(self.birth) and (same_date(spot.value, self.birth) or same_date(spot.also, self.birth))
        value = " ".join(make_plain(spot.value).low.split())
        return any(value in own or own in value for own in self.words)

    def elsewhere(self, plain: Plain) -> Iterator[Spot]:
        """Find the person's own places, workplaces, addresses and user names wherever they stand."""
        for words, kind in self.words.items():
            for match in re.finditer(rf"(?<![^\W_]){re.escape(words)}(?![^\W_])", plain.low):
                yield Spot(kind, words, match.start(), match.end(), 1.0)


def own_details(person: Person | None) -> Own:
    """Bring a person's details into the forms they are compared in."""
    if person is None:
        return Own()
    kinds = {
        DetailKind.PLACE: FindingKind.LOCATION,
        DetailKind.WORKPLACE: FindingKind.WORKPLACE,
        DetailKind.ADDRESS: FindingKind.ADDRESS,
        DetailKind.USERNAME: FindingKind.USERNAME,
    }
    words = {" ".join(make_plain(d.value).low.split()): kinds[d.kind] for d in person.details if d.kind in kinds}
    names = [re.escape(" ".join(make_plain(n).low.split())).replace(r"\ ", r"\s+") for n in person.names]
    return Own(
        frozenset(bare_email(e.lower()) for e in person.values(DetailKind.EMAIL)),
        frozenset(_e164(p, person.region) for p in person.values(DetailKind.PHONE)),
        person.date_of_birth,
        words,
        re.compile(rf"(?<![^\W_])(?:{'|'.join(names)})(?![^\W_])") if names else None,
    )


def bare_email(address: str) -> str:
    """Return an address without tag, and without dots where the provider ignores them."""
    local, _, domain = address.lower().rpartition("@")
    local = local.partition("+")[0]
    if domain in ("gmail.com", "googlemail.com"):
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}"


def same_date(one: str, other: str) -> bool:
    """Tell whether two dates, or parts of dates, can be the same day ("1985" and "1985-03-12")."""
    if not one or not other:
        return False
    if one.startswith("--") and not other.startswith("--"):
        return other.endswith(one[1:])
    if other.startswith("--") and not one.startswith("--"):
        return one.endswith(other[1:])
    return one.startswith(other) or other.startswith(one)


def _e164(number: str, region: str) -> str:
    import phonenumbers

    try:
        return phonenumbers.format_number(phonenumbers.parse(number, region), phonenumbers.PhoneNumberFormat.E164)
    except phonenumbers.NumberParseException:
        return number
