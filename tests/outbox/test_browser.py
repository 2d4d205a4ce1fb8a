"""What ddgs's engines send goes through the outbox: agreed, recorded, bounded, and stopped when the person says so."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from seen_online.outbox import Network, NotAgreed, Outbox, Planned, Purpose, Sent
from seen_online.outbox.browser import BrowserClient
from seen_online.outbox.post import Limits, Post, SendTrouble
from support.bad_answers import KINDS, time_for
from support.servers import Answer, Asked, Authority, Loopback, Proxy, Site, Socks, Wire, unused_port

WORDS = '"Nia Ashworth" Penrith'
ENGINE = "search.example.org"
QUICK = Limits(bytes=50_000, redirects=5)
Ask = Callable[..., BrowserClient]


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


def agreed(*hosts: str, words: str = WORDS) -> Outbox:
    outbox = Outbox()
    outbox.agree([Planned(Purpose.SEARCH, "An engine", hosts or (ENGINE, "127.0.0.1"), words)])
    return outbox


def client(network: Network, outbox: Outbox | None = None, limits: Limits = QUICK, **more: object) -> BrowserClient:
    post = Post(outbox or agreed(), network, limits)
    return BrowserClient(post, Purpose.SEARCH, "An engine", WORDS, **more)  # pyright: ignore[reportArgumentType]


def says(text: str | bytes, status: int = 200, **headers: str) -> Callable[[Asked], Answer]:
    return lambda _: Answer(status, {k.replace("_", "-"): v for k, v in headers.items()}, text)


@pytest.fixture
def trouble(authority: Authority) -> Iterator[Callable[..., tuple[SendTrouble, Sent]]]:
    """Ask a site over the loopback proxy, and return how that failed and what the record says."""

    def ask(answer: Callable[[Asked], Answer], path: str = "/", **limits: float) -> tuple[SendTrouble, Sent]:
        with Site(answer, authority.context()) as site, Proxy(lambda host, port: site.port) as proxy:
            asking = client(Network(proxy.url, str(authority.pem)), limits=Limits(**limits))
            with pytest.raises(SendTrouble) as caught:
                asking.get(f"https://{ENGINE}{path}", params={"q": WORDS})
            assert asking.trouble is caught.value
            return caught.value, asking._post.outbox.sent[-1]

    yield ask


def test_sends_what_was_agreed_and_records_it(authority: Authority) -> None:
    with Site(says("<p>Grüße</p>"), authority.context()) as site, Proxy(lambda host, port: site.port) as proxy:
        asking = client(Network(proxy.url, str(authority.pem)))
        reply = asking.request("GET", f"https://{ENGINE}/find", params={"q": WORDS, "l": "uk-en"})
        assert (reply.status_code, reply.text, reply.content) == (200, "<p>Grüße</p>", "<p>Grüße</p>".encode())
        assert reply.headers["content-type"].startswith("text/html")
        assert asking.replies == [reply.reply]
        assert proxy.targets == [f"{ENGINE}:443"], "the name is looked up by the proxy"
        (entry,) = asking._post.outbox.sent
        assert entry.sent == WORDS
        assert (entry.method, entry.status, entry.bytes, entry.trouble) == ("GET", 200, len(reply.content), "")
        assert entry.url == f"https://{ENGINE}{site.asked[0].target}", "the record holds the very address that left"
        assert "Nia+Ashworth" in entry.url


def test_a_form_is_sent_as_a_form(authority: Authority) -> None:
    with Site(says("ok"), authority.context()) as site, Proxy(lambda host, port: site.port) as proxy:
        asking = client(Network(proxy.url, str(authority.pem)))
        asking.post(f"https://{ENGINE}/html/", data={"q": WORDS, "b": ""})
        assert site.asked[0].method == "POST"
        assert b"q=%22Nia+Ashworth%22+Penrith" in site.asked[0].body
        (entry,) = asking._post.outbox.sent
        assert (entry.method, entry.sent, entry.url) == ("POST", WORDS, f"https://{ENGINE}/html/")


def test_a_visit_that_says_nothing_of_the_person_is_recorded_as_such(authority: Authority) -> None:
    with Site(says("front page"), authority.context()) as site, Proxy(lambda host, port: site.port) as proxy:
        asking = client(Network(proxy.url, str(authority.pem)))
        asking.get(f"https://{ENGINE}/")
        assert [(entry.sent, entry.status) for entry in asking._post.outbox.sent] == [("", 200)]


@pytest.mark.parametrize(
    ("host", "words"),
    [(ENGINE, "Nia Ashworth 07700 900123"), ("other.example.org", WORDS)],
    ids=["other words", "other host"],
)
def test_nothing_leaves_that_was_not_agreed_to(host: str, words: str) -> None:
    with Site(says("ok")) as site, Proxy(lambda host, port: site.port) as proxy:
        asking = BrowserClient(Post(agreed(ENGINE), Network(proxy.url)), Purpose.SEARCH, "An engine", words)
        with pytest.raises(NotAgreed):
            asking.get(f"http://{host}/", params={"q": words})
        assert (site.asked, proxy.targets, asking._post.outbox.sent) == ([], [], [])


def test_making_a_client_sends_nothing() -> None:
    with Site(says("ok")) as site:
        asking = client(Network(proxy=site.url))
        asking.client.headers_update({"Referer": "https://search.example.org/"})
        asking.client.set_cookies("https://search.example.org", {"lb": "en"})
        assert site.asked == []


def test_each_redirect_is_a_request_of_its_own(authority: Authority) -> None:
    def answer(asked: Asked) -> Answer:
        if asked.headers["host"] == "www.other.example.org":
            return Answer(body="there")
        if asked.path == "/a":
            return Answer(302, {"Location": "/b?x=1", "Set-Cookie": "seen=1; Path=/"})
        assert asked.headers.get("cookie") == "seen=1", "cookies are kept within one ask"
        return Answer(301, {"Location": "https://www.other.example.org/c"})

    with Site(answer, authority.context()) as site, Proxy(lambda host, port: site.port) as proxy:
        asking = client(Network(proxy.url, str(authority.pem)))
        reply = asking.get(f"https://{ENGINE}/a", params={"q": WORDS})
        record = asking._post.outbox.sent
    assert reply.text == "there"
    assert [r.status for r in asking.replies] == [302, 301, 200]
    assert [(e.status, e.beyond, bool(e.redirected_from)) for e in record] == [
        (302, False, False),
        (301, False, True),
        (200, True, True),
    ]
    assert record[2].redirected_from == f"https://{ENGINE}/b?x=1"
    assert reply.reply.redirects == (record[0].url, record[1].url)


def test_a_form_is_not_passed_on_to_somebody_else(authority: Authority) -> None:
    def answer(asked: Asked) -> Answer:
        return Answer(307, {"Location": "https://other.example.org/"})

    with Site(answer, authority.context()) as site, Proxy(lambda host, port: site.port) as proxy:
        asking = client(Network(proxy.url, str(authority.pem)))
        with pytest.raises(SendTrouble) as caught:
            asking.post(f"https://{ENGINE}/", data={"q": WORDS})
        assert caught.value.kind == "refused_address"
        assert len(site.asked) == 1


@pytest.mark.parametrize("target", ["http://localhost/", "http://127.0.0.1/", "http://[::1]/", "http://router/"])
def test_an_engine_cannot_send_us_into_the_private_network(target: str, authority: Authority) -> None:
    with (
        Site(says("", 302, Location=target), authority.context()) as site,
        Proxy(lambda host, port: site.port) as proxy,
    ):
        asking = client(Network(proxy.url, str(authority.pem)), agreed(ENGINE))
        with pytest.raises(SendTrouble) as caught:
            asking.get(f"https://{ENGINE}/")
        assert caught.value.kind == "refused_address"
        assert len(site.asked) == 1


def test_a_redirect_to_another_scheme_is_not_followed(trouble: Callable[..., tuple[SendTrouble, Sent]]) -> None:
    assert trouble(says("", 302, Location="file:///etc/passwd"))[0].kind == "bad_address"


def test_redirects_without_end(trouble: Callable[..., tuple[SendTrouble, Sent]]) -> None:
    assert trouble(says("", 302, Location="/again"))[0].kind == "too_many_redirects"


@pytest.mark.parametrize(("raw", "kind"), KINDS, ids=lambda value: getattr(value, "__name__", value))
def test_answers_that_are_none(
    raw: Callable[[Wire], None], kind: str, trouble: Callable[..., tuple[SendTrouble, Sent]]
) -> None:
    failed, entry = trouble(lambda _: Answer(raw=raw), total=time_for(kind))
    assert (failed.kind, entry.trouble) == (kind, kind)
    assert ENGINE in failed.what


def test_an_endless_body_is_cut(authority: Authority) -> None:
    def endless(_: Asked) -> Answer:
        return Answer(body=iter(lambda: b"a" * 8192, None))

    with Site(endless, authority.context()) as site, Proxy(lambda host, port: site.port) as proxy:
        asking = client(Network(proxy.url, str(authority.pem)))
        reply = asking.get(f"https://{ENGINE}/")
        assert (len(reply.content), reply.reply.cut) == (QUICK.bytes, True)


def test_stop_takes_effect_at_once_and_the_answer_is_dropped(authority: Authority) -> None:
    stop, begun, answered = threading.Event(), threading.Event(), threading.Event()

    def answer(_: Asked) -> Answer:
        begun.set()
        answered.wait(30)
        return Answer(body="too late")

    def press() -> None:
        begun.wait(30)
        stop.set()

    with Site(answer, authority.context()) as site, Proxy(lambda host, port: site.port) as proxy:
        asking = client(Network(proxy.url, str(authority.pem)), limits=Limits(), stop=stop)
        pressing = threading.Thread(target=press)
        pressing.start()
        with pytest.raises(SendTrouble) as caught:
            asking.get(f"https://{ENGINE}/")
        answered.set()
        pressing.join()
    assert caught.value.kind == "stopped"
    assert asking.replies == []
    assert asking._post.outbox.sent[0].trouble == "stopped"


def test_nothing_is_sent_after_stop(authority: Authority) -> None:
    stop = threading.Event()
    stop.set()
    with Site(says("ok")) as site:
        asking = client(Network(), stop=stop)
        with pytest.raises(SendTrouble) as caught:
            asking.get(site.url)
        assert caught.value.kind == "stopped"
        assert site.asked == []


def test_an_unknown_certificate_names_the_way_out(tmp_path: Path) -> None:
    with Site(says("ok"), Authority(tmp_path).context()) as site, Proxy(lambda host, port: site.port) as proxy:
        asking = client(Network(proxy.url))
        with pytest.raises(SendTrouble) as caught:
            asking.get(f"https://{ENGINE}/")
        assert caught.value.kind == "tls"
        assert "--ca-file" in caught.value.mend
        assert site.asked == []


def test_a_certificate_for_another_name_is_refused(authority: Authority) -> None:
    with (
        Site(says("ok"), authority.context("other.example.org")) as site,
        Proxy(lambda host, port: site.port) as proxy,
    ):
        asking = client(Network(proxy.url, str(authority.pem)))
        with pytest.raises(SendTrouble) as caught:
            asking.get(f"https://{ENGINE}/")
        assert caught.value.kind == "tls"
        assert "--ca-file" not in caught.value.mend
        assert site.asked == []


class NoTls(Loopback):
    def serve(self, link: socket.socket) -> None:
        link.recv(1)
        link.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")


def test_plain_http_where_tls_was_meant(authority: Authority) -> None:
    with NoTls() as site, Proxy(lambda host, port: site.port) as proxy:
        asking = client(Network(proxy.url, str(authority.pem)))
        with pytest.raises(SendTrouble) as caught:
            asking.get(f"https://{ENGINE}/")
        assert caught.value.kind == "tls"


def test_a_name_that_nobody_knows() -> None:
    with pytest.raises(SendTrouble) as caught:
        client(Network(), agreed("nowhere.invalid")).get("http://nowhere.invalid/")
    assert caught.value.kind == "dns"


def test_nobody_listens() -> None:
    with pytest.raises(SendTrouble) as caught:
        client(Network()).get(f"http://127.0.0.1:{unused_port()}/")
    assert caught.value.kind == "connect"


@pytest.mark.parametrize("scheme", ["http", "socks5h"])
def test_the_proxy_is_down(scheme: str) -> None:
    with pytest.raises(SendTrouble) as caught:
        client(Network(f"{scheme}://127.0.0.1:{unused_port()}")).get(f"https://{ENGINE}/")
    assert caught.value.kind == "proxy"


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_proxy_wants_a_password(scheme: str, authority: Authority) -> None:
    tls = authority.context() if scheme == "https" else None
    with Site(says("ok"), tls) as site, Proxy(lambda host, port: site.port, "nia:let me in") as proxy:
        for url in (proxy.url, proxy.url.replace("//", "//nia:wrong@")):
            with pytest.raises(SendTrouble) as caught:
                client(Network(url, str(authority.pem))).get(f"{scheme}://{ENGINE}/")
            assert caught.value.kind == "proxy_password"
        right = client(Network(proxy.url.replace("//", "//nia:let%20me%20in@"), str(authority.pem)))
        assert right.get(f"{scheme}://{ENGINE}/").text == "ok"


def test_socks_looks_names_up_at_the_far_end(authority: Authority) -> None:
    with Site(says("ok"), authority.context()) as site, Socks(lambda host, port: site.port, "nia:secret") as socks:
        for login in ("", "nia:wrong@"):
            with pytest.raises(SendTrouble) as caught:
                client(Network(socks.url.replace("//", f"//{login}"), str(authority.pem))).get(f"https://{ENGINE}/")
            assert caught.value.kind == "proxy_password"
        right = client(Network(socks.url.replace("//", "//nia:secret@"), str(authority.pem)))
        assert right.get(f"https://{ENGINE}/").text == "ok"
        assert socks.targets == [f"{ENGINE}:443"], "a name, not an address: it was not looked up here"


@pytest.mark.parametrize("kind", [Proxy, Socks])
def test_the_proxy_cannot_reach_the_site(kind: type[Proxy]) -> None:
    with kind(lambda host, port: None) as proxy:
        with pytest.raises(SendTrouble) as caught:
            client(Network(proxy.url)).get(f"https://{ENGINE}/")
        assert caught.value.kind == "connect"


@pytest.mark.parametrize("name", ["HTTP_PROXY", "https_proxy", "ALL_PROXY", "PRIMP_PROXY"])
def test_settings_come_from_ours_alone_and_not_from_the_environment(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Site(says("straight")) as site, Proxy(lambda host, port: site.port) as proxy:
        monkeypatch.setenv(name, f"http://127.0.0.1:{unused_port()}")
        assert client(Network()).get(site.url).text == "straight"
        assert client(Network(proxy.url)).get(f"http://{ENGINE}/").text == "straight"
        monkeypatch.setenv("NO_PROXY", "*")
        assert client(Network(proxy.url)).get(f"http://{ENGINE}/").text == "straight"
        assert proxy.targets == [f"{ENGINE}:80"] * 2


def test_the_record_is_told_while_a_request_is_under_way() -> None:
    seen: list[int | None] = []
    outbox = agreed("127.0.0.1")
    outbox.on_change = lambda entry: seen.append(entry.status)
    with Site(says("ok")) as site:
        client(Network(), outbox).get(site.url)
    assert seen == [None, 200]


def test_the_engines_of_ddgs_take_it_for_their_own(authority: Authority) -> None:
    from ddgs.engines import ENGINES

    rows = '<div class="body"><h2><a>Nia</a></h2><a href="https://example.org/">Nia runs</a></div>'
    with Site(says(rows), authority.context()) as site, Proxy(lambda host, port: site.port) as proxy:
        engine = ENGINES["text"]["duckduckgo"]()
        outbox = agreed("html.duckduckgo.com")
        engine.http_client = client(Network(proxy.url, str(authority.pem)), outbox)  # pyright: ignore
        (row,) = engine.search(WORDS, region="uk-en") or []
    assert row.href == "https://example.org/"
    assert [(entry.sent, entry.status) for entry in outbox.sent] == [(WORDS, 200)]
