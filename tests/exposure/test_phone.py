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
