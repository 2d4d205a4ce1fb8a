"""A fact older than a year may have moved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seen_online.checklist.age import any_may_have_moved, may_have_moved
from seen_online.checklist.item import Source

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1))


@pytest.mark.parametrize(
    ("checked", "today", "moved"),
    [
        (date(2026, 5, 1), date(2026, 5, 1), False),
        (date(2026, 5, 1), date(2027, 5, 1), False),  # a year to the day
        (date(2026, 5, 1), date(2027, 5, 2), True),
        (date(2026, 12, 31), date(2027, 1, 1), False),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(2026, 5, 1), date(2029, 1, 1), True),
        (date(2027, 5, 1), date(2026, 5, 1), True),  # nobody can have looked tomorrow
        (None, date(2026, 5, 1), True),
    ],
)
def test_older_than_a_year(checked: date | None, today: date, moved: bool) -> None:
    assert may_have_moved(Source("A guide", checked=checked), today) is moved


@given(DAYS, st.integers(0, 3000))
def test_once_moved_it_stays_so(checked: date, days: int) -> None:
    source = Source("A guide", checked=checked)
    today = checked + timedelta(days=days)
    assert may_have_moved(source, today) is (days > 366) or days in (365, 366)
    if may_have_moved(source, today):
        assert may_have_moved(source, today + timedelta(days=1))


def test_one_fresh_source_is_enough() -> None:
    old, new = Source("Old", checked=date(2020, 1, 1)), Source("New", checked=date(2026, 4, 1))
    today = date(2026, 5, 1)
    assert not any_may_have_moved([old, new], today)
    assert any_may_have_moved([old], today)
    assert any_may_have_moved([], today)
