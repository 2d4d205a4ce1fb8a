"""Results by person: the groups as the window shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seen_online.people.likely import chances, in_given_order
from seen_online.people.model import Group
from seen_online.people.reasons import Reasons
from seen_online.people.survey import Survey, survey
from seen_online.person import Person
from seen_online.search.model import Result


def group(results: Sequence[Result], person: Person) -> list[Group]:
    """Return groups of results that seem to be about one person each; every result is in exactly one.

    Groups that are likelier the person's own come first, of equally likely ones the larger. Within a group the
    likeliest result comes first, then what the engines ranked higher. The order in which results are given makes no
    difference.
    """
    return _groups(survey(results, person), person)


def group_and_likely(
    results: Sequence[Result], person: Person, verdicts: Iterable[tuple[str, str]] = ()
) -> tuple[list[Group], list[float]]:
    """Return what `group` and `likely_you` return; half the work of calling both."""
    known = survey(results, person)
    return _groups(known, person), in_given_order(known, chances(known, dict(verdicts)))


def _groups(known: Survey, person: Person) -> list[Group]:
    likely = chances(known, {})
    reasons = Reasons(known, person)

    def place(numbers: Sequence[int]) -> tuple[float, int, int]:
        # Two decimals: nobody could tell apart what differs by less.
        mean = sum(likely[number] for number in numbers) / len(numbers)
        return -round(mean, 2), -len(numbers), numbers[0]

    return [
        Group(
            tuple(known.results[n] for n in sorted(numbers, key=lambda n: (-round(likely[n], 2), _rank(known, n), n))),
            tuple(reasons.of(numbers)),
        )
        for numbers in sorted(known.groups, key=place)
    ]


def _rank(known: Survey, number: int) -> int:
    return min((hit.rank for hit in known.results[number].hits), default=1_000_000)
