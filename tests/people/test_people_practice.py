"""A whole practice check: are her pages kept from those of three namesakes and an ancestor?

Most results are hers, as the searches carry her own places and workplaces. That is the usual case for the program, and
the one in which a large group of hers wants to swallow everybody else's pages.
"""

import threading
from collections import Counter
from collections.abc import Sequence

import pytest

from seen_online.outbox import Outbox
from seen_online.outbox.post import Post
from seen_online.people import group, likely_you
from seen_online.person import DetailKind, Person
from seen_online.practice.expected import expected_pages
from seen_online.practice.person import practice_person
from seen_online.practice.server import PracticeWeb
from seen_online.reading.fetch import plan_pages
from seen_online.review.perform import read, search
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.catalogue import engine
from seen_online.search.model import Result
from seen_online.search.queries import suggest
from seen_online.search.run import plan

HER = practice_person()
ABOUT = {page.url: page.about for page in expected_pages()}
Both = dict[str, list[Result]]


@pytest.fixture(scope="module")
def results() -> Both:
    """What she sees before any page was read, and after."""
    check, stop = SelfCheck(person=HER), threading.Event()
    with PracticeWeb() as web:
        post = Post(Outbox(), web.network)
        planned = plan([query for query in suggest(HER) if query.ticked], [engine(web.engine_name)])
        for item in planned:
            post.outbox.agree(item.requests)
        search(check, planned, post, lambda ask: None, stop)
        rows = list(check.results)
        post.outbox.agree(plan_pages([result.url for result in rows]))
        read(check, rows, post, lambda key, page: None, stop)
    return {"rows": rows, "pages": list(check.results)}


def about_one(results: Sequence[Result]) -> list[Result]:
    return [result for result in results if len(ABOUT[result.url]) == 1]


def purity(results: Sequence[Result], person: Person) -> float:
    """The share of results that are in a group with mostly results about the same person as theirs."""
    counts = [Counter(ABOUT[r.url] for r in about_one(g.results)) for g in group(results, person)]
    return sum(max(count.values(), default=0) for count in counts) / sum(count.total() for count in counts)


def chances(results: Sequence[Result]) -> dict[str, float]:
    return dict(zip((r.url for r in results), likely_you(results, HER), strict=True))


@pytest.mark.parametrize("step", ["rows", "pages"])
def test_groups_are_of_one_person_each(results: Both, step: str) -> None:
    assert len(about_one(results[step])) > 50
    assert purity(results[step], HER) >= 0.95


@pytest.mark.parametrize(("step", "most"), [("rows", 8), ("pages", 4)])
def test_her_pages_are_in_few_groups(results: Both, step: str, most: int) -> None:
    hers = [
        sum(ABOUT[r.url] == ("her",) for r in g.results)
        for g in group(results[step], HER)
        if any(ABOUT[r.url] == ("her",) for r in g.results)
    ]
    assert len(hers) <= most
    assert max(hers) >= 0.7 * sum(hers)


@pytest.mark.parametrize("step", ["rows", "pages"])
def test_no_namesake_is_called_likely_her(results: Both, step: str) -> None:
    wrong = {url: chance for url, chance in chances(results[step]).items() if "her" not in ABOUT[url] and chance >= 0.7}
    assert wrong == {}


@pytest.mark.parametrize("step", ["rows", "pages"])
def test_her_pages_are_called_likely_hers(results: Both, step: str) -> None:
    hers = [chance for url, chance in chances(results[step]).items() if ABOUT[url] == ("her",)]
    assert len(hers) > 40
    assert sum(chance >= 0.7 for chance in hers) >= 0.8 * len(hers)


@pytest.mark.parametrize("step", ["rows", "pages"])
def test_who_tells_us_no_contact_details_is_told_apart_as_well(results: Both, step: str) -> None:
    kept = {DetailKind.NAME, DetailKind.OTHER_NAME, DetailKind.PLACE, DetailKind.WORKPLACE, DetailKind.DATE_OF_BIRTH}
    shy = Person(tuple(detail for detail in HER.details if detail.kind in kept))
    assert purity(results[step], shy) >= 0.95
    told = dict(zip((r.url for r in results[step]), likely_you(results[step], shy), strict=True))
    assert {url: chance for url, chance in told.items() if "her" not in ABOUT[url] and chance >= 0.7} == {}
    hers = [chance for url, chance in told.items() if ABOUT[url] == ("her",)]
    assert sum(chance >= 0.7 for chance in hers) >= 0.8 * len(hers)


@pytest.mark.parametrize("step", ["rows", "pages"])
def test_one_word_of_hers_changes_no_namesake_for_the_worse(results: Both, step: str) -> None:
    """Once she called one of her plainest pages hers, no namesake's page may become likely hers."""
    first = next(r for g in group(results[step], HER) for r in g.results if ABOUT[r.url] == ("her",))
    told = dict(zip((r.url for r in results[step]), likely_you(results[step], HER, [(first.key, "me")]), strict=True))
    assert {url: chance for url, chance in told.items() if "her" not in ABOUT[url] and chance >= 0.7} == {}
