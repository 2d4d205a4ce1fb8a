from __future__ import annotations

import pytest

from seen_online.exposure.finding import FindingKind
from seen_online.reading.page import Page
from support.exposed import found, values

BIRTH = FindingKind.DATE_OF_BIRTH


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("born in 1985", "1985"),
        ("b. 1985", "1985"),
        ("DOB 13/03/85", "1985-03-13"),
        ("D.O.B.: 13.3.1985", "1985-03-13"),
        ("(13 March 1985 – )", "1985-03-13"),
        ("Jane Doe (born 13 March 1985) is", "1985-03-13"),
        ("Born in Leeds, England, on March 13th, 1985.", "1985-03-13"),
        ("born to a baker in the village of Aldby on 13 March 1985", "1985-03-13"),
        ("On March 13, 1985, Jane Doe was born in Leeds", "1985-03-13"),
        ("13 March is my birthday", "--03-13"),
        ("My birthday is on the 13th of March", "--03-13"),
        ("Happy birthday Jane!\n13 March 2021", "--03-13"),
        ("Jane turned 40 on 13 March 2025", "1985-03-13"),
        ("her 40th birthday on 13 March 2025", "1985-03-13"),
        ("birthDate: 1985-03-13", "1985-03-13"),
        ("birthDate: 1985-03", "1985-03"),
        ("BDAY:19850313", "1985-03-13"),
        ("BDAY:--0313", "--03-13"),
        ("Date of birth\n\n13/03/1985", "1985-03-13"),
        ("Geburtsdatum: 13. März 1985", "1985-03-13"),
        ("née le 13 mars 1985", "1985-03-13"),
        ("nacida el 13 de marzo de 1985", "1985-03-13"),
        ("ur. 13 marca 1985", "1985-03-13"),
        ("ganwyd 13 Mawrth 1985", "1985-03-13"),
        ("born 13-MAR-1985", "1985-03-13"),
        ("Né à Lyon le 13 mars 1985", "1985-03-13"),
        ("родился 13 марта 1985", "1985-03-13"),
        ("1985年3月13日生まれ", "1985-03-13"),
        ("DOB:13031985", "1985-03-13"),
        ("1985 births", "1985"),
        ("born in Leeds 13 March 1985", "1985-03-13"),
        ("She was born Jane Mary Doe in Leeds on Tuesday 13 March 1985.", "1985-03-13"),
    ],
)
def test_births(text: str, value: str) -> None:
    assert values(BIRTH, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Joined on 13 March 1985",
        "born and raised in Leeds, he joined in 1990",
        "The company was born in 1985",
        "British-born actor, active since 1985",
        "Jane Doe (13 March 1901 – 4 May 1985)",
        "Jane Doe (born 13 March 1901; died 1985)",
        "born in 1850",
        "born in 2999",
        "born 30 February 1985",
        "In 1985 births fell",
        "birth certificates issued 13 May 2001",
        "Born in the U.S.A. (1984)",
        "newborn, 13 March 2020",
        "Posted 13 March 2021 at 10:15",
    ],
)
def test_other_dates(text: str) -> None:
    assert values(BIRTH, text) == []


def test_day_and_month_may_be_swapped() -> None:
    (finding,) = found(BIRTH, "DOB: 12/03/1985")
    assert (finding.value, finding.also) == ("1985-03-12", "1985-12-03")
    (american,) = found(BIRTH, Page(text="DOB: 12/03/1985", url="https://example.edu/"))
    assert (american.value, american.also) == ("1985-12-03", "1985-03-12")
    (sure,) = found(BIRTH, "DOB: 13/03/1985")
    assert sure.also == ""


def test_an_age_with_its_date_leaves_two_years() -> None:
    (finding,) = found(BIRTH, "Jane Doe, aged 39 (as of 13 March 2024)")
    assert (finding.value, finding.also) == ("1985", "1984")


def test_a_leap_day_that_the_year_does_not_have() -> None:
    assert values(BIRTH, "she turned 41 on 29 February 2024") == ["1983"]


def test_only_the_birth_among_other_dates() -> None:
    text = (
        "Jane Doe (born 13 March 1985 in Leeds) worked there from 2004 to 2009. On 4 May 2011 she joined the board, "
        "which was founded in 1931. Updated 3 June 2020."
    )
    (finding,) = found(BIRTH, text)
    assert finding.shown == "13 March 1985"
