"""One practice web for the tests that only ask it something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from seen_online.practice.server import PracticeWeb


@pytest.fixture(scope="session")
def web() -> Iterator[PracticeWeb]:
    with PracticeWeb() as web:
        yield web
