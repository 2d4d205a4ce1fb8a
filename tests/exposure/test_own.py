from __future__ import annotations

import pytest

from seen_online.exposure import find
from seen_online.exposure.finding import FindingKind, Whose
from seen_online.exposure.own import bare_email, same_date
from seen_online.exposure.own_name import sounds
from seen_online.person import person_from_about
from support.exposed import KATE, found, values


def yours(kind: FindingKind, text: str) -> list[str]:
    return [finding.shown for finding in found(kind, text, KATE) if finding.whose is Whose.YOURS]


@pytest.mark.parametrize(
    "text",
    [
        "Katherine Müller", "Katherine Muller", "Katherine Mueller", "KATHERINE MÜLLER", "Katherine  Müller",
        "Katherine\nMüller",
        "Kate Müller", "Kathy Müller", "K. Müller", "Müller, Katherine", "MÜLLER Katherine", "Katherine Jane Müller",
        "Katherine J. Müller",
        "Katie Müller", "Catherine Müller", "Kathryn Muller", 'Katherine "Kit" Müller', "Kate (née O'Neil) Müller",
        "Katherine O'Neil", "Kate ONeil", "kate o neil", "Kathe\u00adrine Müller",
        "Kath Müller", "Kat Müller", "Katharine Müller", "Kate_Müller",
    ],
)  # fmt: skip
def test_a_name_under_any_spelling(text: str) -> None:
    assert yours(FindingKind.NAME, f"Met {text} today.") == [text]


def test_a_name_without_a_letter_is_no_name() -> None:
    for name in ("º", "1º", "…", "Dr"):
        assert found(FindingKind.NAME, "º 1º … Dr", person_from_about({"names": [name]})) == []
    assert [f.shown for f in found(FindingKind.NAME, "Jane Doe", person_from_about({"names": ["º Jane Doe"]}))] == [
        "Jane Doe"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "John Müller",
        "Katherine Mullers",
        "Kate and Muller",
        "Katherine",
        "Müller",
        "Muller Street",
        "J. Müller",
        "John Müller Katherine Smith",
    ],
)
def test_not_the_name(text: str) -> None:
    assert yours(FindingKind.NAME, text) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Kath Doe", "Kathleen Doe"),
        ("Elizabeth Doe", "Elisabeth Doe"),
        ("Rebecca Doe", "Rebekah Doe"),
        ("Mohammed Khan", "Muhammad Khan"),
        ("Gillian Doe", "Jillian Doe"),
    ],
)
def test_a_first_name_that_no_list_of_nicknames_has(name: str, shown: str) -> None:
    person = person_from_about({"names": [name]})
    assert values(FindingKind.NAME, f"Met {shown} today", person) == [name]
    assert found(FindingKind.NAME, f"Met {shown} today", person)[0].sure < 0.95


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Michael Doe", "Michaela Doe"),
        ("Michaela Doe", "Michael Doe"),
        ("Paul Doe", "Pauline Doe"),
        ("Christine Doe", "Christian Doe"),
        ("Karen Doe", "Corinne Doe"),
        ("Elizabeth Doe", "Eli Doe"),
        ("Jane Doe", "Janet Doe"),
        ("Katherine Doe", "kath_doe@example.org"),
        ("Katherine Doe", "example.org/kath_doe"),
    ],
)
def test_another_first_name(name: str, shown: str) -> None:
    assert values(FindingKind.NAME, f"Met {shown} today", person_from_about({"names": [name]})) == []


def test_a_name_says_which_of_the_persons_names_it_is() -> None:
    assert values(FindingKind.NAME, "kate oneil", KATE) == ["Katherine O'Neil"]


def test_a_full_name_is_surer_than_an_initial() -> None:
    full, nick, initial = (
        found(FindingKind.NAME, text, KATE)[0].sure for text in ("Katherine Müller", "Kate Müller", "K. Müller")
    )
    assert full > nick > initial


@pytest.mark.parametrize(
    "text",
    [
        "katemuller@gmail.com",
        "Kate.Muller+shop@googlemail.com",
        "kate.muller (at) gmail (dot) com",
        "k.a.t.e.muller@gmail.com",
        "katemuller at gmail.com",
        "moc.liamg@rellum.etak",
    ],
)
def test_an_email_with_tags_and_dots(text: str) -> None:
    assert yours(FindingKind.EMAIL, text) == [text]


@pytest.mark.parametrize("text", ["katemuller@example.org", "kate@gmail.com"])
def test_another_email(text: str) -> None:
    assert yours(FindingKind.EMAIL, text) == []


@pytest.mark.parametrize(
    "text", ["07700 900123", "+44 7700 900123", "0044 7700 900 123", "7700900123", "(07700)900123", "447700900123"]
)
def test_a_phone_national_and_international(text: str) -> None:
    assert yours(FindingKind.PHONE, f"x {text} y") == [text]


def test_another_phone() -> None:
    assert yours(FindingKind.PHONE, "07700 900124 and 17700900123") == []


@pytest.mark.parametrize(
    "text",
    [
        "12 March 1985",
        "March 12th, 1985",
        "12/03/1985",
        "12.03.85",
        "1985-03-12",
        "03/12/1985",
        "12 Mar '85",
        "19850312",
        "12031985",
        "1985年3月12日",
        "12 de marzo de 1985",
    ],
)
def test_a_date_of_birth_needs_no_label(text: str) -> None:
    assert yours(FindingKind.DATE_OF_BIRTH, f"x {text} y") == [text]


@pytest.mark.parametrize("text", ["1985", "12 March", "March 1985", "12/03/1986", "112/03/1985"])
def test_parts_of_a_date_need_one(text: str) -> None:
    assert yours(FindingKind.DATE_OF_BIRTH, f"x {text} y") == []


@pytest.mark.parametrize("text", ["birthday: 12 March", "born in 1985", "born in March 1985"])
def test_parts_of_the_date_are_yours_where_they_are_births(text: str) -> None:
    assert len(yours(FindingKind.DATE_OF_BIRTH, text)) == 1


@pytest.mark.parametrize("text", ["12 High Street", "12, High St.", "12 HIGH STREET", "Flat 2, 12 High Street"])
def test_an_address_in_long_and_short(text: str) -> None:
    assert yours(FindingKind.ADDRESS, f"{text}, somewhere") == [text]


def test_other_addresses() -> None:
    assert yours(FindingKind.ADDRESS, "112 High Street\n12 Low Street\n12 High Road") == []


def test_postcode_place_workplace_and_user_name() -> None:
    assert yours(FindingKind.POSTCODE, "ca1 2ab") == ["ca1 2ab"]
    assert yours(FindingKind.LOCATION, "a day in carlisle") == ["carlisle"]
    assert yours(FindingKind.WORKPLACE, "at SUNRISE CARE today") == ["SUNRISE CARE"]
    assert yours(FindingKind.USERNAME, "KateM85 wrote") == ["KateM85"]
    assert yours(FindingKind.USERNAME, "katem855 wrote") == []


def test_without_a_person_nothing_is_yours() -> None:
    text = "Katherine Müller, 12 High Street, CA1 2AB, 07700 900123, kate.muller@gmail.com"
    assert {finding.whose for finding in find(text)} == {Whose.OTHER}


def test_a_single_name_is_a_name() -> None:
    from seen_online.person import person_from_about

    assert values(FindingKind.NAME, "Met Kit. Kitten.", person_from_about({"names": ["Kit"]})) == ["Kit"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1985-03-12", "1985-03-12", True), ("1985", "1985-03-12", True), ("1985-03", "1985-03-12", True),
        ("--03-12", "1985-03-12", True),
        ("--03-12", "--03-12", True), ("1986", "1985-03-12", False), ("--03-13", "1985-03-12", False),
        ("--03-12", "1985", False), ("", "1985", False),
    ],
)  # fmt: skip
def test_dates_and_their_parts(one: str, other: str, same: bool) -> None:
    assert same_date(one, other) is same_date(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("katherine", "kathryn", True), ("stephen", "steven", True), ("geoffrey", "jeffrey", True),
        ("philip", "phillip", True),
        ("michael", "michaela", False), ("daniel", "danielle", False), ("christine", "christian", False),
        ("robert", "roberto", False), ("stephen", "stephanie", False),
    ],
)  # fmt: skip
def test_first_names_that_sound_alike(one: str, other: str, alike: bool) -> None:
    assert (sounds(one) == sounds(other)) is alike


def test_short_first_names_are_not_compared_by_their_sound() -> None:
    assert found(FindingKind.NAME, "Met John Roe and June Roe", person_from_about({"names": ["Jane Roe"]})) == []


def test_bare_email() -> None:
    assert bare_email("Jane.Doe+a@Example.org") == "jane.doe@example.org"
    assert bare_email("+a@example.org") == "+a@example.org"
