"""How well results are told apart by person, beside plain yardsticks. Prints scores, never a name or a page.

    SEEN_ONLINE_EVAL_DATA=DIR python tests/benchmarks/bench_people.py

Without the labelled data only the made-up set of our own and the speed are measured. Weights were fitted to the even
rows ("looked at"). Nothing was fitted to the odd ones ("kept aside"), but their scores were in sight when one of
several rules was chosen: expect a little less on names never scored.
"""

from __future__ import annotations

import json
import math
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from seen_online.people import group, likely_you
from seen_online.people.common import COMMON
from seen_online.people.names import is_first_name
from seen_online.people.tokens import tokens_of
from seen_online.person import DetailKind, Person, detail
from seen_online.search.model import Result
from support import namesakes
from support.clusterings import fit, mean, ranked

PLAIN_STOP = 0.1  # where the plain yardstick is best on the rows that were looked at
LEAST_RESULTS = 3


class Row(NamedTuple):
    """One name: its results and the people each is about."""

    person: Person
    results: list[Result]
    people: list[frozenset[str]]


class Case(NamedTuple):
    """One true person as the one who asks: what they told, their verdicts, and the results still to be judged."""

    row: Row
    person: Person
    told: str
    verdicts: list[tuple[str, str]]
    judged: list[int]
    truth: list[bool]


def load(folder: Path) -> list[Row]:
    """Read the labelled rows."""
    rows: list[Row] = []
    for line in (folder / "same_name_results.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        results = [Result(str(r["rank"]), r["url"], r["title"] or "", r["snippet"] or "") for r in row["results"]]
        people = [frozenset(p for p in row["people"].get(r.key, ()) if p) for r in results]
        rows.append(Row(Person((detail(DetailKind.NAME, row["name"]),)), results, people))
    return rows


def ours(row: Row) -> list[int]:
    """Group with the program itself."""
    return namesakes.labels([g.results for g in group(row.results, row.person)], row.results)


def plain(row: Row) -> list[int]:
    """Yardstick: tf-idf over all words, cosine, average-link clustering, one threshold."""
    vectors = _vectors(row)
    groups = {number: [number] for number in range(len(vectors))}
    near = {(a, b): _cosine(vectors[a], vectors[b]) for a in range(len(vectors)) for b in range(a + 1, len(vectors))}
    while near:
        (a, b), best = max(near.items(), key=lambda item: item[1])
        if best < PLAIN_STOP:
            break
        for c in groups:
            if c not in (a, b):
                one, other = near.pop((min(a, c), max(a, c))), near.pop((min(b, c), max(b, c)))
                joined = one * len(groups[a]) + other * len(groups[b])
                near[min(a, c), max(a, c)] = joined / (len(groups[a]) + len(groups[b]))
        del near[a, b]
        groups[a] += groups.pop(b)
    return [next(label for label, members in groups.items() if n in members) for n in range(len(vectors))]


def cases(rows: Iterable[Row], mode: str) -> Iterator[Case]:
    """Let each person with enough results ask in turn, with one thing that one of their results says of them."""
    for row in rows:
        counts = Counter(person for people in row.people for person in people)
        for who in sorted(person for person, count in counts.items() if count >= LEAST_RESULTS):
            mine = [n for n, people in enumerate(row.people) if who in people]
            seed = next((n for n in mine if _something(row, n)), None)
            if seed is None:
                continue
            me = next(n for n in mine if n != seed)
            other = next((n for n, people in enumerate(row.people) if people and who not in people), None)
            verdicts = [(row.results[me].key, "me")] if mode != "details" else []
            seen = {seed, me} if mode != "details" else {seed}
            if mode == "details, one me, one not me" and other is not None:
                verdicts.append((row.results[other].key, "not_me"))
                seen.add(other)
            judged = [n for n, people in enumerate(row.people) if people and n not in seen]
            truth = [who in row.people[n] for n in judged]
            if any(truth) and not all(truth):
                told = _something(row, seed)
                person = Person((*row.person.details, detail(DetailKind.PLACE, told)))
                yield Case(row, person, told, verdicts, judged, truth)


def likely_ours(case: Case) -> list[float]:
    """Judge with the program itself."""
    chances = likely_you(case.row.results, case.person, case.verdicts)
    return [chances[n] for n in case.judged]


def likely_plain(case: Case) -> list[float]:
    """Yardstick: cosine with what they told and the result they called theirs."""
    vectors = _vectors(case.row)
    mine = dict.fromkeys(re.findall(r"[^\W_]+", case.told.lower()), 1.0)
    for number, result in enumerate(case.row.results):
        if (result.key, "me") in case.verdicts:
            mine = {**vectors[number], **mine}
    size = math.sqrt(sum(v * v for v in mine.values()))
    return [min(1.0, _cosine(vectors[n], mine) / size) for n in case.judged]


def likely_constant(case: Case) -> list[float]:
    """Yardstick: the true share for every result, which nobody knows."""
    return [sum(case.truth) / len(case.truth)] * len(case.truth)


def _something(row: Row, number: int) -> str:
    """Return two words with capitals (else one) that stand on a result and are no part of anybody's name."""
    own = {token.word for name in row.person.names for token in tokens_of(name)}
    tokens = tokens_of(row.results[number].snippet)

    def fits(word: str) -> bool:
        return len(word) > 2 and word not in own and word not in COMMON and not is_first_name(word)

    for one, two in pairwise(tokens):
        if two.joined and one.capital and two.capital and fits(one.word) and fits(two.word):
            return f"{one.word} {two.word}"
    return next((token.word for token in tokens if token.capital and len(token.word) > 3 and fits(token.word)), "")


def _vectors(row: Row) -> list[dict[str, float]]:
    texts = [re.findall(r"[^\W_]{2,}", f"{r.title} {r.snippet}".lower()) for r in row.results]
    seen = Counter(word for text in texts for word in set(text))
    vectors: list[dict[str, float]] = []
    for text in texts:
        raw = {w: c * math.log((1 + len(texts)) / (1 + seen[w])) for w, c in Counter(text).items() if w not in COMMON}
        size = math.sqrt(sum(v * v for v in raw.values())) or 1.0
        vectors.append({word: value / size for word, value in raw.items()})
    return vectors


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(value * other[word] for word, value in one.items() if word in other)


def report_groups(title: str, rows: Sequence[Row]) -> None:
    """Print how the groups of each way fit."""
    print(f"\nGroups, {title} ({len(rows)} names)")
    ways: dict[str, Callable[[Row], list[int]]] = {
        "one in one": lambda row: list(range(len(row.results))),
        "all in one": lambda row: [0] * len(row.results),
        "plain tf-idf": plain,
        "ours": ours,
    }
    for name, way in ways.items():
        print(f"  {name:14}{mean([fit(way(row), row.people) for row in rows])}")


def report_likely(title: str, rows: Sequence[Row]) -> None:
    """Print how well each way tells whose results are, the mean over all who ask."""
    for mode in ("details", "details, one me", "details, one me, one not me"):
        asked = list(cases(rows, mode))
        print(f"\nLikely you, {title}, {mode} ({len(asked)} people ask)")
        for name, way in (("true share", likely_constant), ("plain tf-idf", likely_plain), ("ours", likely_ours)):
            chances = [way(case) for case in asked]
            order = [ranked(case.truth, chance) for case, chance in zip(asked, chances, strict=True)]
            brier = [
                sum((p - t) ** 2 for p, t in zip(chance, case.truth, strict=True)) / len(chance)
                for case, chance in zip(asked, chances, strict=True)
            ]
            auc, precision = (sum(values) / len(order) for values in zip(*order, strict=True))
            print(f"  {name:14}AUC {auc:.3f}  average precision {precision:.3f}  Brier {sum(brier) / len(brier):.4f}")
            if name == "ours":
                _report_calibration(asked, chances)


def _report_calibration(asked: Sequence[Case], chances: Sequence[Sequence[float]]) -> None:
    pairs = [
        (p, t) for case, chance in zip(asked, chances, strict=True) for p, t in zip(chance, case.truth, strict=True)
    ]
    for low, high in ((0.0, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01)):
        here = [(p, t) for p, t in pairs if low <= p < high]
        if here:
            said, true = (sum(values) / len(here) for values in zip(*here, strict=True))
            print(f"      said {said:.2f}  true {true:.2f}  ({len(here)} results)")


def report_speed() -> None:
    """Print how long sets of made-up results take; words are as unevenly common as in any language."""
    print("\nSpeed, made-up results")
    dice = random.Random(1)
    for count in (100, 500, 2000):
        results = [
            Result(
                str(n),
                f"https://site{n // 3}.example/{n}",
                f"Sarah Miller {_word(dice)} {_word(dice)}",
                " ".join(_word(dice) for _ in range(25)),
            )
            for n in range(count)
        ]
        began = time.perf_counter()
        group(results, namesakes.asker())
        print(f"  {count} results  {time.perf_counter() - began:.2f} s")


def _word(dice: random.Random) -> str:
    return "w" + f"{int(dice.paretovariate(0.7)) % 50_000:05}".translate(str.maketrans("0123456789", "abdefhiklm"))


def main() -> None:
    """Print all tables."""
    found = namesakes.results()
    own = Row(namesakes.asker(), found, [frozenset([who]) for who in namesakes.who()])
    report_groups("made-up namesakes", [own])
    folder = os.environ.get("SEEN_ONLINE_EVAL_DATA")
    if folder:
        rows = load(Path(folder))
        for title, half in (("looked at", rows[0::2]), ("kept aside", rows[1::2])):
            report_groups(title, half)
            report_likely(title, half)
    report_speed()


if __name__ == "__main__":
    main()
