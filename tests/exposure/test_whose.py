from __future__ import annotations

from seen_online.exposure.finding import FindingKind, Whose
from support.exposed import KATE, found


def whose(kind: FindingKind, text: str) -> list[Whose]:
    return [finding.whose for finding in found(kind, text, KATE)]


def test_what_follows_the_name_is_near_it() -> None:
    assert whose(FindingKind.PHONE, "Katherine Müller\nNurse\n01632 960001") == [Whose.NEAR_YOUR_NAME]


def test_in_a_list_each_has_their_own() -> None:
    text = "Kate Müller\n01632 960001\nJohn Smith\n01632 960002\n\nMary Jones 01632 960003\nLaura Holt 01632 960004"
    assert whose(FindingKind.PHONE, text) == [Whose.NEAR_YOUR_NAME, Whose.OTHER, Whose.OTHER, Whose.OTHER]


def test_a_number_in_front_of_the_name_on_its_line_is_near_it() -> None:
    text = "01632 960002 John Smith\n01632 960001 Katherine Müller"
    assert whose(FindingKind.PHONE, text) == [Whose.OTHER, Whose.NEAR_YOUR_NAME]


def test_far_from_the_name_is_other() -> None:
    assert whose(FindingKind.PHONE, "Katherine Müller " + "word " * 100 + "01632 960001") == [Whose.OTHER]


def test_an_institution_near_the_name_is_named() -> None:
    (finding,) = found(FindingKind.WORKPLACE, "Kate Müller, Royal Fernside Hospital", KATE)
    assert (finding.value, finding.whose) == ("Royal Fernside Hospital", Whose.NEAR_YOUR_NAME)
    assert found(FindingKind.WORKPLACE, "John Smith, Royal Fernside Hospital", KATE) == []


def test_an_account_made_of_the_name_is_near_it() -> None:
    assert whose(FindingKind.USERNAME, "facebook.com/kate.muller.1") == [Whose.NEAR_YOUR_NAME]
    assert whose(FindingKind.EMAIL, "muller.katherine@example.org") == [Whose.NEAR_YOUR_NAME]
    assert whose(FindingKind.EMAIL, "john.muller@example.org") == [Whose.OTHER]


def test_the_part_of_the_page_is_told() -> None:
    from seen_online.exposure import find
    from seen_online.reading.page import Page, Part

    page = Page(text="Jane\njane@example.org", parts=(Part(0, 4, "title"), Part(5, 21, "link")))
    assert [finding.where for finding in find(page)] == ["link"]
