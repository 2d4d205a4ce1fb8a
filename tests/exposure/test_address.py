from __future__ import annotations

import pytest

from seen_online.exposure.finding import FindingKind
from support.exposed import values

ADDRESS = FindingKind.ADDRESS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 High Street, Carlisle", "12 High Street"),
        ("I live at 12A Orchard Rd. in Leeds", "12A Orchard Rd."),
        ("Flat 2, 5 St John's Road West", "Flat 2, 5 St John's Road West"),
        ("20-24 Mill Lane", "20-24 Mill Lane"),
        ("6 CASTLE STREET", "6 CASTLE STREET"),
        ("120 Aldby Blvd. Suite 320, Springfield", "120 Aldby Blvd. Suite 320"),
        ("70 West 93rd Street", "70 West 93rd Street"),
        ("205 Meadow Avenue NW\nSixth Floor", "205 Meadow Avenue NW Sixth Floor"),
        ("12 Park Road", "12 Park Road"),
        ("12 orchard road, aldby", "12 orchard road"),
        ("3 The Old School House, Aldby, Carlisle CA1 2AB", "3 The Old School House"),
        ("5000 Highway 61 N", "5000 Highway 61 N"),
        ("P.O. Box 100, Leeds", "P.O. Box 100"),
        ("Kerkstraat 12a", "Kerkstraat 12a"),
        ("Kerkstraat 12-A, 1017 GM Utrecht", "Kerkstraat 12-A"),
        ("12 bis, avenue Neuve\n69003 Lyon", "12 bis, avenue Neuve"),
        ("ul. Nowa 12/5, 31-147 Kraków", "ul. Nowa 12/5"),
        ("Lange Straße 5", "Lange Straße 5"),
        ("Calle Mayor, 12", "Calle Mayor, 12"),
        ("Place Neuve 5, 1000 Lausanne", "Place Neuve 5"),
        ("324 W. ORCHARD STREET. ST. AGNES", "324 W. ORCHARD STREET"),
        ("45, rue Neuve", "45, rue Neuve"),
        ("ul. Nowa 3/4", "ul. Nowa 3/4"),
        ("Lazarova 7\n110 00 Praha", "Lazarova 7"),
        ("Millbeck Ln, Kendal, Cumbria CA1 2AB", "Millbeck Ln"),
        ("57 orchard road, leeds ls1 4ab", "57 orchard road"),
        ("41 fernhollow, kendal ca1 2ab", "41 fernhollow"),
        ("I live at 14 Hill Rise.", "14 Hill Rise"),
        ("She lives at 12 Kingsway, Aldby.", "12 Kingsway"),
        ("Address: 7 Lôn Las\nTel", "7 Lon Las"),
        ("12 Aldby Garth, Leeds", "12 Aldby Garth"),
        ("2nd Floor, 20 Aldby Street", "2nd Floor, 20 Aldby Street"),
        ("3/1, 20 Aldby Street", "3/1, 20 Aldby Street"),
        ("Rose Cottage, Church Lane, Aldby CA1 2AB", "Rose Cottage, Church Lane"),
        ("The Old Vicarage, Church Lane, Aldby CA1 2AB", "The Old Vicarage, Church Lane"),
        ("12 , Orchard Road", "12 , Orchard Road"),
        ("24 orchard road south, leeds ls1 4ab", "24 orchard road south"),
        ("9 aldby close 2\nkendal ca1 2ab", "9 aldby close"),
        ("Letters to 41 fernhollow, kendal ca1 2ab please", "41 fernhollow"),
        ("Address: Fernside Head, Kendal CA1 2AB", "Fernside Head"),
        ("38 avenue Neuve F-75002 Paris", "38 avenue Neuve"),
        ("BFPO 12", "BFPO 12"),
    ],
)
def test_streets(text: str, value: str) -> None:
    assert [v.replace("ß", "ß") for v in values(ADDRESS, text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "In 2008 Wall Street fell",
        "since March 2008 Sesame Street has",
        "he scored 12 points and a place",
        "3 kids in the park",
        "Terminal 5",
        "Chapter 12 The Road to Nowhere",
        "24 hour road",
        "i took 12 wrong road turns",
        "2 people on the road",
        "The class of Spring 1952",
        "Copyright 1993, 1994 The Authors",
        "Both sides Square Off Against Question 7",
        "born 13 December 1790 Aldby St Lukes",
        "the 5 Star Court of Appeal",
        "born 12 March 1985",
        "Via Email 24/7",
        "the road to 2020",
        "I have 3 kids and live in Leeds LS1 4AB",
        "30 Minute Drive from Leeds",
        "10 Mile Road race",
        "6 Nations Way",
        "2023 Park Run",
        "2 Bed Cottages",
        "9 To 5 Drive",
        "Meet at 7 in the hall, Leeds LS1 4AB",
        "He lives at 12 May, in a house",
    ],
)
def test_not_streets(text: str) -> None:
    assert values(ADDRESS, text) == []
