"""Which results are about the same person, and which are likely the one who asks.

Start at `survey.py`: it looks at every result (`traits.py`), compares them (`evidence.py`) and gathers them into groups
(`cluster.py`). `grouping.py` and `likely.py` say what comes of it, in the order and the words that people need.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seen_online.people.model import Group
    from seen_online.person import Person
    from seen_online.search.model import Result


def group(results: Sequence[Result], person: Person) -> list[Group]:
    """Return the results by person; see `grouping.group`. What it needs is loaded at the first call."""
    from seen_online.people.grouping import group as gather

    return gather(results, person)


def likely_you(results: Sequence[Result], person: Person, verdicts: Iterable[tuple[str, str]] = ()) -> list[float]:
    """Return how likely each result is about the person; see `likely.likely_you`. Loads at the first call."""
    from seen_online.people.likely import likely_you as judge

    return judge(results, person, verdicts)


def group_and_likely(
    results: Sequence[Result], person: Person, verdicts: Iterable[tuple[str, str]] = ()
) -> tuple[list[Group], list[float]]:
    """Return both; see `grouping.group_and_likely`. Loads at the first call."""
    from seen_online.people.grouping import group_and_likely as both

    return both(results, person, verdicts)
