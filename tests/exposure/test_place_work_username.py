from __future__ import annotations

import pytest

from seen_online.exposure.finding import FindingKind
from support.exposed import values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She lives in Carlisle, Cumbria.", "Carlisle, Cumbria"),
        ("based in Newcastle upon Tyne", "Newcastle upon Tyne"),
        ("grew up in St. Ives", "St. Ives"),
        ("Hometown: Stoke-on-Trent", "Stoke-on-Trent"),
        ("Name: Jane\nFrom: Kendal\nAge: 40", "Kendal"),
        ("homeLocation name: Leeds", "Leeds"),
        ("54.8951, -2.9382", "54.8951, -2.9382"),
        ("54°53'42\"N 2°56'18\"W", "54.89500, -2.93833"),
        ("\N{ROUND PUSHPIN} Kendal", "Kendal"),
    ],
)
def test_places(text: str, value: str) -> None:
    assert values(FindingKind.LOCATION, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "lives in the moment",
        "based in part on",
        "moved to Monday",
        "From: Nia Example\nSent: 2 March\nTo: Kate Example",
        "\nSUBJECT: Hello\nFROM: Nia Example\n",
        "12.345, 6",
        "1.234 5.678.9",
        "Version 10.123, 200.1234",
    ],
)
def test_not_places(text: str) -> None:
    assert values(FindingKind.LOCATION, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("works for Sunrise Care Home.", "Sunrise Care Home"),
        ("Senior Care Assistant at the Royal Fernside Infirmary", "Royal Fernside Infirmary"),
        ("employed as a nurse by Eden & Sons", "Eden & Sons"),
        ("worksFor name: Sunrise Care", "Sunrise Care"),
        ("jobTitle: Registered Nurse", "Registered Nurse"),
        ("Employer: Brightpath Support Services", "Brightpath Support Services"),
    ],
)
def test_workplaces(text: str, value: str) -> None:
    assert values(FindingKind.WORKPLACE, text) == [value]


@pytest.mark.parametrize(
    "text", ["works at night", "works for Me", "later at Christmas", "the water at Brighton", "role: the lead"]
)
def test_not_workplaces(text: str) -> None:
    assert values(FindingKind.WORKPLACE, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("follow @jane_d", "jane_d"),
        ("@jane@social.example", "jane@social.example"),
        ("https://www.instagram.com/jane.d/", "jane.d"),
        ("https://uk.linkedin.com/in/jane-doe-12?x=1", "jane-doe-12"),
        ("facebook.com/jane.doe", "jane.doe"),
        ("https://www.facebook.com/profile.php?id=1000123", "1000123"),
        ("https://www.tiktok.com/@janed", "janed"),
        ("reddit.com/user/jd_1", "jd_1"),
        ("janed.tumblr.com", "janed"),
        ("Username: jdoe85", "jdoe85"),
        ("Snapchat: jane.d", "jane.d"),
    ],
)
def test_usernames(text: str, value: str) -> None:
    assert values(FindingKind.USERNAME, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "jane@example.org", "https://twitter.com/share?url=x", "https://www.instagram.com/p/abc/",
        "facebook.com/login", "Instagram: follow us",
        "https://example.org/@", "Twitter: yes", "@", "https://www.youtube.com/watch?v=abc", "(@example.org)",
    ],
)  # fmt: skip
def test_not_usernames(text: str) -> None:
    assert values(FindingKind.USERNAME, text) == []
