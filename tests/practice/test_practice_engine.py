"""The practice engine: SearXNG's JSON, queries as engines understand them, and the faults it can play."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.practice.asked import take_apart
from seen_online.practice.engine import PER_PAGE, PracticeEngine
from seen_online.practice.faults import Fault
from seen_online.practice.server import PracticeWeb
from seen_online.practice.site import load_site
from support.practice_ask import browse, fetch, search

SEARCH = "http://search.practice.example/search"


@pytest.fixture(scope="module")
def engine() -> Iterator[PracticeEngine]:
    engine = PracticeEngine(load_site().pages)
    yield engine
    engine.close()


def urls(engine: PracticeEngine, query: str) -> list[str]:
    """Return all addresses that a query finds, over all its pages."""
    found: list[str] = []
    for page in range(1, 20):
        rows = engine.answer(query, page)["results"]
        found += [row["url"] for row in rows]
        if len(rows) < PER_PAGE:
            return found
    raise AssertionError("no end of pages")


def test_the_json_has_searxng_s_own_keys(web: PracticeWeb) -> None:
    answer = search(web, "Penrith")
    assert list(answer) == [
        "query",
        "number_of_results",
        "results",
        "answers",
        "corrections",
        "infoboxes",
        "suggestions",
        "unresponsive_engines",
    ]
    assert answer["query"] == "Penrith"
    assert answer["unresponsive_engines"] == []
    assert len(answer["results"]) == PER_PAGE < answer["number_of_results"]
    for place, row in enumerate(answer["results"], start=1):
        assert row["engines"] == [row["engine"]] == ["fellfinder"]
        assert row["positions"] == [place]
        assert row["score"] == pytest.approx(1 / place)
        assert row["url"].startswith("http://")
        assert row["parsed_url"][1] in row["url"]
        assert row["title"]
        assert isinstance(row["content"], str)
        assert {"category", "template", "publishedDate", "thumbnail", "img_src", "priority"} <= row.keys()


def test_a_quoted_name_finds_her_and_her_namesakes_and_nothing_else(engine: PracticeEngine) -> None:
    pages = {page.url: page for page in load_site().pages}
    found = urls(engine, '"Rebecca Fallowby"')
    assert len(found) == len(set(found)) > 25
    for url in found:
        whole = f"{pages[url].title} {pages[url].text} {re.sub('[/_.-]', ' ', url)}".lower()
        assert "rebecca fallowby" in whole
    assert {"www.crumbandfallow.example", "www.holmedale-rovers.example"} <= {url.split("/")[2] for url in found}


def test_a_phrase_is_a_phrase_and_words_are_words(engine: PracticeEngine) -> None:
    phrase, words = urls(engine, '"care worker"'), urls(engine, "worker care")
    assert phrase
    assert set(phrase) < set(words)
    assert urls(engine, '"worker care"') == []
    assert urls(engine, "“care worker”") == phrase, "a telephone's quotation marks count too"


def test_more_words_find_less(engine: PracticeEngine) -> None:
    with_town = urls(engine, '"Rebecca Fallowby" Penrith')
    assert set(with_town) < set(urls(engine, '"Rebecca Fallowby"'))
    assert "http://www.findafolk.example/uk/penrith/rebecca-fallowby-1.html" in with_town
    assert not any("crumbandfallow" in url for url in with_town)


def test_words_that_never_stand_together_still_find_something(engine: PracticeEngine) -> None:
    assert urls(engine, "glaciology pushchair")
    assert urls(engine, '"Rebecca Fallowby" zzyzx') == [], "a phrase alone is not what was asked for"


def test_site_narrows_to_a_host_those_below_it_and_a_path(engine: PracticeEngine) -> None:
    forum = urls(engine, "site:forum.fellchatter.example")
    assert forum
    assert all(url.startswith("http://forum.fellchatter.example/") for url in forum)
    assert set(urls(engine, "bexonthefells site:fellchatter.example")) < set(forum)
    assert urls(engine, "site:chatter.example") == []
    assert urls(engine, "fallowby site:http://register.companydesk.example/officers/8f21c.html") == [
        "http://register.companydesk.example/officers/8f21c.html"
    ]


def test_a_minus_takes_away(engine: PracticeEngine) -> None:
    all_of_them = set(urls(engine, "fallowby"))
    without = set(urls(engine, 'fallowby -bakery -"Holmedale Rovers"'))
    assert without < all_of_them
    assert not any("holmedale" in url for url in without)
    assert urls(engine, "-fallowby") == []


def test_accents_and_capitals_do_not_matter(engine: PracticeEngine) -> None:
    assert urls(engine, "rene DUBOISIERE") == ["http://www.st-oswin.example/newsletter/2020-05.html"]


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ('"becky.fallowby@example.org"', "http://bexonthefells.blogplot.example/about.html"),
        ("becky.fallowby@example.org", "http://cards.hicard.example/becky/becky.vcf"),
        ('"07700 900184"', "http://www.carejobs-north.example/cv/rebecca-fallowby.pdf"),
        ('"7 Tannery Rigg"', "http://planning.edenside-council.example/comments.aspx?ref=22/0417"),
        ("bexonthefells", "http://chirrup.example/bexonthefells"),
        ('"Rebecca Merfyn"', "http://www.eisteddfod-tegwel.example/canlyniadau/2001.html"),
        ('"Becky Fallowby" "Hazelgarth House"', "http://www.facepage.example/becky.fallowby"),
    ],
)
def test_the_queries_of_a_self_check_find_what_there_is(engine: PracticeEngine, query: str, url: str) -> None:
    assert url in urls(engine, query)


def test_pages_that_are_gone_or_closed_still_show_their_words(engine: PracticeEngine) -> None:
    shown = {row["url"]: row["content"] for row in engine.answer('"Rebecca Fallowby" "Larch Howe"')["results"]}
    assert "support worker" in shown["http://www.larchhowe.example/staff.html"]
    assert "48 connections" in shown["http://www.profilio.example/in/rebecca-fallowby"]


def test_the_snippet_is_plain_text_around_the_hit(engine: PracticeEngine) -> None:
    rows = engine.answer('"I am cross, to be honest"')["results"]
    assert len(rows) == 1
    assert "I am cross, to be honest" in rows[0]["content"]
    assert len(rows[0]["content"].split()) <= 40
    assert "<" not in rows[0]["content"]


def test_the_pages_of_an_answer_hold_every_result_once(engine: PracticeEngine) -> None:
    first = engine.answer("Penrith")
    found = urls(engine, "Penrith")
    assert len(found) == len(set(found)) == first["number_of_results"] > PER_PAGE
    assert engine.answer("Penrith", 99)["results"] == []
    assert engine.answer("Penrith", 2)["results"][0]["positions"] == [PER_PAGE + 1]


def test_categories_narrow_and_general_means_all(web: PracticeWeb) -> None:
    of_all = search(web, '"Rebecca Fallowby"')["number_of_results"]
    assert search(web, '"Rebecca Fallowby"', categories="general,news")["number_of_results"] == of_all
    social = search(web, '"Rebecca Fallowby"', categories="social media")["results"]
    assert [row["url"] for row in social] == ["http://www.profilio.example/in/rebecca-fallowby"]
    assert search(web, '"Rebecca Fallowby"', categories="images")["results"] == []


def test_nothing_found_is_an_honest_nothing(web: PracticeWeb) -> None:
    answer = search(web, '"Nobody Of That Name"')
    assert (answer["results"], answer["number_of_results"], answer["unresponsive_engines"]) == ([], 0, [])


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("format=json", 400),
        ("q=%20&format=json", 400),
        ("q=x&format=csv", 403),
        ("q=x&format=json&pageno=0", 400),
        ("q=x&format=json&pageno=-1", 400),
        ("q=x&format=json&pageno=%D9%A3", 400),
        ("q=x&format=json&pageno=" + "9" * 5000, 400),
        ("q=x&format=json&pageno=99999", 200),
        ("q=" + "x%22" * 400 + "&format=json", 200),
        ("q=%00%22%00&format=json", 200),
        ("&".join("q=x" for _ in range(51)), 400),
        ("q=%FF%FE&format=json", 200),
    ],
)
def test_what_a_search_asks_for_is_checked(web: PracticeWeb, asked: str, status: int) -> None:
    assert fetch(web, f"{SEARCH}?{asked}").status == status


# People see a page.


def test_people_get_a_page_with_links_that_open_in_their_browser(web: PracticeWeb) -> None:
    status, _, body = browse(web, "/search.practice.example/search?q=Penrith")
    page = body.decode()
    assert status == 200
    assert "/search.practice.example/search?q=Penrith&amp;pageno=2" in page
    assert re.search(r'<a href="/www\.[a-z-]+\.example/', page)
    assert "http://127" not in page
    assert b"No results" in browse(web, "/search.practice.example/search?q=%22no+such+words%22")[2]
    assert b"Search the practice web" in browse(web, "/search.practice.example/")[2]


def test_what_was_typed_is_never_markup(web: PracticeWeb) -> None:
    _, _, body = browse(web, "/search.practice.example/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert b"<script" not in body
    assert b"&lt;script" in body


# Faults.


def test_slowpoke_never_answers(web: PracticeWeb) -> None:
    answer = search(web, '"Rebecca Fallowby" slowpoke')
    assert answer["results"] == []
    assert ["slowpoke", "timeout"] in answer["unresponsive_engines"]
    page = browse(web, "/search.practice.example/search?q=slowpoke")[2]
    assert b"slowpoke: timeout" in page
    assert b"No results" not in page, "it could not check, so it must not say so"


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (Fault.SOME, 200),
        (Fault.TIMEOUT, 200),
        (Fault.CAPTCHA, 200),
        (Fault.SLOW_DOWN, 429),
        (Fault.JSON_OFF, 403),
        (Fault.BROKEN, 200),
        (Fault.DOWN, 503),
    ],
)
def test_every_fault_can_be_played_for_one_query(fault: Fault, status: int) -> None:
    with PracticeWeb(faults={"merfyn": fault}) as web:
        reply = fetch(web, f"{SEARCH}?q=%22Rebecca+Merfyn%22&format=json")
        assert reply.status == status
        if fault is Fault.SOME:
            answer = json.loads(reply.body)
            assert answer["results"]
            assert answer["unresponsive_engines"] == [["slowpoke", "timeout"]]
        elif fault in (Fault.TIMEOUT, Fault.CAPTCHA):
            answer = json.loads(reply.body)
            assert answer["results"] == []
            assert answer["unresponsive_engines"]
        else:
            assert not reply.headers["content-type"].startswith("application/json")
        assert search(web, '"Rebecca Fallowby"')["unresponsive_engines"] == [], "other queries are answered"


def test_one_fault_can_meet_every_query() -> None:
    with PracticeWeb(faults={"": Fault.DOWN}) as web:
        assert fetch(web, f"{SEARCH}?q=weather&format=json").status == 503


# Anything that can be typed.


@given(st.text(max_size=120) | st.text(alphabet='"-: site()*^{}ORANDNEAR+fallowby', max_size=60))
@settings(max_examples=80, deadline=None)
def test_any_query_gets_an_answer(engine: PracticeEngine, query: str) -> None:
    answer = engine.answer(query)
    assert len(answer["results"]) <= PER_PAGE
    assert answer["number_of_results"] >= len(answer["results"])


@given(st.text(max_size=600))
@settings(max_examples=60, deadline=None)
def test_taking_apart_keeps_what_was_typed(query: str) -> None:
    asked = take_apart(query)
    for term in (*asked.phrases, *asked.words, *asked.sites):
        assert any(c.isalnum() for c in term)
    assert len(asked.phrases) + len(asked.words) + len(asked.sites) + len(asked.without) <= 40
