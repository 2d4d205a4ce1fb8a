"""A whole self-check of the made-up person, by the program's own rooms, against what is written down.

Search, outbox, reading and exposure run as they do for a real person; nothing here is a stand-in but the web itself.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from urllib.parse import urlsplit

import msgspec
import pytest

from seen_online.exposure import find
from seen_online.exposure.finding import Finding, FindingKind, Whose
from seen_online.outbox import Outbox
from seen_online.outbox.post import Post
from seen_online.practice.answering import PracticeSites
from seen_online.practice.engine import PracticeEngine
from seen_online.practice.expected import ExpectedFinding, expected_pages
from seen_online.practice.person import practice_person
from seen_online.practice.server import PracticeWeb
from seen_online.practice.site import load_site
from seen_online.reading.fetch import plan_pages, read_pages
from seen_online.reading.page import Page, PageOutcome
from seen_online.reading.turns import Manners
from seen_online.search.catalogue import engine
from seen_online.search.merge import merge
from seen_online.search.model import Ask, Outcome
from seen_online.search.queries import suggest
from seen_online.search.run import plan, run

EXPECTED = {page.url: page for page in expected_pages()}
# Listed in full for everybody; of the other kinds only what is hers.
COMPLETE = {FindingKind.EMAIL, FindingKind.PHONE, FindingKind.DATE_OF_BIRTH, FindingKind.POSTCODE}
HERS = {FindingKind.USERNAME, FindingKind.WORKPLACE, FindingKind.ADDRESS, FindingKind.LOCATION}
# These pages are about her and name her by nothing that a suggested search holds. That is how it is on the web, too.
OUT_OF_REACH = {
    "http://www.lonscale-fellrace.example/2023/results.txt",  # FALLOWBY Bex
    "http://members.eden-choir.example/addresses.html",  # Fallowby Becky
    "http://www.sellbeck.example/ads/running-pushchair-118204.html",  # Becky
    "http://www.carejobs-north.example/candidates/rf-penrith.html",  # Rebecca F.
}


class Checked(msgspec.Struct):
    """What one self-check gave."""

    asks: list[Ask]
    found: set[str]
    pages: dict[str, Page]
    outbox: Outbox


@pytest.fixture(scope="module")
def checked() -> Checked:
    outbox, stop = Outbox(), threading.Event()
    with PracticeWeb() as web:
        post = Post(outbox, web.network)
        planned = plan([query for query in suggest(practice_person()) if query.ticked], [engine(web.engine_name)])
        for item in planned:
            outbox.agree(item.requests)
        asks = run(planned, post, lambda ask: None, stop)
        results = merge(hit for ask in asks for hit in ask.hits)
        outbox.agree(plan_pages(EXPECTED))
        pages = read_pages(EXPECTED, post, lambda url, page: None, stop, manners=Manners(pause=0))
    return Checked(asks, {result.url for result in results}, pages, outbox)


@pytest.fixture(scope="module")
def findings(checked: Checked) -> dict[str, list[Finding]]:
    person = practice_person()
    return {url: find(checked.pages[url], person) for url, page in EXPECTED.items() if page.reading is PageOutcome.READ}


def test_every_suggested_search_is_answered(checked: Checked) -> None:
    assert len(checked.asks) > 5
    assert {ask.outcome for ask in checked.asks} <= {Outcome.ANSWERED, Outcome.NOTHING_FOUND}


def test_the_suggested_searches_find_her_pages(checked: Checked) -> None:
    hers = {url for url, page in EXPECTED.items() if "her" in page.about}
    assert hers - checked.found <= OUT_OF_REACH
    assert checked.found <= EXPECTED.keys()
    others = {about for url in checked.found for about in EXPECTED[url].about}
    assert {"baker", "academic", "footballer"} <= others, "her namesakes come with her"


def test_the_engine_answers_the_word_that_tries_whether_it_answers_at_all() -> None:
    from seen_online.search.engine import CONTROL_WORDS

    site = load_site()
    practice = PracticeEngine(site.pages)
    answer = PracticeSites(site, practice).answer("search.practice.example", f"/search?q={CONTROL_WORDS}&format=json")
    practice.close()
    assert answer is not None
    assert msgspec.json.decode(answer.body)["results"]


def test_every_page_is_read_or_not_as_written_down(checked: Checked) -> None:
    assert checked.pages.keys() == EXPECTED.keys()
    other = {url: page.detail for url, page in checked.pages.items() if page.outcome is not EXPECTED[url].reading}
    assert other == {}


def test_nothing_went_anywhere_but_to_made_up_hosts(checked: Checked) -> None:
    hosts = {urlsplit(sent.url).hostname for sent in checked.outbox.sent}
    assert hosts <= load_site().hosts | {"search.practice.example"}
    assert {sent.status for sent in checked.outbox.sent} <= {200, 301, 302, 401, 403, 404, 410}


def same(kind: FindingKind, one: str, other: str) -> bool:
    """Tell whether two values say the same; a place or a workplace may be shown with more words or with fewer."""
    one, other = one.lower(), other.lower()
    return one == other or (kind in HERS and (one in other or other in one))


def is_found(want: ExpectedFinding, found: list[Finding]) -> bool:
    return any(f.kind is want.kind and same(want.kind, f.value, want.value) for f in found)


def test_what_is_there_is_found(findings: dict[str, list[Finding]]) -> None:
    wanted = [(url, want) for url in findings for want in EXPECTED[url].findings if not want.hard]
    assert [(url, want.kind, want.value) for url, want in wanted if not is_found(want, findings[url])] == []


def test_what_is_not_there_is_not_found(findings: dict[str, list[Finding]]) -> None:
    too_much = defaultdict(list)
    for url, found in findings.items():
        for f in found:
            if f.kind not in COMPLETE and not (f.kind in HERS - {FindingKind.LOCATION} and f.whose is Whose.YOURS):
                continue
            if not any(f.kind is w.kind and same(f.kind, f.value, w.value) for w in EXPECTED[url].findings):
                too_much[url].append(f"{f.kind} {f.value}")
    assert dict(too_much) == {}


def test_hers_is_told_from_others(findings: dict[str, list[Finding]]) -> None:
    wrong = defaultdict(list)
    for url, found in findings.items():
        hers = {(w.kind, w.value): w.whose is Whose.YOURS for w in EXPECTED[url].findings}
        for f in found:
            truth = hers.get((f.kind, f.value))
            if truth is not None and truth != (f.whose is Whose.YOURS):
                wrong[url].append(f"{f.kind} {f.value} is {f.whose}")
    assert dict(wrong) == {}


def test_her_names_are_found_wherever_they_stand(findings: dict[str, list[Finding]]) -> None:
    for url, found in findings.items():
        shown = {f.value.lower() for f in found if f.kind is FindingKind.NAME}
        assert {name.lower() for name in EXPECTED[url].names} <= shown, url


def test_of_the_hard_ones_most_are_found(findings: dict[str, list[Finding]]) -> None:
    """Spelled to hide them, in the page's source, in Welsh: a reader may miss some, but not many."""
    hard = [(url, want) for url in findings for want in EXPECTED[url].findings if want.hard]
    assert len(hard) > 10
    assert sum(is_found(want, findings[url]) for url, want in hard) > 0.7 * len(hard)
