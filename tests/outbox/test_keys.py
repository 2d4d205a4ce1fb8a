"""A key of a service: sent to that very service and to nobody else, and written nowhere."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from seen_online.outbox import Network, Outbox, Planned, Purpose
from seen_online.outbox.keys import Keys, origin
from seen_online.outbox.post import Post, SendTrouble
from seen_online.outbox.takeaway import as_csv, as_json
from seen_online.trouble import Trouble
from support.servers import Answer, Asked, Authority, Proxy, Site, read_request

KEY = "tok-5f1cQd0e"
LOGIN = "ward:copper kettle"
WORDS = "Nia Ashworth"
HOME = "https://search.example.org"


def asking(post: Post, url: str, purpose: Purpose = Purpose.SEARCH, words: str = WORDS) -> None:
    post.outbox.agree([Planned(purpose, "A service", (url.split("/")[2].partition(":")[0],), words)])
    post.get(url, purpose=purpose, receiver="A service", words=words, public_only=False)


def keyed(site: Site, key: str = KEY) -> Keys:
    keys = Keys()
    keys.put(site.url, key)
    return keys


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (KEY, f"Bearer {KEY}"),
        (f"  {KEY}\n", f"Bearer {KEY}"),
        (LOGIN, "Basic d2FyZDpjb3BwZXIga2V0dGxl"),
        ("zoë:pâté", "Basic em/Dqzpww6J0w6k="),
    ],
)
def test_a_key_goes_to_its_service_as_that_expects_it(key: str, said: str) -> None:
    with Site(lambda _: Answer(body="ok")) as site:
        asking(Post(Outbox(), Network(), keys=keyed(site, key)), f"{site.url}/search?q=x")
        (asked,) = site.asked
    assert asked.headers["authorization"] == said


def test_a_key_goes_along_when_its_service_sends_us_on_to_itself() -> None:
    with Site(lambda asked: Answer(302, {"Location": "/b"}) if asked.path == "/a" else Answer(body="ok")) as site:
        asking(Post(Outbox(), Network(), keys=keyed(site)), f"{site.url}/a")
        assert [a.headers.get("authorization") for a in site.asked] == [f"Bearer {KEY}"] * 2


def test_no_redirect_takes_a_key_elsewhere_and_back_it_is_sent_again() -> None:
    with Site(lambda _: Answer(body="ok")) as other:
        back: list[str] = []

        def leads(asked: Asked) -> Answer:
            return Answer(302, {"Location": f"{other.url}/there"}) if asked.path == "/a" else Answer(body="ok")

        with Site(leads) as site:
            other.answer = lambda asked: Answer(302, {"Location": back[0]})
            back.append(f"{site.url}/b")
            network = Network(allow_hosts=("127.0.0.1",))
            asking(Post(Outbox(), network, keys=keyed(site)), f"{site.url}/a")
            assert [a.headers.get("authorization") for a in site.asked] == [f"Bearer {KEY}"] * 2
        assert len(other.asked) == 1
        assert "authorization" not in other.asked[0].headers
        assert KEY not in repr(other.asked)


@pytest.mark.parametrize(
    "url",
    [
        "http://search.example.org/",
        "https://search.example.org:8443/",
        "https://www.search.example.org/",
        "https://search.example.org.example.net/",
        "https://search.example.net/?https://search.example.org",
        "https://example.org/",
        "https://user@example.net/search.example.org",
        "ftp://search.example.org/",
        "search.example.org",
        "https://[::",
        "",
    ],
)
def test_another_scheme_port_or_host_gets_no_key(url: str) -> None:
    keys = Keys()
    keys.put(HOME, KEY)
    assert keys.header(url) == ""
    assert url not in keys


@pytest.mark.parametrize(
    "url", [HOME, f"{HOME}:443/search?q=x", "HTTPS://Search.Example.ORG./a", f"{HOME}?categories=x"]
)
def test_the_same_service_has_the_same_key_however_it_is_spelled(url: str) -> None:
    keys = Keys()
    keys.put(HOME, KEY)
    assert keys.header(url) == f"Bearer {KEY}"
    assert url in keys


@pytest.mark.parametrize("purpose", [Purpose.PAGE, Purpose.TEST])
def test_a_page_beside_the_service_is_read_without_its_key(purpose: Purpose) -> None:
    with Site(lambda _: Answer(body="ok")) as site:
        asking(Post(Outbox(), Network(), keys=keyed(site)), f"{site.url}/page", purpose, f"{site.url}/page")
        assert "authorization" not in site.asked[0].headers


def test_a_key_is_in_no_record_no_error_and_no_look(capsys: pytest.CaptureFixture[str]) -> None:
    def answers(asked: Asked) -> Answer:
        assert asked.headers["authorization"]
        return Answer(401, {"WWW-Authenticate": "Bearer"}, "no") if asked.path == "/no" else Answer(raw=lambda _: None)

    with Site(answers) as site:
        keys = keyed(site)
        post = Post(Outbox(), Network(), keys=keys)
        asking(post, f"{site.url}/no")
        with pytest.raises(SendTrouble) as broken:
            asking(post, f"{site.url}/cut")
        assert len(site.asked) == 2
    with pytest.raises(Trouble) as refused:
        keys.put("http://search.example.org", KEY)
    sent = post.outbox.sent
    told = [as_csv(sent), as_json(sent), repr(sent), repr(keys), repr(vars(post).keys()), str(post.__dict__["_keys"])]
    told += [str(e.value) + repr(e.value) + repr(e.value.args) for e in (broken, refused)]
    told += [*capsys.readouterr(), json.dumps(keys.services)]
    assert site.url in as_json(sent)
    for text in told:
        assert KEY not in text


def test_a_proxy_that_carries_a_sealed_service_does_not_see_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Asked | None] = []

    def noting(stream: object) -> Asked | None:
        seen.append(read_request(stream))
        return seen[-1]

    monkeypatch.setattr("support.servers.read_request", noting)
    authority = Authority(tmp_path)
    with Site(lambda _: Answer(body="ok"), authority.context()) as site, Proxy(lambda host, port: site.port) as proxy:
        keys = Keys()
        keys.put(HOME, KEY)
        asking(Post(Outbox(), Network(proxy.url, str(authority.pem)), keys=keys), f"{HOME}/search")
        assert proxy.targets == ["search.example.org:443"]
    by_proxy = [asked for asked in seen if asked is not None and asked.method == "CONNECT"]
    by_site = [asked for asked in seen if asked is not None and asked.method == "GET"]
    assert len(by_proxy) == len(by_site) == 1
    assert by_site[0].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in repr(by_proxy)


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "tab\tbed", "a" * 2_001, "nül", "a\x00b:c", "\x7f:x"])
def test_what_can_not_be_a_key_is_refused(key: str) -> None:
    keys = Keys()
    with pytest.raises(Trouble, match="can't be a key"):
        keys.put(HOME, key)
    assert keys.services == []


@pytest.mark.parametrize("url", ["http://search.example.org", "http://203.0.114.9:8888"])
def test_a_key_is_not_taken_where_others_could_read_it_on_its_way(url: str) -> None:
    with pytest.raises(Trouble, match="not sealed"):
        Keys().put(url, KEY)


def test_a_service_of_ones_own_may_have_one_without_a_seal() -> None:
    for url in ("http://127.0.0.1:8888", "http://localhost:8888", "http://searx.lan"):
        keys = Keys()
        keys.put(url, KEY)
        assert keys.header(url)


def test_a_key_is_changed_and_forgotten_in_a_copy_alone() -> None:
    keys = Keys()
    keys.put(HOME, KEY)
    copy = keys.copy()
    copy.put(HOME, "another")
    assert keys.header(HOME) == f"Bearer {KEY}"
    copy.put(HOME, "")
    assert copy.services == []
    assert copy.header(HOME) == ""
    assert keys.services == [origin(HOME)]


class Safe:
    """A safer place, which counts how often it is asked."""

    def __init__(self, kept: dict[str, str]) -> None:
        self.kept, self.asked = kept, 0

    def __call__(self) -> dict[str, str]:
        self.asked += 1
        return self.kept


def test_the_safer_place_is_asked_when_a_key_is_needed_and_once() -> None:
    safe = Safe({origin(HOME): KEY, "https://other.example:443": "not ours"})
    keys = Keys(elsewhere=[origin(HOME)], fetch=safe)
    assert HOME in keys
    assert keys.services == [origin(HOME)]
    assert keys.header("https://example.net/") == ""
    assert safe.asked == 0
    assert [keys.header(HOME) for _ in range(3)] == [f"Bearer {KEY}"] * 3
    assert safe.asked == 1
    assert keys.all() == {origin(HOME): KEY}


def test_a_key_that_was_typed_anew_is_not_overwritten_by_the_one_in_the_safer_place() -> None:
    keys = Keys(elsewhere=[origin(HOME)], fetch=Safe({origin(HOME): "old"}))
    keys.put(HOME, KEY)
    assert keys.header(HOME) == f"Bearer {KEY}"
    assert keys.all() == {origin(HOME): KEY}


def test_a_safer_place_that_keeps_them_back_is_asked_once_and_loses_nothing() -> None:
    times: list[int] = []

    def refuses() -> dict[str, str]:
        times.append(1)
        raise Trouble("locked")

    keys = Keys(elsewhere=[origin(HOME)], fetch=refuses)
    assert [keys.header(HOME) for _ in range(3)] == ["", "", ""]
    assert len(times) == 1
    with pytest.raises(Trouble, match="locked"):
        keys.all()
    assert keys.services == [origin(HOME)]


def test_a_safer_place_that_asks_the_person_does_not_hold_up_stop() -> None:
    release, stop, waited = threading.Event(), threading.Event(), threading.Event()

    def asks() -> dict[str, str]:
        stop.set()
        release.wait(60)
        waited.set()
        return {}

    with Site(lambda _: Answer(body="ok")) as site:
        post = Post(Outbox(), Network(), keys=Keys(elsewhere=[origin(site.url)], fetch=asks))
        post.outbox.agree([Planned(Purpose.SEARCH, "A service", ("127.0.0.1",), WORDS)])
        with pytest.raises(SendTrouble) as stopped:
            post.get(site.url, purpose=Purpose.SEARCH, receiver="x", words=WORDS, public_only=False, stop=stop)
        assert stopped.value.kind == "stopped"
        assert not waited.is_set()
        release.set()
