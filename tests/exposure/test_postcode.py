from __future__ import annotations

import pytest

from seen_online.exposure.finding import FindingKind
from support.exposed import values

POSTCODE = FindingKind.POSTCODE


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("CA1 2AB", "CA1 2AB"),
        ("ca1 2ab", "CA1 2AB"),
        ("CA12AB.", "CA1 2AB"),
        ("SW1A 1AA", "SW1A 1AA"),
        ("EC1V 9HQ,", "EC1V 9HQ"),
        ("M1  1AE", "M1 1AE"),
        ("B33\u00a08TH", "B33 8TH"),
        ("DN55\n1PT", "DN55 1PT"),
        ("Ca1 2Ab", "CA1 2AB"),
        ("W1A 0AX", "W1A 0AX"),
        ("SE1P 5LX", "SE1P 5LX"),
    ],
)
def test_postcodes(text: str, value: str) -> None:
    assert values(POSTCODE, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "CA1 2CI",
        "QQ1 2AB",
        "XCA1 2AB",
        "CA1 2ABC",
        "ca12ab",
        "Room A1 2nd floor",
        "A4 5pm",
        "CA01 2AB",
        "part M3 6DX-100",
        "12-B3 6DX",
        "CA1A 2AB",
        "SE1 2nd",
    ],
)
def test_not_postcodes(text: str) -> None:
    assert values(POSTCODE, text) == []
