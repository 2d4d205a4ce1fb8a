"""The other engines of ddgs: rows, nothing, and walls, each in its own manner."""

from __future__ import annotations

import json
from html import escape
from urllib.parse import parse_qs

import pytest

from seen_online.outbox import Purpose
from seen_online.search.model import Outcome
from support import engines as other
from support.asking import assert_not_checked
from support.duckduckgo import DuckDuckGo, Found
from support.servers import Answer

WORDS = '"Anna Example"'
ANNA = [
    Found("Anna Example & co", "https://example.org/anna?a=1&b=%26%2F", "She bakes in Penrith."),
    Found("Anna two", "https://example.net/2", "More."),
]
BRAVE_BARE = other.bare("Brave Search", "q")
ENGINES = {
    "mojeek": ("www.mojeek.com", lambda says: other.engine_host(other.mojeek_rows, other.mojeek_nothing, says)),
    "brave": ("search.brave.com", lambda says: other.engine_host(other.brave_rows, BRAVE_BARE, says)),
    "startpage": ("www.startpage.com", other.startpage),
    "yahoo": ("search.yahoo.com", lambda says: other.engine_host(other.yahoo_rows, other.yahoo_nothing, says)),
}
NEWS_AND_PICTURES = {
    "bing-news": ("www.bing.com", lambda says: other.engine_host(other.bing_news_rows, lambda words: " ", says)),
    "bing-images": ("www.bing.com", lambda says: other.engine_host(other.bing_picture_rows, lambda words: " ", says)),
    "yahoo-news": (
        "news.search.yahoo.com",
        lambda says: other.engine_host(other.yahoo_news_rows, other.yahoo_nothing, says),
    ),
}
WALL = '<html><body><h1>Are you a robot?</h1><div class="h-captcha" data-sitekey="x"></div></body></html>'
CONTROLLED = {"brave", "startpage"}  # their doubles say nothing at all, so the test word has to prove it


LINKS = "".join(f'<a href="https://{n}.example">x</a>' for n in "abcde")
WALLS = [
    (Answer(429), "blocked", "slow down"),
    (Answer(403, body=WALL), "blocked", "turned us away"),
    (WALL, "blocked", "a person, not a program"),
    (Answer(body=""), "failed", "empty page"),
    ("<html><body>Something else</body></html>", "failed", "not as we know it"),
    (other.page("New design", "q", WORDS, LINKS), "failed", "not as we know it"),
]


def hosts(name: str, says=None):
    host, make = (ENGINES | NEWS_AND_PICTURES)[name]
    return {host: make(says)}


@pytest.mark.parametrize("name", ENGINES)
def test_rows(ask_one, name: str) -> None:
    ask, _, _ = ask_one(hosts(name, lambda words: ANNA), name)
    assert (ask.outcome, ask.detail) == (Outcome.ANSWERED, "2 results.")
    assert [(h.title, h.url, h.snippet, h.rank) for h in ask.hits] == [(*f, n) for n, f in enumerate(ANNA, 1)]


@pytest.mark.parametrize("name", ENGINES)
def test_nothing(ask_one, name: str) -> None:
    ask, _, post = ask_one(hosts(name), name)
    assert ask.outcome is Outcome.NOTHING_FOUND
    assert (Purpose.CONTROL in [s.purpose for s in post.outbox.sent]) == (name in CONTROLLED)


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(("answer", "outcome", "said"), WALLS)
def test_walls(ask_one, name: str, answer: Answer | str, outcome: str, said: str) -> None:
    ask, _, _ = ask_one(hosts(name, lambda words: answer), name)
    assert_not_checked(ask, outcome, said)


def test_nothing_on_every_page_is_not_believed(ask_one) -> None:
    ask, _, _ = ask_one(hosts("brave", lambda words: BRAVE_BARE(words)), "brave")
    assert_not_checked(ask, "failed", "test word")


def test_a_wall_before_the_token_is_a_wall(ask_one) -> None:
    def refuses(asked):
        if asked.path == "/sp/captcha":
            return Answer(body="<html><head><title>Startpage</title></head><body>Please wait</body></html>")
        return Answer(302, {"Location": "/sp/captcha"})

    ask, _, _ = ask_one({"www.startpage.com": refuses}, "startpage")
    assert_not_checked(ask, "blocked", "a person, not a program")


def test_a_redirect_to_a_consent_page_of_another_host_is_a_wall(ask_one) -> None:
    walls = {
        "search.yahoo.com": lambda asked: Answer(302, {"Location": "https://consent.yahoo.com/v2/collect?x=1"}),
        "consent.yahoo.com": lambda asked: Answer(body="<html><body><p>Your choices</p></body></html>"),
    }
    ask, _, post = ask_one(walls, "yahoo")
    assert_not_checked(ask, "blocked", "cookies")
    assert [s.beyond for s in post.outbox.sent] == [False, True]


def test_wikipedia_an_article(ask_one) -> None:
    hosts = {"en.wikipedia.org": other.wikipedia({"Anna Example (baker)": "A <b>baker</b>, good at C#."})}
    ask, _, post = ask_one(hosts, "wikipedia")
    assert [(h.title, h.snippet) for h in ask.hits] == [("Anna Example (baker)", "A baker, good at C#.")]
    assert ask.hits[0].url == "https://en.wikipedia.org/wiki/Anna_Example_%28baker%29", "as it came"
    assert {s.sent for s in post.outbox.sent} == {"Anna Example"}


def test_wikipedia_no_article(ask_one) -> None:
    ask, _, post = ask_one({"en.wikipedia.org": other.wikipedia({"Weather": "Rain."})}, "wikipedia")
    assert ask.outcome is Outcome.NOTHING_FOUND
    assert "titles only" in ask.detail
    assert len(post.outbox.sent) == 1


def test_wikipedia_a_list_of_people_is_not_nothing(ask_one) -> None:
    ask, _, _ = ask_one({"en.wikipedia.org": other.wikipedia({}, ["Anna Example"])}, "wikipedia")
    assert_not_checked(ask, "failed", "a list of that name")


@pytest.mark.parametrize(
    "body", ["{}", "[]", "[1,2,3]", "null", "[", '{"error": {"code": "ratelimited"}}', "<html></html>"]
)
def test_wikipedia_other_data_is_not_nothing(ask_one, body: str) -> None:
    answer = Answer(body=body, headers=other.JSON)
    ask, _, _ = ask_one({"en.wikipedia.org": lambda asked: answer}, "wikipedia")
    assert_not_checked(ask, "failed", "It ")


def test_grokipedia(ask_one) -> None:
    def host(says=None):
        return {"grokipedia.com": other.engine_host(other.grokipedia_rows, lambda words: '{"results": []}', says)}

    ask, _, _ = ask_one(host(lambda words: [Found("Anna Example", "", "A baker.")]), "grokipedia")
    assert [h.url for h in ask.hits] == ["https://grokipedia.com/page/Anna_Example"]
    ask, _, _ = ask_one(host(), "grokipedia")
    assert ask.outcome is Outcome.NOTHING_FOUND
    ask, _, _ = ask_one(host(lambda words: '{"results": []}'), "grokipedia")
    assert_not_checked(ask, "failed", "test word")


@pytest.mark.parametrize("kind", ["news", "images"])
def test_duckduckgo_news_and_pictures(ask_one, kind: str) -> None:
    name = f"duckduckgo-{kind}"
    ask, _, _ = ask_one(DuckDuckGo(lambda words: ANNA).hosts(), name)
    assert [h.url for h in ask.hits] == [f.url for f in ANNA]
    assert ask.hits[0].snippet == (
        "She bakes in Penrith." if kind == "news" else f"A picture: {ANNA[0].url}/picture.jpg"
    )
    ask, _, post = ask_one(DuckDuckGo().hosts(), name)
    assert ask.outcome is Outcome.NOTHING_FOUND
    assert Purpose.CONTROL in [s.purpose for s in post.outbox.sent]


@pytest.mark.parametrize("kind", ["news", "images"])
def test_duckduckgo_news_and_pictures_refused(ask_one, kind: str) -> None:
    name = f"duckduckgo-{kind}"
    double = DuckDuckGo()
    double.vqd = ""
    ask, _, _ = ask_one(double.hosts(), name)
    assert_not_checked(ask, "failed", "another kind of file")
    for answer, outcome, said in (
        (Answer(403), "blocked", "turned us away"),
        (Answer(202), "blocked", "slow down"),
        ('{"results": {}}', "failed", "not as we know it"),
        ('{"ads": []}', "failed", "not as we know it"),
        ('{"results": [', "failed", "could not read"),
        (lambda words: '{"results": [], "error": "slow"}' if words == WORDS else None, "failed", "not as we know it"),
        ('{"results": []}', "failed", "test word"),
    ):
        says = answer if callable(answer) else lambda words, answer=answer: answer
        ask, _, _ = ask_one(DuckDuckGo(says).hosts(), name)
        assert_not_checked(ask, outcome, said)


@pytest.mark.parametrize("name", NEWS_AND_PICTURES)
def test_news_and_pictures_of_others(ask_one, name: str) -> None:
    ask, _, _ = ask_one(hosts(name, lambda words: ANNA), name)
    assert (ask.outcome, ask.detail) == (Outcome.ANSWERED, "2 results.")
    assert [(h.title, h.url, h.rank) for h in ask.hits] == [(f.title, f.url, n) for n, f in enumerate(ANNA, 1)]
    assert ask.hits[0].snippet == (
        f"A picture: {ANNA[0].url}/picture.jpg" if name == "bing-images" else "She bakes in Penrith."
    )


@pytest.mark.parametrize("name", NEWS_AND_PICTURES)
@pytest.mark.parametrize(("answer", "outcome", "said"), WALLS)
def test_walls_before_news_and_pictures(ask_one, name: str, answer: Answer | str, outcome: str, said: str) -> None:
    ask, _, _ = ask_one(hosts(name, lambda words: answer), name)
    assert_not_checked(ask, outcome, said)


@pytest.mark.parametrize("name", ["bing-news", "bing-images"])
@pytest.mark.parametrize("bare", [" ", "<div></div>", "<ul class='dgControl_list'></ul>"])
def test_rows_without_a_page_around_them_prove_no_nothing(ask_one, name: str, bare: str) -> None:
    ask, _, _ = ask_one(hosts(name, lambda words: other.WEATHER if words == "weather" else bare), name)
    assert_not_checked(ask, "failed", "It")


def test_yahoo_news_says_nothing_in_its_own_way(ask_one) -> None:
    ask, _, _ = ask_one(hosts("yahoo-news"), "yahoo-news")
    assert ask.outcome is Outcome.NOTHING_FOUND


@pytest.mark.parametrize(
    ("name", "field", "first", "second"),
    [("bing-news", "first", "1", "11"), ("bing-images", "first", "1", "36"), ("yahoo-news", "b", "", "11")],
)
def test_the_first_page_is_the_first(ask_one, name: str, field: str, first: str, second: str) -> None:
    pages = iter([ANNA[:1], ANNA[1:]])
    ask, web, _ = ask_one(hosts(name, lambda words: next(pages)), name, pages=2)
    assert [h.url for h in ask.hits] == [f.url for f in ANNA]
    asked = [parse_qs(a.target.partition("?")[2]).get(field, [""])[0] for a in web.asked]
    assert asked == [first, second]


def test_what_is_no_text_in_a_row_is_left_out(ask_one) -> None:
    rows = other.bing_picture_rows(WORDS, ANNA)
    broken = rows.replace(escape(json.dumps(ANNA[0].title)), "7")
    assert broken != rows
    ask, _, _ = ask_one(hosts("bing-images", lambda words: broken), "bing-images")
    assert [h.url for h in ask.hits] == [ANNA[1].url]
    assert "Some more rows could not be read" in ask.detail


@pytest.mark.parametrize(
    ("name", "theirs", "own"),
    [
        ("yahoo", "https://uk.news.yahoo.com/anna-example-bakes-1.html", "https://uk.search.yahoo.com/search?p=anna"),
        ("yahoo", "https://www.yahoo.com/news/articles/anna-example.html", "https://search.yahoo.com/web?p=anna"),
        ("brave", "https://community.brave.com/u/anna", "https://search.brave.com/a/redirect?x=1"),
        ("mojeek", "https://blog.mojeek.com/anna", "https://www.mojeek.com/search?q=anna"),
    ],
)
def test_a_page_of_the_engines_makers_is_a_result_and_an_advert_of_its_is_none(
    ask_one, name: str, theirs: str, own: str
) -> None:
    found = [Found("Anna", own, "Buy."), Found("Anna Example", theirs, "She bakes.")]
    ask, _, _ = ask_one(hosts(name, lambda words: found), name)
    assert [hit.url for hit in ask.hits] == [theirs]
