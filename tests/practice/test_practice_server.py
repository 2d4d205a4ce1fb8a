"""The practice server over real requests: as the program's proxy, and as a site for a person's own browser."""

from __future__ import annotations

import contextlib
import socket
import threading
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.outbox import Outbox
from seen_online.outbox.post import SendTrouble
from seen_online.practice import listener
from seen_online.practice.server import PracticeWeb
from seen_online.trouble import Trouble
from support.practice_ask import browse, fetch, port_of, say_raw

CLUB = "http://www.penrith-harriers.example/committee.html"


def test_a_page_comes_through_the_program_s_own_post_and_stands_in_the_outbox(web: PracticeWeb) -> None:
    outbox = Outbox()
    reply = fetch(web, CLUB, outbox)
    assert reply.status == 200
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert "Membership secretary" in reply.body.decode()
    assert [(sent.url, sent.status) for sent in outbox.sent] == [(CLUB, 200)]


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("http://chirrup.example/bexonthefells/status/31188", 410),
        ("http://www.larchhowe.example/staff.html", 404),
        ("http://members.eden-choir.example/addresses.html", 401),
        ("http://www.marketmemory.example/listing/220914.html", 403),
        ("http://www.profilio.example/in/rebecca-fallowby", 200),
        ("http://www.penrith-harriers.example/nothing-here.html", 404),
        ("http://www.district-archive.example/robots.txt", 200),
    ],
)
def test_pages_behind_doors_answer_as_such_pages_do(web: PracticeWeb, url: str, status: int) -> None:
    reply = fetch(web, url)
    assert reply.status == status
    assert b"fallowby" not in reply.body.lower()


def test_a_page_for_members_leads_to_the_log_in_form(web: PracticeWeb) -> None:
    reply = fetch(web, "http://www.facepage.example/becky.fallowby")
    assert reply.url == "http://www.facepage.example/login?next=/becky.fallowby"
    assert b'type="password"' in reply.body


def test_a_moved_page_leads_to_its_new_host(web: PracticeWeb) -> None:
    reply = fetch(web, "http://www.eden-races.example/2016/relay-results.html")
    assert reply.url == "http://www.edenrunning-archive.example/relays/2016.html"
    assert b"Becky Fallowby" in reply.body


@pytest.mark.parametrize(
    "url",
    [
        "http://forum.fellchatter.example/viewtopic.php?f=3&t=4118",
        "http://FORUM.fellchatter.example:80/viewtopic.php?f=3&t=4118&sid=9af",
        "http://planning.edenside-council.example/comments.aspx?ref=22%2F0417",
        "http://www.penrith-harriers.example/index.html",
        "http://www.cumbrian-courant.example/news/2022/06/colleagues-walk-coast-to-coast.html?utm_source=mail",
    ],
)
def test_addresses_are_understood_as_sites_do(web: PracticeWeb, url: str) -> None:
    expected = 404 if "sid=" in url else 200  # that forum knows no other order of its keys
    assert fetch(web, url).status == expected


def test_a_latin_1_page_is_sent_as_such(web: PracticeWeb) -> None:
    reply = fetch(web, "http://www.st-oswin.example/newsletter/2020-05.html")
    assert reply.headers["content-type"] == "text/html; charset=iso-8859-1"
    assert "René Duboisière" in reply.body.decode("iso-8859-1")
    with pytest.raises(UnicodeDecodeError):
        reply.body.decode()


def test_the_cv_is_a_pdf_that_a_reader_can_open(web: PracticeWeb) -> None:
    import io

    from pypdf import PdfReader

    reply = fetch(web, "http://www.carejobs-north.example/cv/rebecca-fallowby.pdf")
    assert reply.headers["content-type"] == "application/pdf"
    text = PdfReader(io.BytesIO(reply.body), strict=True).pages[0].extract_text()
    assert "Date of birth: 17 April 1986" in text
    assert "née Merfyn" in text


@pytest.mark.parametrize(
    "url", ["http://www.example.org/", "http://127.0.0.1:9/", "http://search.practice.example:81/"]
)
def test_no_request_leaves_an_unknown_host_ends_here(web: PracticeWeb, url: str) -> None:
    answer = say_raw(web, f"GET {url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 502 ")


def test_no_tunnel_is_dug(web: PracticeWeb) -> None:
    with pytest.raises(SendTrouble) as caught:
        fetch(web, "https://www.penrith-harriers.example/")
    assert caught.value.kind == "proxy"
    for target in ("www.penrith-harriers.example:443", "127.0.0.1:22", "x"):
        answer = say_raw(web, f"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n".encode())
        assert answer.startswith(b"HTTP/1.1 403 ")


def test_serving_opens_no_connection_and_no_file(web: PracticeWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that a request says can make the server reach out or touch the disk."""
    import sys

    seen: list[str] = []
    watching = True

    def watch(event: str, args: tuple[object, ...]) -> None:
        if (
            watching
            and threading.current_thread().name == "practice-connection"
            and event in ("open", "socket.connect")
        ):
            seen.append(f"{event} {args[0]}")

    sys.addaudithook(watch)
    try:
        for url in (CLUB, "http://www.example.org/", "http://search.practice.example/search?q=bexonthefells"):
            say_raw(web, f"GET {url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        browse(web, "/www.penrith-harriers.example/committee.html")
    finally:
        watching = False
    assert seen == []


# A person's own browser.


def test_a_practice_page_opens_in_an_own_browser_and_its_links_stay_there(web: PracticeWeb) -> None:
    address = web.open_address("http://bexonthefells.blogplot.example/about.html")
    assert address == f"http://127.0.0.1:{port_of(web)}/bexonthefells.blogplot.example/about.html"
    status, headers, body = browse(web, urlsplit(address).path)
    assert status == 200
    assert b'href="/bexonthefells.blogplot.example/"' in body
    assert "everyone on this page is made up" in body.decode()
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "set-cookie" not in headers


def test_links_of_every_kind_stay_on_loopback() -> None:
    from seen_online.practice.links import for_own_browser

    page = (
        b'<BODY CLASS=x><a href=\'/a?b=1#c\'>1</a> <A HREF="http://Other.example/p">2</a> <a href="next.html">3</a>'
        b' <a href="//cdn.example/x">4</a> <a href="https://out.example">5</a> <a href="mailto:a@b.example">6</a>'
        b' <form action="/login"> <img src="/p.svg"> <a href="http://[bad">7</a> <a href="#top">8</a>'
    )
    done = for_own_browser(page, "one.example").decode()
    for link in (
        'href="/one.example/a?b=1#c"',
        'HREF="/other.example/p"',
        'href="next.html"',
        'href="/cdn.example/x"',
        'href="/out.example/"',
        'href="mailto:a@b.example"',
        'action="/one.example/login"',
        'src="/one.example/p.svg"',
        'href="#"',
        'href="#top"',
    ):
        assert link in done
    assert done.count("made up") == 1


def test_a_redirect_in_an_own_browser_stays_on_loopback(web: PracticeWeb) -> None:
    status, headers, _ = browse(web, "/www.facepage.example/becky.fallowby")
    assert (status, headers["location"]) == (302, "/www.facepage.example/login?next=/becky.fallowby")
    status, headers, _ = browse(web, "/www.eden-races.example/2016/relay-results.html")
    assert (status, headers["location"]) == (301, "/www.edenrunning-archive.example/relays/2016.html")
    status, headers, _ = browse(web, "/www.penrith-harriers.example")
    assert (status, headers["location"]) == (301, "/www.penrith-harriers.example/")


def test_open_address_turns_every_web_address_to_loopback(web: PracticeWeb) -> None:
    for url in ("http://www.example.org/x?y=1", "https://user@www.example.org:8443/x?y=1"):
        assert web.open_address(url) == f"http://127.0.0.1:{port_of(web)}/www.example.org/x?y=1"
    with pytest.raises(ValueError, match="web address"):
        web.open_address("file:///etc/passwd")
    status, _, body = browse(web, "/www.example.org/x")
    assert status == 404
    assert b"No such host" in body


def test_the_first_page_leads_to_every_site(web: PracticeWeb) -> None:
    status, _, body = browse(web, "/")
    assert status == 200
    assert b'href="/search.practice.example/"' in body
    assert b'href="/www.penrith-harriers.example/"' in body


@pytest.mark.parametrize("host", ["www.penrith-harriers.example", "evil.example", "127.0.0.1", "127.0.0.1:1", "[::1]"])
def test_a_page_whose_name_was_turned_to_loopback_gets_nothing(web: PracticeWeb, host: str) -> None:
    for target in ("/", "/www.penrith-harriers.example/committee.html"):
        status, _, body = browse(web, target, host=host)
        assert status == 421
        assert b"Fallowby" not in body


def test_it_can_only_be_read(web: PracticeWeb) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        status, headers, _ = browse(web, "/www.facepage.example/login", method=method, body=b"user=x&password=y")
        assert (status, headers["allow"]) == (405, "GET, HEAD")
    status, headers, body = browse(web, "/www.penrith-harriers.example/committee.html", method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["content-length"]) > 500


# What no client would send.


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/%2e%2e/%2e%2e/about.yaml",
        "/..%2f..%2fexpected.yaml",
        "/../www.hazelgarth-house.example/index.html",
        "//etc/passwd",
        "/committee.html%00.txt",
        "/./committee.html",
        "/..\\..\\served.yaml",
    ],
)
def test_no_path_leads_out_of_the_site(web: PracticeWeb, path: str) -> None:
    host = "www.penrith-harriers.example"
    for target, own in (
        (f"http://{host}{path}", host),
        (f"/{host}{path}", f"127.0.0.1:{port_of(web)}"),
        (path, f"127.0.0.1:{port_of(web)}"),
    ):
        answer = say_raw(web, f"GET {target} HTTP/1.1\r\nHost: {own}\r\nConnection: close\r\n\r\n".encode())
        assert answer.split(b" ", 2)[1] in (b"404", b"400", b"502"), (target, answer[:200])


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (b"GET\r\n\r\n", b"400"),
        (b"GET / HTTP/9.9\r\n\r\n", b"505"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"400"),
        (b"BREW / HTTP/1.1\r\nHost: x\r\n\r\n", b"501"),
        (b"GET http://[::1/ HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
        (b"GET http://a.example:99999/ HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
        (b"GET ftp://a.example/ HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
        (b"GET https://search.practice.example/ HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
        (b"GET http:/// HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
        (b"GET * HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n\r\n", b"421"),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", b"414"),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 300 + b"\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"400"),
    ],
)
def test_malformed_requests_are_refused_and_the_server_lives_on(
    web: PracticeWeb, request_bytes: bytes, status: bytes
) -> None:
    answer = say_raw(web, request_bytes)
    assert answer.split(b" ", 2)[1] == status, answer[:300]
    assert answer.count(b"HTTP/1.") == 1, "one request, one answer"
    assert fetch(web, CLUB).status == 200


@given(
    st.binary(max_size=300) | st.binary(max_size=80).map(lambda junk: b"GET " + junk + b" HTTP/1.1\r\nHost: x\r\n\r\n")
)
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_survived(web: PracticeWeb, junk: bytes) -> None:
    answer = say_raw(web, junk)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 ")
    assert b" 200 " not in answer.split(b"\r\n", 1)[0]


# Start and stop.


def test_it_listens_on_loopback_alone(web: PracticeWeb) -> None:
    assert urlsplit(web.network.proxy).hostname == "127.0.0.1"
    with pytest.raises(OSError, match=r"refused|unreachable|assign"):
        socket.create_connection(("::1", port_of(web)), timeout=2)


def test_stop_ends_every_thread_and_connection_also_a_slow_one() -> None:
    before = set(threading.enumerate())
    page = b"http://www.edenrunning-archive.example/entries/skirwith-ten-2018.html"
    with PracticeWeb() as web:
        address = ("127.0.0.1", port_of(web))
        idle = socket.create_connection(address, timeout=10)
        slow = socket.create_connection(address, timeout=10)
        with idle, slow:
            slow.sendall(b"GET " + page + b" HTTP/1.1\r\nHost: x\r\n\r\n")
            assert fetch(web, CLUB).status == 200
            web.stop()
            web.stop()
            assert idle.recv(10) == b""
            assert b"17/04/1986" not in slow.recv(4096)
    assert {
        thread.name for thread in set(threading.enumerate()) - before if thread.name.startswith("practice")
    } == set()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address, timeout=2)


def test_it_starts_again_after_a_stop_and_its_engine_too() -> None:
    web = PracticeWeb()
    for _ in range(2):
        with web:
            assert fetch(web, "http://search.practice.example/search?q=weather&format=json").status == 200
            assert web.start() is web, "starting twice is starting once"
    with pytest.raises(RuntimeError, match="not running"):
        _ = web.network


def test_a_port_that_is_taken_is_a_trouble_with_its_mend() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(Trouble, match="could not start") as caught:
        PracticeWeb(port=other.getsockname()[1]).start()
    assert caught.value.mend


def test_one_connection_too_many_waits_for_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listener, "MOST_CONNECTIONS", 3)
    with PracticeWeb() as web:
        links = [socket.create_connection(("127.0.0.1", port_of(web)), timeout=10) for _ in range(3)]
        late = socket.create_connection(("127.0.0.1", port_of(web)), timeout=10)
        with late:
            late.sendall(f"GET {CLUB} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            for link in links:
                link.close()
            assert late.recv(12) == b"HTTP/1.1 200"


def test_connections_that_nobody_ends_cost_no_more_than_a_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listener, "MOST_CONNECTIONS", 3)
    monkeypatch.setattr(listener, "PATIENCE", 0.1)
    with PracticeWeb() as web, contextlib.ExitStack() as held:
        links = [
            held.enter_context(socket.create_connection(("127.0.0.1", port_of(web)), timeout=10)) for _ in range(4)
        ]
        assert links[-1].recv(1) == b"", "turned away"


def test_stop_does_not_wait_for_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listener, "MOST_CONNECTIONS", 0)
    monkeypatch.setattr(listener, "PATIENCE", 3600.0)
    before = set(threading.enumerate())
    with PracticeWeb() as web, socket.create_connection(("127.0.0.1", port_of(web)), timeout=10):
        web.stop()
    assert not [thread for thread in set(threading.enumerate()) - before if thread.name.startswith("practice")]
