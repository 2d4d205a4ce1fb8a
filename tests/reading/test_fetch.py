"""Reading pages: politely, once each, with a truthful outcome for every way in which a page is none."""

from __future__ import annotations

import threading
from collections import Counter

import pytest

from seen_online.outbox import Network, Purpose
from seen_online.outbox.post import Limits, Post
from seen_online.reading.fetch import READ_AT_ONCE, plan_pages, read_pages
from seen_online.reading.page import Page, PageOutcome
from support.bad_answers import hung_up, silence
from support.made_up_web import Web, as_text
from support.servers import Answer, Asked


def test_the_plan_shows_every_request_once() -> None:
    planned = plan_pages(
        [
            "https://www.example.org/a",
            "https://www.example.org/a#part",
            "https://www.example.org/b c",
            "https://BÜCHER.example:8443/",
            "ftp://www.example.org/a",
            "https://nia:secret@www.example.org/",
        ]
    )
    assert [request.words for request in planned if not request.words.endswith("robots.txt")] == [
        "https://www.example.org/a",
        "https://xn--bcher-kva.example:8443/",
    ]
    assert {request.words for request in planned} >= {
        "https://www.example.org/robots.txt",
        "https://xn--bcher-kva.example:8443/robots.txt",
    }
    assert len(planned) == 4
    assert {request.purpose for request in planned} == {Purpose.PAGE}
    assert planned[0].hosts == ("www.example.org",)


def test_reads_a_page_and_says_where_it_was() -> None:
    url = "http://www.example.org/a"
    web = Web(
        {
            "www.example.org/a": Answer(301, {"Location": "/b"}),
            "www.example.org/b": Answer(body="<title>Nia</title> runs", headers={"Content-Type": "text/html"}),
        }
    )
    page = web.one(url)
    assert (page.outcome, page.url, page.title, page.media_type) == (
        PageOutcome.READ,
        "http://www.example.org/b",
        "Nia",
        "text/html",
    )
    assert web.told == [(url, page)]
    assert web.asked == ["www.example.org/robots.txt", "www.example.org/a", "www.example.org/b"]
    assert [(sent.url, sent.beyond) for sent in web.outbox.sent] == [("http://" + asked, False) for asked in web.asked]


WORDS = " word" * 1000
FORM = '<form><input name=q><input TYPE = "password" name=p></form>'


@pytest.mark.parametrize(
    ("answer", "outcome", "says"),
    [
        (Answer(401, body="who?"), "needs_you", "drop it here"),
        (Answer(403, body="no"), "needs_you", "drop it here"),
        (Answer(402, body="pay"), "needs_you", "drop it here"),
        (Answer(999, body="LinkedIn"), "needs_you", "drop it here"),
        (Answer(503, {"CF-Mitigated": "challenge"}, "wait"), "needs_you", "drop it here"),
        (Answer(302, {"Location": "/login?next=/a"}), "needs_you", "drop it here"),
        (Answer(302, {"Location": "/i/flow/sign-in"}), "needs_you", "drop it here"),
        (Answer(302, {"Location": "http://accounts.example.com/x"}), "needs_you", "drop it here"),
        (Answer(302, {"Location": "http://consent.example.com/x"}), "needs_you", "drop it here"),
        (Answer(body="<title>Welcome</title>" + FORM), "needs_you", "drop it here"),
        (Answer(body="<title>Log in or sign up</title>" + FORM + " word" * 400), "needs_you", "drop it here"),
        (Answer(body="<title>A forum</title>" + FORM + " word" * 400), "read", ""),
        (Answer(body="<title>Sign in – Example</title><form><input type=email></form>"), "needs_you", "drop it here"),
        (
            Answer(body="<title>Log in to see Nia</title><p>Members only<button>Go on</button>"),
            "needs_you",
            "drop it here",
        ),
        (Answer(body="<title>Sign in – Example</title><input type=email>" + " word" * 400), "read", ""),
        (Answer(body="<title>How to log in at Larch House</title><p>Ask Nia."), "read", ""),
        (Answer(body="<title>Log in</title>" + FORM + WORDS), "read", ""),
        (Answer(404), "gone", "no such page"),
        (Answer(410), "gone", "no such page"),
        (Answer(429, {"Retry-After": "60"}), "failed", "slow down"),
        (Answer(451, body="law"), "failed", "may not show"),
        (Answer(500, body="oh"), "failed", "in trouble"),
        (Answer(503, body="oh"), "failed", "in trouble"),
        (Answer(204), "failed", "Open it yourself"),
        (Answer(202, body="Are you a person?"), "failed", "Open it yourself"),
        (Answer(304), "failed", "Open it yourself"),
        (Answer(418, body="teapot"), "failed", "Open it yourself"),
        (Answer(300, body="choose"), "failed", "Open it yourself"),
        (Answer(302, body="nowhere"), "failed", "Open it yourself"),
        (Answer(body="  \n"), "failed", "empty"),
        (Answer(raw=hung_up), "failed", "broke off"),
        (Answer(302, {"Location": "/a"}), "failed", "page to page"),
        (Answer(302, {"Location": "http://127.0.0.1/"}), "refused", "not on the public internet"),
        (Answer(302, {"Location": "file:///etc/passwd"}), "refused", "http"),
        (Answer(302, {"Location": "http://nia:secret@www.example.org/"}), "refused", "password"),
    ],
)
def test_every_end_of_a_page_has_its_outcome_and_its_sentence(answer: Answer, outcome: str, says: str) -> None:
    login = Answer(body="<title>Sign in</title>" + FORM)
    web = Web(
        {
            "www.example.org/a": answer,
            "www.example.org/login?next=/a": login,
            "www.example.org/i/flow/sign-in": login,
            "accounts.example.com/x": Answer(body="Choose an account" + WORDS),
            "consent.example.com/x": Answer(body="Before you go on" + WORDS),
        }
    )
    page = web.one("http://www.example.org/a")
    assert (page.outcome, says in page.detail) == (outcome, True), page.detail
    assert not page.text or page.outcome == "read", "a wall's own words are not the page's"


def test_a_page_about_logging_in_is_a_page() -> None:
    url = "http://www.example.org/login/help"
    web = Web(
        {
            "www.example.org/login/help": Answer(301, {"Location": "/login/help/"}),
            "www.example.org/login/help/": Answer(body="How to log in"),
        }
    )
    assert web.one(url).outcome is PageOutcome.READ


@pytest.mark.parametrize(
    "url",
    [
        "ftp://www.example.org/",
        "http://10.0.0.1/",
        "http://nia:x@example.org/",
        "staff",
        "",
        "http://example.org/\ud800",
    ],
)
def test_addresses_that_are_not_opened(url: str) -> None:
    web = Web({})
    assert web.one(url).outcome is PageOutcome.REFUSED
    assert [page.outcome for _, page in web.told] == [PageOutcome.REFUSED]
    assert web.asked == []


def test_a_long_page_is_read_in_part() -> None:
    web = Web({"www.example.org/a": Answer(body=b"a" * 5000)})
    page = web.one("http://www.example.org/a", limits=Limits(bytes=1000))
    assert (page.outcome, len(page.text)) == (PageOutcome.PARTLY, 1000)
    assert "first part" in page.detail


@pytest.mark.parametrize(
    ("robots", "outcome", "says", "asked"),
    [
        (Answer(body="User-agent: *\nDisallow: /a"), "needs_you", "asks programs not to", 1),
        (Answer(body="User-agent: *\nDisallow: /b"), "read", "", 2),
        (Answer(body="User-agent: SeenOnline\nDisallow: /"), "needs_you", "drop it here", 1),
        (Answer(403, body="User-agent: *\nDisallow: /"), "read", "", 2),
        (Answer(404, body="User-agent: *\nDisallow: /"), "read", "", 2),
        (Answer(302, {"Location": "/robots.txt"}), "read", "", 7),
        (Answer(503, body="User-agent: *\nAllow: /"), "failed", "in trouble", 1),
        (Answer(429), "failed", "slow down", 1),
        (Answer(raw=hung_up), "failed", "broke off", 1),
    ],
)
def test_robots_are_respected(robots: Answer, outcome: str, says: str, asked: int) -> None:
    web = Web({"www.example.org/robots.txt": robots, "www.example.org/a": Answer(body="page")})
    page = web.one("http://www.example.org/a")
    assert (page.outcome, says in page.detail) == (outcome, True), page.detail
    assert len(web.asked) == asked
    assert page.url == "http://www.example.org/a"


def test_robots_are_asked_once_a_site_and_each_page_is_fetched_once() -> None:
    web = Web({f"www.example.org/{n}": Answer(body=str(n)) for n in range(6)})
    urls = [f"http://www.example.org/{n}" for n in range(6)] + [
        "http://www.example.org/1#x",
        "http://WWW.example.org/1",
    ]
    pages = web.read(*urls, "http://www.example.org/2")
    assert {url: page.text for url, page in pages.items()} == {
        url: url.partition("#")[0].rpartition("/")[2] for url in urls
    }
    assert max(Counter(web.asked).values()) == 1
    assert len(web.asked) == 7
    assert sorted(url for url, _ in web.told) == sorted(urls)


def test_a_page_that_was_read_before_is_not_fetched_again() -> None:
    web = Web({"www.example.org/a": Answer(body="new"), "www.example.org/b": Answer(body="new")})
    read_before, failed_before = Page("old", PageOutcome.READ), Page("", PageOutcome.FAILED)
    a, b = "http://www.example.org/a", "http://www.example.org/b"
    pages = web.read(a, b, known={a: read_before, b: failed_before})
    assert [pages[a].text, pages[b].text] == ["old", "new"]
    assert "www.example.org/a" not in web.asked


class Crowd:
    """Counts how many requests are under way at the same time, over all and for each host."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.everybody_in = threading.Event()

    def answer(self, asked: Asked) -> Answer:
        if asked.path == "/robots.txt":
            return Answer(404)
        with self._lock:
            for key in ("all", asked.host):
                self._now[key] += 1
                self.most[key] = max(self.most[key], self._now[key])
            if self._now["all"] == 16:
                self.everybody_in.set()
        self.everybody_in.wait(25)  # nobody leaves before the sixteenth is in
        with self._lock:
            for key in ("all", asked.host):
                self._now[key] -= 1
        return Answer(body="page")


def test_sixteen_side_by_side_and_two_a_host() -> None:
    crowd = Crowd()
    urls = [f"http://www{host}.example.org/{n}" for host in range(10) for n in range(3)]
    web = Web({})
    web.site.answer = crowd.answer
    pages = web.read(*urls)
    assert {page.outcome for page in pages.values()} == {PageOutcome.READ}
    assert crowd.most.pop("all") == 16
    assert max(crowd.most.values()) == 2


class Gathering:
    """Eight sites that all send their readers on to one, which counts how many are there at a time."""

    def __init__(self, robots: bool) -> None:
        self._robots = robots
        self._lock = threading.Lock()
        self._now = 0
        self.most = 0
        self._too_many = threading.Event()

    def answer(self, asked: Asked) -> Answer:
        there = asked.host == "all.example.org"
        if not there and (asked.path != "/robots.txt" or self._robots):
            return Answer(302, {"Location": f"http://all.example.org{asked.target}"})
        if not there or (asked.path == "/robots.txt" and not self._robots):
            return Answer(404)
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
            if self._now > 2:
                self._too_many.set()
        self._too_many.wait(0.1)  # for a third to come in, if it would
        with self._lock:
            self._now -= 1
        return Answer(404) if asked.path == "/robots.txt" else Answer(body="page")


@pytest.mark.parametrize("robots", [False, True])
def test_two_a_host_also_where_redirects_lead(robots: bool) -> None:
    gathering = Gathering(robots)
    urls = [f"http://www{host}.example.org/{host}" for host in range(8)]
    web = Web({})
    web.site.answer = gathering.answer
    pages = web.read(*urls, "http://all.example.org/8", limits=Limits(connect=5, total=20))
    assert {page.outcome for page in pages.values()} == {PageOutcome.READ}
    assert gathering.most == 2


def test_hosts_that_send_readers_to_each_other_do_not_hold_each_other_up() -> None:
    hosts = ("a.example.org", "b.example.org")
    web = Web({})
    web.site.answer = lambda asked: (
        Answer(body="page")
        if "there" in asked.target or asked.path == "/robots.txt"
        else Answer(302, {"Location": f"http://{hosts[asked.host == hosts[0]]}{asked.target}/there"})
    )
    pages = web.read(*(f"http://{host}/{n}" for host in hosts for n in range(6)))
    assert {page.outcome for page in pages.values()} == {PageOutcome.READ}


def test_stop_keeps_what_came_and_drops_the_rest() -> None:
    stop = threading.Event()
    web = Web({"www1.example.org/a": Answer(body="quick"), "www2.example.org/a": Answer(raw=silence)})
    told: list[str] = []

    def on_page(url: str, page: Page) -> None:
        told.append(url)
        stop.set()

    quick, late = "http://www1.example.org/a", "http://www2.example.org/a"
    pages = web.read(quick, late, stop=stop, on_page=on_page)
    assert told == [quick]
    assert pages[quick].outcome is PageOutcome.READ
    assert pages[late].outcome is PageOutcome.NOT_READ
    assert "stopped" in pages[late].detail


def test_stop_does_not_wait_for_the_reader() -> None:
    stop, release = threading.Event(), threading.Event()

    def slow(data: bytes, media_type: str | None, url: str) -> Page:
        stop.set()
        release.wait(30)
        return as_text(data, media_type, url)

    url = "http://www.example.org/a"
    web = Web({"www.example.org/a": Answer(body="page")})
    page = web.one(url, stop=stop, reader=slow)
    assert not release.is_set()
    release.set()
    assert page.outcome is PageOutcome.NOT_READ
    assert web.told == []


def test_what_waits_to_be_read_when_it_is_stopped_is_not_read_for_nobody() -> None:
    stop, release, here = threading.Event(), threading.Event(), threading.Semaphore(0)
    begun: list[str] = []

    def slow(data: bytes, media_type: str | None, url: str) -> Page:
        begun.append(url)
        here.release()
        release.wait(30)
        return as_text(data, media_type, url)

    def press() -> None:
        for _ in range(READ_AT_ONCE):
            here.acquire(timeout=30)
        stop.set()

    urls = [f"http://www{n}.example.org/a" for n in range(READ_AT_ONCE + 3)]
    web = Web({url.removeprefix("http://"): Answer(body="page") for url in urls})
    pressing = threading.Thread(target=press)
    pressing.start()
    web.read(*urls, stop=stop, reader=slow)
    release.set()
    pressing.join()
    for thread in threading.enumerate():
        if thread.name == "seen-online-page":
            thread.join(30)
    assert len(begun) == READ_AT_ONCE


def test_nothing_is_asked_after_stop() -> None:
    stop = threading.Event()
    stop.set()
    web = Web({"www.example.org/a": Answer(body="page")})
    assert web.one("http://www.example.org/a", stop=stop).outcome is PageOutcome.NOT_READ
    assert (web.asked, web.told, web.outbox.sent) == ([], [], [])


def test_what_was_not_agreed_to_is_not_read() -> None:
    url = "http://www.example.org/a"
    web = Web({"www.example.org/a": Answer(body="page")})
    with web.site, web.proxy:
        post = Post(web.outbox, Network(web.proxy.url))
        pages = read_pages([url], post, lambda *_: None, threading.Event(), reader=as_text)
    assert pages[url].outcome is PageOutcome.NOT_READ
    assert "not agreed" in pages[url].detail
    assert web.asked == []


def test_a_reader_that_trips_costs_its_own_page_only() -> None:
    def trips(data: bytes, media_type: str | None, url: str) -> Page:
        if url.endswith("/a"):
            raise RecursionError
        return as_text(data, media_type, url)

    web = Web({f"www.example.org/{n}": Answer(body=n) for n in "ab"})
    a, b = (f"http://www.example.org/{n}" for n in "ab")
    pages = web.read(a, b, reader=trips)
    assert [pages[a].outcome, pages[b].outcome] == [PageOutcome.FAILED, PageOutcome.READ]


def test_a_page_is_read_by_the_reader_of_the_house() -> None:
    web = Web({"www.example.org/a": Answer(body="<title>Nia</title><p>Nia Ashworth runs in Penrith</p>")})
    page = web.one("http://www.example.org/a", reader=None)
    assert page.outcome is PageOutcome.READ
    assert "Nia Ashworth runs in Penrith" in page.text
