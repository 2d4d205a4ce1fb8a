"""Nothing of what a record holds stands anywhere in clear: no file, no name of a file, no error, no log."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.traces import in_clear, traces

TESTS = Path(__file__).parent.parent
# Each stands in the check below, and in no file that any program writes by itself.
TELLING = (
    "Quillfeather",
    "07700 900987",
    "+447700900987",
    "quill@zebra.example",
    "9 Marzipan Mews",
    "1979-02-28",
    "turquoise-heron.example",
    "Wobblington",
    "marmalade grievance",
    "xylophone apology",
    "umbrella draft",
)
PASSPHRASE = "velvet radish monday kite"

# One process lives through everything that writes: a whole check, a new one, copies, a change of lock, a save that
# fails, an export, and an end without warning; then a second one finds the record damaged, says so, and goes back.
LIFE = """
import json, logging, os, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
from msgspec.structs import replace
from seen_online.checklist.answer import Answer, Choice
from seen_online.exposure.finding import FindingKind
from seen_online.outbox import Purpose, Sent
from seen_online.person import person_from_about
from seen_online.reading.page import Page, PageOutcome
from seen_online.record import shelf
from seen_online.record.change import set_passphrase
from seen_online.record.export import export
from seen_online.record.lock import hold
from seen_online.record.place import record_home
from seen_online.record.restore import restore
from seen_online.record.troubles import Damaged, DiskFull
from seen_online.review.selfcheck import Action, Feeling, SelfCheck, Verdict, Who
from seen_online.search.model import Ask, Hit, Outcome, Query, Result
from support.checks import finding
from support.records import CHEAP

passphrase = sys.stdin.readline().strip()
home = record_home()
held = hold(home)
url = "https://turquoise-heron.example/q"
hit = Hit("Prudence Quillfeather", url, "Wobblington, 07700 900987", "duckduckgo", '"Prudence Quillfeather"', 1)
check = SelfCheck(
    person=person_from_about({"names": ["Prudence Quillfeather"], "phones": ["07700 900987"],
        "emails": ["quill@zebra.example"], "addresses": ["9 Marzipan Mews"], "date_of_birth": "28/02/1979"}),
    answers={"settings": Answer(Choice.DONE, "the marmalade grievance")},
    asks=[Ask(Query('"Prudence Quillfeather"', "your name"), "duckduckgo", Outcome.ANSWERED, hits=(hit,))],
    results=[Result(url, url, hit.title, hit.snippet, (hit,))],
    pages={url: Page("Prudence Quillfeather of Wobblington. " * 3000, PageOutcome.READ, url=url)},
    findings={url: [finding(FindingKind.PHONE, "+447700900987", "07700 900987")]},
    verdicts={url: Verdict(Who.ME, Feeling.NOT_HAPPY, "xylophone apology", Action("Write to Wobblington", url))},
    sent=[Sent("2026-01-01T00:00:00.000+00:00", Purpose.SEARCH, "duckduckgo", "GET", url, "Prudence Quillfeather")],
)
if sys.argv[1] == "first":
    record = shelf.create(home, passphrase="another one entirely", cost=CHEAP)
    record.begin(check)
    set_passphrase(record, passphrase, cost=CHEAP)
    record.set("note draft", "the umbrella draft")
    second = replace(check, started=datetime(2027, 1, 1, tzinfo=UTC))
    record.begin(second)
    with record.held() as opened:
        opened.connection.execute("PRAGMA max_page_count = 1")
    second.pages[url] = Page(os.urandom(300_000).hex() + "Wobblington", PageOutcome.READ)
    try:
        record.save(second)
    except DiskFull:
        logging.getLogger("window").exception("not saved")
    with record.held() as opened:
        opened.connection.execute("PRAGMA max_page_count = 1000000")
    record.save(second)
    export(record, home.parent / "copy.sealed", passphrase, cost=CHEAP)
    record.back_up_if_due(timedelta(0))
    second.answers["public"] = Answer(Choice.DONE, "the marmalade grievance again")
    record.save(second)
    print("written", flush=True)
    os.kill(os.getpid(), 9)
(one,) = shelf.records(home)
(data,) = (home / "records").glob("*.db")
with data.open("r+b") as file:
    file.seek(9000)
    file.write(bytes(500))
Path(f"{data}-wal").write_bytes(bytes(100))  # it would mend what it holds
try:
    shelf.open_record(home, one.id, passphrase=passphrase)
except Damaged as trouble:
    logging.getLogger("window").exception("damaged")
    record = restore(home, one.id, trouble.backup, passphrase=passphrase)
found = record.latest()
assert "Wobblington" in found.pages[url].text and record.setting("note draft")
print("read again", flush=True)
raise RuntimeError("it falls over with all of it in memory")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="ends itself with a signal of POSIX")
def test_nothing_is_left_in_clear(tmp_path: Path):
    program = tmp_path.parent / f"{tmp_path.name}-life.py"  # outside: it names every detail
    program.write_text(LIFE, encoding="utf-8")
    said = b""
    for part, code, ends in (("first", -9, b"written"), ("second", 1, b"read again")):
        done = subprocess.run(
            [sys.executable, str(program), part],
            input=f"{PASSPHRASE}\n".encode(),
            capture_output=True,
            timeout=120,
            env={**os.environ, "PYTHONPATH": str(TESTS)},
            cwd=tmp_path,
        )
        assert done.returncode == code and done.stdout.strip() == ends, done.stderr[-3000:]
        said += done.stdout + done.stderr
    program.unlink()

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    kinds = {path.suffix for path in files}
    assert {".db", ".seal", ".seal2", ".sealed", ".damaged"} <= kinds
    assert sum(path.stat().st_size for path in files) > 1_000_000
    assert traces(tmp_path, (*TELLING, PASSPHRASE)) == {}
    assert in_clear(said, (*TELLING, PASSPHRASE)) == []


def test_the_search_for_traces_finds_them(tmp_path: Path):
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        (tmp_path / encoding).write_bytes(b"\x01\x02\x03" + "a QUILLFEATHER b".encode(encoding))
    (tmp_path / "quillfeather").mkdir()
    (tmp_path / "nothing").write_bytes(os.urandom(10_000))
    assert set(traces(tmp_path, TELLING)) == {"utf-8", "utf-16-le", "utf-16-be", "quillfeather"}
