"""A masked detail stands in clear nowhere: not in a remark, a snippet, a search or an address, however it is spelt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.exposure.finding import FindingKind
from seen_online.note.masking import Secret, mask_text, secrets_of
from seen_online.note.numerals import DAYS, in_words
from seen_online.note.veil import Veil, as_shown
from seen_online.person import person_from_about
from seen_online.search.spellings import address_spellings, email_spellings, phone_spellings
from support.checks import BORN as BIRTH
from support.checks import EMAIL as EMAIL_TYPED
from support.checks import HOME, finding, full_check, nia

CHECK = full_check()
SECRETS = secrets_of(CHECK.person, CHECK.findings)
VEIL = Veil(SECRETS)
PHONE, EMAIL, BORN = "07•••• •••123", "n•••@e•••.org", "••/••/1985"


@pytest.mark.parametrize(
    "written",
    [
        "07700 900123",
        "07700900123",
        "0770 0900 123",
        "07700-900-123",
        "07700.900.123",
        "(07700) 900123",
        "+447700900123",
        "+44 7700 900 123",
        "+44 (0)7700 900123",
        "0044 7700 900123",
        "7700900123",
        "07700\u00a0900\u2009123",
        "07700\u200b900\u00ad123",
        "０７７００ ９００１２３",
        "٠٧٧٠٠٩٠٠١٢٣",
        "O77OO 9OO123",
        "900123",
        "900 123",
    ],
)
def test_a_phone_number_in_any_spelling(written: str) -> None:
    assert mask_text(f"Ring {written} today", SECRETS) == f"Ring {PHONE} today"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("tel:+447700900123", f"tel:{PHONE}"),
        ("https://x.example/?t=%2B447700900123&x=1", f"https://x.example/?t={PHONE}&x=1"),
        (
            "https://x.example/?u=https%3A%2F%2Fy.example%2F%252B447700900123",
            f"https://x.example/?u=https%3A%2F%2Fy.example%2F{PHONE}",
        ),
        ("https://x.example/07700-900123.html", f"https://x.example/{PHONE}.html"),
        ("&#48;7700 900123", PHONE),
        ("Tel07700900123Fax", f"Tel{PHONE}Fax"),
        ("Emailnia.ashworth@example.orgPhone", f"Email{EMAIL}Phone"),
        ("07700 900123 / 01632 960 456", f"{PHONE} / 01•••• •••456"),
        ("https://x.example/?e=nia.ashworth%40example.org", f"https://x.example/?e={EMAIL}"),
        ("/people/CA11%204ZX/4-mill-lane", "/people/CA•• •••/•• M•••"),
        ("https://forum.example/u/nia_runs?tab=1", "https://forum.example/u/n•••?tab=1"),
        ("/born/1985-03-12/", f"/born/{BORN}/"),
    ],
)
def test_an_address_or_glued_text_hides_as_well(text: str, masked: str) -> None:
    assert mask_text(text, SECRETS) == masked


@pytest.mark.parametrize(
    "written",
    [
        "nia.ashworth@example.org",
        "NIA.ASHWORTH@EXAMPLE.ORG",
        "nia.ashworth [at] example [dot] org",
        "nia.ashworth(at)example.org",
        "nia dot ashworth at example dot org",
        "nia.ashworth @ example . org",
        "niaashworth@example.org",
        "Nia.Ashworth+Shop-24@example.org",
    ],
)
def test_an_email_address_in_any_spelling(written: str) -> None:
    assert mask_text(f"Write to {written} please", SECRETS) == f"Write to {EMAIL} please"


@pytest.mark.parametrize(
    ("written", "masked"),
    [
        ("12/03/1985", BORN),
        ("12.3.1985", BORN),
        ("12-03-85", BORN),
        ("3/12/1985", BORN),
        ("1985-03-12", BORN),
        ("12 March 1985", BORN),
        ("12th of March, 1985", BORN),
        ("March 12, 1985", BORN),
        ("12 Mar 85", BORN),
        ("12 Mawrth 1985", BORN),
        ("12031985", BORN),
        ("19850312", BORN),
        ("12 III 1985", BORN),
        ("12.III.85", BORN),
        ("twelfth of March 1985", BORN),
        ("March the Twelfth, 1985", BORN),
        ("March 1985", "••/1985"),
        ("03/1985", "••/1985"),
        ("12 March", "••/••"),
        ("12/03", "••/••"),
    ],
)
def test_a_date_of_birth_in_any_spelling(written: str, masked: str) -> None:
    assert mask_text(f"Here: {written}!", SECRETS) == f"Here: {masked}!"


@pytest.mark.parametrize(
    "written",
    [
        "4 Mill Lane", "4 MILL LN", "4, Mill Ln., Penrith CA11 4ZX", "Mill Lane", "4 Mill Lane, Penrith, CA11 4ZX",
        "Mill Lane 4", "Mill Lane, 4", "Four Mill Lane",
    ],
)  # fmt: skip
def test_an_address_and_its_street(written: str) -> None:
    masked = mask_text(f"at {written} now", SECRETS).lower()
    assert not any(part in masked for part in ("mill", "4", "four"))


@pytest.mark.parametrize("day", range(1, 32))
def test_a_day_written_out_in_words(day: int) -> None:
    secrets = [Secret("date_of_birth", f"1985-01-{day:02}")]
    for word in (word for word, number in DAYS.items() if number == day):
        for written in (word, word.replace(" ", "-"), word.title()):
            assert mask_text(f"the {written} of January 1985", secrets) == "the ••/••/1985"
            assert mask_text(f"January the {written} 1985", secrets) == "••/••/1985"


@pytest.mark.parametrize(("number", "words"), [(1, "one"), (21, "twentyone"), (40, "forty"), (99, "ninetynine")])
def test_a_house_number_written_out_in_words(number: int, words: str) -> None:
    assert in_words(number) == words
    assert in_words(0) == in_words(100) == ""


@pytest.mark.parametrize("written", ["CA11 4ZX", "ca114zx", "CA11-4ZX", "CA11\u00a04ZX"])
def test_a_postcode(written: str) -> None:
    assert mask_text(f"in {written}, you know", SECRETS) == "in CA•• •••, you know"


@pytest.mark.parametrize("written", ["nia_runs", "Nia_Runs", "nia-runs", "niaruns"])
def test_a_user_name(written: str) -> None:
    assert mask_text(f"as {written} there", SECRETS) == "as n••• there"


@pytest.mark.parametrize(
    "text",
    [
        "Nia Ashworth works at Fellside Care in Penrith.",
        "nia runs daily",
        "14 April 1985 and 12 March 2024, 12/03/2024, 2024-03-12",
        "in 1985",
        "07700 900124",
        "other@example.org",
        "example.org",
        "Lane 4",
        "xnia_runsx",
        "https://example.org/a%20b?c=d&amp;e",
        "Łódź, Ŵyth, نيا, 😀",
    ],
)
def test_what_is_no_private_detail_stays(text: str) -> None:
    assert mask_text(text, SECRETS) == text


def test_somebody_elses_number_is_masked_too() -> None:
    assert mask_text("Cakes: +44 1632 960456", SECRETS) == "Cakes: 01•••• •••456"


def test_an_unmasked_detail_shows_as_it_was_written_and_no_other() -> None:
    phone = next(secret for secret in SECRETS if secret.value == "+447700900123")
    text = VEIL.over("Ring 07700-900 123 or nia.ashworth@example.org")
    assert as_shown(text, {phone.id}) == f"Ring 07700-900 123 or {EMAIL}"


def test_the_longer_detail_decides_about_what_stands_within_it() -> None:
    secrets = secrets_of(
        person_from_about({"names": ["N A"], "emails": ["nia_runs@example.org"], "usernames": ["nia_runs"]}), {}
    )
    email = next(secret for secret in secrets if secret.kind == "email")
    text = Veil(secrets).over("nia_runs and nia_runs@example.org")
    assert as_shown(text) == "n••• and n•••@e•••.org"
    assert as_shown(text, {email.id}) == "n••• and nia_runs@example.org"


def test_a_user_name_that_is_a_name_is_masked_only_where_it_is_meant_so() -> None:
    secrets = secrets_of(person_from_about({"names": ["Nia Ashworth"], "usernames": ["ashworth"]}), {})
    assert (
        mask_text("Nia Ashworth is @ashworth, see x.example/ashworth", secrets)
        == "Nia Ashworth is @a•••, see x.example/a•••"
    )


def test_a_birthday_without_a_year_hides_in_every_year() -> None:
    secrets = [Secret("date_of_birth", "--03-12", ("12 March",), own=True)]
    assert mask_text("party on 12 March 2024 or 12/03", secrets) == "party on ••/•• or ••/••"


def test_a_year_alone_loses_its_decade() -> None:
    assert mask_text("born 1985, 19850 feet", [Secret("date_of_birth", "1985")]) == "born 19••, 19850 feet"


def test_a_short_number_hides_only_where_it_stands_alone() -> None:
    assert mask_text("ring 12345, not 9912345", [Secret("phone", "12345")]) == "ring •••• ••••, not 9912345"


def test_ids_of_details_give_nothing_away_and_stay_the_same() -> None:
    again = secrets_of(nia(), CHECK.findings)
    assert {s.id for s in again} == {s.id for s in SECRETS}
    assert not any("7700900123" in s.id or "nia" in s.id for s in SECRETS)


def test_one_detail_seen_in_two_spellings_is_one() -> None:
    assert len([s for s in SECRETS if s.kind == "phone" and s.own]) == 1
    assert len([s for s in SECRETS if s.kind == "address"]) == 1
    assert len([s for s in SECRETS if s.kind == "date_of_birth"]) == 1


SEPARATORS = st.sampled_from(["", " ", "-", ".", "\u00a0", " - ", "\u200b", ") ", "%20"])


@settings(max_examples=150)
@given(
    st.lists(SEPARATORS, min_size=9, max_size=9),
    st.sampled_from(["0", "+44", "0044 ", "+44(0)", ""]),
    st.text("abcäßł ,.-+(", max_size=20),
)
def test_no_way_to_space_a_number_shows_it(gaps: list[str], prefix: str, around: str) -> None:
    number = "".join(digit + gap for digit, gap in zip("7700900123", [*gaps, ""], strict=True))
    masked = mask_text(f"{around}x {prefix}{number} x{around}", [Secret("phone", "+447700900123")])
    assert [c for c in masked if c.isdigit()] == list("07123")


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_goes_through_and_parts_add_up(text: str) -> None:
    veiled = VEIL.over(text)
    everything = {secret.id for secret in SECRETS}
    assert as_shown(veiled, everything) == as_shown(Veil([]).over(text))


def test_every_spelling_that_is_searched_for_is_masked() -> None:
    searched = phone_spellings("07700 900123", "GB") + email_spellings(EMAIL_TYPED) + address_spellings(HOME)
    assert len(searched) > 8
    for words in searched:
        masked = mask_text(words, SECRETS)
        assert "•" in masked
        assert not any(part in masked.lower() for part in ("900123", "900 123", "ashworth", "mill", "4zx")), masked


def test_a_date_that_only_its_finder_could_read_is_masked_without_a_second_born() -> None:
    secrets = [Secret("date_of_birth", "1975-02-04", ("feb of seventy-five, the fourth",))]
    assert mask_text("born Feb of seventy-five, the fourth", secrets) == "born ••/••/1975"


def test_a_year_stays_where_the_whole_date_is_known() -> None:
    found = {
        "k": [finding(FindingKind.DATE_OF_BIRTH, "1985", "1985"), finding(FindingKind.DATE_OF_BIRTH, BIRTH, "1985")]
    }
    assert mask_text("class of 1985", secrets_of(nia(), found)) == "class of 1985"


def test_where_two_details_overlap_both_must_be_unmasked() -> None:
    street = Secret("address", "9highstreetca11", ("9 High Street CA11",))
    code = Secret("postcode", "ca114zx", ("CA11 4ZX",))
    text = Veil([street, code]).over("at 9 High Street CA11 4ZX now")
    assert as_shown(text, {street.id}) == as_shown(text, {code.id}) == as_shown(text) == "at •• H••• now"
    assert as_shown(text, {street.id, code.id}) == "at 9 High Street CA11 4ZX now"
