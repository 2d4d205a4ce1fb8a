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
        ("Data urodzenia: 13.03.1985", "1985-03-13"),
        ("Geburtsdatum/-ort: 13.03.1985, Köln", "1985-03-13"),
        ("Jane Doe, * 13.03.1985 in Köln", "1985-03-13"),
        ("syntymäaika 13.3.1985", "1985-03-13"),
        ("Született: 1985. 03. 13.", "1985-03-13"),
        ("народилася 13 березня 1985", "1985-03-13"),
        ("Ημερομηνία γέννησης: 13/03/1985", "1985-03-13"),
        ("rođena 13. 3. 1985.", "1985-03-13"),
        ("생년월일: 1985-03-13", "1985-03-13"),
        ("She was born Jane Mary Doe in Leeds on Tuesday 13 March 1985.", "1985-03-13"),
        ("Jane Doe (b.1985)", "1985"),
        ("YOB 1985", "1985"),
        ("I was born in '85", "1985"),
        ("D.O.B.13/03/85", "1985-03-13"),
        ("Date of birth: dd/mm/yyyy 13/03/1985", "1985-03-13"),
        ("born on the 13th day of March 1985", "1985-03-13"),
        ("My birthday's 13 March", "--03-13"),
        ("My birthday falls on 13 March", "--03-13"),
        ("wurde am 13. März 1985 in Köln geboren. 2010 zog sie um", "1985-03-13"),
        ("Jahrgang 1985", "1985"),
        ("Né(e) le 13/03/1985", "1985-03-13"),
        ("Naissance : 13 mars 1985", "1985-03-13"),
        ("Nacido en Madrid en 1985", "1985"),
        ("Cumpleaños: 13 de marzo", "--03-13"),
        ("født den 13. marts 1985", "1985-03-13"),
        ("syntynyt 13. maaliskuuta 1985", "1985-03-13"),
        ("nar. 13. března 1985", "1985-03-13"),
        ("született 1985. március 13-án", "1985-03-13"),
        ("13 Mart 1985 doğumlu", "1985-03-13"),
        ("13 марта 1985 года рождения", "1985-03-13"),
        ("роден на 13 март 1985", "1985-03-13"),
        ("γεννημένη στις 13 Μαρτίου 1985", "1985-03-13"),
        ("出生于1985年3月13日", "1985-03-13"),
        ("1985년 3월 13일 출생", "1985-03-13"),
        ("Rugadh í ar 13 Márta 1985", "1985-03-13"),
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
        "She was born to be wild, and in 1999 won",
        "The birth of rock and roll in 1955",
        "Since its birth in 1985 the club",
        "The festival, born in 1985, grew",
        "Birthday party on 13 March 2024 at the hall",
        "* 13.03.2019 Minutes of the meeting",
        # A date beside a name may be that of a letter, a picture, a match: without a word for it, it is no birth.
        "Jane Doe 13/03/1985",
        "Jane Doe (13 March 1985)",
        "Jane Doe was born on 13 March 1793",
        "Jane Doe b. 13/03/1797",
        "died 13 March 1913, born 1834 in Leeds",
        "Marriage: 21 June 1910",
        "The first of them was born. In 1985 the law changed.",
        "height = width * 1.22\nmargin = 1",
        "生0992年3月12日",
        "DOB 0000年3月12日",
        "Jane Doe, 13 March 1985, to the editor",
        "13.03.1985 Jane Doe",
        "Registered 13 March 1985, born in Leeds",
        "Our puppies were born on 13 March 2024",
        "The NHS was born on 5 July 1948",
        "Happy birthday to the NHS! 5 July 2018",
        "The band's 10th birthday on 13 March 2025",
        "Happy 10th birthday to our charity, 13 March 2025",
        "children born between 1 September 2010 and 31 August 2011",
        "people born in 1985 or later",
        "You must be born on 1 January 1990 or earlier",
        "aged 18 on 1 September 2020 or over",
        "Section b. 1985 Act",
        "a. 1984 b. 1985 c. 1986",
        "Plan B. 2015",
        "J. Doe, B. R. Roe and M. Poe\nThe Journal, December 1996",
        "Born in New York City\nB. Architecture, Aldby, 1976",
    ],
)
def test_other_dates(text: str) -> None:
    assert values(BIRTH, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("DOB 03/85", "1985-03"),
        ("DOB: 03-1985", "1985-03"),
        ("DOB Mar 85", "1985-03"),
        ("DOB 130385", "1985-03-13"),
        ("Jane Doe (née Roe; 13 March 1985 – )", "1985-03-13"),
        ("\N{BIRTHDAY CAKE} 13 March", "--03-13"),
        ("Sie wurde 1985 in Leeds geboren", "1985"),
        ("Fe'i ganwyd yn 1985", "1985"),
        ("urodzony w 1985 roku", "1985"),
        ("nato/a a Leeds il 13/03/1985", "1985-03-13"),
        ("Date et lieu de naissance : 13 mars 1985 à Leeds", "1985-03-13"),
        ("Place and date of birth: Leeds, 13 March 1985", "1985-03-13"),
        ("On 13 March 1985, in Leeds, Jane Doe was born", "1985-03-13"),
        ("born on New Year's Day 1985", "1985"),
        ("born in late 1985", "1985"),
        ("Birth: 13 MAR 1985 - Leeds", "1985-03-13"),
        ("Jane turned 40 today, 13 March 2025", "1985-03-13"),
        ("born to Ann and Alfred Doe in Oxted on 13 March 1985", "1985-03-13"),
        ("born to Saeed and Ann on 13 March 1985", "1985-03-13"),
    ],
)
def test_births_said_in_other_ways(text: str, value: str) -> None:
    assert values(BIRTH, text) == [value]
    assert values(BIRTH, f"Jane Doe is a nurse. {text}. She has worked there since 1999.") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Jane was born in Leeds, trained in York in 2005",
        "Jane was born in Leeds and qualified as a nurse on 13 March 2005",
        "Jane was born in Leeds and in 2005 became a nurse",
        "Jane, born in Leeds, winner of the 2005 prize",
        "Section b. 13 March 1985",
        "naissance de la fusion en 1985",
        "Children aged 11 in 2019",
        "The average age 40 (2019)",
        "retirement age 66 in 2020",
        "The tide turned 13 March 1985",
        "Jane turned 40 pages on 13 March 2025",
        "Happy birthday NHS! 5 July 2018",
        "NHS 70th birthday 5 July 2018",
        "Date of birth ____ Date 13 March 2025",
        "name, date of birth and start date by 13 March 2025",
        "A Star Is Born (2018)",
        "Max Born (1954 prize)",
        "rights born of the 1985 act",
        "birth mother found in 2005",
        "a water birth on 13 March 2005",
        "birth plan 13 March 2025",
        "to be born in May 2025",
        "born yesterday (1950)",
        "Jane was born in Leeds, Yorkshire ... 04 Jan",
        "Le club est né en 1985",
        "La empresa nació en 1985",
        "Der Verein wurde 1985 geboren",
        "Sort code 130385 was born",
    ],
)
def test_what_only_sounds_like_a_birth(text: str) -> None:
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


@pytest.mark.parametrize("mark", ["\t", " | ", ", ", ";"])
def test_a_column_of_births(mark: str) -> None:
    rows = (
        ("Name", "Joined", "DOB", "Town"),
        ("Jane Doe", "01/02/2010", "13/03/1985", "Leeds"),
        ("John Roe", "02/02/2011", "", "York"),
        ("Ann Poe", "03/02/2012", "14/04/1990", "Kendal"),
    )
    text = "\n".join(mark.join(row) for row in rows)
    assert values(BIRTH, f"Members\n{text}\nUpdated 15/05/2020\n") == ["1985-03-13", "1990-04-14"]


def test_a_column_ends_with_its_table() -> None:
    assert values(BIRTH, "Name\tBorn\nJane\t13/03/1985\n\nDate\tMatch\n14/04/1990\t15/05/1990") == ["1985-03-13"]


def test_only_the_birth_among_other_dates() -> None:
    text = (
        "Jane Doe (born 13 March 1985 in Leeds) worked there from 2004 to 2009. On 4 May 2011 she joined the board, "
        "which was founded in 1931. Updated 3 June 2020."
    )
    (finding,) = found(BIRTH, text)
    assert finding.shown == "13 March 1985"
