"""Self-checks of made-up people, for tests of whatever is built on a finished check."""

from __future__ import annotations

from datetime import UTC, date, datetime

from seen_online.checklist.answer import Answer, Choice
from seen_online.checklist.item import Checklist, Item, Section
from seen_online.exposure.finding import Finding, FindingKind, Whose
from seen_online.person import Person, person_from_about
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.selfcheck import Action, Feeling, SelfCheck, Verdict, Who
from seen_online.search.model import Ask, Hit, Outcome, Query, Result

STARTED = datetime(2026, 3, 3, 9, 5, tzinfo=UTC)
MADE = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)
TODAY = MADE.date()

PHONE = "+447700900123"
EMAIL = "nia.ashworth@example.org"
BORN = "1985-03-12"
HOME = "4 Mill Lane, Penrith CA11 4ZX"
USER_NAME = "nia_runs"


def nia() -> Person:
    """Return Nia Ashworth, care worker in Penrith, who does not exist."""
    return person_from_about(
        {
            "names": ["Nia Ashworth"],
            "other_names": ["Nia Pell"],
            "places": ["Penrith"],
            "workplaces": ["Fellside Care"],
            "usernames": [USER_NAME],
            "emails": [EMAIL],
            "phones": ["07700 900123"],
            "date_of_birth": "12/03/1985",
            "addresses": [HOME],
        }
    )


def checklist() -> Checklist:
    """Return a checklist of three things and a rule."""
    return Checklist(
        "things",
        "Things to consider",
        sections=(
            Section(
                "you",
                "About you",
                items=(
                    Item("settings", "Your settings", "Did you look at your settings?", "So that you choose who sees."),
                    Item(
                        "details",
                        "Contact details",
                        "Are your contact details out of sight?",
                        "They can be misused.",
                        action="Take my phone number off the club's page",
                    ),
                    Item("pictures", "Pictures at work", "Are there pictures of you at work?", "They show others too."),
                    Item("public", "Public for ever", "Remember", "What is posted can be copied.", kind="rule"),
                ),
            ),
        ),
    )


def finding(kind: FindingKind, value: str, shown: str, whose: Whose = Whose.YOURS, context: str = "") -> Finding:
    """Return a finding whose place in the text does not matter."""
    return Finding(kind, value, shown, 0, len(shown), context or shown, whose)


def result(
    url: str, title: str, snippet: str = "", *, words: str = '"Nia Ashworth"', engine: str = "duckduckgo"
) -> Result:
    """Return a result that one engine showed for one query."""
    return Result(url, url, title, snippet, (Hit(title, url, snippet, engine, words, 1),))


CLUB, PAPER, NAMESAKE, FORUM = (
    "https://harriers.example/members/nia",
    "https://paper.example/care-award",
    "https://bakery.example/nia-ashworth",
    "https://forum.example/u/nia_runs?tel=07700900123",
)


def full_check() -> SelfCheck:
    """Return a check in which everything that a note can hold occurs at least once."""
    name = Query('"Nia Ashworth"', "your name")
    town = Query('"Nia Ashworth" Penrith', "your name with Penrith")
    phone = Query('"07700 900123"', "your phone number", private=True, ticked=False)
    results = [
        result(
            CLUB, "Fell Harriers: members", "Nia Ashworth, ring 07700-900 123 or nia.ashworth [at] example [dot] org"
        ),
        result(PAPER, "Care award for Penrith team", "Nia Ashworth of Fellside Care, born 12 March 1985, said ..."),
        result(NAMESAKE, "Nia Ashworth, baker in Leeds", "Cakes by Nia. Ring 01632 960 456."),
        result(FORUM, "nia_runs: profile", "Lives at 4 Mill Ln, CA114ZX"),
    ]
    hits = tuple(row.hits[0] for row in results)
    return SelfCheck(
        started=STARTED,
        person=nia(),
        sites=("facebook",),
        asks=[
            Ask(name, "duckduckgo", Outcome.ANSWERED, "4 pages found.", hits=hits),
            Ask(
                town,
                "duckduckgo",
                Outcome.BLOCKED,
                "We could not check DuckDuckGo. It asked us to slow down.",
                "Try again in ten minutes.",
            ),
            Ask(phone, "duckduckgo", Outcome.NOTHING_FOUND, "Nothing found."),
            Ask(
                name,
                "searxng",
                Outcome.FAILED,
                "We could not check SearXNG (search.example.org:8080). It did not answer.",
            ),
        ],
        results=results,
        pages={
            CLUB: Page("Nia Ashworth, ring 07700-900 123", PageOutcome.READ, url=CLUB),
            PAPER: Page("", PageOutcome.NEEDS_YOU, "It asks you to sign in.", url=PAPER),
            FORUM: Page("", PageOutcome.FAILED, "It did not answer.", url=FORUM),
        },
        findings={
            CLUB: [
                finding(FindingKind.PHONE, PHONE, "07700-900 123"),
                finding(FindingKind.EMAIL, EMAIL, "nia.ashworth [at] example [dot] org"),
                finding(FindingKind.NAME, "Nia Ashworth", "Nia Ashworth"),
            ],
            PAPER: [
                finding(FindingKind.DATE_OF_BIRTH, BORN, "12 March 1985"),
                finding(FindingKind.WORKPLACE, "fellside care", "Fellside Care"),
            ],
            NAMESAKE: [finding(FindingKind.PHONE, "+441632960456", "01632 960 456", Whose.NEAR_YOUR_NAME)],
            FORUM: [
                finding(FindingKind.ADDRESS, "4 Mill Ln", "4 Mill Ln"),
                finding(FindingKind.POSTCODE, "CA11 4ZX", "CA114ZX"),
                finding(FindingKind.USERNAME, USER_NAME, USER_NAME),
            ],
        },
        verdicts={
            CLUB: Verdict(
                Who.ME,
                Feeling.NOT_HAPPY,
                "Ask Jo.\nMy number is 0770 0900123!",
                Action("Ask the club to take out +44 7700 900123", CLUB, date(2026, 3, 20)),
            ),
            PAPER: Verdict(Who.ME, Feeling.HAPPY),
            NAMESAKE: Verdict(Who.NOT_ME),
            FORUM: Verdict(Who.NOT_SURE, Feeling.NOT_HAPPY),
        },
        answers={
            "settings": Answer(Choice.DONE, "Set to friends only"),
            "details": Answer(Choice.NEEDS_DOING, "", "", date(2026, 4, 1)),
            "pictures": Answer(Choice.NOT_SURE),
        },
    )
