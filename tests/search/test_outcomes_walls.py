"""Pages with status 200 that are no results and look like a page of results: the engine's frame, our words in it.

The engine answers the test word as it should, so that nothing but the page itself tells what it is.
"""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest

from seen_online.outbox.post import Limits
from seen_online.search.model import Outcome
from support import duckduckgo as ddg
from support.asking import assert_not_checked
from support.duckduckgo import DuckDuckGo
from support.servers import Answer

WORDS = '"Anna Example"'
PUZZLE = ddg.anomaly(WORDS)
NOTHING = ddg.nothing(WORDS)
GO = "".join(
    f'<div><a href="/goto?id={n}">Anna {n}</a> bakes bread, cakes and pies in town {n}</div>' for n in range(8)
)
OTHERS = "".join(f'<a href="https://{n}.example/anna">Anna {n}</a> bakes bread, cakes and pies.' for n in "ab")


def frame(inner: str, head: str = "") -> str:
    field = f"<form action='/html/'><input name='q' value='{WORDS}'><input type='submit' value='Search'></form>"
    return f"<!DOCTYPE html><html><head><title>Search</title>{head}</head><body>{field}{inner}</body></html>"


def refresh(address: str) -> str:
    return f"<meta http-equiv='Refresh' content='0; URL={address}'>"


def cookies(said: str, *buttons: str) -> str:
    return frame(f"<div><p>{said}</p>{''.join(f'<button>{name}</button>' for name in buttons)}</div>")


def packed(body: bytes, how: str = "gzip") -> Answer:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {how}\r\nContent-Length: {len(body)}\r\n"
    return Answer(raw=lambda wire: wire.send(head.encode() + b"\r\n" + body))


def old(body: str) -> Answer:
    return Answer(raw=lambda wire: wire.send(f"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n{body}".encode()))


PACKED = gzip.compress(NOTHING.encode())
PERSON, COOKIES, STRANGE = "a person, not a program", "cookies", "not as we know it"
ROBOTS = {
    "unusual traffic in German": frame("<p>Unsere Systeme haben ungewöhnlichen Datenverkehr festgestellt.</p>"),
    "unusual traffic in French": frame("<p>Nos systèmes ont détecté un trafic exceptionnel.</p>"),
    "a robot in German": frame("<p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>"),
    "Cloudflare": frame("<script>window._cf_chl_opt={cvId:'3'};</script><p>Verifying the connection</p>"),
    "Turnstile": frame("<div id=ts></div><script>turnstile.render('#ts')</script>"),
    "hCaptcha": frame("<iframe src='https://newassets.hcaptcha.com/x'></iframe>"),
    "DataDome": frame("<p>Please enable JS</p><script>var dd={'host':'geo.captcha-delivery.com'}</script>"),
    "press and hold": frame("<p>Press &amp; Hold</p>"),
    "Incapsula": frame("<iframe src='/_Incapsula_Resource?x=31'></iframe>"),
    "a firewall's script": frame("<script>AwsWafIntegration.saveReferrer()</script>"),
    "sent on to a captcha": frame("", refresh("/captcha?x=1")),
    "sent on to an apology": frame("", refresh("https://duckduckgo.com/sorry/")),
    "sent on without scripts": frame(f"<noscript>{refresh('/enablejs')}</noscript>"),
    "sent on by a script": frame("<script>location.replace('/captcha')</script>"),
    "a puzzle after much white space": " " * 2000 + PUZZLE,
    "a puzzle after a letter": "x" + PUZZLE,
    "a puzzle after a NUL": "\0" + PUZZLE,
    "a puzzle after a long comment": f"<!--{'x' * 3000}-->{PUZZLE}",
    "a puzzle in UTF-16": Answer(body=PUZZLE.encode("utf-16"), headers={"Content-Type": "text/html; charset=utf-16"}),
}
WALLS = {
    "cookies in German": cookies("Wir verwenden Cookies.", "Alle ablehnen", "Alle akzeptieren"),
    "cookies in French": cookies("Nous utilisons des cookies.", "Tout refuser", "Tout accepter"),
    "cookies in Polish": cookies("Używamy plików cookie.", "Zgadzam się"),
    "cookies, one short button": cookies("This site uses cookies.", "Got it"),
    "cookies, a link as a button": frame("<p>We use cookies.</p><a role='button' href='#'>Accept</a>"),
    "before you continue, in German": frame("<h1>Bevor Sie fortfahren</h1><button>Alle akzeptieren</button>"),
}
STRANGERS = {
    "scripts are needed": frame(
        "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>"
    ),
    "scripts are asked for": frame("<p>Please turn on JavaScript to see results.</p>"),
    "data in the clothes of a page": '{"error": "rate limited"}',
    "an error": frame("<p>If this error persists, please let us know.</p>"),
    "something went wrong": frame("<p>Oops, something went wrong.</p>"),
    "out of service": frame("<h1>Service unavailable</h1>"),
    "still loading": frame("<p>Loading results…</p>"),
    "not in this country": frame("<p>This service is not available in your country.</p>"),
    "a filter in between": frame("<p>Your network has turned on a filter. What it keeps back is not shown.</p>"),
    "a notice in a language of which we know no word": frame("<p>Keresési szolgáltatásunk átmenetileg szünetel.</p>"),
    "two words in a language of which we know none": frame("<p>Ei käytössä</p>"),
    "sent on somewhere": frame("", refresh("/next")),
    "other words, and rows over its own links": ddg.page(WORDS, f"<p>No results.</p><p>Showing results for x</p>{GO}"),
    "no news, above rows over its own links": ddg.page(WORDS, f"<p class='no-results'>No results.</p>{GO}"),
    "no news, above rows we can't read": ddg.page(WORDS, f"<p class='no-results'>No results.</p>{OTHERS}"),
    "nothing for other words": ddg.nothing("somebody else"),
    "an empty shell that hides a nothing": "<html><head><title>DuckDuckGo</title><style>.h {display: none}</style></head>"
    "<body><div class='h'><div class='no-results'>No results.</div></div><div id='root'></div></body></html>",
}
CASES = [
    *((name, page, "blocked", PERSON) for name, page in ROBOTS.items()),
    *((name, page, "blocked", COOKIES) for name, page in WALLS.items()),
    *((name, page, "failed", STRANGE) for name, page in STRANGERS.items()),
    ("a form to sign in", frame("<form><input type='Password'><button>Go</button></form>"), "blocked", "sign in"),
    ("cut inside its wrapping", packed(PACKED[: len(PACKED) // 2]), "failed", "broke off"),
    ("cut inside Brotli's wrapping", packed(brotli.compress(NOTHING.encode())[:-30], "br"), "failed", "broke off"),
    (
        "cut inside zlib's wrapping",
        packed(zlib.compress(NOTHING.encode())[:-30], "deflate"),
        "failed",
        "answer",  # broken off, or not understood
    ),
    ("cut just before its end", packed(PACKED[:-6]), "failed", "broke off"),
    ("an old server that hangs up early", old(NOTHING[:-20]), "failed", "cut off"),
    ("206", Answer(206, {"Content-Range": "bytes 0-10/900"}, body=NOTHING), "failed", "answer 206"),
    ("451", Answer(451, body=NOTHING), "blocked", "answer 451"),
    ("999", Answer(999, body=NOTHING), "failed", "error 999"),
    ("wait until a day", Answer(429, {"Retry-After": "Wed, 21 Oct 2099 07:28:00 GMT"}), "blocked", "slow down"),
    ("wait less than no time", Answer(429, {"Retry-After": "-17"}), "blocked", "slow down"),
    ("wait for ever", Answer(429, {"Retry-After": "9" * 40}), "blocked", "slow down"),
    ("wait until no day", Answer(429, {"Retry-After": "Mon, 01 Jan 99999 00:00:00 +9999"}), "blocked", "slow down"),
]


def asked(ask_one, page: Answer | str):
    double = DuckDuckGo(lambda words: list(ddg.WEATHER) if words == "weather" else page)
    return ask_one(double.hosts(), limits=Limits(connect=2, total=10, bytes=100_000))


@pytest.mark.parametrize(("page", "outcome", "said"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_wall_in_the_frame_of_results_is_never_called_nothing(
    ask_one, page: Answer | str, outcome: str, said: str
) -> None:
    ask, _, _ = asked(ask_one, page)
    assert_not_checked(ask, outcome, said)


@pytest.mark.parametrize("hides", ["aria-hidden='true'", "style='visibility: Hidden'", "class='d-none'"])
def test_a_nothing_that_nobody_sees_is_believed_only_beside_the_test_word(ask_one, hides: str) -> None:
    page = frame(f"<div {hides}><div class='no-results'>No results.</div></div>")
    ask, _, post = asked(ask_one, page)
    assert (ask.outcome, len(post.outbox.sent)) == (Outcome.NOTHING_FOUND, 2)
    ask, _, _ = ask_one(DuckDuckGo(lambda words: page.replace(WORDS, words)).hosts())
    assert_not_checked(ask, "failed", "test word")


TIPS = (
    "<h2>Too bad!</h2><p>Not many great matches came back.</p><ul><li>Check for a typo</li><li>Use fewer words</li>"
    "<li>Use more general terms</li><li>Take other keywords</li><li>Rephrase your question</li></ul>"
)
CHECK_SPELLING = "No matching pages. Check that all words are spelled correctly."


@pytest.mark.parametrize("said", [CHECK_SPELLING, TIPS.replace("Too bad!", "Sorry"), "January", "Example, Anna"])
def test_other_ways_to_say_nothing_are_believed_beside_the_test_word(ask_one, said: str) -> None:
    ask, _, _ = asked(ask_one, frame(f"<p>{said}</p>"))
    assert ask.outcome is Outcome.NOTHING_FOUND


def test_rows_for_other_words_are_said_to_be_so(ask_one) -> None:
    found = [ddg.Found("Anna Exemple", "https://example.org/anna")]
    page = ddg.results(WORDS, found).replace(
        '<div id="links"', '<p>Showing results for Anna Exemple</p><div id="links"'
    )
    ask, _, _ = asked(ask_one, page)
    assert ask.detail == "1 result. It may have searched for other words than yours."
