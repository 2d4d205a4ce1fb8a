"""Texts made to slow the finders down, to crash them or to flood the table."""

from __future__ import annotations

import pytest

from benchmarks.baits import PIECES
from seen_online.exposure import find
from seen_online.exposure.finder import MOST
from seen_online.exposure.finding import FindingKind, Whose
from seen_online.person import Detail, DetailKind, Person, Use
from support.exposed import KATE, values

SIZE = 30_000  # characters; the bench shows that time grows in step with them


@pytest.mark.parametrize("piece", PIECES)
def test_a_bait_is_read_to_its_end(piece: str) -> None:
    text = (piece * (SIZE // len(piece) + 1))[:SIZE] + "\n\n\nWrite to last@example.net"
    findings = find(text, KATE)
    assert findings[-1].value == "last@example.net"
    assert len(findings) <= SIZE // 3
    for finding in findings:
        assert text[finding.start : finding.end] == finding.shown
        assert len(finding.shown) < 400


def test_a_page_of_one_line_without_spaces() -> None:
    assert find("x" * 3_000_000, KATE) == []


def test_a_page_of_digits() -> None:
    assert values(FindingKind.PHONE, "7" * 1_000_000) == []


def test_a_million_marks_that_cannot_be_seen() -> None:
    assert values(FindingKind.EMAIL, "jane\u200b" + "\u200b" * 1_000_000 + "@example.org") == ["jane@example.org"]


def test_right_to_left_marks_and_nuls_hide_nothing() -> None:
    assert values(FindingKind.EMAIL, "\u202ejane\x00 x\u202c jane@exa\u202emple.org") == ["jane@example.org"]
    assert values(FindingKind.PHONE, "\u202a07700\u202c 900\u2066123") == ["+447700900123"]


def test_lone_surrogates_do_no_harm() -> None:
    assert values(FindingKind.EMAIL, "\ud800jane@example.org\udfff") == ["jane@example.org"]


def test_a_name_that_is_a_pattern() -> None:
    from seen_online.person import person_from_about

    odd = person_from_about(
        {
            "names": ["A(.*)+ \\d{9}[", "((((", "*"],
            "usernames": ["(a+)+$"],
            "workplaces": ["[[[", "a|b"],
            "addresses": ["12 (x+)+ Road"],
        }
    )
    assert find("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ((((" * 200, odd) is not None


@pytest.mark.parametrize("address", ["jane@", "jane@.org", "@", "jane", "+@."])
def test_an_address_without_a_host_ends_the_search(address: str) -> None:
    half = Person((Detail(kind=DetailKind.EMAIL, value=address, use=Use.COMPARE),))
    assert [finding.value for finding in find("jane at example.org, a@example.org", half)] == ["a@example.org"]


def test_a_very_long_name_and_very_many_details() -> None:
    from seen_online.person import person_from_about

    letters = [first + second for first in "abcdefghijklmn" for second in "abcdefghijklmn"]
    many = person_from_about(
        {"names": [*(f"Jane Doe{name}" for name in letters), "x " * 140], "places": [f"Aldby{n}" for n in range(200)]}
    )
    found = {finding.value for finding in find("Jane Doebc of Aldby7. " * 50, many)}
    assert found == {"Jane Doebc", "Aldby7"}


@pytest.mark.parametrize(
    ("piece", "most"),
    [
        ("a{}@example.org ", MOST),
        # The others at a tenth of it: what is looked for is what becomes of the details behind the last that is kept.
        ("01632 96{:04} ", MOST // 10),
        ("{} High Street\n", MOST // 10),
        ("CA2 {}AB ", MOST // 10),
        ("@a{} ", MOST // 10),
        ("born in {}\n", MOST // 10),
    ],
)
def test_a_flood_of_details_is_cut_but_never_hides_the_persons_own(
    piece: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seen_online.exposure.finder.MOST", most)
    flood = "".join(piece.format(number % 9 if piece[0] == "C" else number) for number in range(most + 5_000))
    own = "kate.muller@gmail.com\n07700 900123\n12 High Street\nCA1 2AB\n@katem85\nKate Müller, born 12 March 1985\n"
    findings = find(flood + own, KATE)
    assert len(findings) <= most + 100
    yours = {finding.kind for finding in findings if finding.whose is Whose.YOURS and finding.start >= len(flood)}
    assert yours >= {
        FindingKind.EMAIL,
        FindingKind.PHONE,
        FindingKind.ADDRESS,
        FindingKind.POSTCODE,
        FindingKind.USERNAME,
        FindingKind.NAME,
        FindingKind.DATE_OF_BIRTH,
    }


def test_more_details_than_a_table_can_hold_are_all_counted() -> None:
    text = "\n".join(f"p{n}@example.org" for n in range(20_000))
    assert len(values(FindingKind.EMAIL, text)) == 20_000
