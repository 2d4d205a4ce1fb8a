"""The table *detail × where seen*, and the words around a detail."""

from __future__ import annotations

import pytest

from seen_online.exposure.finding import Finding, FindingKind, Whose
from seen_online.review.seen import nearest_first, seen_details, telling, words_around


def finding(
    value: str, whose: Whose = Whose.OTHER, kind: FindingKind = FindingKind.PHONE, context: str = "", start: int = 0
) -> Finding:
    return Finding(kind, value, value, start, start + len(value), context or value, whose)


@pytest.mark.parametrize(
    ("context", "said"),
    [
        ("lowby ring 07700 900123 or wri", "… ring 07700 900123 or …"),
        ("07700 900123", "07700 900123"),
        ("07700 900123 is mine, s", "07700 900123 is mine, …"),
        ("ring 07700\n900123", "… 07700 900123"),
        ("nothing of it", "nothing of it"),
    ],
)
def test_the_words_around_are_whole_words(context: str, said: str) -> None:
    assert words_around(finding("07700 900123", context=context)) == said


def test_one_row_a_detail_with_every_page_and_the_nearest_owner() -> None:
    mine, near = finding("+447700900123", Whose.YOURS), finding("+447700900123", Whose.NEAR_YOUR_NAME)
    rows = seen_details({"a": [near], "b": [mine, mine], "c": [finding("+441632960001")]})
    assert [(row.value, row.whose, row.pages) for row in rows] == [
        ("+447700900123", Whose.YOURS, ("a", "b")),
        ("+441632960001", Whose.OTHER, ("c",)),
    ]


def test_a_name_on_a_page_about_somebody_gives_nothing_away() -> None:
    name = finding("Nia Ashworth", Whose.YOURS, FindingKind.NAME)
    phone = finding("+447700900123", Whose.YOURS)
    assert telling([name, phone, finding("x")]) == [phone]
    assert nearest_first([name, finding("x"), phone, phone])[0] == phone


def test_what_stands_near_the_name_of_somebody_else_is_theirs() -> None:
    near, mine = finding("+447700900123", Whose.NEAR_YOUR_NAME), finding("+441632960001", Whose.YOURS)
    rows = seen_details({"a": [near, mine], "b": [near]}, not_mine={"a"})
    assert [(row.value, row.whose, row.pages) for row in rows] == [
        ("+441632960001", Whose.YOURS, ("a",)),
        ("+447700900123", Whose.NEAR_YOUR_NAME, ("a", "b")),
    ]
    assert seen_details({"a": [near]}, not_mine={"a"})[0].whose is Whose.OTHER
