"""Whatever the text: offsets fit, nothing raises, values are in the form that the contract promises."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.exposure import find
from seen_online.exposure.finding import Finding, FindingKind
from seen_online.reading.page import Page, Part
from support.exposed import KATE

PIECES = st.sampled_from(
    [
        "jane", "@", "example", ".", "org", " at ", " dot ", "(at)", "07700 900123", "+44", "(0)", "020", "7946",
        "0123", " ", "  ", "\n", "\t", "-", "/", ",",
        "12", "1985", "March", "12/03/85", "born ", "DOB", "birthday ", "turned 40 ", "(", ")", "CA1 2AB",
        "High Street", "Flat 2, ", "rue ", "St ",
        "lives in ", "Leeds", "works for ", "nurse at ", "Sunrise Care", "Katherine", "Kate", "Müller", "O'Neil",
        ", ", "K. ", "https://", "facebook.com/",
        "instagram.com/", "katem85", "@katem85", "\u200b", "\u00ad", "\u202e", "\x00", "é", "İ", "ß", "ﬁ", "٣", "𝟙",
        "half", "½", "54.895123, -2.933612", "54°53'42\"N ",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))

FORMS = {
    FindingKind.EMAIL: re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+"),
    FindingKind.PHONE: re.compile(r"\+[1-9]\d{5,14}"),
    FindingKind.POSTCODE: re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}"),
    FindingKind.DATE_OF_BIRTH: re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d-\d\d"),
    FindingKind.USERNAME: re.compile(r"\S+"),
}


def check(finding: Finding, text: str) -> None:
    assert 0 <= finding.start < finding.end <= len(text)
    assert text[finding.start : finding.end] == finding.shown
    assert 0 < finding.sure <= 1
    assert finding.value == finding.value.strip() != ""
    assert "\n" not in finding.value
    if form := FORMS.get(finding.kind):
        assert form.fullmatch(finding.value), finding
    if finding.kind in (FindingKind.EMAIL, FindingKind.USERNAME):
        assert finding.value == finding.value.lower()
    if finding.kind is FindingKind.DATE_OF_BIRTH:
        for value in filter(None, (finding.value, finding.also)):
            assert FORMS[finding.kind].fullmatch(value)
            if len(value) == 10:
                date.fromisoformat(value)
            elif value.startswith("--"):
                date.fromisoformat(f"2000-{value[2:]}")


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_any_text_for_a_person(text: str) -> None:
    findings = find(text, KATE)
    for finding in findings:
        check(finding, text)
    assert [f.start for f in findings] == sorted(f.start for f in findings)


@settings(max_examples=80, deadline=None)
@given(
    TEXTS,
    st.text(max_size=20),
    st.text(max_size=8),
    st.lists(st.tuples(st.integers(-5, 300), st.integers(-5, 300), st.text(max_size=6)), max_size=4),
)
def test_any_page(text: str, url: str, language: str, parts: list[tuple[int, int, str]]) -> None:
    page = Page(text=text, url=url, language=language, parts=tuple(Part(*part) for part in parts))
    for finding in find(page):
        check(finding, text)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_findings_do_not_depend_on_what_stands_far_away(text: str) -> None:
    far = "\n" * 3 + "- " * 200
    alone = [(f.kind, f.value, f.shown) for f in find(text)]
    with_more = [(f.kind, f.value, f.shown) for f in find(text + far)]
    assert [one for one in with_more if one not in alone] == []
