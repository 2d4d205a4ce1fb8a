"""The whole check through the real ddgs, as on a council's network: a proxy, an inspecting certificate, DuckDuckGo."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from seen_online.cli import main
from support import duckduckgo as ddg
from support.duckduckgo import DuckDuckGo, Found
from support.engine_proxy import EngineWeb
from support.servers import Answer, Asked

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
