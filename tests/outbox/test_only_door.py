"""Nothing outside the outbox can open a connection: the imports are read, and the doors are tried."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import seen_online
from seen_online.outbox import Network, NotAgreed, Outbox, Planned, Purpose
from seen_online.outbox.browser import BrowserClient
from seen_online.outbox.post import Post
from support.servers import Answer, Site

HOUSE = Path(seen_online.__file__).parent
# What can carry bytes off this computer. The last ones are ddgs's own ways to the web: its engines are welcome
# elsewhere, but what they send goes through the outbox.
ROADS = [
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "urllib.robotparser",
    "ftplib",
    "smtplib",
    "poplib",
    "imaplib",
    "nntplib",
    "telnetlib",
    "xmlrpc",
    "asyncio",
    "socketserver",
    "requests",
    "urllib3",
    "primp",
    "httpx",
    "aiohttp",
    "websockets",
    "websocket",
    "pycurl",
    "paramiko",
    "socks",
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebView",
    "ddgs.ddgs",
    "ddgs.DDGS",
    "ddgs.http_client",
    "ddgs.cli",
    "ddgs.api_server",
]
# Serves the made-up web on loopback, so it listens; it connects to nobody, which is tried below.
SERVES = {"socket", "socketserver", "http", "ssl"}
FILES = sorted(HOUSE.rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield every module that a file imports, at any depth, and every name it takes from one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in ("import_module", "__import__", "find_spec"):
                yield str(node.args[0].value)


def roads_in(source: str) -> set[str]:
    return {
        road for name in imported(ast.parse(source)) for road in ROADS if name == road or name.startswith(road + ".")
    }


def test_only_the_outbox_knows_a_road_to_the_web() -> None:
    knowing = {str(path.relative_to(HOUSE)): roads_in(path.read_text(encoding="utf-8")) for path in FILES}
    for name in knowing:
        if name.startswith("practice"):
            knowing[name] -= SERVES
    others = {name: roads for name, roads in knowing.items() if roads and not name.startswith("outbox")}
    assert others == {}, "these files can open a connection"
    assert any(name.startswith("outbox") and roads for name, roads in knowing.items()), "the reading works"


def test_the_practice_web_listens_and_calls_nobody() -> None:
    calls = {"connect", "connect_ex", "create_connection", "HTTPConnection", "HTTPSConnection", "sendto", "getaddrinfo"}
    for path in (HOUSE / "practice").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
            of_a_database = isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "sqlite3"
            assert name not in calls or of_a_database, f"{path.name}, line {getattr(node, 'lineno', 0)}"


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "import urllib.request as u",
        "from urllib import request",
        "from http import client",
        "def f():\n    import requests.adapters",
        "from PySide6 import QtNetwork",
        "import importlib\nimportlib.import_module('primp')",
        "__import__('ssl')",
        "from ddgs import DDGS",
        "from ddgs.http_client import HttpClient",
    ],
)
def test_the_reading_of_imports_would_notice(source: str) -> None:
    assert roads_in(source)


def test_there_is_a_house_to_look_at() -> None:
    rooms = {path.relative_to(HOUSE).parts[0] for path in FILES}
    assert {"outbox", "search", "reading", "ui", "exposure", "practice"} <= rooms


def test_loading_the_program_opens_nothing() -> None:
    """Load every room but the window in a fresh Python in which each socket, look-up and connection ends it."""
    code = textwrap.dedent(
        """
        import importlib, pkgutil, sys

        def bar(event, args):
            if event == "socket.bind" and args[1] == ("::1", 0):
                return  # urllib3 looks whether this computer knows IPv6
            if event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
                raise SystemExit(f"{event} {args}")
            if event in ("urllib.Request", "http.client.connect", "subprocess.Popen", "os.system"):
                raise SystemExit(f"{event} {args}")

        sys.addaudithook(bar)
        import seen_online
        loaded = 0
        for module in pkgutil.walk_packages(seen_online.__path__, "seen_online.", onerror=lambda name: None):
            if not module.name.startswith(("seen_online.ui", "seen_online.__main__")):
                importlib.import_module(module.name)
                loaded += 1
        print(loaded)
        """
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) > 50


class NoEntry(Outbox):
    """An outbox that lets nothing be written into its record."""

    @contextmanager
    def sending(self, *args: Any, **fields: Any) -> Iterator[Any]:
        raise NotAgreed
        yield


def test_neither_way_out_works_without_the_record() -> None:
    with Site(lambda _: Answer(body="ok")) as site:
        words = "Nia Ashworth"
        outbox = NoEntry()
        outbox.agree([Planned(Purpose.SEARCH, "An engine", ("127.0.0.1",), words)])
        post = Post(outbox, Network(allow_hosts=("127.0.0.1",)))
        with pytest.raises(NotAgreed):
            post.get(site.url, purpose=Purpose.SEARCH, receiver="An engine", words=words)
        with pytest.raises(NotAgreed):
            BrowserClient(post, Purpose.SEARCH, "An engine", words).get(site.url, params={"q": words})
        assert site.asked == []


def test_consent_that_is_withdrawn_is_gone() -> None:
    with Site(lambda _: Answer(302, {"Location": "/b"})) as site:
        words = "Nia Ashworth"
        outbox = Outbox()
        outbox.agree([Planned(Purpose.SEARCH, "An engine", ("127.0.0.1",), words)])
        outbox.withdraw()
        with pytest.raises(NotAgreed):
            Post(outbox, Network(allow_hosts=("127.0.0.1",))).get(
                site.url, purpose=Purpose.SEARCH, receiver="An engine", words=words
            )
        assert site.asked == []


@pytest.mark.parametrize(
    ("purpose", "host", "words"),
    [
        (Purpose.SEARCH, "search.example.org", "Nia Ashworth "),
        (Purpose.SEARCH, "search.example.org", "nia ashworth"),
        (Purpose.SEARCH, "search.example.org", ""),
        (Purpose.CONTROL, "search.example.org", "Nia Ashworth"),
        (Purpose.SEARCH, "www.search.example.org", "Nia Ashworth"),
        (Purpose.SEARCH, "example.org", "Nia Ashworth"),
        (Purpose.SEARCH, "", "Nia Ashworth"),
        (Purpose.SEARCH, "[::", "Nia Ashworth"),
    ],
)
def test_consent_is_for_these_words_to_this_host_for_this_purpose(purpose: Purpose, host: str, words: str) -> None:
    outbox = Outbox()
    outbox.agree([Planned(Purpose.SEARCH, "An engine", ("Search.Example.org.", ""), "Nia Ashworth")])
    assert outbox.agreed(Purpose.SEARCH, "search.example.org", "Nia Ashworth")
    assert not outbox.agreed(purpose, host, words)


DDGS = Path(importlib.util.find_spec("ddgs").origin or "").parent  # pyright: ignore[reportOptionalMemberAccess]


def dotted(node: ast.AST) -> str:
    """`self.http_client.client.get` as it is written; "" for what is no such chain."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def test_engines_of_ddgs_send_in_no_way_but_the_one_that_is_ours() -> None:
    """What primp sends, no hook of Python's sees. So the code of the engines is read: they know one way to send."""
    files = [*sorted((DDGS / "engines").glob("*.py")), DDGS / "base.py", DDGS / "utils.py", DDGS / "results.py"]
    assert len(files) > 10
    ways: set[str] = set()
    for path in files:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        known = {road for name in imported(tree) for road in ROADS if name == road or name.startswith(f"{road}.")}
        assert known == set(), f"{path.name} has a way of its own"
        calls = {dotted(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        ways |= {call for call in calls if "http_client" in call}
        if path.parent.name == "engines":
            names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
            assert "__init__" not in names, f"{path.name}: asked_class passes it by"
    client = "self.http_client"
    assert ways == {f"{client}.request", f"{client}.client.headers_update", f"{client}.client.set_cookies"}


def test_engines_get_a_client_that_can_not_send() -> None:
    from ddgs.engines import ENGINES

    from seen_online.search.ddgs_rows import asked_class

    client = BrowserClient(Post(Outbox(), Network()), Purpose.SEARCH, "An engine", "Nia Ashworth")
    offered = {name for name in dir(client.client) if not name.startswith("_")}
    assert offered == {"headers_update", "set_cookies"}
    kinds = [kind for category in ("text", "news", "images") for kind in ENGINES[category].values()]
    assert len(kinds) > 8
    for kind in kinds:
        engine = asked_class(kind)(client)
        assert engine.http_client is client
        assert "primp" not in {type(value).__module__.partition(".")[0] for value in vars(engine).values()}


def test_primp_is_used_in_one_place() -> None:
    users = {
        path.name
        for path in FILES
        if "primp" in {n.partition(".")[0] for n in imported(ast.parse(path.read_text("utf-8")))}
    }
    assert users == {"browser.py", "primp_errors.py"}
    tree = ast.parse((HOUSE / "outbox" / "browser.py").read_text("utf-8"))
    uses = [dotted(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    through = sorted(use for use in uses if "_primp." in use)
    assert through == ["self._primp.headers_update", "self._primp.set_cookies", "self.client._primp.request"]


@pytest.mark.parametrize("purpose", [Purpose.PAGE, Purpose.TEST])
def test_consent_for_an_address_is_for_no_other_of_its_host(purpose: Purpose) -> None:
    with Site(lambda _: Answer(body="ok")) as site:
        page = f"{site.url}/a"
        outbox = Outbox()
        outbox.agree([Planned(purpose, "127.0.0.1", ("127.0.0.1",), page)])
        post = Post(outbox, Network(allow_hosts=("127.0.0.1",)))
        for other in (f"{site.url}/b", f"{page}?who=Nia", f"{page}/", site.url):
            with pytest.raises(NotAgreed):
                post.get(other, purpose=purpose, receiver="127.0.0.1", words=page)
        assert site.asked == []
        assert outbox.sent == []
        assert post.get(page, purpose=purpose, receiver="127.0.0.1", words=page).status == 200


@pytest.mark.parametrize("purpose", [Purpose.PAGE, Purpose.TEST])
def test_an_address_is_the_same_in_every_spelling_and_in_no_other(purpose: Purpose) -> None:
    plain = "https://staff.example.org/A/b?q=1&r=%2F"
    outbox = Outbox()
    outbox.agree([Planned(purpose, "", ("STAFF.example.org.",), "HTTPS://Staff.Example.ORG:443/A/b?q=1&r=%2F#part")])
    same = [plain, f" {plain} ", plain.replace("/A", ".:443/A"), plain.replace("staff", "STAFF"), f"{plain}#other"]
    for url in same:
        assert outbox.agreed(purpose, "staff.example.org", url), url
        with outbox.sending("GET", url, purpose=purpose, receiver="", words=plain):
            pass
    others = [
        plain.replace("https", "http"), plain.replace("/A", ":8443/A"), plain.replace("/A", ":80/A"),
        plain.replace("/A", "/a"), plain.replace("%2F", "/"), plain.replace("%2F", "%2f"), f"{plain}&s=1",
        plain.replace("q=1&r=%2F", "r=%2F&q=1"), plain.replace("/b", "/b/"), plain.replace("/b", "/./b"),
        plain.replace("staff.", ""), f"{plain} x", "",
    ]  # fmt: skip
    for url in others:
        with pytest.raises(NotAgreed), outbox.sending("GET", url, purpose=purpose, receiver="", words=plain):
            pass
        with pytest.raises(NotAgreed), outbox.sending("GET", url, purpose=purpose, receiver="", words=url):
            pass
    assert len(outbox.sent) == len(same)


def test_words_of_a_search_are_agreed_to_to_the_letter_though_they_are_an_address() -> None:
    outbox = Outbox()
    outbox.agree([Planned(Purpose.SEARCH, "An engine", ("search.example.org",), "http://Example.org:80/")])
    assert outbox.agreed(Purpose.SEARCH, "search.example.org", "http://Example.org:80/")
    assert not outbox.agreed(Purpose.SEARCH, "search.example.org", "http://example.org/")


def test_nobody_can_claim_to_have_been_sent_on() -> None:
    page, other = "https://staff.example.org/a", "https://staff.example.org/b"
    outbox = Outbox()
    outbox.agree([Planned(Purpose.PAGE, "", ("staff.example.org",), page)])
    for came_from in (page, "https://elsewhere.example.org/"):
        with (
            pytest.raises(NotAgreed),
            outbox.sending("GET", other, purpose=Purpose.PAGE, receiver="", words=page, redirected_from=came_from),
        ):
            pass
    with outbox.sending("GET", page, purpose=Purpose.PAGE, receiver="", words=page) as entry:
        entry.status = 302
    with outbox.sending("GET", other, purpose=Purpose.PAGE, receiver="", words=page, redirected_from=page) as entry:
        assert not entry.beyond
    away = "https://elsewhere.example.org/"
    with outbox.sending("GET", away, purpose=Purpose.PAGE, receiver="", words=page, redirected_from=page) as entry:
        assert entry.beyond
        assert entry.receiver == "elsewhere.example.org"


def test_an_engine_gets_no_other_words_before_those_that_were_agreed_to() -> None:
    with Site(lambda _: Answer(body="ok")) as site:
        words = "Nia Ashworth"
        outbox = Outbox()
        outbox.agree([Planned(Purpose.SEARCH, "An engine", ("127.0.0.1",), words)])
        client = BrowserClient(Post(outbox, Network()), Purpose.SEARCH, "An engine", words)
        for fields in ({"params": {"q": "01632 960123"}}, {"data": {"q": "01632 960123"}}):
            with pytest.raises(NotAgreed):
                client.request("GET" if "params" in fields else "POST", site.url, **fields)
        assert site.asked == []
        client.get(site.url)  # a bare visit, for a token
        client.get(site.url, params={"q": words})
        client.get(site.url, params={"titles": "what its answer named"})
        assert [entry.sent for entry in outbox.sent] == ["", words, ""]
