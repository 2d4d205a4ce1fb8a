"""The person's own details, in the forms that they are compared in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from seen_online.exposure import own_street
from seen_online.exposure.finding import FindingKind
from seen_online.exposure.own_name import OwnName, own_name
from seen_online.exposure.plain import make_plain
from seen_online.exposure.spot import Spot
from seen_online.person import DetailKind, Person

# Providers that deliver jane.doe@ and janedoe@ to the same person.
_DOTS_DON_T_COUNT = frozenset({"gmail.com", "googlemail.com"})
_FORMS_OF_FIRMS = re.compile(
    r"(?<![^\W_])(?:the|ltd|limited|plc|llp|inc|llc|gmbh|co|company|group|uk|cic)\.?(?![^\W_])"
)


class Term(msgspec.Struct, frozen=True):
    """A place, a workplace or a user name of the person: words to look for."""

    kind: FindingKind
    value: str
    words: str


class Own(msgspec.Struct, frozen=True):
    """What is known of the person; empty where nobody was named.

    `phones` maps the digits of a number as dialled at home, without its leading 0, to its E.164 form.
    """

    names: tuple[OwnName, ...] = ()
    emails: frozenset[str] = frozenset()
    phones: dict[str, str] = {}
    birth: str = ""
    postcodes: frozenset[str] = frozenset()
    streets: tuple[own_street.Street, ...] = ()
    terms: tuple[Term, ...] = ()

    def has(self, spot: Spot) -> bool:
        """Tell whether a spot says one of the person's own details."""
        value = spot.value
        match spot.kind:
            case FindingKind.NAME:
                return True
            case FindingKind.EMAIL:
                return bare_email(value) in self.emails
            case FindingKind.PHONE:
                return value in self.phones.values()
            case FindingKind.DATE_OF_BIRTH:
                return same_date(value, self.birth) or same_date(spot.also, self.birth)
            case FindingKind.POSTCODE:
                return value in self.postcodes
            case FindingKind.ADDRESS:
                return any(own_street.same(street, value) for street in self.streets)
            case _:
                return any(term.kind is spot.kind and _says(term, value) for term in self.terms)

    def resembles(self, spot: Spot) -> bool:
        """Tell whether an e-mail address or a user name is made of the person's own name."""
        if spot.kind not in (FindingKind.EMAIL, FindingKind.USERNAME):
            return False
        local = re.sub(r"[^a-z]", "", spot.value.partition("@")[0])
        return any(
            name.last
            and (local in {first + name.last for first in name.first} | {name.last + first for first in name.first})
            for name in self.names
        )


@lru_cache(maxsize=1)  # the forms of twenty names take longer than to look through a short page with them
def own_details(person: Person | None) -> Own:
    """Bring a person's details into the forms they are compared in."""
    if person is None:
        return Own()
    addresses = person.values(DetailKind.ADDRESS)
    return Own(
        names=tuple(name for value in person.names if (name := own_name(value))),
        emails=frozenset(bare_email(value) for value in person.values(DetailKind.EMAIL)),
        phones=dict(_dialled(value, person.region) for value in person.values(DetailKind.PHONE)),
        birth=person.date_of_birth,
        postcodes=frozenset(code for value in addresses for code in own_street.postcodes(value)),
        streets=tuple(street for value in addresses for street in own_street.streets(value)),
        terms=tuple(_terms(person)),
    )


def _terms(person: Person) -> Iterable[Term]:
    for value in person.values(DetailKind.PLACE):
        yield Term(FindingKind.LOCATION, value, words(value.partition(",")[0]))
    for value in person.values(DetailKind.WORKPLACE):
        core = " ".join(_FORMS_OF_FIRMS.sub(" ", words(value)).split())
        yield Term(FindingKind.WORKPLACE, value, core or words(value))
    for value in person.values(DetailKind.USERNAME):
        name = make_plain(value.strip().lstrip("@")).low
        yield Term(FindingKind.USERNAME, name, name)


def words(value: str) -> str:
    """Return a value in small letters, without accents, marks or doubled spaces."""
    return " ".join(re.findall(r"[^\W_]++(?:['-][^\W_]++)*+|&", make_plain(value).low))


def _says(term: Term, value: str) -> bool:
    if term.kind is FindingKind.USERNAME:
        return value.partition("@")[0] == term.words
    said = words(value)
    if term.words and f" {term.words} " in f" {said} ":
        return True
    # "Sunrise Care" on the page, "Sunrise Care Home, Carlisle" as the person typed it.
    return term.kind is FindingKind.WORKPLACE and " " in said and f" {said} " in f" {term.words} "


def bare_email(address: str) -> str:
    """Return an address without tag, and without dots where the provider ignores them."""
    local, _, domain = address.strip().lower().rpartition("@")
    local = local.partition("+")[0] or local
    if domain in _DOTS_DON_T_COUNT:
        return f"{local.replace('.', '')}@gmail.com"
    return f"{local}@{domain}"


def own_hosts(address: str) -> tuple[str, ...]:
    """Return the hosts that deliver to a bare address."""
    host = address.rpartition("@")[2]
    return tuple(sorted(_DOTS_DON_T_COUNT)) if host in _DOTS_DON_T_COUNT else (host,)


def same_date(one: str, other: str) -> bool:
    """Tell whether two dates, or parts of dates, can be the same day ("1985" and "1985-03-12")."""
    if not one or not other:
        return False
    if one.startswith("--") != other.startswith("--"):
        part, whole = (one, other) if one.startswith("--") else (other, one)
        return len(whole) == 10 and whole.endswith(part[2:])
    return one.startswith(other) or other.startswith(one)


def _dialled(number: str, region: str) -> tuple[str, str]:
    """Return the number's own digits and its E.164 form; a number that can't be read stands for itself."""
    import phonenumbers

    try:
        read = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        digits = re.sub(r"\D", "", number)
        return digits.lstrip("0") or digits, digits
    return str(read.national_number), phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164)
