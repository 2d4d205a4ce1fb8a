from __future__ import annotations

import pytest

from seen_online.search.first_names import other_first_names
from seen_online.search.names import (
    PARTICLES,
    also_called,
    by_another_part,
    short,
    take_apart,
    turned_round,
    with_initials,
    without_marks,
)
from seen_online.search.spellings import address_spellings, email_spellings, phone_spellings
from seen_online.search.surnames import other_surnames


@pytest.mark.parametrize(
    ("text", "first", "middle", "last"),
    [
        ("Anna Example", "Anna", (), "Example"),
        ("  anna   example ", "anna", (), "example"),
        ("Anna Maria Jane Example", "Anna", ("Maria", "Jane"), "Example"),
        ("Anna van der Berg", "Anna", (), "van der Berg"),
        ("Anna Maria de la Cruz", "Anna", ("Maria",), "de la Cruz"),
        ("Example, Anna Maria", "Anna", ("Maria",), "Example"),
        ("Anna Example, MBE", "Anna", (), "Example"),
        ("Mrs. Anna Example", "Anna", (), "Example"),
        ("Dr Prof Anna Example PhD", "Anna", (), "Example"),
        ("Anna O’Neill-Smith", "Anna", (), "O'Neill-Smith"),
        ("Ben Example", "Ben", (), "Example"),
        ("Cher", "Cher", (), ""),
        ("", "", (), ""),
        ("Zoë Brontë", "Zoë", (), "Brontë"),
        ("王 小明", "王", (), "小明"),
        ("王小明", "王小明", (), ""),
        ("Ffion ferch Llywelyn", "Ffion", (), "ferch Llywelyn"),
        ("Sean Ó Briain", "Sean", (), "Ó Briain"),
        ("Mairead O Connor", "Mairead", (), "O Connor"),
        ("Ian Mac Donald", "Ian", (), "Mac Donald"),
        ("Muhammad bin Salman al Saud", "Muhammad", ("bin", "Salman"), "al Saud"),
        ("Abdul Rahman Khan", "Abdul Rahman", (), "Khan"),
        ("Abdul Khan", "Abdul", (), "Khan"),
        ("St. John Smythe", "St. John", (), "Smythe"),
        ("Nicolò De’ Medici", "Nicolò", (), "De' Medici"),
        ("Anna (Annie) Example", "Anna", (), "Example"),
        ("Anna “Annie” Example", "Anna", (), "Example"),
        ("Anna Example (née Former)", "Anna", (), "Example"),
        ("(Anna)", "Anna", (), ""),
    ],
)
def test_a_name_is_taken_apart(text: str, first: str, middle: tuple[str, ...], last: str) -> None:
    name = take_apart(text)
    assert (name.first, name.middle, name.last) == (first, middle, last)


def test_forms_of_a_name() -> None:
    name = take_apart("Anna Maria van der Berg")
    assert short(name) == "Anna van der Berg"
    assert turned_round(name) == ["van der Berg, Anna Maria", "van der Berg, Anna"]
    assert with_initials(name) == ["Anna M van der Berg", "A M van der Berg", "AM van der Berg", "A van der Berg"]
    single = take_apart("Cher")
    assert (short(single), turned_round(single), with_initials(single)) == ("", [], [])


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Anna Example", []),
        ("Anna (Annie) Example", ["Annie Example"]),
        ("Anna 'Annie' Example", []),
        ('Anna "Annie" Example', ["Annie Example"]),
        ("Anna Example (née Former)", ["Anna Former"]),
        ("Anna Example (born Former Name)", ["Anna Former Name"]),
        ("Anna Example (Penrith and District)", []),
        ("Anna ()", []),
    ],
)
def test_another_name_inside_a_name(text: str, others: list[str]) -> None:
    assert also_called(text) == others


@pytest.mark.parametrize(
    ("last", "others"),
    [
        ("Example", []),
        ("MacDonald", ["McDonald"]),
        ("Macdonald", ["McDonald"]),
        ("McDonald", ["MacDonald"]),
        ("Mac Donald", ["MacDonald", "McDonald"]),
        ("M'Donald", ["MacDonald", "McDonald", "MDonald"]),
        ("Macey", []),
        ("Machin", []),
        ("O'Neill", ["ONeill"]),
        ("ONeill", ["O'Neill"]),
        ("O Neill", ["O'Neill", "ONeill"]),
        ("Olsen", []),
        ("Llywelyn-Jones", ["Llywelyn", "Jones"]),
        ("Al-Rashid", ["Rashid", "Alrashid"]),
        ("St Clair", ["Saint Clair"]),
        ("St", []),
    ],
)
def test_a_surname_is_also_written_so(last: str, others: list[str]) -> None:
    assert other_surnames(last, PARTICLES) == others


@pytest.mark.parametrize(
    ("first", "some"),
    [
        ("Katherine", ["Kate", "Kath", "Cathy", "Katharine", "Catherine"]),
        ("Katharine", ["Kate", "Kath", "Katherine"]),
        ("Kath", ["Kate", "Cath", "Katherine", "Catherine"]),
        ("Cath", ["Kath", "Katherine", "Catherine"]),
        ("Bill", ["William"]),
        ("William", ["Bill", "Will"]),
        ("Mohammed", ["Mo", "Muhammad", "Mohamed"]),
        ("Sian", ["Siân"]),
        ("Siobhán", ["Siobhan"]),
        ("Łukasz", ["Lukasz"]),
    ],
)
def test_first_names_lead_to_each_other(first: str, some: list[str]) -> None:
    others = other_first_names(first)
    assert set(some) <= set(others)
    assert first not in others


@pytest.mark.parametrize("first", ["J", "J.", "JR", "Xyzzy", "محمد"])
def test_initials_and_unknown_first_names_lead_to_none(first: str) -> None:
    assert other_first_names(first) == []


def test_who_goes_by_a_middle_name_or_has_two_surnames() -> None:
    assert by_another_part(take_apart("Mary Ann McAllister")) == ["Ann McAllister"]
    assert by_another_part(take_apart("José García Márquez")) == ["García Márquez", "José García"]
    assert by_another_part(take_apart("Anna Example")) == []
    assert by_another_part(take_apart("J. R. Example")) == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Anna Example", []),
        ("Zoë Brontë", ["Zoe Bronte"]),
        ("Zoe\u0308", ["Zoe"]),
        ("Jürgen Müller", ["Jurgen Muller", "Juergen Mueller"]),
        ("Søren Ærø", ["Soren Aero"]),
        ("Łukasz Groß", ["Lukasz Gross"]),
        ("Þóra Guðrún", ["Thora Gudrun"]),
        ("Åsa Öberg", ["Asa Oberg", "Aasa Oeberg"]),
    ],
)
def test_accents_are_left_out_as_people_do(text: str, plain: list[str]) -> None:
    assert without_marks(text) == plain


@pytest.mark.parametrize(
    ("number", "region", "spelled"),
    [
        (
            "07700 900123",
            "GB",
            [
                "07700 900123",
                "07700900123",
                "+44 7700 900123",
                "+447700900123",
                "+44 (0)7700 900123",
                "0044 7700 900123",
                "07700 900 123",
            ],
        ),
        (
            "+44 (0)1632 960 123",
            "GB",
            [
                "01632 960123",
                "01632960123",
                "+44 1632 960123",
                "+441632960123",
                "+44 (0)1632 960123",
                "0044 1632 960123",
                "01632 960 123",
            ],
        ),
        ("nonsense", "GB", ["nonsense"]),
    ],
)
def test_a_phone_number_is_spelled_as_people_write_it(number: str, region: str, spelled: list[str]) -> None:
    assert phone_spellings(number, region) == spelled


def test_an_e_mail_address_is_also_spelled_to_hide_it() -> None:
    assert email_spellings("Anna.B@Example.org") == [
        "anna.b@example.org",
        "anna.b at example dot org",
        "anna.b [at] example.org",
    ]


@pytest.mark.parametrize(
    ("address", "spelled"),
    [
        (
            "12 Example Road, Penrith, CA11 7XX",
            ['"12 Example Road" Penrith', '"12 Example Rd" Penrith', '"CA11 7XX" 12', '"CA117XX" 12'],
        ),
        (
            "Flat 2, 12 Example St, ca117xx",
            ['"12 Example St"', '"12 Example Street"', '"CA11 7XX" 12', '"CA117XX" 12'],
        ),
        ("Rose Cottage, Penrith", ['"Rose Cottage" Penrith']),
        ("Rose Cottage", ['"Rose Cottage"']),
        ("CA11 7XX", ['"CA11 7XX"', '"CA117XX"']),
    ],
)
def test_an_address_is_searched_by_street_and_by_postcode(address: str, spelled: list[str]) -> None:
    assert address_spellings(address) == spelled
