"""A first check and a second one, made of short descriptions of pages."""

from __future__ import annotations

from datetime import UTC, datetime

from seen_online.exposure.finding import Finding, FindingKind, Whose
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.address import canonical
from seen_online.search.model import Ask, Hit, Outcome, Query, Result
from support.checks import finding

FIRST, SECOND = datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 7, 5, tzinfo=UTC)
ASKED = '"Nia Ashworth"'
ALSO_ASKED = '"Nia Ashworth" Penrith'
PHONE = finding(FindingKind.PHONE, "+447700900123", "07700 900123")
EMAIL = finding(FindingKind.EMAIL, "nia@example.org", "nia@example.org")
THEIRS = finding(FindingKind.PHONE, "+441632960456", "01632 960456", Whose.OTHER)
NAME = finding(FindingKind.NAME, "Nia Ashworth", "Nia Ashworth")
WORDS = (
    "Nia Ashworth of Penrith was given the award for care at a dinner on Friday by the mayor who said that nobody "
    "had done more for the people of the town in the last ten years and that she would be missed by all of them"
)


def check(started: datetime = FIRST, asks: dict[str, Outcome] | None = None) -> SelfCheck:
    """Return a check in which these words were put to one engine, with nothing found yet."""
    asked = {ASKED: Outcome.ANSWERED} if asks is None else asks
    return SelfCheck(
        started=started, asks=[Ask(Query(words, "why"), "duckduckgo", outcome) for words, outcome in asked.items()]
    )


def show(
    check: SelfCheck,
    url: str,
    *findings: Finding,
    title: str = "Care award for Penrith team",
    snippet: str = "Nia Ashworth was given an award",
    words: str = ASKED,
    read: PageOutcome = PageOutcome.READ,
    text: str = "",
    led_to: str = "",
) -> str:
    """Put a page into a check, read or not; return its key."""
    key = canonical(url)
    check.results.append(Result(key, url, title, snippet, (Hit(title, url, snippet, "duckduckgo", words, 1),)))
    if read is not PageOutcome.NOT_READ:
        seen = read in (PageOutcome.READ, PageOutcome.PARTLY)
        check.pages[key] = Page((text or f"{title} {snippet}") if seen else "", read, url=led_to or url)
    check.findings[key] = list(findings)
    return key


def two(asks: dict[str, Outcome] | None = None) -> tuple[SelfCheck, SelfCheck]:
    """Return a first check, and a second one with these outcomes."""
    return check(FIRST, dict.fromkeys(asks or {ASKED: 0}, Outcome.ANSWERED)), check(SECOND, asks)
