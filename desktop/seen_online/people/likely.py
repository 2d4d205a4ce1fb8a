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
_TOGETHER = 0.5  # how surely two results of one group are about one person, at least
_APART = 0.6  # what a link counts across two groups
_LEAST_ANCHOR = 1.0
_MORE, _MOST = 0.3, 6.0
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
    out = [0.0] * len(results)
    for place, chance in zip(known.places, chances(known, dict(verdicts)), strict=True):
        out[place] = chance
    return out


def chances(known: Survey, verdicts: Mapping[str, str]) -> list[float]:
    """Return how likely each result is the person's, in the survey's order. `verdicts` are kept by result key."""
    said = [verdicts.get(result.key) for result in known.results]
    pull = _pull(known, said)
    start = _start(known)
    answers: list[float] = []
    for one, word, pulled in zip(known.traits, said, pull, strict=True):
        chance = _chance(start + details_fit(one) + name_fit(one, known.names) + pulled)
        chance = min(chance, _LISTING if one.listing else _NEVER_SURE)
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


def _pull(known: Survey, said: Sequence[str | None]) -> list[float]:
    """Return the log odds that other results lend to each, through what they share."""
    lent: list[list[float]] = [[] for _ in said]
    near = _neighbours(known)
    mates = {number: group for group in known.groups for number in group}
    called_theirs = False
    for number, one in enumerate(known.traits):
        weight = {ME: _VERDICT, NOT_ME: -_VERDICT}.get(said[number] or "", details_fit(one))
        if one.listing or abs(weight) < _LEAST_ANCHOR:
            continue
        called_theirs = called_theirs or said[number] == ME
        for other, log_odds in near[number].items():
            if other not in mates[number]:
                lent[other].append(weight * _APART * _chance(log_odds))
        for other in mates[number]:
            if other != number:
                log_odds = near[number].get(other, NOTHING)
                lent[other].append(weight * max(_TOGETHER, _chance(log_odds)))
    elsewhere = _ELSEWHERE if called_theirs else 0.0
    return [_summed(loans) if loans else elsewhere for loans in lent]


def _neighbours(known: Survey) -> list[dict[int, float]]:
    near: list[dict[int, float]] = [{} for _ in known.found]
    for number, others in enumerate(known.found):
        for other, log_odds in others.items():
            near[number][other] = near[other][number] = log_odds
    return near


def _summed(loans: Iterable[float]) -> float:
    """Add up what others lend: the strongest whole, the rest in part, for they say much the same."""
    ordered = sorted(loans)
    gain = max(ordered[-1], 0.0)
    loss = min(ordered[0], 0.0)
    gain += _MORE * (sum(loan for loan in ordered if loan > 0) - gain)
    loss += _MORE * (sum(loan for loan in ordered if loan < 0) - loss)
    return min(gain, _MOST) + max(loss, -_MOST)


def _chance(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))
