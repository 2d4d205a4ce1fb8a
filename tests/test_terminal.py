"""The terminal's contract: `check`, `scan` and `checklist validate`, their exit codes, and what goes where."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from seen_online.cli import main
from seen_online.cli.consent import chosen_numbers
from seen_online.cli.output import printable

ASK = {"query", "engine", "outcome", "detail", "results"}
RESULT = {"url", "title", "snippet", "engines", "queries", "page", "findings", "group", "likely_you"}
FINDING = {"kind", "value", "shown", "start", "end", "context", "whose"}
REQUEST = {"at", "method", "url", "sent", "purpose", "status", "bytes"}


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    try:
        code = main(list(words))
    except SystemExit as end:
        code = int(end.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def practice(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> tuple[int, dict[str, Any], str, Path]:
    """Run the whole practice check with notes in every format."""
    notes = [word for suffix in ("md", "html", "docx", "pdf") for word in ("--note", str(tmp_path / f"note.{suffix}"))]
    code, out, err = run(capsys, "check", "--practice", "--yes", "--json", *notes)
    return code, json.loads(out), err, tmp_path


def test_the_whole_practice_check(practice: tuple[int, dict[str, Any], str, Path]) -> None:
    code, told, err, folder = practice
    assert code == 3, "the made-up web has pages behind a log-in, so not all could be checked"
    assert all(ask.keys() >= ASK for ask in told["asks"])
    assert {ask["outcome"] for ask in told["asks"]} == {"answered"}
    assert len(told["results"]) >= 40
    assert all(result.keys() >= RESULT and 0 <= result["likely_you"] <= 1 for result in told["results"])
    assert {result["page"]["outcome"] for result in told["results"]} >= {"read", "needs_you", "gone"}
    findings = [finding for result in told["results"] for finding in result["findings"]]
    assert all(finding.keys() >= FINDING for finding in findings)
    yours = {(f["kind"], f["value"]) for f in findings if f["whose"] == "yours"}
    assert {
        ("email", "becky.fallowby@example.org"),
        ("phone", "+447700900184"),
        ("date_of_birth", "1986-04-17"),
        ("postcode", "CA11 4ZX"),
    } <= yours
    assert all(request.keys() >= REQUEST for request in told["requests"])
    assert "These requests would leave this computer" in err
    markdown = (folder / "note.md").read_text(encoding="utf-8")
    assert "could not be checked" in markdown
    assert "07700 900184" not in markdown, "details are masked unless unmasked one by one"
    assert (folder / "note.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert zipfile.is_zipfile(folder / "note.docx")
    assert (folder / "note.pdf").read_bytes().startswith(b"%PDF-")


def test_every_request_of_the_check_went_to_loopback_practice(practice: tuple[int, dict[str, Any], str, Path]) -> None:
    hosts = {request["url"].split("/")[2] for request in practice[1]["requests"]}
    assert hosts
    assert all(host.endswith((".example", ".test")) for host in hosts)


def test_without_yes_nothing_leaves_unless_the_person_agrees(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\n"))
    code, out, err = run(capsys, "check", "--practice", "--json")
    told = json.loads(out)
    assert told["requests"] == []
    assert {ask["outcome"] for ask in told["asks"]} == {"not_asked"}
    assert code == 3
    assert "Send them?" in err
    assert "9 searches, about " in err


def test_the_person_may_agree_to_some(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\nn\n"))
    _, out, _ = run(capsys, "check", "--practice", "--json")
    told = json.loads(out)
    assert [ask["outcome"] for ask in told["asks"]].count("answered") == 1
    assert {request["sent"] for request in told["requests"]} <= {told["asks"][0]["query"], "weather"}
    assert {result["page"]["outcome"] for result in told["results"]} == {"not_read"}


def test_no_pages_reads_none(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "check", "--practice", "--yes", "--json", "--no-pages")
    told = json.loads(out)
    assert code == 0, "all that was wanted was checked"
    assert {request["purpose"] for request in told["requests"]} <= {"search", "control"}


def test_plain_words_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "check", "--practice", "--yes")
    for part in ("Searches", "Pages (", "Details seen", "Could not check"):
        assert part in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check"], "--about"),
        (["check", "--about", "nobody.yaml"], "nobody.yaml"),
        (["check", "--practice", "--engine", "auto"], "no engine of that name"),
        (["check", "--practice", "--engine", "altavista"], "duckduckgo"),
        (["check", "--practice", "--engine", "searxng=ftp://x"], "seen-online:"),
        (["check", "--practice", "--note", "note.odt"], ".docx"),
        (["check", "--about", "a.yaml", "--proxy", "gopher://x"], "proxy"),
        (["check", "--about", "a.yaml", "--ca-file", "none.pem"], "certificate"),
        (["frobnicate"], "invalid choice"),
        (["checklist"], "VERB"),
        (["scan"], "PATH"),
    ],
)
def test_a_mistake_on_the_command_line_is_usage_and_says_what_to_do(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    code, out, err = run(capsys, *words)
    assert code == 2
    assert out == "", "stdout carries the result alone"
    assert said in err


def test_scan_finds_what_a_saved_page_gives_away(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<title>Club</title><p>Ring Nia Ashworth on 07700 900123 or nia@example.org. Born 12 March 1985.</p>",
        encoding="utf-8",
    )
    about = tmp_path / "about.yaml"
    about.write_text("names: [Nia Ashworth]\nphones: [+44 7700 900123]\ndate_of_birth: 12/03/1985\n", encoding="utf-8")
    code, out, _ = run(capsys, "scan", str(page), "--about", str(about), "--json")
    assert code == 0
    (told,) = json.loads(out)
    assert told.keys() >= {"path", "media_type", "outcome", "detail", "findings"}
    assert told["outcome"] == "read"
    found = {(f["kind"], f["value"]): f["whose"] for f in told["findings"]}
    assert found["phone", "+447700900123"] == "yours"
    assert found["date_of_birth", "1985-03-12"] == "yours"
    assert found["email", "nia@example.org"] == "near_your_name"


def test_scan_says_what_it_could_not_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnot really")
    code, out, _ = run(capsys, "scan", str(broken), "--json")
    assert code == 3
    assert json.loads(out)[0]["outcome"] != "read"


def test_validate_accepts_ours_and_names_every_mistake(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ours = Path(__file__).parent.parent / "checklists" / "things-to-consider.yaml"
    assert run(capsys, "checklist", "validate", str(ours))[0] == 0
    bad = tmp_path / "bad.yaml"
    text = ours.read_text(encoding="utf-8").replace("question:", "qestion:", 1)
    bad.write_text(text, encoding="utf-8")
    code, out, _ = run(capsys, "checklist", "validate", str(bad))
    assert code == 1
    assert "bad.yaml" in out
    assert "qestion" in out


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [
        ("y", [0, 1, 2]),
        ("YES", [0, 1, 2]),
        ("n", []),
        ("", []),
        ("2", [1]),
        ("1 3-9", [0, 2]),
        ("1,2–3", [0, 1, 2]),
        ("0 99", []),
        ("-1", []),
        ("1-", []),
        ("all but 3", []),
        ("not 1", []),
        ("1 - 3", []),
        ("yes 1", []),
        ("9" * 5000, []),
    ],
)
def test_only_what_is_understood_is_sent(answer: str, chosen: list[int]) -> None:
    assert chosen_numbers(answer, 3) == chosen


def test_a_check_that_could_ask_nothing_does_not_say_that_all_was_checked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    about = tmp_path / "about.yaml"
    about.write_text('names: ["…"]\n', encoding="utf-8")
    code, out, _ = run(capsys, "check", "--practice", "--about", str(about), "--yes")
    assert code == 3
    assert "We could not look" in out


def test_what_the_web_sent_can_not_steer_the_terminal() -> None:
    assert printable("a\x1b[2Jb\u202ec\x9bd\ne") == "a�[2Jb�c�d e"
