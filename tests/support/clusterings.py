"""How well groups fit the people that results are really about: purity, inverse purity, extended B-cubed."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple


class Fit(NamedTuple):
    """All from 0 to 1. `purity`: groups hold one person each; `inverse`: a person is in one group.

    `f` and `f_half` weigh the two alike, and purity twice as much; `precision`, `recall` and `b3` are B-cubed, extended
    to results that are about more than one person (Amigó and others, 2009).
    """

    purity: float
    inverse: float
    f: float
    f_half: float
    precision: float
    recall: float
    b3: float

    def __str__(self) -> str:
        return (
            f"purity {self.purity:.3f}  inverse {self.inverse:.3f}  F {self.f:.3f}  F0.5 {self.f_half:.3f}  |  "
            f"B-cubed P {self.precision:.3f}  R {self.recall:.3f}  F {self.b3:.3f}"
        )


def fit(groups: Sequence[Hashable], people: Sequence[frozenset[str]]) -> Fit:
    """Score a group label for each result against the people it is about; results without any are left out."""
    pairs = [(label, about) for label, about in zip(groups, people, strict=True) if about]
    found: dict[Hashable, set[int]] = {}
    true: dict[str, set[int]] = {}
    for number, (label, about) in enumerate(pairs):
        found.setdefault(label, set()).add(number)
        for person in about:
            true.setdefault(person, set()).add(number)
    purity = sum(max(len(group & one) for one in true.values()) for group in found.values()) / len(pairs)
    inverse = float(sum(max(len(group & one) for group in found.values()) for one in true.values()))
    precision = recall = 0.0
    for label, about in pairs:
        mates = found[label]
        precision += sum(1 for mate in mates if about & pairs[mate][1]) / len(mates)
        same = set().union(*(true[person] for person in about))
        recall += sum(int(mate in mates) / len(about & pairs[mate][1]) for mate in same) / len(same)
    inverse /= sum(map(len, true.values()))
    precision, recall = precision / len(pairs), recall / len(pairs)
    return Fit(
        purity,
        inverse,
        _weighted(purity, inverse, 1.0),
        _weighted(purity, inverse, 0.5),
        precision,
        recall,
        _weighted(precision, recall, 1.0),
    )


def mean(fits: Sequence[Fit]) -> Fit:
    """Return the mean of each measure over names; each name counts the same."""
    return Fit(*(sum(values) / len(fits) for values in zip(*fits, strict=True)))


def ranked(truth: Sequence[bool], scores: Sequence[float]) -> tuple[float, float]:
    """Return the area under the ROC curve and the average precision; ties count half, or as if shuffled."""
    right = [score for is_true, score in zip(truth, scores, strict=True) if is_true]
    wrong = [score for is_true, score in zip(truth, scores, strict=True) if not is_true]
    wins = sum((r > w) + (r == w) / 2 for r in right for w in wrong)
    precision = 0.0
    for score in right:
        true_above = sum(r > score for r in right) + (sum(r == score for r in right) + 1) / 2
        all_above = sum(s > score for s in scores) + (sum(s == score for s in scores) + 1) / 2
        precision += true_above / all_above
    return wins / (len(right) * len(wrong)), precision / len(right)


def _weighted(one: float, other: float, beta: float) -> float:
    return (1 + beta**2) * one * other / (beta**2 * one + other) if one + other else 0.0
