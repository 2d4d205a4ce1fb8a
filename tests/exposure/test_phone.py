from __future__ import annotations

import pytest

from seen_online.exposure.finding import FindingKind
from seen_online.person import Person
from seen_online.reading.page import Page, Part
from support.exposed import found, values

PHONE = FindingKind.PHONE


@pytest.mark.parametrize(
    "text",
    [
        "07700 900123",
        "07700900123",
        "(07700) 900123",
        "07700-900-123",
        "07700.900.123",
        "+44 7700 900123",
        "+44 (0)7700 900123",
        "+44(0) 7700 900 123",
        "0044 7700 900123",
        "Tel:07700 900123.",
        "Sales07700 900123",
        "my number is 07700900123x",
        "call me on 07700 900123 or write",
        "07700\u00a0900\u2011123",
        "０７７００ ９００１２３",
    ],
)
def test_a_drama_number_in_every_spelling(text: str) -> None:
    assert values(PHONE, text) == ["+447700900123"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("01632 960123", "+441632960123"),
        ("020 7946 0123", "+442079460123"),
        ("(202) 555-0143", "+12025550143"),
        ("202.555.0143 ext. 12", "+12025550143"),
        ("1-202-555-0143", "+12025550143"),
        ("Phone: 2025550143", "+12025550143"),
        ("call 1-800-EXAMPLE", "+18003926753"),
        ("+33 1 99 00 12 34", "+33199001234"),
        ("(44-20) 7946 0123", "+442079460123"),
        ("+49 30 23125 101/102", "+493023125101"),
        ("Contact number:\n\n\t\t\n2025550143", "+12025550143"),
        ("call 202.555.HELP now", "+12025554357"),
        ("call (202) 555 HELP now", "+12025554357"),
        ("Tel: 020 7946 0123.Fax on request", "+442079460123"),
        ("1.202.555.0143directions", "+12025550143"),
        ("Phone:01632960123Email:jane@example.org", "+441632960123"),
        ("Faks : (+999 12) 555 01 43", "+999125550143"),
        ("+33 (0) 1 99 00 12 34", "+33199001234"),
        ("+49 (0) 30 23125 101", "+493023125101"),
        ("Tel: 01632.960123", "+441632960123"),
        ("(+44) 7700 900123", "+447700900123"),
        ("00 44 1632 960123", "+441632960123"),
    ],
)
def test_numbers_of_any_country(text: str, value: str) -> None:
    assert values(PHONE, text) == [value]


@pytest.mark.parametrize(
    ("url", "language", "text", "value"),
    [
        ("https://www.example.fr/", "", "01 99 00 12 34", "+33199001234"),
        ("", "de-DE", "030 / 23125 101", "+493023125101"),
        ("https://example.com.au/", "en", "(02) 5550 1234", "+61255501234"),
        ("", "", "08-465 004 01, info@example.se", "+46846500401"),
        ("https://example.in/", "", "Mobile: 98765 43210", "+919876543210"),
        ("", "", "Para más información, los precios y el aviso: Tfno. 912 345 678", "+34912345678"),
        ("", "", "Nie ma nas w tej chwili, ale jest kontakt dla was przez telefon: 22 123 45 67", "+48221234567"),
        ("", "", "お電話は 03-1234-5678 まで", "+81312345678"),
        ("", "", "Τηλ. 21 2345 6789", "+302123456789"),
        ("", "", "טלפון: 02-123-4567", "+97221234567"),
        ("", "th", "โทร 02 123 4567", "+6621234567"),
        ("https://example.no/", "", "Tlf.: 22.12.34.56", "+4722123456"),
        ("", "hu", "Telefon: +36 (06) 1 234 5678", "+3612345678"),
    ],
)
def test_the_page_tells_the_country(url: str, language: str, text: str, value: str) -> None:
    assert values(PHONE, Page(text=text, url=url, language=language)) == [value]


def test_a_number_of_every_country_with_its_code_in_front() -> None:
    from phonenumbers import SUPPORTED_REGIONS, PhoneNumberFormat, example_number, format_number

    for region in SUPPORTED_REGIONS:
        number = example_number(region)
        assert number, region
        text = f"reach us {format_number(number, PhoneNumberFormat.INTERNATIONAL)} today"
        assert values(PHONE, text) == [format_number(number, PhoneNumberFormat.E164)], region


def test_most_national_numbers_on_a_page_of_their_country() -> None:
    from phonenumbers import SUPPORTED_REGIONS, PhoneNumberFormat, example_number, format_number

    right = 0
    for region in SUPPORTED_REGIONS:
        number = example_number(region)
        assert number, region
        end = "uk" if region == "GB" else region.lower()
        text = f"Tel. {format_number(number, PhoneNumberFormat.NATIONAL)}\nwww.example.{end}"
        right += values(PHONE, text) == [format_number(number, PhoneNumberFormat.E164)]
    # The rest has fewer than seven digits, or an ending that is sold to the whole world.
    assert right / len(SUPPORTED_REGIONS) > 0.85


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("020.7946.0123", "+442079460123"),
        ("+44 (0) 1632-960-123", "+441632960123"),
        ("01632/960123", "+441632960123"),
        ("(01632)960 123 ext 12", "+441632960123"),
        ("Tel: 1632 960123", "+441632960123"),
        ("Call 7700900123", "+447700900123"),
        ("Tel 0 1 6 3 2 9 6 0 1 2 3", "+441632960123"),
        ("mobile 0-7-7-0-0-9-0-0-1-2-3", "+447700900123"),
        ("0163 296 0123", "+441632960123"),
        ("Mobil 0151 23456789", "+4915123456789"),
        ("oh seven seven double oh, nine double oh, one two three", "+447700900123"),
        ("ring Zero One Six Three Two - nine six zero - one two three today", "+441632960123"),
        ("plus four four seven seven double zero nine double zero one two three", "+447700900123"),
    ],
)
def test_odd_groupings_and_spoken_numbers(text: str, value: str) -> None:
    assert values(PHONE, f"Jane Doe, {text}, Carlisle", Person(region="GB")) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "7700900123",
        "0 1 6 3 2 9 6 0 1 2 3",
        "19/01632/960123",
        "Planning 01632/2019",
        "zero one two three four five six seven eight nine ten",
        "oh one two three",
        "nought point double oh seven",
    ],
)
def test_what_is_only_digits_is_no_number_at_home(text: str) -> None:
    assert values(PHONE, f"Jane Doe, {text}, Carlisle", Person(region="GB")) == []


@pytest.mark.parametrize("thing", ["Grant", "Award", "Student", "Staff", "Contract", "Case file", "Ticket"])
@pytest.mark.parametrize("said", [" no. ", " number: ", " code ", "-No: "])
@pytest.mark.parametrize("number", ["01632 960123", "07700900123"])
def test_things_have_numbers_too(thing: str, said: str, number: str) -> None:
    assert values(PHONE, f"{thing}{said}{number}") == []


@pytest.mark.parametrize("label", ["Sales number: ", "My number is ", "Phone no. ", "Care staff ", "area code "])
def test_a_number_of_people_is_dialled(label: str) -> None:
    assert values(PHONE, f"{label}01632 960123") == ["+441632960123"]


def test_the_persons_region_is_used_where_the_page_tells_nothing() -> None:
    assert values(PHONE, "030 23125 101", Person(region="DE")) == ["+493023125101"]


@pytest.mark.parametrize(
    "text",
    [
        "ISBN 978-1-4028-9462-6",
        "12/03/1985 and 2019-04-07 09:30",
        "1985-2019 200",
        "Company number 01234567",
        "Registered in England no. 01632960",
        "Order no. 01632960123",
        "£01,632,960",
        "192.168.100.200",
        "54.895123, -2.933612",
        "4111 1111 1111 1111",
        "pages 350-371 (2008)",
        "300/600/2400",
        "https://example.org/01632960123",
        "id_07700900123",
        "K07700900123",
        "Springfield, MA 02134-1203, info@example.de",
        "Clause 252.227-7013 of the rules",
        "/^[012][0-9][0-9]-[012][0-9]-[0123][0-9]$/",
        "07700900123abcdef",
        "0770-0900-1230fade",
        "202-555-ABCDE",
        "07700 900123.example.org",
        "Code +999 12 555 01 43",
        "98765 43210",
        "2025550143",
        "3 000 000 000 people",
    ],
)
def test_not_numbers_to_dial(text: str) -> None:
    assert values(PHONE, text) == []


@pytest.mark.parametrize("end", ["de", "it", "fr", "pl", "se", "co.uk"])
@pytest.mark.parametrize(
    "text",
    [
        "TVA BE 0744.123.456",
        "SIRET 123 456 789 01234",
        "MPAN 12 345 678 09 1234 0567 890",
        "BLZ 123 456 78 Kto. 0123456789",
        "NIP: 012-345-67-89",
        "ИНН 0123456789 КПП 012345678",
        "IBAN GB12 ABCD 0123 0456 0789 01",
        "DE12 0123 4567 0123 4567 01",
        "Membership No 0123456789",
        "CVR 01 23 45 67",
        "Org.nr 012345-6789",
        "Meeting ID: 123 0456 7890",
        "Password 0123456789",
        "1234 5678 0123 4567",
        "0-123-45678-9",
        "01-23-45-02-11-33",
        "06.43 09.18 10.54 11.26",
        "78.65  38.13  96.21  40.48  42.95  61.22",
        "0945 0610 1284 1232",
        "98\t0448\t0889\t0261",
        '<x id="0123456789">',
        "05379074-0419-4898-a001-466506286616",
        "54.895123, -0.232295",
        "123 456 789 inhabitants",
    ],
)
def test_what_is_counted_is_no_number_where_lengths_vary(text: str, end: str) -> None:
    assert values(PHONE, Page(text=f"Notes\n{text}\nand more.", url=f"https://www.example.{end}/")) == []


def test_a_line_that_is_a_number_at_home() -> None:
    assert values(PHONE, "Jane\n2025550143\n", Person(region="US")) == ["+12025550143"]
    assert values(PHONE, "no 2025550143 of them", Person(region="US")) == []
    assert values(PHONE, "Jane\n2025550143\n", Person(region="GB")) == []


def test_two_numbers_in_a_row_are_two() -> None:
    assert values(PHONE, "01632 960123 07700 900123") == ["+441632960123", "+447700900123"]
    assert values(PHONE, "Tel 01632 960123/960124") == ["+441632960123"]


def test_a_number_ends_where_its_marks_do() -> None:
    assert values(PHONE, "202.555.0143 202.555.0144") == ["+12025550143", "+12025550144"]
    assert values(PHONE, "202-555-0143 866-555-0144") == ["+12025550143", "+18665550144"]
    assert values(PHONE, "Springfield MA 02134 (413) 555-0143") == ["+14135550143"]
    assert values(PHONE, "Springfield TX 77042 713-555-0143") == ["+17135550143"]
    assert values(PHONE, "Tel: 2025550143 1 2 3 4 next") == ["+12025550143"]
    assert values(PHONE, "Phone +44 20 7946 0123 70 High Street") == ["+442079460123"]


def test_seven_digits_take_the_area_of_the_number_before() -> None:
    assert values(PHONE, "Tel (202) 555-0143 or 555-0144") == ["+12025550143", "+12025550144"]
    assert values(PHONE, "Tel 555-0144") == []


def test_a_bare_number_behind_a_link_counts() -> None:
    page = Page(text="Call us\n\n2025550143", language="en-US", parts=(Part(0, 7, "text"), Part(9, 19, "link")))
    (finding,) = found(PHONE, page)
    assert (finding.value, finding.where) == ("+12025550143", "link")


def test_a_job_beside_a_number_does_not_hide_it() -> None:
    assert values(PHONE, "Registered Nurse\t01632 960123") == ["+441632960123"]


def test_a_page_of_numbers_is_read_to_its_end() -> None:
    text = "\n".join([f"01632 960{n:03}" for n in range(1000)] * 4)
    assert len(values(PHONE, text)) == 4000


def test_a_grouping_of_two_countries_is_read_at_home_where_the_page_names_no_other() -> None:
    assert values(PHONE, "(222) 234-5678", Person(region="MX")) == ["+522222345678"]
    assert values(PHONE, "(222) 234-5678", Person(region="GB")) == ["+12222345678"]
