"""Everything that is worked out once about a set of results, for grouping them and for telling whose they are."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from seen_online.people.cluster import gather
from seen_online.people.details import own_phrases
from seen_online.people.evidence import Links, links
from seen_online.people.fit import details_fit
from seen_online.people.names import Names, own_names
from seen_online.people.traits import Traits, read_traits
from seen_online.person import Person
from seen_online.search.model import Result


class Survey(msgspec.Struct, frozen=True):
    """Results in an order of our own, what is known of each, how they are linked, and the groups (by number).

    `places` tells at which place each stood in the sequence that was given.
    """

    results: tuple[Result, ...]
    places: tuple[int, ...]
    traits: tuple[Traits, ...]
    names: Names
    found: Links
    groups: tuple[tuple[int, ...], ...]


def survey(results: Sequence[Result], person: Person) -> Survey:
    """Look at results together. The order in which they come makes no difference."""
    places = tuple(sorted(range(len(results)), key=lambda place: _order(results[place])))
    ordered = tuple(results[place] for place in places)
    names = own_names(person)
    own = own_phrases(person)
    traits = tuple(read_traits(result, names, person, own) for result in ordered)
    found = links(traits, [details_fit(one) for one in traits])
    return Survey(ordered, places, traits, names, found, tuple(map(tuple, gather(found))))


def _order(result: Result) -> tuple[str, str, str, str, str, str]:
    return result.key, result.url, result.title, result.snippet, result.text, repr(result.hits)
