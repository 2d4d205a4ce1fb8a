from __future__ import annotations

import pytest

from seen_online.search.names import short, take_apart, turned_round, with_initials, without_marks
from seen_online.search.spellings import address_spellings, email_spellings, phone_spellings


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
            ["07700 900123", "07700900123", "+44 7700 900123", "+447700900123", "07700 900 123"],
        ),
        (
            "+44 (0)1632 960 123",
            "GB",
            ["01632 960123", "01632960123", "+44 1632 960123", "+441632960123", "01632 960 123"],
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
            ['"12 Example Road" Penrith', '"12 Example Rd" Penrith', '"CA11 7XX" 12'],
        ),
        ("Flat 2, 12 Example St, ca117xx", ['"12 Example St"', '"CA11 7XX" 12']),
        ("Rose Cottage, Penrith", ['"Rose Cottage" Penrith']),
        ("Rose Cottage", ['"Rose Cottage"']),
        ("CA11 7XX", ['"CA11 7XX"']),
    ],
)
def test_an_address_is_searched_by_street_and_by_postcode(address: str, spelled: list[str]) -> None:
    assert address_spellings(address) == spelled
