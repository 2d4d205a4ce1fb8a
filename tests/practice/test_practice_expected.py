"""expected.yaml says what the pages say: nothing that does not stand there, nothing left out, no page forgotten."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest

from seen_online.exposure.finding import FindingKind, Whose
from seen_online.person import DetailKind
from seen_online.practice.expected import ExpectedFinding, ExpectedPage, expected_pages
from seen_online.practice.person import practice_person
from seen_online.practice.site import Manner, WebPage, load_site
from seen_online.reading.page import PageOutcome

PERSON = practice_person()
SITE = load_site()
PAGES = {page.url: page for page in SITE.pages if page.listed}
EXPECTED = {page.url: page for page in expected_pages()}
READABLE = [page for page in EXPECTED.values() if page.reading is PageOutcome.READ]
OWNERS = {"", "her", "baker", "academic", "footballer", "ancestor"}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
EMAIL = re.compile(r"[a-z0-9.+_-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}")
PHONE = re.compile(r"(?:\+44|0)0?((?:7700900|1632960)\d{3})|\(?(306)\)?-?555-?(\d{4})")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b")


def everything(page: WebPage) -> str:
    """Return all text of a page: as written in its source, with and without tags, entities and cipher undone."""
    if page.media_type == "application/pdf":
        return page.text
    source = page.body.decode(page.served.charset)
    plain = html.unescape(source)
    hidden = [uncipher(code) for code in re.findall(r'data-cfemail="([0-9a-f]+)"', source)]
    return "\n".join([plain.replace("\xa0", " "), re.sub(r"<[^<>]*>", " ", plain), page.title, *hidden])


def uncipher(code: str) -> str:
    data = bytes.fromhex(code)
    return bytes(byte ^ data[0] for byte in data[1:]).decode()


def emails_on(text: str) -> set[str]:
    spelled = re.sub(r"\s*(?:[\[(<]at[\])>]|(?<=fallowby) at (?=example))\s*", "@", text)
    spelled = re.sub(r"\s*[\[(<]dot[\])>]\s*", ".", spelled)
    return set(EMAIL.findall(spelled))


def phones_on(text: str) -> set[str]:
    spelled = text.replace("O77OO 9OO I84", "07700900184")
    squeezed = re.sub(r"(?<=[\d)+])[ ()-]+(?=[\d(])|[()]", "", spelled)
    return {f"+44{uk}" if uk else f"+1{area}555{line}" for uk, area, line in PHONE.findall(squeezed)}


def spellings(found: ExpectedFinding) -> Iterator[str]:
    """Yield the ways in which a value may stand on a page, where `shown` does not tell."""
    yield found.shown or found.value
    if found.kind is FindingKind.DATE_OF_BIRTH and not found.shown:
        yield found.value[:4]


def test_every_page_of_the_web_is_written_down_once() -> None:
    assert [page.url for page in expected_pages()] == list(EXPECTED)
    assert EXPECTED.keys() == PAGES.keys()


def test_the_web_is_as_large_and_as_mixed_as_it_is_meant_to_be() -> None:
    assert len(PAGES) >= 60
    about = [owner for page in EXPECTED.values() for owner in page.about]
    assert set(about) == OWNERS - {""}
    assert about.count("her") >= 30
    for namesake in ("baker", "academic", "footballer"):
        assert about.count(namesake) >= 4
        kinds = {f.kind for page in EXPECTED.values() for f in page.findings if f.of == namesake}
        assert FindingKind.DATE_OF_BIRTH in kinds
    assert sum(not page.about for page in EXPECTED.values()) >= 10
    assert {page.reading for page in EXPECTED.values()} == {PageOutcome.READ, PageOutcome.GONE, PageOutcome.NEEDS_YOU}


def test_every_kind_and_everything_of_hers_is_to_be_found_somewhere() -> None:
    found = [f for page in READABLE for f in page.findings]
    assert {f.kind for f in found} == set(FindingKind) - {FindingKind.NAME}
    hers = {f.value for f in found if f.whose is Whose.YOURS}
    assert set(PERSON.values(DetailKind.EMAIL)) <= hers
    assert {"+447700900184", "+441632960337", "1986-04-17", "1986-04", "1986", "--04-17"} <= hers
    assert set(PERSON.values(DetailKind.USERNAME, DetailKind.WORKPLACE, DetailKind.PLACE, DetailKind.ADDRESS)) <= hers
    assert {name for page in READABLE for name in page.names} == set(PERSON.names)


def a_page_is_read_or_not_as_it_is_served(expected: ExpectedPage) -> None:
    manner = PAGES[expected.url].served.answer
    kept_out = "http://www.district-archive.example/private/" in expected.url  # by the robots.txt there
    if manner in (Manner.PAGE, Manner.SLOW, Manner.MOVED) and not kept_out:
        assert expected.reading is PageOutcome.READ
    else:
        gone = manner in (Manner.GONE, Manner.MISSING)
        assert expected.reading is (PageOutcome.GONE if gone else PageOutcome.NEEDS_YOU)
        assert expected.why
        assert expected.findings == ()
        assert expected.names == ()
    assert set(expected.about) | {f.of for f in expected.findings} <= OWNERS


def every_value_stands_on_its_page(expected: ExpectedPage) -> None:
    text = everything(PAGES[expected.url])
    on_page = {FindingKind.EMAIL: emails_on(text), FindingKind.PHONE: phones_on(text)}
    for found in expected.findings:
        if found.kind in on_page:
            assert found.value in on_page[found.kind]
        if found.shown or found.kind not in on_page:
            assert any(words in text for words in spellings(found)), found


def a_date_is_the_one_that_is_shown(expected: ExpectedPage) -> None:
    for found in expected.findings:
        if found.kind is not FindingKind.DATE_OF_BIRTH:
            continue
        year, month, day = re.fullmatch(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?", found.value).groups()  # type: ignore[union-attr]
        shown = found.shown or found.value
        assert (year == "-") or year in shown
        if day:
            assert re.search(rf"(?<!\d)0?{int(day)}(?!\d)", shown)
        if month:
            name = MONTHS[int(month) - 1]
            assert re.search(rf"{name}|(?<!\d)0?{int(month)}(?!\d)", shown.replace("Ebr", "Apr"))


def nothing_is_left_out(expected: ExpectedPage) -> None:
    text = everything(PAGES[expected.url])
    listed = {kind: {f.value for f in expected.findings if f.kind is kind} for kind in FindingKind}
    assert emails_on(text) == listed[FindingKind.EMAIL]
    assert phones_on(text) == listed[FindingKind.PHONE]
    assert set(POSTCODE.findall(text)) == listed[FindingKind.POSTCODE]
    for kind, detail in ((FindingKind.WORKPLACE, DetailKind.WORKPLACE), (FindingKind.USERNAME, DetailKind.USERNAME)):
        assert {value for value in PERSON.values(detail) if re.search(rf"\b{value}\b", text)} == listed[kind]
    assert ("7 Tannery Rigg" in text) == bool(listed[FindingKind.ADDRESS])
    squeezed = " ".join(text.split()).lower()
    assert {name for name in PERSON.names if name.lower() in squeezed} == set(expected.names)


def a_date_of_birth_is_not_left_out(expected: ExpectedPage) -> None:
    """Where a page speaks of a birth, or shows hers, a date of birth is written down."""
    text = everything(PAGES[expected.url])
    speaks = re.search(r"\b(born|DOB|date of birth|birthday:|my birthday is|BDAY|bday|ganed)\b", text, re.IGNORECASE)
    hers = re.search(r"17(th)?[ /.](April|Apr|Ebrill|0?4)[ /.]1986|1986-04-17", text)
    listed = any(f.kind is FindingKind.DATE_OF_BIRTH for f in expected.findings)
    assert listed or not (speaks or hers)


def whose_it_is_follows_from_her_details(expected: ExpectedPage) -> None:
    own = {
        FindingKind.EMAIL: {re.sub(r"\+.*@", "@", value) for value in PERSON.values(DetailKind.EMAIL)},
        FindingKind.PHONE: {f"+44{re.sub(r'[^0-9]', '', v)[1:]}" for v in PERSON.values(DetailKind.PHONE)},
        FindingKind.POSTCODE: {"CA11 4ZX"},
        FindingKind.DATE_OF_BIRTH: {"1986-04-17", "1986-04", "1986", "--04-17"},
        FindingKind.LOCATION: set(PERSON.values(DetailKind.PLACE)),
        FindingKind.WORKPLACE: set(PERSON.values(DetailKind.WORKPLACE)),
        FindingKind.USERNAME: set(PERSON.values(DetailKind.USERNAME)),
        FindingKind.ADDRESS: set(PERSON.values(DetailKind.ADDRESS)),
    }
    for found in expected.findings:
        value = re.sub(r"\+.*@", "@", found.value)
        assert (found.whose is Whose.YOURS) == (value in own[found.kind]), found
        assert found.of == "her" or found.whose is not Whose.YOURS
        if found.whose is Whose.NEAR_YOUR_NAME:
            assert expected.names, found


@pytest.mark.parametrize("url", EXPECTED, ids=[url.removeprefix("http://") for url in EXPECTED])
def test_what_is_written_down_of_a_page_is_true(url: str) -> None:
    expected = EXPECTED[url]
    a_page_is_read_or_not_as_it_is_served(expected)
    if expected.reading is PageOutcome.READ:
        every_value_stands_on_its_page(expected)
        a_date_is_the_one_that_is_shown(expected)
        nothing_is_left_out(expected)
        a_date_of_birth_is_not_left_out(expected)
        whose_it_is_follows_from_her_details(expected)
