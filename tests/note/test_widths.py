"""Columns share the width by what stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seen_online.note.model import Table
from seen_online.note.widths import shares

ROWS = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.lists(st.text(max_size=300), min_size=n, max_size=n), min_size=1)
)


@given(ROWS)
def test_they_are_all_of_the_width_and_none_takes_it_all(rows: list[list[str]]) -> None:
    header, *others = (tuple(row) for row in rows)
    got = shares(Table(header, tuple(others)))
    assert len(got) == len(header)
    assert sum(got) == pytest.approx(1)
    assert max(got) <= 2.4 * min(got)


def test_alike_columns_are_alike_and_a_longer_one_is_wider() -> None:
    assert shares(Table(("a", "b"), ())) == (0.5, 0.5)
    long, short = shares(Table(("a", "b"), (("x" * 60, "y"),)))
    assert long > 2 * short
