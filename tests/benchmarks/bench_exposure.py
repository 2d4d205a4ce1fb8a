"""How well and how fast details are found, beside the known detectors. Prints scores, never values.

SEEN_ONLINE_EVAL_DATA=DIR   labelled data to measure with (its README tells what it is)
SEEN_ONLINE_YARDSTICKS=DIR  an environment that holds the known detectors (see yardsticks.py)

    python tests/benchmarks/bench_exposure.py [--ours]      --ours leaves the yardsticks out
"""

from __future__ import annotations

import logging
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.baits import baits, patterns
from benchmarks.exposure_sets import Case, Table, contact, marked_up, score, tables
from benchmarks.yardsticks import Detector, yardsticks
from seen_online.exposure import find

SIZE = 25_000  # characters of the smaller bait

_COLD = """
import re, time
from pathlib import Path
from seen_online.person import Person
from seen_online.exposure import find
def megabytes():
    status = Path("/proc/self/status")
    return int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) / 1024 if status.exists() else float("nan")
before = megabytes()
start = time.perf_counter()
find("Jane Doe, 020 7946 0123, jane (at) example (dot) org, born 12 March 1985, 12 High Street, CA1 2AB", Person())
spent = time.perf_counter() - start
print(f"{spent:.3f} s, {megabytes() - before:.0f} MB")
"""


def ours(table: Table) -> Callable[[Case], Iterable[str]]:
    """Return our detector of a table's kind."""

    def detect(case: Case) -> Iterable[str]:
        found = find(case.page, case.person or table.person)
        return [getattr(one, table.field) for one in found if one.kind == table.kind]

    return detect


def theirs(table: Table, detector: Detector) -> Callable[[Case], Iterable[str]]:
    """Return a yardstick's detector, told the same region as ours."""

    def detect(case: Case) -> Iterable[str]:
        person = case.person or table.person
        return detector(case.page.text, person.region if person else None)

    return detect


def print_tables(*, beside: bool) -> None:
    """Print every table: ours on both halves, then the yardsticks on the whole."""
    for table in tables():
        cases, same, detect = table.cases, table.same, ours(table)
        size = sum(len(case.page.text) for case in cases) / 1e6
        print(f"\n{table.title}: {len(cases)} pages, {size:.2f} MB, {sum(len(case.labels) for case in cases)} labels")
        if not cases:
            continue
        print(f"  {'ours':22} {score(cases, detect, same)}")
        for half, aside in (("looked at", False), ("kept aside", True)):
            part = [case for case in cases if case.kept_aside == aside]
            print(f"  {'  half ' + half:22} {score(part, detect, same)}")
        for name, detectors in yardsticks().items() if beside else ():
            if isinstance(detectors, str):
                print(f"  {name:22} {detectors}")
            elif other := detectors.get(table.kind):
                print(f"  {name:22} {score(cases, theirs(table, other), same)}", flush=True)


def print_same_record() -> None:
    """Print whether one record tells the same in each way of marking it up; what differs is different in them too."""
    pages = marked_up()
    found = [[{(one.kind, one.value) for one in find(page)} for page in forms] for forms in pages]
    print(f"\nthe same record as microdata, RDFa and JSON-LD: {len(pages)} records")
    for name, first, second in (("microdata and RDFa", 0, 1), ("microdata and JSON-LD", 0, 2), ("all three", 1, 2)):
        same = sum(forms[first] == forms[second] and (name != "all three" or forms[0] == forms[1]) for forms in found)
        print(f"  {name:22} {same} tell the same")


def print_speed(*, beside: bool) -> None:
    """Print megabytes a second over all kinds."""
    text = "\n".join(c.page.text for c in contact("phones")) or "Jane Doe, 07700 900123, born 12 March 1985.\n" * 30_000
    print(f"\nspeed, {len(text) / 1e6:.2f} MB of text, all kinds together")
    find(text[:20_000])
    best = min(_seconds(lambda: find(text)) for _ in range(5))
    print(f"  {'ours':22} {len(text) / 1e6 / best:.2f} MB/s")
    for name, detectors in yardsticks().items() if beside else ():
        if not isinstance(detectors, str):
            part = text[:200_000]
            spent = _seconds(lambda p=part, d=detectors: [list(one(p, None)) for one in d.values()])
            print(f"  {name:22} {len(part) / 1e6 / spent:.2f} MB/s")


def print_growth() -> None:
    """Print how time grows with the size of a bait: four times the text should take about four times as long."""
    small, large = dict(baits(SIZE)), dict(baits(4 * SIZE))
    rows = [
        (_seconds(lambda t=large[piece]: find(t)), _seconds(lambda t=small[piece]: find(t)), piece) for piece in small
    ]
    print(f"\nbaits, all kinds together, {SIZE} and {4 * SIZE} characters: the slowest")
    for long, short, piece in sorted(rows, reverse=True)[:5]:
        print(f"  {piece!r:22} {long:.2f} s, {long / short:.1f} times the time for 4 times the text")
    print("each pattern alone, on the bait it likes least, a fifth of that size")
    small, large = dict(baits(SIZE // 5)), dict(baits(4 * SIZE // 5))
    alone = []
    for name, pattern in patterns():
        short, piece = max((_scan(pattern, text), piece) for piece, text in small.items())
        alone.append((_scan(pattern, large[piece]), short, f"{name} {piece!r}"))
    for long, short, name in sorted(alone, reverse=True)[:5]:
        print(f"  {name:40} {long:.3f} s, {long / max(short, 1e-9):.1f} times the time for 4 times the text")


def print_cold_start() -> None:
    """Print what the first page costs in a program that has just started."""
    print("\nfirst page after a cold start, above the bare program")
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", _COLD], capture_output=True, text=True, check=True)
        print(f"  {'ours':22} {done.stdout.strip()}")


def _scan(pattern: re.Pattern[str] | re.Pattern[bytes], text: str) -> float:
    """Return the seconds that a pattern takes to go through a text, or through its bytes where it is one for bytes."""
    seen = text if isinstance(pattern.pattern, str) else text.encode()
    return _seconds(lambda: list(pattern.finditer(seen)))  # type: ignore[arg-type]


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print all tables."""
    logging.disable(logging.CRITICAL)  # yardsticks log what they can't fetch
    beside = "--ours" not in sys.argv
    print_tables(beside=beside)
    print_same_record()
    print_speed(beside=beside)
    print_cold_start()
    print_growth()


if __name__ == "__main__":
    main()
