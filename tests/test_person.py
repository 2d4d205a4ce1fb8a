"""The person and about.yaml: what is typed is kept as typed, and a mistake is named with its mend."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seen_online.person import DetailKind, Use, detail, iso_date, load_about, person_from_about
from seen_online.trouble import Trouble


def written(folder: Path, text: str) -> Path:
    path = folder / "about.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_every_key_as_it_was_typed(tmp_path: Path) -> None:
    person = load_about(
        written(
            tmp_path,
            "names: [Nia Ashworth]\nother_names:\n  - Nia Pell\nplaces: Penrith\nworkplaces: [Fellside Care]\n"
            "emails: [nia@example.org]\nphones: [0770012345, +447700900123]\ndate_of_birth: 1985-03-12\n"
            "addresses: ['4 Mill Lane, Penrith']\nusernames: [nia_runs]\nregion: uk\n",
        )
    )
    assert person.names == ("Nia Ashworth", "Nia Pell")
    assert person.values(DetailKind.PHONE) == ("0770012345", "+447700900123"), "no octal, no lost plus"
    assert person.date_of_birth == "1985-03-12"
    assert person.region == "GB"


def test_an_empty_key_is_no_detail(tmp_path: Path) -> None:
    person = load_about(written(tmp_path, "names: [Nia Ashworth]\nother_names: null\nplaces: ~\nemails:\n"))
    assert [d.value for d in person.details] == ["Nia Ashworth"]


def test_private_details_are_only_compared() -> None:
    person = person_from_about(
        {"names": ["Nia Ashworth"], "phones": ["07700 900123"], "emails": ["n@example.org"], "date_of_birth": "1985"}
    )
    uses = {d.kind: d.use for d in person.details}
    assert uses[DetailKind.NAME] is Use.SEARCH
    assert {uses[k] for k in (DetailKind.PHONE, DetailKind.EMAIL, DetailKind.DATE_OF_BIRTH)} == {Use.COMPARE}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("names: [", "line 1"),
        ("- Nia", "about.yaml"),
        ("names: [Nia]\nphone: 5", "about.yaml"),
        ("places: [Penrith]", "about.yaml"),
        ("names: [Nia]\nemails: [nia at home]", "emails, entry 1"),
        ("names: [Nia]\nphones: [x, none]", "phones, entry 1"),
        ("names: [Nia]\ndate_of_birth: 31/02/1985", "date_of_birth"),
        ("names: [Nia]\nregion: Britain", "region"),
        ("names: [Nia]\ndate_of_birth: 2099", "date_of_birth"),
        ("names: [Nia]\ndate_of_birth: 12 marmalade 1985", "date_of_birth"),
        ("names: null", "about.yaml"),
        ("names:\n  - {a: b}", "names, entry 1"),
        ("[" * 5000, "about.yaml"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_mend(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(Trouble) as caught:
        load_about(written(tmp_path, text))
    assert place in caught.value.where
    assert caught.value.mend


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"nobody\.yaml"):
        load_about(tmp_path / "nobody.yaml")


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("12/03/1985", "1985-03-12"),
        ("1985-03-12", "1985-03-12"),
        ("12 March 1985", "1985-03-12"),
        ("1st Jan 1990", "1990-01-01"),
        ("3 Sept 1990", "1990-09-03"),
        ("1985", "1985"),
        ("12 March", "--03-12"),
        ("--03-12", "--03-12"),
        ("29 February", "--02-29"),
    ],
)
def test_dates_of_birth_are_read_day_first(typed: str, iso: str) -> None:
    assert iso_date(typed) == iso


@given(st.dates(min_value=__import__("datetime").date(1900, 1, 1), max_value=__import__("datetime").date(2020, 1, 1)))
def test_any_date_survives_both_spellings(day: __import__("datetime").date) -> None:
    assert iso_date(day.isoformat()) == iso_date(f"{day.day}/{day.month}/{day.year}") == day.isoformat()


@given(st.sampled_from(DetailKind), st.text(max_size=400))
def test_any_text_is_a_detail_or_a_named_trouble(kind: DetailKind, text: str) -> None:
    try:
        made = detail(kind, text)
    except Trouble as trouble:
        assert trouble.what and trouble.where
    else:
        assert made.value == made.value.strip() != ""
