"""What a result says of the person's own details, and the contact details by which it can be told from others."""

from __future__ import annotations

import re

import msgspec

from seen_online.exposure.finding import FindingKind, Whose
from seen_online.people.accounts import account
from seen_online.people.address import Address
from seen_online.people.common import COMMON, EVERYDAY
from seen_online.people.lives import lived_before
from seen_online.people.names import Names
from seen_online.people.tokens import stem, words_of
from seen_online.person import DetailKind, Person

_CONTACTS = (FindingKind.EMAIL, FindingKind.PHONE)
_PRIVATE = {
    FindingKind.EMAIL: DetailKind.EMAIL,
    FindingKind.PHONE: DetailKind.PHONE,
    FindingKind.ADDRESS: DetailKind.ADDRESS,
    FindingKind.POSTCODE: DetailKind.ADDRESS,
    FindingKind.DATE_OF_BIRTH: DetailKind.DATE_OF_BIRTH,
}
# Looking for contact details costs time; a text with none of these has none.
_MAY_HOLD = re.compile(
    r"@|\bat\b.{1,40}\bdot\b|\bborn\b|birth|\bd\.?o\.?b\b|\bb\. ?\d|(?:\d[ ().-]{0,2}){6}", re.IGNORECASE
)


class Match(msgspec.Struct, frozen=True, order=True):
    """One of the person's own details that a result says; `partly` where only the telling part of it stands there."""

    kind: str
    value: str
    partly: bool = False


class Details(msgspec.Struct, frozen=True):
    """Details of one result.

    `mine` are the person's own that it says; `contacts` what tells people apart whoever they are, as
    "email:...", "phone:...", "account:..." or "handle:..." (an unusual user name, on whichever site); `account` is the
    site and name of the account the page belongs to; `births` are the dates of birth beside the name (ISO 8601 or a
    part of it); `other_birth` tells that some stand there and none can be the person's, or that the one who bears
    the name lived before them.
    """

    mine: tuple[Match, ...] = ()
    contacts: frozenset[str] = frozenset()
    account: tuple[str, str] | None = None
    births: frozenset[str] = frozenset()
    other_birth: bool = False


class Phrase(msgspec.Struct, frozen=True):
    """A place or workplace as it is looked for: folded, between spaces; `short` without "Care Home" and the like."""

    kind: DetailKind
    whole: str
    short: str
    shown: str


class Own(msgspec.Struct, frozen=True):
    """The person's details as they are looked for here.

    `words` are those of their places and workplaces. A search for the name with the place finds the place beside
    every namesake, so that sharing such a word says little.
    """

    phrases: tuple[Phrase, ...] = ()
    usernames: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    address_words: frozenset[str] = frozenset()


def own_phrases(person: Person) -> Own:
    """Bring places, workplaces and user names into the form in which they are looked for."""
    phrases: list[Phrase] = []
    own_words: set[str] = set()
    for detail in person.details:
        if detail.kind not in (DetailKind.PLACE, DetailKind.WORKPLACE):
            continue
        # "Penrith, Cumbria" is at Penrith; the county alone would fit half a million people.
        shown = detail.value.split(",")[0] if detail.kind is DetailKind.PLACE else detail.value
        own_words.update(stem(word) for word in words_of(detail.value))
        words = words_of(shown)
        if words:
            whole, short = (f" {' '.join(some)} " for some in (words, _short(words)))
            phrases.append(Phrase(detail.kind, whole, short, shown.strip()))
    names = {_bare(name) for name in person.values(DetailKind.USERNAME)}
    addresses = {word for value in person.values(DetailKind.ADDRESS) for word in words_of(value)}
    return Own(
        tuple(phrases),
        frozenset(name for name in names if name),
        frozenset(own_words),
        frozenset(word for word in addresses if len(word) > 2 and stem(word) not in own_words | COMMON | EVERYDAY),
    )


def read_details(text: str, address: Address, person: Person, own: Own, names: Names) -> Details:
    """Look for details in what is compared of one result."""
    words = words_of(text)
    running = f" {' '.join(words)} "
    mine = {match for phrase in own.phrases if (match := _match(phrase, running))}
    contacts: set[str] = set()
    theirs = account(address)
    if theirs:
        contacts.add(f"account:{theirs[0]}/{theirs[1]}")
        if _unusual(theirs[1], names):
            contacts.add(f"handle:{_bare(theirs[1])}")
    if (theirs and _bare(theirs[1]) in own.usernames) or not own.usernames.isdisjoint(words):
        mine.add(Match(DetailKind.USERNAME, theirs[1] if theirs and _bare(theirs[1]) in own.usernames else ""))
    births: dict[str, bool] = {}
    if _MAY_HOLD.search(text) or not own.address_words.isdisjoint(words):
        _read_findings(text, person, mine, contacts, births)
    if person.date_of_birth:
        other = not any(births.values()) if births else lived_before(words, names, person.date_of_birth)
    else:
        other = False
    return Details(tuple(sorted(mine)), frozenset(contacts), theirs, frozenset(births), other)


def _read_findings(text: str, person: Person, mine: set[Match], contacts: set[str], births: dict[str, bool]) -> None:
    from seen_online.exposure import find

    for finding in find(text, person):
        if finding.whose is Whose.YOURS and finding.kind in _PRIVATE:
            partly = finding.kind is FindingKind.DATE_OF_BIRTH and len(finding.value) < len("1985-03-12")
            mine.add(Match(_PRIVATE[finding.kind], finding.value, partly))
        if finding.kind in _CONTACTS and finding.whose is not Whose.OTHER:
            contacts.add(f"{finding.kind}:{finding.value}")
        elif finding.kind is FindingKind.USERNAME and finding.whose is Whose.YOURS:
            mine.add(Match(DetailKind.USERNAME, finding.value))
        elif finding.kind is FindingKind.DATE_OF_BIRTH and finding.whose is not Whose.OTHER:
            births.update((value, finding.whose is Whose.YOURS) for value in (finding.value, finding.also) if value)


def _match(phrase: Phrase, running: str) -> Match | None:
    if phrase.whole in running:
        return Match(phrase.kind, phrase.shown)
    # "Eden House" for "Eden House Care Home".
    if phrase.kind is DetailKind.WORKPLACE and phrase.short in running:
        return Match(phrase.kind, phrase.shown, partly=True)
    return None


def _short(words: list[str]) -> list[str]:
    """Return a workplace's name without the general words at its end; two words at least must stay."""
    end = len(words)
    while end > 2 and (words[end - 1] in COMMON or stem(words[end - 1]) in COMMON | EVERYDAY):
        end -= 1
    return words[:end]


def _unusual(handle: str, names: Names) -> bool:
    """Tell whether a user name holds more than the name that all namesakes have."""
    rest = _bare(handle)
    for word in sorted(names.words, key=len, reverse=True):
        rest = rest.replace(word, "")
    return len(rest) > 1


def _bare(name: str) -> str:
    """Return a user name without what people leave out or sites put in."""
    return re.sub(r"[^\w]", "", name.casefold()).replace("_", "")
