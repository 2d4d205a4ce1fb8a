"""An engine, or whoever plays one, that wants to hang, fill or fool the program: what it sends stays plain and small.

A pattern that is not linear in its input would make these tests run for minutes.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seen_online.outbox import Network, Outbox
from seen_online.outbox.post import Limits, Post
from seen_online.search.ddgs_engine import MAX_ROWS
from seen_online.search.merge import merge
from seen_online.search.model import Ask, Hit, Outcome
from seen_online.search.text import MAX_SNIPPET, MAX_TITLE
from support import duckduckgo as ddg
from support import searxng
from support.asking import ask_all, assert_not_checked
from support.duckduckgo import DuckDuckGo, Found
from support.engine_proxy import EngineWeb
from support.servers import Answer, Site

WORDS = '"Anna Example"'
FOOLING = "\u202egnp.annA\u2066\x00\x1b[2J<script>alert(1)</script>&#x202e;"


def duckduckgo(folder: Path, page: str | Answer) -> Ask:
    with EngineWeb(folder, DuckDuckGo(lambda words: ddg.WEATHER if words == "weather" else page).hosts()) as web:
        return ask_all(web.post(), "duckduckgo", [WORDS])[0]


def searx(answer: Answer) -> Ask:
    with Site(lambda asked: answer) as site:
        return ask_all(Post(Outbox(), Network(), Limits()), f"searxng={site.url}", [WORDS])[0]


@pytest.mark.parametrize(
    "inner",
    [
        '<div class="body">' * 60_000,
        '<div class="body"><a href="https://e.example/">' * 40_000,
        "<b><i><font>" * 60_000,
        "<form>" * 60_000,
        "<script>" * 60_000,
        "&amp" * 100_000,
        "<table><tr><td>" * 40_000,
        '<a href="' + "x" * 300_000,
    ],
)
def test_a_page_made_to_hang_ends_as_not_checked_or_proved(tmp_path: Path, inner: str) -> None:
    ask = duckduckgo(tmp_path, ddg.page(WORDS, inner))
    assert ask.hits == ()
    assert ask.outcome in (Outcome.FAILED, Outcome.NOTHING_FOUND)


def test_a_page_beyond_all_measure_is_not_parsed(tmp_path: Path) -> None:
    assert_not_checked(duckduckgo(tmp_path, ddg.page(WORDS, "<p>x</p>" * 400_000)), "failed", "far too long")


def test_a_row_of_signs_is_cleaned_in_no_time(tmp_path: Path) -> None:
    row = Found("<" * 100_000 + "Anna" + ">" * 100_000, "https://example.org/a", "&lt;" * 90_000 + "<b" * 90_000)
    ask = duckduckgo(tmp_path, ddg.page(WORDS, ddg.row(row)))
    assert [h.url for h in ask.hits] == ["https://example.org/a"]
    assert len(ask.hits[0].title) <= MAX_TITLE
    assert len(ask.hits[0].snippet) <= MAX_SNIPPET


def test_thousands_of_rows_are_cut_to_a_number(tmp_path: Path) -> None:
    rows = "".join(ddg.row(Found(f"Anna {n}", f"https://example.org/{n}")) for n in range(1_500))
    assert len(duckduckgo(tmp_path, ddg.page(WORDS, rows)).hits) == MAX_ROWS
    many = [Found(f"Anna {n}", f"https://example.org/{n}") for n in range(5_000)]
    assert len(searx(searxng.data(WORDS, many, [])).hits) == MAX_ROWS


def test_words_that_turn_around_or_hold_tags_come_out_plain(tmp_path: Path) -> None:
    found = Found(f"Anna {FOOLING}", "https://example.org/a", FOOLING)
    for ask in (
        duckduckgo(tmp_path, ddg.page(WORDS, ddg.row(found))),
        searx(searxng.data(WORDS, [found], [[FOOLING, FOOLING]])),
    ):
        (hit,) = ask.hits
        for text in (hit.title, hit.snippet, ask.detail):
            assert not set(text) & set("\u202e\u2066\x00\x1b<>")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "ftp://example.org/",
        "https://",
        "https://exa\nmple.org:port/",
        "//",
        "\x00https://[",
        "vbscript:x",
        "https://example.org/" + "a" * 20_000,
    ],
)
def test_only_addresses_that_can_be_opened_safely_are_results(tmp_path: Path, url: str) -> None:
    good = Found("Anna", "https://example.org/good")
    page = ddg.page(WORDS, ddg.row(Found("Anna", url), wrapped=False) + ddg.row(good))
    assert [h.url for h in duckduckgo(tmp_path, page).hits] == [good.url]
    assert [h.url for h in searx(searxng.data(WORDS, [Found("Anna", url), good], [])).hits] == [good.url]
    assert merge([Hit("Anna", url, "", "x", "x", 1)]) == []


@pytest.mark.parametrize(
    "change",
    [
        {"url": None},
        {"url": 7},
        {"url": ["https://example.org/"]},
        {"title": None, "content": {"a": 1}},
        {"title": 7, "content": ["x"], "img_src": {}},
        {"title": "x" * 1_000_000},
    ],
)
def test_rows_of_any_type_break_nothing(change: dict[str, object]) -> None:
    data = json.loads(searxng.data(WORDS, [Found("Anna", "https://example.org/a")], []).body)
    data["results"].append({**data["results"][0], "url": "https://example.org/b", **change})
    ask = searx(Answer(body=json.dumps(data), headers=searxng.HEADERS))
    assert ask.outcome is Outcome.ANSWERED
    assert ask.hits[0].url == "https://example.org/a"


@pytest.mark.parametrize(
    "body",
    [
        "[" * 400_000,
        '{"results":' * 100_000,
        '{"results": [' + "1," * 400_000 + "1]}",
        '{"results": [], "unresponsive_engines": ' + "[" * 20_000,
        '{"results": [], "unresponsive_engines": [["' + "x" * 1_000_000 + '", "captcha"]]}',
        '{"results": [NaN, Infinity], "unresponsive_engines": [null, 7, {}]}',
        "9" * 500_000,
        "\ufeff{}",
        '"\\ud800"',
    ],
)
def test_data_made_to_hang_or_to_confuse_is_not_checked(body: str) -> None:
    ask = searx(Answer(body=body, headers=searxng.HEADERS))
    assert not ask.outcome.checked
    assert len(ask.detail) < 1_000
