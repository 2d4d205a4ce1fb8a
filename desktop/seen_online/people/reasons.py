"""Why results are in one group, and why it may be the person's, in plain sentences.

A private detail (phone, e-mail, address, date of birth) is only named, or masked: the sentences may be read aloud, or
printed where others see them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from seen_online.people.common import EVERYDAY
from seen_online.people.fit import another_name
from seen_online.people.rarity import rarity
from seen_online.people.survey import Survey
from seen_online.people.tokens import stem, words_of
from seen_online.people.traits import Traits
from seen_online.person import DetailKind, Person
from seen_online.words import mark, say

MOST = 5
_MOST_THINGS, _MOST_WORDS = 2, 3
# A street tells where somebody lives, also where nobody gave it to us.
_STREETS = frozenset(
    "avenue ave close court crescent drive gardens garden grove hill lane mews park parade place rd road row square st "  # noqa: SIM905
    "street terrace view walk way".split()
)
_TELLING_FIRST = (
    DetailKind.EMAIL,
    DetailKind.PHONE,
    DetailKind.DATE_OF_BIRTH,
    DetailKind.ADDRESS,
    DetailKind.USERNAME,
    DetailKind.WORKPLACE,
    DetailKind.PLACE,
)


class _Sentences(NamedTuple):
    """What is said where the only result, one, some, both or all of a group tell something."""

    it: str
    one: str
    some: str
    both: str
    all: str


_NAMES = _Sentences(
    mark("It names {what}."),
    mark("One of {all} names {what}."),
    mark("{some} of {all} name {what}."),
    mark("Both name {what}."),
    mark("All {all} name {what}."),
)
_SHOWS = _Sentences(
    mark("It shows {what}."),
    mark("One of {all} shows {what}."),
    mark("{some} of {all} show {what}."),
    mark("Both show {what}."),
    mark("All {all} show {what}."),
)


class Reasons:
    """Finds reasons for the groups of one survey; what is rare among all results is worked out once."""

    def __init__(self, known: Survey, person: Person) -> None:
        self._known = known
        self._hidden = _not_for_showing(person)
        self._rare = [(get, rarity(known.traits, get)) for get in (_people, _pairs, _words)]

    def of(self, numbers: Sequence[int]) -> list[str]:
        """Return at most `MOST` sentences about one group, what tells most first."""
        members = [self._known.traits[number] for number in numbers]
        if all(one.listing for one in members):
            return [say("This page lists many people.")]
        said = [*_details(members), *_contacts(members), *_against(self._known, members)]
        if len(members) > 1:
            said += [*self._things(members, numbers), *_sites(members)]
        said = list(dict.fromkeys(said))[:MOST]
        if said:
            return said
        return [say("Their words are much alike.") if len(members) > 1 else say("Nothing ties this to another result.")]

    def _things(self, members: Sequence[Traits], numbers: Sequence[int]) -> Iterator[str]:
        """Tell what they have in common: middle names, people and things they name, then words."""
        middles = Counter(name for one in members for name in one.middles)
        for name, count in sorted(middles.items()):
            if count == len(members):
                yield say("The same middle name or initial: {name}.", name=name.title())
        hidden = self._hidden | {p.split()[0] for one in members for p in one.pairs if p.split()[-1] in _STREETS}
        people, pairs, words = (
            [t for t in _in_common(members, *rare) if _may_be_shown(t[0], hidden)] for rare in self._rare
        )
        things = [*people, *pairs][:_MOST_THINGS]
        for thing, count in things:
            yield _told(count, len(members), thing.title(), _NAMES)
        told = {stem(word) for thing, _ in things for word in thing.split()}
        telling = [word for word, _ in words if word not in EVERYDAY and word not in told and len(word) > 3]
        if telling and len(things) < _MOST_THINGS:
            shown = [self._as_written(word, numbers) for word in telling[:_MOST_WORDS]]
            yield say("They share these words: {words}.", words=", ".join(shown))

    def _as_written(self, root: str, numbers: Sequence[int]) -> str:
        """Return a word with the ending that it has in what is shown of the group."""
        for number in numbers:
            result = self._known.results[number]
            for word in words_of(f"{result.title[:300]} {result.snippet[:1000]}"):
                if stem(word) == root:
                    return word
        return root


def _details(members: Sequence[Traits]) -> Iterator[str]:
    """Tell which of the person's own details stand there."""
    counts = Counter(detail for one in members for detail in {(m.kind, m.value, m.partly) for m in one.details.mine})
    told: Counter[tuple[str, str]] = Counter()
    for (kind, value, partly), count in counts.items():
        told[kind, _own_detail(DetailKind(kind), value, partly)] += count
    for (kind, what), count in sorted(told.items(), key=lambda t: (_TELLING_FIRST.index(DetailKind(t[0][0])), t)):
        count = min(count, len(members))
        names = kind in (DetailKind.PLACE, DetailKind.WORKPLACE)
        yield _told(count, len(members), what, _NAMES if names else _SHOWS)


def _own_detail(kind: DetailKind, value: str, partly: bool) -> str:
    if kind in (DetailKind.PLACE, DetailKind.WORKPLACE):
        return value
    if kind is DetailKind.PHONE:
        return say("your phone number ending {end}", end=value[-3:])
    if kind is DetailKind.DATE_OF_BIRTH:
        return say("a part of your date of birth") if partly else say("your date of birth")
    words: dict[DetailKind, Callable[[], str]] = {
        DetailKind.EMAIL: lambda: say("your e-mail address"),
        DetailKind.ADDRESS: lambda: say("your address"),
    }
    return words.get(kind, lambda: say("your user name"))()


def _contacts(members: Sequence[Traits]) -> Iterator[str]:
    """Tell which contact details they share, masked; the person's own were told before."""
    own = {match.value for one in members for match in one.details.mine}
    counts = Counter(contact for one in members for contact in one.details.contacts)
    for contact in sorted(contact for contact, count in counts.items() if count > 1):
        kind, _, value = contact.partition(":")
        if value in own:
            continue
        if kind == "phone":
            yield say("Same phone number ending {end}.", end=value[-3:])
        elif kind == "email":
            yield say("Same e-mail address at {site}.", site=value.rpartition("@")[2])
        elif kind == "account":
            yield say("Same account on {site}.", site=value.partition("/")[0])
        elif kind == "handle":
            yield say("Same user name on more than one site.")


def _against(known: Survey, members: Sequence[Traits]) -> Iterator[str]:
    """Tell what speaks against its being the person."""
    others = [one.details for one in members if one.details.other_birth]
    if any(details.births for details in others):
        yield say("Another date of birth stands there.")
    elif others:
        yield say("It tells of a life at another time than yours.")
    if all(another_name(one, known.names) for one in members):
        yield say("Another first or middle name stands there.")


def _people(one: Traits) -> Collection[str]:
    return one.people


def _pairs(one: Traits) -> Collection[str]:
    return one.pairs - one.people


def _words(one: Traits) -> Collection[str]:
    return one.words


def _in_common(
    members: Sequence[Traits], get: Callable[[Traits], Collection[str]], rare: Mapping[str, float]
) -> list[tuple[str, int]]:
    """Return what at least two hold, what most of them hold and few others do first."""
    counts = Counter(thing for one in members for thing in get(one))
    shared = [(thing, count) for thing, count in counts.items() if count > 1]
    return sorted(shared, key=lambda item: (-item[1] * rare[item[0]], item[0]))


def _may_be_shown(thing: str, hidden: frozenset[str] | set[str]) -> bool:
    words = thing.split()
    return thing.replace(" ", "").replace("'", "").isalpha() and hidden.isdisjoint(words) and words[-1] not in _STREETS


def _not_for_showing(person: Person) -> frozenset[str]:
    """Return the words of private details, and of places and workplaces, which have sentences of their own."""
    kinds = [kind for kind in DetailKind if kind not in (DetailKind.NAME, DetailKind.OTHER_NAME)]
    return frozenset(word for value in person.values(*kinds) for word in words_of(value))


def _sites(members: Sequence[Traits]) -> Iterator[str]:
    hosts = {one.address.host for one in members}
    if len(hosts) == 1 and (host := hosts.pop()):
        yield (
            say("All of them are on {site}.", site=host) if len(members) > 2 else say("Both are on {site}.", site=host)
        )


def _told(count: int, total: int, what: str, sentences: _Sentences) -> str:
    """Say that `count` of `total` results name or show `what`."""
    if total == 1:
        template = sentences.it
    elif count == 1:
        template = sentences.one
    elif count < total:
        template = sentences.some
    else:
        template = sentences.both if total == 2 else sentences.all
    return say(template, some=count, all=total, what=what)
