"""When somebody was born and lived: what tells a person from a namesake of another time most surely."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from seen_online.people.names import Names

_DATE = re.compile(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?\Z")  # as --03-12 where the year is not known
_BEGAN = frozenset("b bap bapt baptised baptized born chr christened".split())  # noqa: SIM905
_BEFORE_DEATH = frozenset("m married wed".split())  # noqa: SIM905
_ENDED = frozenset("bur buried d deceased died".split())  # noqa: SIM905
# Behind these stands somebody else's life ("Sarah Miller, daughter of John, who died in 1990").
_RELATED = frozenset(
    """
    and brother child children dad daughter father grandchild granddaughter grandfather grandmother grandson husband
    mother mum nephew niece parents partner sister son uncle aunt who whose widow wife with
    """.split()  # noqa: SIM905
)
_SOON, _THEN = 4, 5  # words from the name to what happened, and from there to its year


def fit_births(ones: Iterable[str], others: Collection[str]) -> bool:
    """Tell whether one of some dates of birth (ISO 8601 or a part of it) can be the same as one of some others."""
    return any(_fits(one, other) for one in ones for other in others)


def lived_before(words: Sequence[str], names: Names, date_of_birth: str) -> bool:
    """Tell whether one who bears the name lived before the person was born, or has died.

    Args:
        words: the folded words of a text.
        names: the person's names; a life counts only where it follows first and last name.
        date_of_birth: the person's, ISO 8601 with its year.
    """
    year = _DATE.match(date_of_birth)
    if year is None or year[1] == "-":
        return False
    given = names.givens | names.usual
    return any(
        word in names.families
        and not given.isdisjoint(words[max(0, place - 3) : place])
        and _over(words[place + 1 : place + 1 + _SOON + _THEN], int(year[1]))
        for place, word in enumerate(words)
    )


def _over(words: Sequence[str], born: int) -> bool:
    for place, word in enumerate(words[:_SOON]):
        if word in _RELATED:
            return False
        if word in _BEGAN | _BEFORE_DEATH | _ENDED:
            years = [int(w) for w in words[place + 1 : place + 1 + _THEN] if len(w) == 4 and w.isdecimal()]
            return bool(years) and (word in _ENDED or 1000 < years[0] < born)
    return False


def _fits(one: str, other: str) -> bool:
    """Compare the parts that both dates have."""
    ours, theirs = (_DATE.match(date) for date in (one, other))
    if ours is None or theirs is None:
        return True
    parts = zip(ours.groups(), theirs.groups(), strict=True)
    return all(a is None or b is None or "-" in (a, b) or a == b for a, b in parts)
