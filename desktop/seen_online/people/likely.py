"""How likely each result is about the person who asks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from seen_online.people.evidence import NOTHING
from seen_online.people.fit import details_fit, name_fit
from seen_online.people.survey import Survey, survey
from seen_online.person import Person
from seen_online.search.model import Result

ME, NOT_ME, NOT_SURE = "me", "not_me", "not_sure"
SURE_ME, SURE_NOT_ME = 1.0, 0.0  # what the person said stands
_VERDICT = 3.8  # log odds of what the person said, for results that are surely about the same
_TOGETHER = 2.5  # log odds above `NOTHING` at which two results of one group are about one person, at least
_CLOSEST = 8.0
_LEAST_ANCHOR = 1.0
_MOST_LENDERS = 50  # results of one group that lend to all others of it; more would say the same
_MORE = 0.3
_UNBACKED = 0.5  # for a result that shows none of the person's details, and is in no group with one that does
_ELSEWHERE = -1.5  # for results that nothing links to any that the person called theirs
_NEVER_SURE = 0.97  # only the person knows
_LISTING = 0.25  # a page that lists many people may show the person among them


def likely_you(results: Sequence[Result], person: Person, verdicts: Iterable[tuple[str, str]] = ()) -> list[float]:
    """Return for each result, in order, how likely it is about the person (0 to 1).

    Args:
        results: the results of the person's searches.
        person: what they told us of themselves.
        verdicts: pairs (result key, "me" | "not_me" | "not_sure"). What they said of a result stands, and pulls
            results along that seem to be about the same person. Of two verdicts on one result the later counts; keys
            of results that are not there are passed over.
    """
    known = survey(results, person)
    return in_given_order(known, chances(known, dict(verdicts)))


def in_given_order(known: Survey, answers: Sequence[float]) -> list[float]:
    """Return `answers`, which are in the survey's order, in the order in which the results were given."""
    out = [0.0] * len(answers)
    for place, chance in zip(known.places, answers, strict=True):
        out[place] = chance
    return out


def chances(known: Survey, verdicts: Mapping[str, str]) -> list[float]:
    """Return how likely each result is the person's, in the survey's order. `verdicts` are kept by result key."""
    said = [verdicts.get(result.key) for result in known.results]
    pull, backed = _pull(known, said)
    start = _start(known)
    answers: list[float] = []
    for number, (one, word, pulled) in enumerate(zip(known.traits, said, pull, strict=True)):
        fit = details_fit(one)
        chance = _chance(start + fit + name_fit(one, known.names) + pulled)
        chance = min(chance, _LISTING if one.listing else _NEVER_SURE)
        if fit <= 0 and number not in backed:
            chance = min(chance, _UNBACKED)
        if word == NOT_SURE:
            chance = 0.25 + chance / 2
        answers.append({ME: SURE_ME, NOT_ME: SURE_NOT_ME}.get(word or "", chance))
    return answers


def _start(known: Survey) -> float:
    """Return the log odds of any result: how likely two results, picked blindly, are about one person.

    Where one namesake fills the web, most results are theirs, whoever asks; among a hundred namesakes few are anyone's.
    """
    count = len(known.results)
    together = sum(len(group) ** 2 for group in known.groups)
    share = (together + 1.0) / (count**2 + 4.0)
    return math.log(share / (1.0 - share))


def _pull(known: Survey, said: Sequence[str | None]) -> tuple[list[float], set[int]]:
    """Return the log odds that other results lend to each, through what they share, and which are backed by that.

    Backed are those in one group with a result that shows the person's details, and those that are likelier one
    person's than two people's with one that they called theirs. For the others what they share is too little to call
    them the person's.
    """
    backed: set[int] = set()
    lent: list[list[float]] = [[] for _ in said]
    near = _neighbours(known)
    weights = [
        {ME: _VERDICT, NOT_ME: -_VERDICT}.get(word or "", details_fit(one))
        for word, one in zip(said, known.traits, strict=True)
    ]
    mates: dict[int, frozenset[int]] = {}
    for group in known.groups:
        whole = frozenset(group)
        mates.update((n, whole) for n in sorted(group, key=lambda n: (not said[n], -abs(weights[n])))[:_MOST_LENDERS])
    called_theirs = False
    for number, one in enumerate(known.traits):
        weight = weights[number]
        if one.listing or abs(weight) < _LEAST_ANCHOR:
            continue
        called_theirs = called_theirs or said[number] == ME
        together = mates.get(number, frozenset())
        for other in near[number].keys() | together:
            if other == number:
                continue
            link = near[number].get(other, NOTHING) - NOTHING
            if other in together:
                link = max(link, _TOGETHER)
            if link > 0:
                lent[other].append(_passed_on(weight, link))
            if weight > 0 and (other in together or (said[number] == ME and link > -NOTHING)):
                backed.add(other)
    elsewhere = _ELSEWHERE if called_theirs else 0.0
    return [_summed(loans) if loans else elsewhere for loans in lent], backed


def _passed_on(weight: float, link: float) -> float:
    """Return what one result's log odds tell of another that is the same person's with the log odds `link`.

    It is never more than either of the two: a result that is surely theirs says little through a weak link.
    """
    return 2.0 * math.atanh(math.tanh(weight / 2.0) * math.tanh(min(link, _CLOSEST) / 2.0))


def _neighbours(known: Survey) -> list[dict[int, float]]:
    near: list[dict[int, float]] = [{} for _ in known.found]
    for number, others in enumerate(known.found):
        for other, log_odds in others.items():
            near[number][other] = near[other][number] = log_odds
    return near


def _summed(loans: Iterable[float]) -> float:
    """Add up what others lend: the strongest whole, the rest in small part, for they say much the same."""
    return _one_way([loan for loan in loans if loan > 0]) - _one_way([-loan for loan in loans if loan < 0])


def _one_way(loans: Sequence[float]) -> float:
    most = max(loans, default=0.0)
    return most * (1.0 + _MORE * math.log(sum(loans) / most)) if most else 0.0


def _chance(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))
