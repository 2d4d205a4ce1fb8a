"""The whole check through the real ddgs, as on a council's network: a proxy, an inspecting certificate, DuckDuckGo."""

from __future__ import annotations

import getpass
import json
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from seen_online.cli import main
from support import duckduckgo as ddg
from support import searxng
from support.duckduckgo import DuckDuckGo, Found
from support.engine_proxy import EngineWeb
from support.servers import Answer, Asked, Site

PAGE = Found("Nia Ashworth - Fell Runners", "https://fell-runners.example/committee", "Committee of the club.")
TEXT = "<title>Committee</title><p>Nia Ashworth, 07700 900123, nia@example.org, born 12 March 1985</p>"
ABOUT = "names: [Nia Ashworth]\nphones: [07700 900123]\ndate_of_birth: 12/03/1985\n"


def club(asked: Asked) -> Answer:
    return Answer(404) if asked.path == "/robots.txt" else Answer(body=TEXT, headers={"Content-Type": "text/html"})


@pytest.fixture
def engine() -> DuckDuckGo:
    return DuckDuckGo(lambda words: None if words == "weather" else [PAGE])


@pytest.fixture
def web(tmp_path: Path, engine: DuckDuckGo) -> Iterator[EngineWeb]:
    with EngineWeb(tmp_path, {**engine.hosts(), "fell-runners.example": club}) as made:
        yield made


@pytest.fixture
def words(tmp_path: Path, web: EngineWeb) -> list[str]:
    """Return the command line that a council's network asks for."""
    about = tmp_path / "about.yaml"
    about.write_text(ABOUT, encoding="utf-8")
    return ["check", "--about", str(about), "--proxy", web.proxy.url, "--ca-file", str(web.authority.pem), "--yes"]


def test_a_check_over_proxy_and_certificate(
    capsys: pytest.CaptureFixture[str], words: list[str], engine: DuckDuckGo
) -> None:
    code = main([*words, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert {ask["outcome"] for ask in told["asks"]} == {"answered"}
    (result,) = told["results"]
    assert result["url"] == PAGE.url
    assert result["page"]["outcome"] == "read"
    yours = {(f["kind"], f["value"]) for f in result["findings"] if f["whose"] == "yours"}
    assert {("phone", "+447700900123"), ("date_of_birth", "1985-03-12")} <= yours
    assert not any("07700" in said or "1985" in said for said in engine.words), "private details are compared here"
    assert {request["status"] for request in told["requests"]} <= {200, 404}


BLOCKED = {
    "a test for robots": ddg.anomaly("x"),
    "slow down": Answer(429),
    "another page": "<!DOCTYPE html><html><head><title>Back soon</title></head><body>Back soon</body></html>",
    "a page that looks like nothing, with the wrong status": Answer(202, body=ddg.nothing("x")),
}


@pytest.mark.parametrize("says", list(BLOCKED.values()), ids=list(BLOCKED))
def test_what_could_not_be_checked_is_said_so_everywhere(
    capsys: pytest.CaptureFixture[str], words: list[str], engine: DuckDuckGo, tmp_path: Path, says: Answer | str
) -> None:
    engine.says = lambda _words: says
    notes = [word for suffix in ("md", "html", "docx", "pdf") for word in ("--note", str(tmp_path / f"n.{suffix}"))]
    assert main([*words, *notes]) == 3
    summary = capsys.readouterr()
    assert main([*words, "--json"]) == 3
    as_json = capsys.readouterr()
    assert {ask["outcome"] for ask in json.loads(as_json.out)["asks"]} <= {"blocked", "failed", "not_asked"}
    markdown = (tmp_path / "n.md").read_text(encoding="utf-8")
    page = (tmp_path / "n.html").read_text(encoding="utf-8")
    for said in (summary.out, summary.err, as_json.out, as_json.err, markdown, page):
        for comfort in ("nothing found", "nothing_found", "found nothing", "no results", "nothing was found"):
            assert comfort not in said.lower()
    assert "Could not check" in summary.out
    assert "could not be checked" in markdown.lower()


def test_an_unknown_certificate_names_the_way_out(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    at = words.index("--ca-file")
    assert main([*words[:at], *words[at + 2 :], "--json"]) == 3
    told = json.loads(capsys.readouterr().out)
    assert "--ca-file" in " ".join(ask["detail"] for ask in told["asks"])
    assert {ask["outcome"] for ask in told["asks"]} <= {"failed", "not_asked"}


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[tuple[Site, list[str]]]:
    """A SearXNG that answers only who has its key, and the command line that asks it."""
    key = "Bearer tok-1"

    def speaks(asked: Asked) -> Answer:
        return searxng.data("x", [PAGE], []) if asked.headers.get("authorization") == key else Answer(401)

    about = tmp_path / "about.yaml"
    about.write_text(ABOUT, encoding="utf-8")
    with Site(speaks) as site:
        yield site, ["check", "--about", str(about), "--engine", f"searxng={site.url}", "--yes", "--json", "--no-pages"]


def outcomes(capsys: pytest.CaptureFixture[str]) -> set[str]:
    told = capsys.readouterr()
    assert "tok-" not in told.out + told.err
    return {ask["outcome"] for ask in json.loads(told.out)["asks"]}


def test_a_key_comes_from_a_variable_or_is_typed_unseen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, locked: tuple[Site, list[str]]
) -> None:
    _, words = locked
    assert main(words) == 3
    assert outcomes(capsys) <= {"blocked", "not_asked"}
    monkeypatch.setenv("SEEN_ONLINE_KEY", " tok-1 ")
    assert main(words) == 0
    assert outcomes(capsys) == {"answered"}
    monkeypatch.delenv("SEEN_ONLINE_KEY")
    monkeypatch.setattr("getpass.getpass", lambda question: "tok-1")
    assert main([*words, "--ask-key"]) == 0
    assert outcomes(capsys) == {"answered"}
    monkeypatch.setattr("getpass.getpass", lambda question: "tok-2")
    assert main([*words, "--ask-key"]) == 3
    assert outcomes(capsys) <= {"blocked", "not_asked"}


def test_a_service_that_wants_a_key_says_how_to_give_it(
    capsys: pytest.CaptureFixture[str], locked: tuple[Site, list[str]]
) -> None:
    assert main([word for word in locked[1] if word != "--json"]) == 3
    assert "--ask-key" in capsys.readouterr().out


def test_a_key_that_could_go_astray_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, locked: tuple[Site, list[str]]
) -> None:
    site, words = locked
    monkeypatch.setenv("SEEN_ONLINE_KEY", "tok-1")
    assert main([*words, "--engine", "searxng=https://searx.example.org"]) == 2
    assert "--ask-key" in capsys.readouterr().err
    assert main([*words[:3], "--engine", "searxng=http://searx.example.org", "--yes"]) == 2
    assert "not sealed" in capsys.readouterr().err
    monkeypatch.delenv("SEEN_ONLINE_KEY")

    def shows(question: str) -> str:
        warnings.warn("Password input may be echoed.", getpass.GetPassWarning, stacklevel=1)
        return "tok-1"

    monkeypatch.setattr("getpass.getpass", shows)
    assert main([*words, "--ask-key"]) == 2
    assert "SEEN_ONLINE_KEY" in capsys.readouterr().err
    assert not site.asked
