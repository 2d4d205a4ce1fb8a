"""The picture over time, and the reminder."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from seen_online.exposure.finding import FindingKind
from seen_online.review.over_time import Tally, due_sentence, reminder, tally, tally_of
from seen_online.review.selfcheck import Verdict, Who
from support.checks import full_check
from support.second_check import EMAIL, NAME, PHONE, THEIRS


def test_details_are_counted_once_and_only_the_persons_own():
    check = full_check()
    found = tally(check.started, check.findings, check.verdicts)
    assert found.counts == {
        FindingKind.PHONE: 1,
        FindingKind.EMAIL: 1,
        FindingKind.DATE_OF_BIRTH: 1,
        FindingKind.ADDRESS: 1,
        FindingKind.POSTCODE: 1,
        FindingKind.USERNAME: 1,
    }


def test_pages_about_somebody_else_do_not_count():
    findings = {"a": [PHONE, PHONE, NAME, THEIRS], "b": [PHONE], "c": [EMAIL]}
    found = tally(datetime(2026, 1, 1, tzinfo=UTC), findings, {"c": Verdict(Who.NOT_ME), "b": Verdict(Who.ME)})
    assert found.counts == {FindingKind.PHONE: 1}


@pytest.mark.parametrize(
    ("started", "months", "on"),
    [
        (datetime(2026, 3, 3, 12, tzinfo=UTC), 6, date(2026, 9, 3)),
        (datetime(2026, 8, 31, 12, tzinfo=UTC), 6, date(2027, 2, 28)),
        (datetime(2027, 12, 31, 12, tzinfo=UTC), 2, date(2028, 2, 29)),
        (datetime(2026, 12, 1, 12, tzinfo=UTC), 12, date(2027, 12, 1)),
    ],
)
def test_the_reminder(started: datetime, months: int, on: date):
    assert reminder(started, months).on == on
    assert due_sentence(started, on, months) != ""
    assert due_sentence(started, date.fromordinal(on.toordinal() - 1), months) == ""


def test_how_much_was_looked_into_is_counted_too():
    check = full_check()
    found = tally_of(check)
    assert not found.all_checked, "two searches were not answered"
    assert (found.pages, found.read) == (3, 1), "a namesake's page does not count"
    check.asks = check.asks[:1]
    assert tally_of(check).all_checked


def test_a_check_in_which_most_pages_were_not_read_is_no_measure():
    def counted(**fields: int | bool) -> Tally:
        return Tally(datetime(2026, 1, 5, tzinfo=UTC), {}, **fields)  # type: ignore[arg-type]

    assert not counted(pages=60, read=58).may_be_more
    assert counted(pages=60, read=29).may_be_more
    assert counted(pages=60).may_be_more
    assert not counted().may_be_more, "nothing was found, and all was answered"
    assert counted(all_checked=False).may_be_more
