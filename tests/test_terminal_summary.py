"""What the terminal says of a check in plain words: no comfort that is not true, and where to look oneself."""

from __future__ import annotations

import pytest

from seen_online.cli.consent import in_words
from seen_online.cli.summary import print_summary
from seen_online.review.perform import take_asks
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.model import Ask, Hit, Outcome, Query


def ask(outcome: Outcome, number: int = 1) -> Ask:
    words = f'"Nia Ashworth" {number}'
    hits = (Hit("Nia", f"https://example.org/{number}", "", "duckduckgo", words, 1),)
    return Ask(
        Query(words, "a test"),
        "duckduckgo",
        outcome,
        f"It ended as {outcome.value}.",
        "Or open it yourself.",
        f"https://duckduckgo.com/?q={number}",
        hits if outcome is Outcome.ANSWERED else (),
    )


def said(capsys: pytest.CaptureFixture[str], *outcomes: Outcome, pages: bool = True) -> str:
    check = SelfCheck()
    take_asks(check, [ask(outcome, number) for number, outcome in enumerate(outcomes)])
    check.findings.update({result.key: [] for result in check.results})
    print_summary(check, pages=pages)
    return capsys.readouterr().out


@pytest.mark.parametrize("outcome", [Outcome.BLOCKED, Outcome.FAILED, Outcome.NOT_ASKED])
def test_where_no_search_was_answered_nothing_is_known(capsys: pytest.CaptureFixture[str], outcome: Outcome) -> None:
    told = said(capsys, outcome, outcome)
    assert "no search was answered. That does not mean that there is nothing" in told
    assert "We could not look." in told
    assert "(0)" not in told
    assert told.count("https://duckduckgo.com/?q=") == 2, "open it yourself says where"


def test_where_all_were_answered_with_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, Outcome.NOTHING_FOUND)
    assert "showed no page. Other engines may still show some" in told
    assert "There was no page to look at" in told
    assert "Could not check" not in told


def test_where_some_could_not_be_checked(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, Outcome.NOTHING_FOUND, Outcome.BLOCKED)
    assert "Others could not be checked: see below" in told
    assert "We could not look." in told
    assert told.rstrip().endswith("https://duckduckgo.com/?q=1")


def test_pages_are_counted_in_words_that_fit(capsys: pytest.CaptureFixture[str]) -> None:
    assert "1 page could not be read whole. Open it yourself." in said(capsys, Outcome.ANSWERED)
    assert "2 pages could not be read whole. Open them" in said(capsys, Outcome.ANSWERED, Outcome.ANSWERED)
    assert "read whole" not in said(capsys, Outcome.ANSWERED, pages=False)


@pytest.mark.parametrize(
    ("asks", "seconds", "words"),
    [
        (1, 0, "1 search, about 1 second."),
        (3, 12, "3 searches, about 12 seconds."),
        (12, 60, "12 searches, about 1 minute."),
        (12, 118, "12 searches, about 2 minutes."),
    ],
)
def test_the_budget_in_words(asks: int, seconds: int, words: str) -> None:
    assert in_words(asks, seconds) == words


@pytest.mark.parametrize("outcome", [Outcome.BLOCKED, Outcome.FAILED])
def test_what_could_not_be_checked_is_said_once_in_a_line(capsys: pytest.CaptureFixture[str], outcome: Outcome) -> None:
    detail = "We could not check DuckDuckGo. It asked us to slow down."
    print_summary(SelfCheck(asks=[Ask(Query("Nia", "a test"), "duckduckgo", outcome, detail)]), pages=True)
    assert "  ? Nia (DuckDuckGo): Could not check. It asked us to slow down.\n" in capsys.readouterr().out
