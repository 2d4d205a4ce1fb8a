"""Post.get: agreed, recorded, bounded, to public addresses only, and with nothing of the person along."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from seen_online.outbox import Network, NotAgreed, Outbox, Planned, Purpose, errand, waiting
from seen_online.outbox import post as outbox_post
from seen_online.outbox.carrier import Carrier
from seen_online.outbox.errand import Errand
from seen_online.outbox.post import Limits, Post, Reply, SendTrouble
from seen_online.outbox.redirects import Step
from support.bad_answers import KINDS, time_for
from support.servers import Answer, Asked, Authority, Proxy, Site, Socks, Wire, unused_port

HOST = "www.example.org"
URL = f"http://{HOST}/staff?id=7"


def agreed(*urls: str) -> Outbox:
    outbox = Outbox()
    outbox.agree([Planned(Purpose.PAGE, HOST, (HOST, "127.0.0.1", "localhost"), url) for url in urls or (URL,)])
    return outbox


def direct(*sites: Site, limits: Limits | None = None, outbox: Outbox | None = None, ca: str = "") -> Post:
    """A post whose name service knows one name a site: www.example.org, www2.example.org, www3…; all are public."""

    def look_up(host: str, port: int, family: int, kind: int) -> list[Any]:
        number = int(host.removeprefix("www").partition(".")[0] or 1) - 1
        return [(2, 1, 6, "", ("127.0.0.1", sites[number].port))]

    return Post(outbox or agreed(), Network(ca_file=ca), limits or Limits(), public=lambda _: True, look_up=look_up)


def get(post: Post, url: str = URL, **more: Any) -> Reply:
    return post.get(url, **{"purpose": Purpose.PAGE, "receiver": HOST, "words": url, **more})


def failing(post: Post, url: str = URL, **more: Any) -> SendTrouble:
    with pytest.raises(SendTrouble) as caught:
        get(post, url, **more)
    assert post.outbox.sent[-1].trouble == caught.value.kind, "the record says how it failed"
    return caught.value


def says(body: str | bytes, status: int = 200, **headers: str) -> Callable[[Asked], Answer]:
    return lambda _: Answer(status, {k.replace("_", "-"): v for k, v in headers.items()}, body)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


def test_fetches_and_records() -> None:
    with Site(says("Grüße", X_Thing="1")) as site:
        post = direct(site)
        reply = get(post)
    assert (reply.status, reply.url, reply.body, reply.cut) == (200, URL, "Grüße".encode(), False)
    assert reply.headers["x-thing"] == "1"
    (entry,) = post.outbox.sent
    assert (entry.method, entry.url, entry.sent, entry.status, entry.bytes) == ("GET", URL, URL, 200, 7)
    assert entry.trouble == ""
    assert not entry.beyond


def test_nothing_of_the_person_goes_along(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_home / ".netrc").write_text(f"machine {HOST} login nia password secret\n")
    (own_home / ".netrc").chmod(0o600)
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{unused_port()}")
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{unused_port()}")
    with Site(says("ok")) as site:
        get(direct(site))
        (asked,) = site.asked
    assert set(asked.headers) == {"host", "user-agent", "accept", "accept-language", "accept-encoding", "connection"}
    assert "SeenOnline" in asked.headers["user-agent"]
    assert asked.target == "/staff?id=7"


def test_parameters_and_headers_are_part_of_what_is_recorded() -> None:
    with Site(says("{}")) as site:
        words = '"Nia Ashworth"'
        outbox = Outbox()
        outbox.agree([Planned(Purpose.SEARCH, "An engine", (HOST,), words)])
        post = direct(site, outbox=outbox)
        get(
            post,
            f"http://{HOST}/search",
            purpose=Purpose.SEARCH,
            words=words,
            params={"q": words, "format": "json"},
            headers={"Accept": "application/json"},
        )
        (asked,) = site.asked
    assert asked.headers["accept"] == "application/json"
    assert asked.target == "/search?q=%22Nia+Ashworth%22&format=json"
    assert outbox.sent[0].url.endswith(asked.target)
    assert outbox.sent[0].sent == words


@pytest.mark.parametrize(
    ("purpose", "url", "words"),
    [
        (Purpose.PAGE, URL + "&more=1", URL + "&more=1"),
        (Purpose.SEARCH, URL, URL),
        (Purpose.PAGE, f"http://www2.example.org/{HOST}", URL),
    ],
)
def test_nothing_leaves_that_was_not_agreed_to(purpose: Purpose, url: str, words: str) -> None:
    with Site(says("ok")) as site:
        post = direct(site, site)
        with pytest.raises(NotAgreed):
            post.get(url, purpose=purpose, receiver=HOST, words=words)
        assert (site.asked, post.outbox.sent) == ([], [])


def test_redirects_are_followed_one_by_one() -> None:
    def first(asked: Asked) -> Answer:
        if asked.path == "/staff":
            return Answer(302, {"Location": "/neu e?x=ü", "Set-Cookie": "a=1; Path=/"})
        assert asked.headers["cookie"] == "a=1", "a cookie that the page sets on the way is kept on the way"
        return Answer(301, {"Location": "//www2.example.org/there#part"})

    def second(asked: Asked) -> Answer:
        assert "cookie" not in asked.headers, "and is not given to somebody else"
        return Answer(302, {"Location": "/end"}) if asked.path == "/there" else Answer(body="there")

    with Site(first) as one, Site(second) as other:
        post = direct(one, other)
        reply = get(post)
    assert (reply.body, reply.url) == (b"there", "http://www2.example.org/end")
    assert reply.redirects == (URL, f"http://{HOST}/neu%20e?x=%C3%BC", "http://www2.example.org/there")
    assert [(e.status, e.beyond, e.redirected_from) for e in post.outbox.sent] == [
        (302, False, ""),
        (301, False, reply.redirects[0]),
        (302, True, reply.redirects[1]),
        (200, True, reply.redirects[2]),
    ]
    assert [entry.receiver for entry in post.outbox.sent] == [HOST, HOST] + ["www2.example.org"] * 2, (
        "who really got it"
    )
    assert "referer" not in other.asked[0].headers


def test_a_redirect_is_only_believed_of_an_answer() -> None:
    with Site(says("ok")) as site:
        post = direct(site)
        get(post)
        with (
            pytest.raises(NotAgreed),
            post.outbox.sending(
                "GET", "http://www2.example.org/", purpose=Purpose.PAGE, receiver="", words=URL, redirected_from=URL
            ),
        ):
            pytest.fail("nothing may be sent here")


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("file:///etc/passwd", "bad_address"),
        ("ftp://example.org/", "bad_address"),
        ("javascript:alert(1)", "bad_address"),
        ("data:text/html,hello", "bad_address"),
        ("http://nia:secret@example.org/", "bad_address"),
        ("http://nia@example.org/", "bad_address"),
        ("http://[::1", "bad_address"),
        ("http://example.org:99999/", "bad_address"),
        ("http://example.org\\@127.0.0.1/", "bad_address"),
        ("http://127.0.0.1/", "refused_address"),
        ("http://0x7f.1/", "refused_address"),
        ("http://2130706433/", "refused_address"),
        ("http://[::ffff:127.0.0.1]/", "refused_address"),
        ("http://localhost./", "refused_address"),
        ("/staff?again", "too_many_redirects"),
    ],
)
def test_redirects_that_are_not_followed(target: str, kind: str) -> None:
    with Site(says("", 302, Location=target)) as site:
        post = direct(site)
        with pytest.raises(SendTrouble) as caught:
            get(post)
        assert caught.value.kind == kind
        assert len(site.asked) == (6 if kind == "too_many_redirects" else 1)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://nia:secret@www.example.org/", "bad_address"),
        ("ftp://www.example.org/", "bad_address"),
        ("www.example.org", "bad_address"),
        ("", "bad_address"),
        ("http://www.example.org/" + "a" * 10_000, "bad_address"),
        ("http://www.example.org/a\r\nHost: b", "bad_address"),
    ],
)
def test_addresses_that_are_no_addresses(url: str, kind: str) -> None:
    with pytest.raises(SendTrouble) as caught:
        get(Post(agreed(url), Network()), url)
    assert caught.value.kind == kind


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "[::1]", "[::ffff:7f00:1]", "0"])
def test_private_addresses_are_refused_unless_allowed_by_name(host: str) -> None:
    with Site(says("staff")) as site:
        url = f"http://{host}:{site.port}/"
        outbox = Outbox()
        outbox.agree([Planned(Purpose.PAGE, host, (host.strip("[]"),), url)])
        assert failing(Post(outbox, Network()), url).kind == "refused_address"
        assert site.asked == []
        if host in ("127.0.0.1", "localhost"):
            assert get(Post(outbox, Network(allow_hosts=(host.upper(),))), url).body == b"staff"
            assert get(Post(outbox, Network()), url, public_only=False).body == b"staff"


def test_a_name_with_one_private_address_among_public_ones_is_refused() -> None:
    def look_up(*_: Any) -> list[Any]:
        return [(2, 1, 6, "", ("8.8.8.8", 80)), (2, 1, 6, "", ("192.168.1.1", 80))]

    assert failing(Post(agreed(), Network(), look_up=look_up)).kind == "refused_address"


def test_an_allowed_host_does_not_open_the_door_to_the_next() -> None:
    with Site(says("", 302, Location="http://localhost/")) as site:
        url = site.url + "/"
        for post, more in (
            (Post(agreed(url), Network(allow_hosts=("127.0.0.1",))), {}),
            (Post(agreed(url), Network()), {"public_only": False}),
        ):
            assert failing(post, url, **more).kind == "refused_address"


@pytest.mark.parametrize(("raw", "kind"), KINDS, ids=lambda value: getattr(value, "__name__", value))
def test_answers_that_are_none(raw: Callable[[Wire], None], kind: str) -> None:
    with Site(lambda _: Answer(raw=raw)) as site:
        trouble = failing(direct(site, limits=Limits(total=time_for(kind))))
        assert trouble.kind == kind
        assert HOST in trouble.what


def test_tls_is_checked_for_the_name_though_the_address_is_pinned(authority: Authority, tmp_path: Path) -> None:
    url = f"https://{HOST}/"
    with (
        Site(says("safe"), authority.context(HOST)) as good,
        Site(says("other"), authority.context("other.example.org")) as other,
        Site(says("unknown"), Authority(tmp_path).context(HOST)) as unknown,
    ):
        ca = str(authority.pem)
        assert get(direct(good, outbox=agreed(url), ca=ca), url).body == b"safe"
        wrong = failing(direct(other, outbox=agreed(url), ca=ca), url)
        assert wrong.kind == "tls"
        assert "--ca-file" not in wrong.mend
        for ca_file in ("", ca):
            signer = failing(direct(unknown, outbox=agreed(url), ca=ca_file), url)
            assert signer.kind == "tls"
            assert "--ca-file" in signer.mend
        assert (other.asked, unknown.asked) == ([], [])


def test_the_usual_certificates_stay_trusted_beside_the_file(authority: Authority) -> None:
    from seen_online.outbox.carrier import trust

    usual = {str(cert["subject"]) for cert in trust(Network()).get_ca_certs()}
    more = {str(cert["subject"]) for cert in trust(Network(ca_file=str(authority.pem))).get_ca_certs()}
    assert usual < more
    assert len(usual) > 50


def test_no_name_nobody_there_and_no_address() -> None:
    def unknown(*_: Any) -> list[Any]:
        raise OSError("no such name")

    assert failing(Post(agreed(), Network(), look_up=unknown)).kind == "dns"
    assert failing(Post(agreed(), Network(), look_up=lambda *_: [])).kind == "dns"
    url = f"http://127.0.0.1:{unused_port()}/"
    assert failing(Post(agreed(url), Network()), url, public_only=False).kind == "connect"


def test_a_name_service_that_keeps_silent() -> None:
    silent = threading.Event()

    def look_up(*_: Any) -> list[Any]:
        silent.wait(30)
        return []

    stop = threading.Event()
    slow = Post(agreed(), Network(), Limits(total=0.2), look_up=look_up)
    assert failing(slow).kind == "timeout"
    stopped = Post(agreed(), Network(), look_up=look_up)
    threading.Timer(0.1, stop.set).start()
    assert failing(stopped, stop=stop).kind == "stopped"
    silent.set()


def test_the_next_address_is_tried_where_one_is_dead() -> None:
    with Site(says("second")) as site:
        dead = unused_port()

        def look_up(*_: Any) -> list[Any]:
            return [(2, 1, 6, "", ("127.0.0.1", port)) for port in (dead, site.port)]

        assert get(Post(agreed(), Network(), public=lambda _: True, look_up=look_up)).body == b"second"


def test_stop_ends_it_at_once() -> None:
    stop, begun, answered = threading.Event(), threading.Event(), threading.Event()

    def answer(_: Asked) -> Answer:
        begun.set()
        answered.wait(30)
        return Answer(body="too late")

    def press() -> None:
        begun.wait(30)
        stop.set()

    with Site(answer) as site:
        threading.Thread(target=press).start()
        trouble = failing(direct(site, limits=Limits()), stop=stop)
        assert not answered.is_set(), "it did not wait for the answer"
        answered.set()
    assert trouble.kind == "stopped"


def test_stop_ends_a_body_that_drips() -> None:
    stop = threading.Event()

    def drip(wire: Wire) -> None:
        wire.send(b"HTTP/1.1 200 OK\r\n\r\n")
        wire.send(b"a")
        stop.set()
        wire.drip((b"a" for _ in range(1000)), 0.02)

    with Site(lambda _: Answer(raw=drip)) as site:
        assert failing(direct(site, limits=Limits()), stop=stop).kind == "stopped"


@pytest.mark.parametrize("late", ["its head", "its body"])
def test_what_comes_after_stop_is_not_written_into_the_record(monkeypatch: pytest.MonkeyPatch, late: str) -> None:
    """The thread that nobody waits for may be just between the answer and the record, which is closed by then."""
    stop, go, ended = threading.Event(), threading.Event(), threading.Event()
    exchange, send = Errand._exchange, Carrier.send

    def held(self: Errand, *arguments: Any) -> Reply:
        try:
            return exchange(self, *arguments)
        finally:
            ended.set()

    def wait(*_: Any) -> None:
        stop.set()
        assert go.wait(60)

    def sent(self: Carrier, *arguments: Any, **named: Any) -> Any:
        answer = send(self, *arguments, **named)
        if late == "its head":
            wait()
        else:
            stream = answer.raw.stream
            answer.raw.stream = lambda *a, **b: (wait() or each for each in stream(*a, **b))
        return answer

    monkeypatch.setattr(Errand, "_exchange", held)
    monkeypatch.setattr(Carrier, "send", sent)
    with Site(says("too late")) as site:
        post = direct(site)
        assert failing(post, stop=stop).kind == "stopped"
        entry = post.outbox.sent[-1]
        go.set()
        assert ended.wait(60)
    assert entry.bytes == 0
    assert (entry.status is None) is (late == "its head")


def test_nothing_is_sent_after_stop() -> None:
    stop = threading.Event()
    stop.set()
    with Site(says("ok")) as site:
        assert failing(direct(site), stop=stop).kind == "stopped"
        assert site.asked == []


@pytest.mark.parametrize("kind", ["http", "https", "socks"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_everything_goes_through_the_proxy_and_names_are_looked_up_there(
    kind: str, scheme: str, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    tls = authority.context() if scheme == "https" else None
    url = f"{scheme}://{HOST}/"
    with Site(says("ok"), tls) as site:
        carry = lambda host, port: site.port  # noqa: E731
        proxy = Socks(carry) if kind == "socks" else Proxy(carry, tls=authority.context() if kind == "https" else None)
        with proxy:
            for address in {proxy.url, proxy.url.replace("socks5h", "socks5")}:
                assert get(Post(agreed(url), Network(address, str(authority.pem))), url).body == b"ok"
            assert set(proxy.targets) == {f"{HOST}:{443 if tls else 80}"}
            before = len(proxy.targets)
            private = f"{scheme}://10.0.0.1/"
            outbox = Outbox()
            outbox.agree([Planned(Purpose.PAGE, "", ("10.0.0.1",), private)])
            assert failing(Post(outbox, Network(proxy.url)), private).kind == "refused_address"
            assert len(proxy.targets) == before


@pytest.mark.parametrize("kind", [Proxy, Socks])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_password_of_the_proxy(kind: type[Proxy], scheme: str, authority: Authority) -> None:
    tls = authority.context() if scheme == "https" else None
    url = f"{scheme}://{HOST}/"
    with Site(says("ok"), tls) as site, kind(lambda host, port: site.port, "nia:let me in") as proxy:
        for login, answer in (("", None), ("nia:wrong@", None), ("nia:let%20me%20in@", b"ok")):
            post = Post(agreed(url), Network(proxy.url.replace("//", f"//{login}"), str(authority.pem)))
            if answer is None:
                assert failing(post, url).kind == "proxy_password"
            else:
                assert get(post, url).body == answer


@pytest.mark.parametrize("scheme", ["http", "https", "socks5h"])
def test_the_proxy_is_down(scheme: str) -> None:
    assert failing(Post(agreed(), Network(f"{scheme}://127.0.0.1:{unused_port()}"))).kind == "proxy"


@pytest.mark.parametrize("kind", [Proxy, Socks])
def test_the_proxy_cannot_reach_the_site(kind: type[Proxy]) -> None:
    url = f"https://{HOST}/"
    with kind(lambda host, port: None) as proxy:
        assert failing(Post(agreed(url), Network(proxy.url)), url).kind == "connect"


def test_sixteen_at_once() -> None:
    with Site(lambda asked: Answer(body=asked.target)) as site:
        urls = [f"http://{HOST}/{n}" for n in range(16)]
        post = direct(site, outbox=agreed(*urls))
        bodies: dict[str, bytes] = {}
        threads = [threading.Thread(target=lambda u=u: bodies.update({u: get(post, u).body})) for u in urls]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert bodies == {f"http://{HOST}/{n}": b"/%d" % n for n in range(16)}
    assert len(post.outbox.sent) == 16


def test_the_time_that_a_redirect_waits_for_leave_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    late = 0.0
    clock = SimpleNamespace(monotonic=lambda: time.monotonic() + late)
    for module in (outbox_post, errand, waiting):
        monkeypatch.setattr(module, "time", clock)

    def waits(_step: Step, _onward: Step) -> None:
        nonlocal late
        late += 100

    def answer(asked: Asked) -> Answer:
        return Answer(302, {"Location": "/b"}) if asked.path == "/staff" else Answer(body="late")

    with Site(answer) as site:
        assert get(direct(site, limits=Limits(total=30)), may_go=waits).body == b"late"
