"""The private values of a check: each once, however often and in whatever spelling it was typed or seen."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

import msgspec

from seen_online.exposure.finding import Finding, FindingKind, Whose
from seen_online.note.fold import compact, fold
from seen_online.note.masks import is_private, mask, masked_date
from seen_online.note.streets import WORD, address_key
from seen_online.person import DetailKind, Person

_PRIVATE_KINDS = (
    DetailKind.EMAIL,
    DetailKind.PHONE,
    DetailKind.ADDRESS,
    DetailKind.DATE_OF_BIRTH,
    DetailKind.USERNAME,
)
_HAVE_PARTS = (DetailKind.ADDRESS, DetailKind.DATE_OF_BIRTH)
_UK_POSTCODE = re.compile(r"(?<![^\W_])[A-Za-z]{1,2}[0-9][0-9A-Za-z]?\s{0,3}[0-9][A-Za-z]{2}(?![^\W_])")

_Key = tuple[str, str]  # kind and normal value


class Secret(msgspec.Struct, frozen=True):
    """A value that is masked until the person unmasks it.

    `kind` is what a FindingKind is called, `value` the normalised form that tells two apart, `shown` the spellings
    it was typed or seen in, `own` that it is the person's own, `weak` that it is a user name which is also a part of
    the person's name, and masked only where it is meant as a user name.
    """

    kind: str
    value: str
    shown: tuple[str, ...] = ()
    own: bool = False
    weak: bool = False

    @property
    def id(self) -> str:
        """Return a name for the tick box of this detail; it does not give the value away and stays the same."""
        words = f"{self.kind} {self.value}".encode("utf-8", errors="surrogatepass")
        return f"{self.kind}-{hashlib.sha256(words).hexdigest()[:16]}"

    @property
    def masked(self) -> str:
        """Return what stands in place of the value."""
        return mask(self.kind, self.shown[0] if self.kind == "address" and self.shown else self.value)

    @property
    def masked_in_text(self) -> str:
        """Return what stands in place of the value within a sentence: of a date without "born"."""
        return masked_date(self.value) if self.kind == "date_of_birth" else self.masked


def normal(kind: str, value: str, region: str = "GB") -> str:
    """Return the form in which two spellings of one detail are the same."""
    match kind:
        case "phone":
            return _e164(value, region)
        case "email":
            return value.strip().lower()
        case "username":
            return value.strip().lstrip("@").lower()
        case "postcode":
            return compact(value)
        case "address":
            return address_key(value)
        case _:
            return " ".join(value.split())


class Secrets:
    """The private values of a person and of all findings, the person's own first.

    Findings of other people's details count as well: a note is no place for a stranger's phone number.
    """

    def __init__(self, person: Person, found: Mapping[str, Sequence[Finding]]) -> None:
        self._region = person.region
        self._normal: dict[_Key, _Key] = {}  # by kind and value as seen: the same value stands on many pages
        self._spellings: dict[_Key, dict[str, None]] = {}
        self._own: set[_Key] = set()
        self._wholes: list[_Key] = []
        for detail in person.details:
            if detail.kind in _PRIVATE_KINDS:
                self._take(detail.kind.value, detail.value, detail.value, yours=True)
                if detail.kind in _HAVE_PARTS:
                    self._wholes.append(self._key(detail.kind.value, detail.value, yours=True))
                for code in _UK_POSTCODE.findall(detail.value) if detail.kind is DetailKind.ADDRESS else ():
                    self._take(FindingKind.POSTCODE.value, code, code, yours=True)
        for findings in found.values():
            for finding in findings:
                if is_private(finding.kind.value, finding.value):
                    yours = finding.whose is Whose.YOURS
                    self._take(finding.kind.value, finding.value, finding.shown, yours=yours)
        open_words = (*person.names, *person.values(DetailKind.PLACE, DetailKind.WORKPLACE))
        names = {key for words in open_words for key in (*WORD.findall(fold(words).text), compact(words))}
        self._all = {
            (kind, value): Secret(
                kind, value, tuple(shown), (kind, value) in self._own, kind == "username" and compact(value) in names
            )
            for (kind, value), shown in self._spellings.items()
        }

    @property
    def all(self) -> tuple[Secret, ...]:
        """Return all of them, each once."""
        return tuple(self._all.values())

    def of(self, kind: str, value: str, *, yours: bool) -> Secret | None:
        """Return the secret that this value is, or is a part of; None where such a value is no secret."""
        return self._all.get(self._key(kind, value, yours=yours))

    def of_finding(self, finding: Finding) -> Secret | None:
        """Return the secret that a finding says, or None."""
        return self.of(finding.kind.value, finding.value, yours=finding.whose is Whose.YOURS)

    def _take(self, kind: str, value: str, shown: str, *, yours: bool) -> None:
        key = self._key(kind, value, yours=yours)
        self._spellings.setdefault(key, {})[shown] = None
        if yours:
            self._own.add(key)

    def _key(self, kind: str, value: str, *, yours: bool) -> _Key:
        key = self._normal.get((kind, value))
        if key is None:
            key = self._normal[(kind, value)] = (kind, normal(kind, value, self._region))
        if yours:  # what a page gives of a date of birth or an address is a part of it
            return next((whole for whole in self._wholes if _is_part(key, whole)), key)
        return key


def secrets_of(person: Person, found: Mapping[str, Sequence[Finding]]) -> tuple[Secret, ...]:
    """Collect the private values of a person and of all findings, each once, the person's own first."""
    return Secrets(person, found).all


def same_day(one: str, other: str) -> bool:
    """Tell whether two ISO dates, or parts of dates (1985, 1985-03, --03-12), can be the same day."""
    if one.startswith("--") or other.startswith("--"):
        return len(one) >= 7 and len(other) >= 7 and one[-5:] == other[-5:]
    return one.startswith(other) or other.startswith(one)


def _is_part(key: _Key, whole: _Key) -> bool:
    kind, value = key
    if kind != whole[0]:
        return False
    if kind == "date_of_birth":
        return same_day(value, whole[1])
    return kind == "address" and value in whole[1]


def _e164(value: str, region: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(value, region)
    except phonenumbers.NumberParseException:
        return "".join(re.findall(r"\d", value)) or value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
