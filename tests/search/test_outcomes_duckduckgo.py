"""Every way in which DuckDuckGo can answer, through the real ddgs and the real primp over TLS."""

from __future__ import annotations

import gzip
from itertools import count

import pytest

from seen_online.outbox import Purpose
from seen_online.outbox.post import Limits
from seen_online.search.model import Outcome
from support import duckduckgo as ddg
from support.asking import assert_not_checked
from support.bad_answers import time_for
from support.duckduckgo import DuckDuckGo, Found
from support.servers import Answer

ANNA = [
    Found("Anna Example bakes", "https://example.org/anna?a=1&b=%26%2F%23", "Cakes & more in Penrith."),
    Found("Anna Example (@annabakes)", "https://social.example/annabakes"),
    Found("Anna “the oven” Example", "http://example.net/über/anna#top", "A <b>bold</b> claim."),
]


def only(page: str, control: Answer | str | list[Found] | None = None):
    """The page for the person's words; for the test word what DuckDuckGo shows when all is well, or `control`."""
    return lambda words: (list(ddg.WEATHER) if control is None else control) if words == "weather" else page


def always(answer: Answer | str):
    return lambda words: answer


def drip(head: bytes, piece: bytes):
    return Answer(raw=lambda wire: (wire.send(head), wire.drip((piece for _ in count()), 0.05)))


def cut(body: bytes, promised: int) -> Answer:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {promised}\r\n\r\n".encode()
    return Answer(raw=lambda wire: wire.send(head + body))


def cut_chunks(body: bytes) -> Answer:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    return Answer(raw=lambda wire: wire.send(head + b"%x\r\n%s\r\n" % (len(body), body)))


HTML_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
WORDS = '"Anna Example"'
CONSENT = """<!DOCTYPE html><html><head><title>Before you continue</title></head><body>
<form action="https://consent.duckduckgo.com/save"><p>We use cookies.</p><button>Reject all</button>
<button>Accept all</button><input type="hidden" name="q" value='"Anna Example"'></form></body></html>"""
COOKIE_WALL = f"""<!DOCTYPE html><html><head><title>Hello</title></head><body><input name="q" value='{WORDS}'>
<div>We and our 812 partners store cookies.</div><button>Accept all</button></body></html>"""
ROBOT = """<!DOCTYPE html><html><head><title>One moment</title></head><body>
<p>Our systems have detected unusual traffic from your computer network.</p></body></html>"""
RECAPTCHA = f"""<!DOCTYPE html><html><head><title>x</title></head><body><input name="q" value='{WORDS}'>
<div class="g-recaptcha" data-sitekey="k"></div></body></html>"""
HIDDEN_NOTHING = ddg.page(WORDS, '<div style="display: none"><div class="no-results">No results.</div></div>')
TEMPLATE_NOTHING = ddg.page(WORDS, '<template><div class="no-results">No results.</div></template>')
OTHER_PAGE = "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>Back soon</h1></body></html>"

NOT_CHECKED = [
    ("202 with a test for robots", always(Answer(202, body=ddg.anomaly(WORDS))), "blocked", "slow down"),
    ("202 that looks like nothing", always(Answer(202, body=ddg.nothing(WORDS))), "blocked", "slow down"),
    ("403", always(Answer(403, body="no")), "blocked", "turned us away"),
    ("403 that looks like nothing", always(Answer(403, body=ddg.nothing(WORDS))), "blocked", "turned us away"),
    ("418", always(Answer(418)), "blocked", "turned us away"),
    ("429", always(Answer(429)), "blocked", "slow down"),
    ("429 that looks like nothing", always(Answer(429, body=ddg.nothing(WORDS))), "blocked", "slow down"),
    ("500", always(Answer(500)), "failed", "error 500"),
    ("502 that looks like nothing", always(Answer(502, body=ddg.nothing(WORDS))), "failed", "error 502"),
    ("503", always(Answer(503)), "failed", "error 503"),
    ("503 with a challenge", always(Answer(503, body='<form id="challenge-form">')), "blocked", "turned us away"),
    ("404", always(Answer(404)), "failed", "error 404"),
    ("204", always(Answer(204)), "failed", "answer 204"),
    ("304", always(Answer(304)), "failed", "answer 304"),
    ("200 with a test for robots", only(ddg.anomaly(WORDS)), "blocked", "a person, not a program"),
    ("unusual traffic", only(ROBOT), "blocked", "a person, not a program"),
    ("a captcha that repeats the words", only(RECAPTCHA), "blocked", "a person, not a program"),
    ("consent", only(CONSENT), "blocked", "cookies"),
    ("a wall of cookies", only(COOKIE_WALL), "blocked", "cookies"),
    ("empty body", only(Answer(body="")), "failed", "empty page"),
    ("blank body", only(Answer(body=" \n ")), "failed", "empty page"),
    ("renamed rows", only(ddg.renamed(WORDS, ANNA)), "failed", "not as we know it"),
    ("one renamed row", only(ddg.renamed(WORDS, ANNA[:1])), "failed", "not as we know it"),
    ("another page", only(OTHER_PAGE), "failed", "not as we know it"),
    ("no page at all", only("ok"), "failed", "not as we know it"),
    ("rows gone, for the test word too", lambda words: ddg.page(words, ""), "failed", "test word"),
    ("rows gone, then a test for robots", only(ddg.page(WORDS, ""), ddg.anomaly("weather")), "blocked", "a person"),
    ("rows gone, then 429", only(ddg.page(WORDS, ""), Answer(429)), "blocked", "slow down"),
    ("rows gone, then an error", only(ddg.page(WORDS, ""), Answer(500)), "failed", "error 500"),
    ("rows gone, then nothing", only(ddg.page(WORDS, ""), ddg.nothing("weather")), "failed", "test word"),
    (
        "a hidden nothing, and no rows for the test word",
        only(HIDDEN_NOTHING, ddg.page("weather", "")),
        "failed",
        "test",
    ),
    ("a nothing for scripts only", only(TEMPLATE_NOTHING, ddg.page("weather", "")), "failed", "test word"),
    (
        "renamed rows beside a hidden nothing",
        only(ddg.renamed(WORDS, ANNA) + HIDDEN_NOTHING),
        "failed",
        "not as we know",
    ),
    ("cut in the page", only(ddg.nothing(WORDS)[:-20]), "failed", "cut off"),
    ("cut before the end it promised", only(cut(ddg.nothing(WORDS).encode(), 9_000)), "failed", "broke off"),
    ("cut between chunks", only(cut_chunks(ddg.nothing(WORDS).encode())), "failed", "broke off"),
    ("JSON", only(Answer(body="{}", headers={"Content-Type": "application/json"})), "failed", "another kind of file"),
    ("a picture", only(Answer(body="GIF89a", headers={"Content-Type": "image/gif"})), "failed", "another kind of file"),
    (
        "text",
        only(Answer(body=ddg.nothing(WORDS), headers={"Content-Type": "text/plain"})),
        "failed",
        "another kind of file",
    ),
    ("not gzip", only(Answer(body=b"x" * 50, headers={"Content-Encoding": "gzip"})), "failed", "could not understand"),
    ("endless", only(drip(HTML_HEAD, b"<p>x</p>" * 40_000)), "failed", "far too long"),
    ("a slow drip", only(drip(HTML_HEAD, b" ")), "failed", "too slow"),
    ("no answer", only(drip(b"", b"")), "failed", "in time"),
    ("nonsense", only(Answer(raw=lambda wire: wire.send(b"\0\1\2 nonsense\r\n\r\n"))), "failed", "html.duckduckgo.com"),
    ("hung up", only(Answer(raw=lambda wire: None)), "failed", "html.duckduckgo.com"),
    ("round and round", only(Answer(302, {"Location": "/html/"})), "failed", "page to page"),
    ("sent elsewhere", only(Answer(302, {"Location": "https://other.example/"})), "failed", "another site"),
    ("nowhere", only(Answer(302)), "failed", "answer 302"),
]


@pytest.mark.parametrize(
    ("says", "outcome", "said"), [case[1:] for case in NOT_CHECKED], ids=[c[0] for c in NOT_CHECKED]
)
def test_what_could_not_be_checked_is_never_called_nothing(ask_one, says, outcome: str, said: str) -> None:
    hosts = DuckDuckGo(says).hosts() | {"other.example": lambda asked: Answer(body=ddg.nothing(WORDS))}
    ask, _, _ = ask_one(hosts, limits=Limits(total=time_for(said), bytes=100_000))
    assert_not_checked(ask, outcome, said)
    assert ask.open_url == "https://duckduckgo.com/?q=%22Anna%20Example%22"


def test_rows_are_kept_as_the_engine_wrote_them(ask_one) -> None:
    ask, web, post = ask_one(DuckDuckGo(lambda words: ANNA).hosts())
    assert (ask.outcome, ask.detail) == (Outcome.ANSWERED, "3 results.")
    assert [(h.title, h.url, h.snippet, h.rank) for h in ask.hits] == [
        ("Anna Example bakes", "https://example.org/anna?a=1&b=%26%2F%23", "Cakes & more in Penrith.", 1),
        ("Anna Example (@annabakes)", "https://social.example/annabakes", "", 2),
        ("Anna “the oven” Example", "http://example.net/über/anna#top", "A bold claim.", 3),
    ]
    assert {(h.engine, h.query) for h in ask.hits} == {("duckduckgo", WORDS)}
    assert [(s.purpose, s.sent, s.status, s.beyond) for s in post.outbox.sent] == [(Purpose.SEARCH, WORDS, 200, False)]
    assert len(web.asked) == 1


def test_one_result_is_one(ask_one) -> None:
    ask, _, _ = ask_one(DuckDuckGo(lambda words: ANNA[:1]).hosts())
    assert ask.detail == "1 result."


def test_nothing_is_believed_where_duckduckgo_says_it(ask_one) -> None:
    ask, _, post = ask_one(DuckDuckGo(lambda words: ddg.nothing(words)).hosts())
    assert ask.outcome is Outcome.NOTHING_FOUND
    assert "says that it has nothing" in ask.detail
    assert "yourself" in ask.next_step
    assert [s.purpose for s in post.outbox.sent] == [Purpose.SEARCH]


def test_nothing_is_believed_beside_adverts(ask_one) -> None:
    ask, _, _ = ask_one(DuckDuckGo(lambda words: ddg.nothing(words, ddg.ADVERT)).hosts())
    assert ask.outcome is Outcome.NOTHING_FOUND


@pytest.mark.parametrize("inner", ["", ddg.ADVERT, "<p>Try other words.</p>"])
def test_nothing_is_believed_where_a_harmless_word_has_rows(ask_one, inner: str) -> None:
    ask, _, post = ask_one(DuckDuckGo(only(ddg.page(WORDS, inner))).hosts())
    assert ask.outcome is Outcome.NOTHING_FOUND
    assert "weather" in ask.detail
    assert [(s.purpose, s.sent) for s in post.outbox.sent] == [(Purpose.SEARCH, WORDS), (Purpose.CONTROL, "weather")]


def test_the_control_query_comes_from_the_same_visitor(ask_one) -> None:
    bare = Answer(body=ddg.page(WORDS, ""), headers={"Set-Cookie": "kl=uk-en; Path=/"})
    ask, web, _ = ask_one(DuckDuckGo(only(bare)).hosts())
    first, control = web.asked
    assert ask.outcome is Outcome.NOTHING_FOUND
    assert control.headers["user-agent"] == first.headers["user-agent"]
    assert control.headers["cookie"] == "kl=uk-en"


def test_adverts_are_no_results(ask_one) -> None:
    page = ddg.page(WORDS, ddg.ADVERT + ddg.row(ANNA[0]))
    ask, _, _ = ask_one(DuckDuckGo(always(page)).hosts())
    assert [h.url for h in ask.hits] == [ANNA[0].url]


def test_a_page_with_rows_that_was_cut_says_that_there_may_be_more(ask_one) -> None:
    whole = ddg.results(WORDS, ANNA)
    ask, _, _ = ask_one(DuckDuckGo(always(whole[: whole.index("</body>")])).hosts())
    assert ask.outcome is Outcome.ANSWERED
    assert ask.detail == "3 results. The page was cut off, so there may be more."


def test_rows_of_which_some_can_not_be_read_are_said_to_be_some(ask_one) -> None:
    strange = '<div class="result"><div class="result__body"><h2>A new kind of row</h2></div></div>'
    ask, _, _ = ask_one(DuckDuckGo(always(ddg.page(WORDS, ddg.row(ANNA[0]) + strange))).hosts())
    assert ask.detail == "1 result. Some more rows could not be read."


def test_a_compressed_page_is_read(ask_one) -> None:
    packed = gzip.compress(ddg.results(WORDS, ANNA).encode())
    ask, _, _ = ask_one(DuckDuckGo(always(Answer(body=packed, headers={"Content-Encoding": "gzip"}))).hosts())
    assert len(ask.hits) == 3


def test_further_pages_are_asked_for_with_the_engines_own_button(ask_one) -> None:
    many = [Found(f"Anna {n}", f"https://example.org/{n}", "x") for n in range(23)]
    double = DuckDuckGo(lambda words: many)
    ask, web, _ = ask_one(double.hosts(), pages=3)
    assert [h.url for h in ask.hits] == [f.url for f in many]
    assert [h.rank for h in ask.hits] == list(range(1, 24))
    assert b"vqd=4-12345" in web.asked[1].body
    ask, web, _ = ask_one(double.hosts(), pages=2)
    assert (len(ask.hits), len(web.asked)) == (20, 2)


def test_no_further_page_is_asked_for_where_there_is_none(ask_one) -> None:
    ask, web, _ = ask_one(DuckDuckGo(lambda words: ANNA).hosts(), pages=3)
    assert (len(ask.hits), len(web.asked)) == (3, 1)


def test_rows_of_the_first_page_are_kept_when_the_second_is_refused(ask_one) -> None:
    many = [Found(f"Anna {n}", f"https://example.org/{n}", "x") for n in range(15)]
    double = DuckDuckGo(lambda words: many if len(double.words) < 2 else Answer(429))
    ask, _, _ = ask_one(double.hosts(), pages=2)
    assert ask.outcome is Outcome.ANSWERED
    assert ask.detail == "10 results. There may be more: we could not get the next page."
