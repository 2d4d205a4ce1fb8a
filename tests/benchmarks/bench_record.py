"""How fast and how large the sealed record is, how fast two checks are compared, and what survives being killed.

    python tests/benchmarks/bench_record.py [--kills 300]

No figure here ever fails a test; what the kills find does end the run with an error.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from msgspec.structs import replace

from seen_online.checklist.answer import Answer, Choice
from seen_online.exposure.finding import FindingKind, Whose
from seen_online.reading.page import Page, PageOutcome, Part
from seen_online.record import shelf
from seen_online.record.passphrase import Cost, stretch
from seen_online.record.pieces import own_row, pack, take_apart
from seen_online.review.carry import carry, next_check
from seen_online.review.compare import ChangeKind, compare
from seen_online.review.selfcheck import Feeling, SelfCheck, Verdict, Who
from seen_online.search.model import Ask, Hit, Outcome, Query, Result
from support.checks import finding, full_check, nia
from support.records import CHEAP, PASSPHRASE, only_id

SUPPORT = Path(__file__).parent.parent / "support"
CHECKS, RESULTS, QUERIES = 20, 500, 25
WORDS = [f"{a}{b}" for a in ("care", "town", "club", "award", "river", "paper") for b in "abcdefghijklmnopqrst"]


def table(title: str, rows: Iterable[Sequence[object]]) -> None:
    """Print a table under a title."""
    lines = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    print(f"\n{title}")
    for line in lines:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def timed(what: Callable[[], object], times: int = 5) -> float:
    """Return the median seconds of a call."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        what()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def made_up(seed: int, results: int = RESULTS, read: float = 0.4, words: int = 600) -> SelfCheck:
    """Return a check with so many results, of which a part was read, each of those with so many words."""
    rng = random.Random(seed)
    check = replace(full_check(), started=full_check().started + timedelta(days=seed), person=nia())
    check.asks, check.results, check.pages, check.findings, check.verdicts = [], [], {}, {}, {}
    for number in range(QUERIES):
        words_asked = f'"Nia Ashworth" {WORDS[number]}'
        hits = []
        for rank in range(results // QUERIES):
            url = f"https://site{rank}.example/people/{WORDS[number]}-{rank}-{number}"
            snippet = " ".join(rng.choices(WORDS, k=25))
            hits.append(Hit(f"Nia Ashworth {rank} of {number}", url, snippet, "duckduckgo", words_asked, rank + 1))
        check.asks.append(Ask(Query(words_asked, "your name"), "duckduckgo", Outcome.ANSWERED, hits=tuple(hits)))
        check.results += [Result(hit.url, hit.url, hit.title, hit.snippet, (hit,)) for hit in hits]
    for at, result in enumerate(check.results):
        if rng.random() < read:
            text = " ".join(rng.choices(WORDS, k=words))
            parts = (Part(0, 100, "title"), Part(100, len(text), "text"))
            check.pages[result.key] = Page(text, PageOutcome.READ, "Read.", result.url, "text/html", "T", "en", parts)
            check.results[at] = replace(result, text=text)
        kinds = rng.choices(list(FindingKind), k=rng.randrange(5))
        check.findings[result.key] = [
            finding(kind, f"{kind}{rng.randrange(40)}", "shown", rng.choice(list(Whose)), "words around it " * 4)
            for kind in kinds
        ]
        if rng.random() < 0.3:
            check.verdicts[result.key] = Verdict(Who.ME, Feeling.HAPPY)
    return check


def opening(home: Path) -> None:
    """Fill a record, then open it."""
    record = shelf.create(home, passphrase=PASSPHRASE, cost=CHEAP)
    began = time.perf_counter()
    for seed in range(CHECKS):
        record.begin(made_up(seed))
    filled = time.perf_counter() - began
    latest = record.latest()
    assert latest is not None
    record.close()
    bytes_all = next((home / "records").glob("*.db")).stat().st_size

    def reopen(work: Callable) -> Callable[[], object]:
        def do() -> None:
            record = shelf.open_record(home, only_id(home), passphrase=PASSPHRASE)
            work(record)
            record.close()

        return do

    key = timed(lambda: stretch(PASSPHRASE, b"s" * 32, Cost()), 3)
    plain = json.dumps([own_row(latest)["sites"]]).encode() + b"".join(
        pack(value)[1:] for value in take_apart(latest).values()
    )
    table(
        f"A record of {CHECKS} checks × {RESULTS} results, 40 % of them read (600 words each)",
        [
            ("what", "measured", "wanted"),
            (
                "open, try every page's seal, load the latest check",
                f"{timed(reopen(lambda r: r.latest())):.3f} s",
                "0.5",
            ),
            ("the same, and load all checks", f"{timed(reopen(load_all), 3):.3f} s", ""),
            ("the same, and count details over time", f"{timed(reopen(lambda r: r.over_time()), 3):.3f} s", ""),
            ("the key before that, from a passphrase", f"{key:.3f} s", "slow on purpose"),
            ("filling it, with a sealed copy a check", f"{filled:.1f} s", ""),
            ("size", f"{bytes_all / 1e6:.1f} MB", ""),
            ("size a result (page, findings, verdict and all)", f"{bytes_all / CHECKS / RESULTS:.0f} bytes", ""),
            ("one check's pieces, squeezed, without the database", f"{len(plain) / RESULTS:.0f} bytes a result", ""),
        ],
    )


def load_all(record) -> None:
    for line in record.checks():
        record.load(line.id)


def saving(home: Path) -> None:
    """Save answers into the record that `opening` filled, beside a plain database that does the least."""
    record = shelf.open_record(home, only_id(home), passphrase=PASSPHRASE)
    check = record.latest()
    assert check is not None
    number = iter(range(10**6))

    def answer() -> None:
        check.answers["settings"] = Answer(Choice.NEEDS_DOING, f"Note {next(number)}", due=date(2026, 5, 1))
        record.save(check)

    def page() -> None:
        key = check.results[next(number) % RESULTS].key
        check.pages[key] = Page(" ".join(random.choices(WORDS, k=5_000)), PageOutcome.READ)
        record.save(check)

    plain = sqlite3.connect(home / "plain.db", isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    plain.execute("CREATE TABLE t (name TEXT PRIMARY KEY, data BLOB)")
    rows = [
        ("an answer, of a check of 500 results", answer),
        ("a page of 5,000 words", page),
        ("nothing changed", lambda: record.save(check)),
        (
            "yardstick: one row into a plain SQLite, on the disk",
            lambda: plain.execute("INSERT OR REPLACE INTO t VALUES ('settings', ?)", (f"Note {next(number)}" * 10,)),
        ),
    ]
    found = [("saving", "median", "slowest of 200", "wanted")]
    for name, work in rows:
        taken = [timed(work, 1) * 1000 for _ in range(200)]
        found.append(
            (name, f"{statistics.median(taken):.2f} ms", f"{max(taken):.1f} ms", "20" if "answer" in name else "")
        )
    table("Saving", found)
    took = timed(lambda: record.back_up_if_due(timedelta(0)), 3)
    table("A sealed copy of all that", [("made and tried", f"{took:.2f} s")])
    plain.close()
    record.close()


def comparing() -> None:
    """Compare two checks of 2,000 results in the worst cases too."""
    first = made_up(1, 2_000)
    moved = replace_addresses(made_up(1, 2_000), "https://brandnew.example/")
    near = replace_addresses(made_up(1, 2_000), "https://site1.example/moved/")
    rows = [("two checks of 2,000 results", "same", "new", "gone", "changed", "unsure", "compare", "carry", "wanted")]
    for name, second in (
        ("the same pages", made_up(1, 2_000)),
        ("the same addresses, other findings", made_up(2, 2_000)),
        ("every page at another address of its site", near),
        ("every page on another site", moved),
        ("nothing in common", replace_addresses(made_up(3, 2_000), "https://other.example/x")),
    ):
        comparison = compare(first, second)
        took = timed(lambda second=second: compare(first, second))
        later = next_check(first)
        later.asks, later.results, later.pages, later.findings = (
            second.asks,
            second.results,
            second.pages,
            second.findings,
        )
        carried = timed(lambda later=later, c=comparison: carry(first, later, (), c), 3)
        counts = [len(comparison.of(kind)) for kind in (ChangeKind.SAME, ChangeKind.NEW, ChangeKind.GONE)]
        rest = [len(comparison.of(kind)) for kind in (ChangeKind.CHANGED, ChangeKind.COULD_NOT_CHECK)]
        rows.append((name, *counts, *rest, f"{took:.3f} s", f"{carried:.3f} s", "0.3"))
    table("Comparing", rows)


def replace_addresses(check: SelfCheck, start: str) -> SelfCheck:
    """Give every page another address, which begins like this and ends as before."""
    new = {r.key: f"{start}{r.key.rpartition('/')[2]}" for r in check.results}
    check.results = [
        replace(r, key=new[r.key], url=new[r.key], hits=tuple(replace(h, url=new[r.key]) for h in r.hits))
        for r in check.results
    ]
    check.pages = {new[key]: replace(page, url=new[key]) for key, page in check.pages.items()}
    check.findings = {new[key]: found for key, found in check.findings.items()}
    check.verdicts = {}
    return check


def harness(name: str, kills: int, seed: int) -> dict[str, Any] | None:
    """Run one of the harnesses that kill; return what it told, or print why it gave up."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, str(SUPPORT / name), home, str(kills), str(seed)], capture_output=True, text=True
        )
    if done.returncode:
        print(f"\nKilled with seed {seed}: {done.stderr[-1000:]}")
        return None
    return json.loads(done.stdout)


def killing(kills: int, seed: int) -> int:
    """Kill a writing process so often, and look each time whether all is there."""
    told = harness("killing.py", kills, seed)
    if told is None:
        return 1
    rows = [("killed while", "times"), *told["died"].items(), ("", ""), ("kills", told["kills"])]
    rows += [("steps saved", told["steps"]), ("saved, not yet acknowledged", told["ahead"]), ("lost", 0)]
    table(f"Killed at random moments (seed {seed}, {told['seconds']} s)", rows)
    return 0


def killing_the_window(kills: int, seed: int) -> int:
    """Kill the window while somebody works in it, and look how much was not safe yet."""
    told = harness("killing_window.py", kills, seed)
    if told is None:
        return 1
    rows = [("killed while somebody did", "times"), *told["while"].items(), ("", ""), ("kills", told["kills"])]
    rows += [("the oldest thing that was lost (wanted: 1 s)", f"{told['oldest lost']:.2f} s")]
    table(f"The window killed at random moments (seed {seed})", rows)
    return 0


def main() -> int:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=25)
    options.add_argument("--seed", type=int, default=random.randrange(10**6))
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        opening(Path(folder))
        saving(Path(folder))
    comparing()
    if not given.kills:
        return 0
    return killing(given.kills, given.seed) or killing_the_window(max(1, given.kills // 5), given.seed)


if __name__ == "__main__":
    sys.exit(main())
