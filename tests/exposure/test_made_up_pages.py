"""Scores on our own labelled pages must not fall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from benchmarks.made_up_pages import MadeUpPage, Truth, made_up_pages
from seen_online.exposure import find, own_street
from seen_online.exposure.finding import Finding, Whose
from seen_online.person import person_from_about
from seen_online.reading import read

# Precision and recall that each kind must reach on all pages.
FLOORS = {
    "email": (0.98, 0.98),
    "phone": (0.98, 0.98),
    "date_of_birth": (0.98, 0.98),
    "postcode": (0.99, 0.99),
    "address": (0.95, 0.95),
    "location": (0.95, 0.95),
    "workplace": (0.95, 0.95),
    "username": (0.95, 0.95),
    "name": (0.98, 0.98),
}


def same(truth: Truth, finding: Finding) -> bool:
    """Tell whether a finding says what is true of the page."""
    if truth.kind != finding.kind:
        return False
    if truth.kind == "address":
        return own_street.same(own_street.streets(truth.value)[0], finding.value)
    if truth.kind == "date_of_birth":
        return truth.value in (finding.value, finding.also)
    if truth.kind in ("workplace", "location"):
        return truth.value.casefold() in finding.value.casefold() or finding.value.casefold() in truth.value.casefold()
    return truth.value.casefold() == finding.value.casefold()


@pytest.fixture(scope="module")
def read_pages() -> list[tuple[MadeUpPage, list[Finding]]]:
    """All pages with their findings, read as the program reads them."""
    pages = list(made_up_pages())
    return [
        (page, find(read(page.html.encode(), "text/html", page.url), person_from_about(page.about))) for page in pages
    ]


def test_what_is_there_is_found_and_nothing_else(read_pages: list[tuple[MadeUpPage, list[Finding]]]) -> None:
    right, missed, wrong = Counter[str](), Counter[str](), Counter[str]()
    for page, findings in read_pages:
        for truth in page.truth:
            (right if any(same(truth, finding) for finding in findings) else missed)[truth.kind] += 1
        for finding in findings:
            wrong[finding.kind.value] += not any(same(truth, finding) for truth in page.truth)
    for kind, (precision, recall) in FLOORS.items():
        assert right[kind] >= 80, f"too few pages hold a {kind}"
        assert right[kind] / (right[kind] + wrong[kind]) >= precision, f"precision of {kind}"
        assert right[kind] / (right[kind] + missed[kind]) >= recall, f"recall of {kind}"


def test_it_is_told_whose_it_is(read_pages: list[tuple[MadeUpPage, list[Finding]]]) -> None:
    asked = list(_whose(read_pages))
    assert len(asked) > 1000
    assert sum(asked) / len(asked) >= 0.98


def _whose(read_pages: list[tuple[MadeUpPage, list[Finding]]]) -> Iterable[bool]:
    for page, findings in read_pages:
        for truth in page.truth:
            hits = [finding for finding in findings if same(truth, finding)]
            if hits and truth.whose == "yours":
                yield any(finding.whose is not Whose.OTHER for finding in hits)
            elif hits and truth.whose == "other":
                yield all(finding.whose is Whose.OTHER for finding in hits)


def test_the_pages_follow_from_their_seed() -> None:
    assert [page.html for page in made_up_pages(24, seed=5)] == [page.html for page in made_up_pages(24, seed=5)]
    assert [page.html for page in made_up_pages(24, seed=5)] != [page.html for page in made_up_pages(24, seed=6)]
