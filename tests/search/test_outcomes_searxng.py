"""Every way in which a SearXNG can answer, over real HTTP."""

from __future__ import annotations

import json
import threading
from itertools import count

import pytest

from seen_online.outbox import Network, Outbox, Purpose
from seen_online.outbox.keys import Keys
from seen_online.outbox.post import Limits, Post
from seen_online.search.merge import merge
from seen_online.search.model import Ask, Outcome
from seen_online.search.run import run
from support import searxng
from support.asking import AT_ONCE, agreed_plan, ask_all, assert_not_checked
from support.bad_answers import time_for
from support.duckduckgo import Found
from support.servers import Answer, Asked, Site, unused_port

ANNA = [
    Found("Anna Example", "https://example.org/anna?a=%26", "She <b>bakes</b>."),
    Found("Anna two", "https://example.org/2"),
]
WORDS = '"Anna Example"'
REFUSED = [["brave", "Suspended: too many requests"], ["duckduckgo", "CAPTCHA"]]
TIRED = [["brave", "timeout"], ["duckduckgo", "HTTP connection error"]]


def ask(answer, path: str = "", pages: int = 1, total: float = 30.0) -> tuple[Ask, list[Asked], Post]:
    speaks = answer if callable(answer) else lambda asked: answer
    with Site(speaks) as site:
        post = Post(Outbox(), Network(), Limits(total=total, bytes=100_000))
        done = ask_all(post, f"searxng={site.url}{path}", [WORDS], pages=pages)
        return done[0], site.asked, post


def json_answer(value: object) -> Answer:
    return Answer(body=json.dumps(value), headers=searxng.HEADERS)


def with_control(answer: Answer, control: Answer):
    return lambda asked: control if searxng.fields(asked)["q"] == "weather" else answer


ROWS = searxng.data("weather", ANNA)
OLD_EMPTY = searxng.data(WORDS, [], None)
DRIP = Answer(raw=lambda w: (w.send(b"HTTP/1.1 200 OK\r\n\r\n"), w.drip((b" " for _ in count()), 0.05)))
FLOOD = Answer(raw=lambda w: (w.send(b"HTTP/1.1 200 OK\r\n\r\n"), w.drip((b" " * 99_999 for _ in count()), 0.001)))

NOT_CHECKED = [
    ("engines that refused, and no results", searxng.data(WORDS, [], REFUSED), "blocked", "brave (Suspended"),
    ("engines that were silent, and no results", searxng.data(WORDS, [], TIRED), "failed", "brave (timeout)"),
    ("strange silent engines", searxng.data(WORDS, [], [[], ["x"], ["y", "z", "w"]]), "failed", "x, y (z)"),
    ("a key is wanted", Answer(401, {"WWW-Authenticate": 'Basic realm="x"'}), "blocked", "asks for a key"),
    ("a key is wanted, with data", Answer(401, body=json.dumps({"results": []})), "blocked", "asks for a key"),
    ("JSON switched off", Answer(403, body="Forbidden"), "blocked", "JSON is switched off"),
    ("a page where JSON was promised", Answer(body=searxng.PAGE), "failed", "page for people"),
    ("a page that calls itself JSON", Answer(body=searxng.PAGE, headers=searxng.HEADERS), "failed", "page for people"),
    ("429", Answer(429), "blocked", "slow down"),
    ("418", Answer(418), "blocked", "turned us away"),
    ("500", Answer(500, body='{"results": [], "unresponsive_engines": []}'), "failed", "error 500"),
    ("404", Answer(404, body='{"results": [], "unresponsive_engines": []}'), "failed", "error 404"),
    ("202", Answer(202, body='{"results": [], "unresponsive_engines": []}'), "blocked", "slow down"),
    ("empty", Answer(body="", headers=searxng.HEADERS), "failed", "empty page"),
    ("cut JSON", Answer(body='{"results": [', headers=searxng.HEADERS), "failed", "could not read"),
    ("deep JSON", Answer(body="[" * 50_000, headers=searxng.HEADERS), "failed", "could not read"),
    ("other JSON", json_answer({"error": "No query"}), "failed", "another kind"),
    ("a list", json_answer([]), "failed", "another kind"),
    ("results that are no list", json_answer({"results": {}, "unresponsive_engines": []}), "failed", "another kind"),
    (
        "results that are no rows",
        json_answer({"results": [1, "x", None, {}], "unresponsive_engines": []}),
        "failed",
        "rows",
    ),
    ("rows to nowhere", searxng.data(WORDS, [Found("x", "javascript:alert(1)")]), "failed", "rows that we could not"),
    ("an error beside an empty list", searxng.data(WORDS, [], [], error="rate limited"), "failed", "problem"),
    ("it counts rows and shows none", searxng.data(WORDS, [], [], number_of_results=7), "failed", "rows that we"),
    ("a picture", Answer(body="GIF89a", headers={"Content-Type": "image/gif"}), "failed", "another kind of file"),
    ("a slow drip", DRIP, "failed", "too slow"),
    ("endless", FLOOD, "failed", "far too long"),
    ("old and empty, and the test word too", OLD_EMPTY, "failed", "test word"),
    ("old and empty, then blocked", with_control(OLD_EMPTY, Answer(429)), "blocked", "slow down"),
]


@pytest.mark.parametrize(("answer", "outcome", "said"), [c[1:] for c in NOT_CHECKED], ids=[c[0] for c in NOT_CHECKED])
def test_what_could_not_be_checked_is_never_called_nothing(answer, outcome: str, said: str) -> None:
    done, asked, _ = ask(answer, total=time_for(said))
    assert_not_checked(done, outcome, said)
    assert "format=json" not in done.open_url
    assert asked


def test_nobody_there() -> None:
    post = Post(Outbox(), Network(), Limits())
    (done,) = ask_all(post, f"searxng=http://127.0.0.1:{unused_port()}", [WORDS])
    assert_not_checked(done, "failed", "could not connect")


@pytest.mark.parametrize(("key", "outcome"), [("tok-1", "answered"), ("tok-2", "blocked"), ("", "blocked")])
def test_a_service_that_wants_a_key_answers_whoever_has_it(key: str, outcome: str) -> None:
    def speaks(asked: Asked) -> Answer:
        return searxng.data(WORDS, ANNA, []) if asked.headers.get("authorization") == "Bearer tok-1" else Answer(401)

    with Site(speaks) as site:
        keys = Keys()
        keys.put(site.url, key)
        post = Post(Outbox(), Network(), Limits(), keys=keys)
        (done,) = ask_all(post, f"searxng={site.url}", [WORDS])
    if outcome == "answered":
        assert (done.outcome, done.detail) == (Outcome.ANSWERED, "2 results.")
    else:
        assert_not_checked(done, outcome, "asks for a key")
    assert [(s.status, s.sent) for s in post.outbox.sent] == [(200 if outcome == "answered" else 401, WORDS)]
    assert "tok-" not in f"{done!r}{post.outbox.sent!r}"


def test_rows() -> None:
    done, asked, post = ask(searxng.data(WORDS, ANNA, []))
    assert (done.outcome, done.detail) == (Outcome.ANSWERED, "2 results.")
    assert [(h.title, h.url, h.snippet, h.rank) for h in done.hits] == [
        ("Anna Example", "https://example.org/anna?a=%26", "She bakes.", 1),
        ("Anna two", "https://example.org/2", "", 2),
    ]
    fields = searxng.fields(asked[0])
    assert (fields["q"], fields["format"], fields["safesearch"]) == (WORDS, "json", "0")
    assert [(s.purpose, s.sent, s.status) for s in post.outbox.sent] == [(Purpose.SEARCH, WORDS, 200)]


def test_rows_beside_silent_engines_name_them() -> None:
    done, _, _ = ask(searxng.data(WORDS, ANNA, REFUSED))
    assert done.outcome is Outcome.ANSWERED
    assert done.detail.startswith(
        "2 results. These did not answer it: brave (Suspended: too many requests), duckduckgo"
    )


def test_nothing_where_all_engines_answered() -> None:
    done, asked, _ = ask(searxng.data(WORDS, [], []))
    assert done.outcome is Outcome.NOTHING_FOUND
    assert len(asked) == 1


def test_nothing_from_somewhere_else_is_not_believed() -> None:
    elsewhere = Site(lambda asked: searxng.data(WORDS, [], []))
    with elsewhere:
        done, _, post = ask(Answer(302, {"Location": elsewhere.url.replace("127.0.0.1", "localhost")}))
        assert done.outcome is Outcome.FAILED  # a private address: not even asked
        network = Network(allow_hosts=("localhost",))
        with Site(lambda asked: Answer(302, {"Location": elsewhere.url.replace("127.0.0.1", "localhost")})) as site:
            post = Post(Outbox(), network, Limits(connect=5, total=10))
            (done,) = ask_all(post, f"searxng={site.url}", [WORDS])
    assert_not_checked(done, "failed", "another site (localhost)")
    assert [sent.beyond for sent in post.outbox.sent] == [False, True]


def test_nothing_from_an_old_one_is_proved_by_the_test_word() -> None:
    done, _, post = ask(with_control(OLD_EMPTY, ROWS))
    assert done.outcome is Outcome.NOTHING_FOUND
    assert [s.purpose for s in post.outbox.sent] == [Purpose.SEARCH, Purpose.CONTROL]


def test_a_box_about_a_person_is_a_row() -> None:
    box = {"infobox": "Anna Example", "id": "https://en.wikipedia.org/wiki/Anna", "content": "A baker.", "urls": []}
    linked = {"infobox": "Anna", "id": None, "content": None, "urls": [{"title": "x", "url": "https://example.org/a"}]}
    done, _, _ = ask(searxng.data(WORDS, [], [], infoboxes=[box, linked, 7]))
    assert [h.url for h in done.hits] == ["https://en.wikipedia.org/wiki/Anna", "https://example.org/a"]


def test_a_picture_is_a_row_with_its_own_address() -> None:
    answer = searxng.data(WORDS, ANNA[1:], [])
    data = json.loads(answer.body)
    data["results"][0]["img_src"] = "https://example.org/anna.jpg"
    done, _, _ = ask(json_answer(data))
    assert done.hits[0].snippet == "A picture: https://example.org/anna.jpg"


def test_categories_and_pages_are_passed_on() -> None:
    def speaks(asked: Asked) -> Answer:
        page = int(searxng.fields(asked).get("pageno", "1"))
        return searxng.data(WORDS, [Found(f"Anna {page}", f"https://example.org/{page}")] if page < 3 else [], [])

    done, asked, _ = ask(speaks, "/?categories=general,images", pages=5)
    assert [(h.url, h.rank) for h in done.hits] == [("https://example.org/1", 1), ("https://example.org/2", 2)]
    assert done.detail == "2 results."
    assert len(asked) == 3
    assert {searxng.fields(a)["categories"] for a in asked} == {"general,images"}


def test_pages_that_repeat_themselves_end_the_paging() -> None:
    done, asked, _ = ask(searxng.data(WORDS, ANNA, []), pages=5)
    assert (len(done.hits), len(asked)) == (2, 2)


def test_rows_are_kept_when_a_further_page_is_refused() -> None:
    done, _, _ = ask(lambda a: Answer(429) if "pageno" in a.target else searxng.data(WORDS, ANNA, []), pages=2)
    assert done.detail == "2 results. There may be more: we could not get the next page."


ODD = [
    "/anna",
    "javascript:alert(1)",
    "data:text/html,x",
    "",
    "https://example.org/" + "a" * 10_000,
    "ftp://example.org/",
    "https://example.org:99999/",
    "file:///etc/passwd",
    None,
    5,
]


def test_rows_with_odd_addresses_cost_themselves_only_and_say_nothing_unseen() -> None:
    good = ["https://anna:pw@example.org/x", "//example.org/y", "https://example.org/\u202egpj.\x1b[2Jexe"]
    rows = [{"url": url, "title": "\x1b]0;x\x07<b>Anna</b>\u202e" + "n" * 5_000} for url in [*ODD, *good]]
    silent = [["brave\x1b[2J", "CAPTCHA\u202e"]]
    done, _, _ = ask(json_answer({"results": rows, "number_of_results": 0, "unresponsive_engines": silent}))
    assert [hit.url for hit in done.hits] == [
        "https://example.org/x",
        "https://example.org/y",
        "https://example.org/%E2%80%AEgpj.%1B[2Jexe",
    ]
    assert all(hit.title.isprintable() and len(hit.title) == 300 for hit in done.hits)
    assert done.detail.isprintable()
    assert done.detail.startswith("3 results. These did not answer it: brave")


def test_several_are_asked_each_once_and_what_both_show_is_one() -> None:
    def speaks(*found: Found, silent=()):
        return lambda asked: searxng.data(WORDS, found, silent)

    one = Site(speaks(Found("A", "https://www.example.org/a?utm_source=x"), Found("B", "https://example.org/b")))
    two = Site(speaks(Found("A", "http://example.org/a/"), silent=TIRED))
    with one, two, Site(lambda asked: Answer(403)) as three:
        names = [f"searxng={one.url}", f"searxng={one.url}/search", f"searxng={two.url}", f"searxng={three.url}"]
        post = Post(Outbox(), Network(), Limits(connect=1, total=5))
        planned = agreed_plan(post, names, [WORDS])
        done = run(planned, post, lambda _: None, threading.Event(), pace=lambda _: AT_ONCE)
    assert [each.outcome for each in done] == ["answered", "answered", "blocked"]
    assert "did not answer it: brave" in done[1].detail
    assert [len(site.asked) for site in (one, two, three)] == [1, 1, 1]
    assert [(r.key, len(r.engines)) for r in merge(hit for each in done for hit in each.hits)] == [
        ("https://example.org/a", 2),
        ("https://example.org/b", 1),
    ]
