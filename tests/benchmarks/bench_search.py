"""How fast the search is beside what is possible, how it merges beside plain yardsticks, and what it costs in memory.

    python tests/benchmarks/bench_search.py

Everything runs over loopback; no figure here ever fails a test.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from seen_online.outbox import Network, Outbox
from seen_online.outbox.post import Limits, Post
from seen_online.search.address import canonical
from seen_online.search.merge import merge
from seen_online.search.model import Ask, Hit
from seen_online.search.run import run
from support import engines, searxng
from support.asking import AT_ONCE, agreed_plan
from support.duckduckgo import DuckDuckGo, Found
from support.engine_proxy import EngineWeb
from support.servers import Answer, Site

ANSWER = 0.3  # seconds that each double takes
WORDS = [f'"Anna Example" {n}' for n in range(6)]
ROWS = [Found(f"Anna Example {n}", f"https://site{n}.example/anna?id={n}", "She bakes. " * 12) for n in range(10)]
DDGS = ("duckduckgo", "mojeek", "brave", "yahoo")
PAIRS = Path(__file__).parent.parent / "search" / "address_pairs.tsv"


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table with a line above it."""
    lines = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    print(f"\n{title}")
    for line in lines:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def slowly(words: str) -> list[Found]:
    time.sleep(ANSWER)
    return ROWS


def ddgs_web(folder: Path, says: Callable[[str], list[Found]]) -> EngineWeb:
    return EngineWeb(
        folder,
        {
            **DuckDuckGo(says).hosts(),
            "www.mojeek.com": engines.engine_host(engines.mojeek_rows, engines.mojeek_nothing, says),
            "search.brave.com": engines.engine_host(engines.brave_rows, engines.bare("Brave", "q"), says),
            "search.yahoo.com": engines.engine_host(engines.yahoo_rows, engines.yahoo_nothing, says),
        },
    )


def timed(post: Post, names: Sequence[str]) -> tuple[float, float, int]:
    """Return the seconds of a run, the seconds to its first answer, and the rows it brought."""
    planned = agreed_plan(post, names, WORDS)
    first: list[float] = []

    def listens(ask: Ask) -> None:
        if not ask.running:
            first.append(time.perf_counter())

    began = time.perf_counter()
    asks = run(planned, post, listens, threading.Event(), pace=lambda _: AT_ONCE)
    return time.perf_counter() - began, min(first) - began, sum(len(ask.hits) for ask in asks)


def bare_loop(urls: Sequence[str]) -> float:
    """The simplest program: one request after the other."""
    import requests

    began = time.perf_counter()
    for words in WORDS:
        for url in urls:
            requests.get(url, params={"q": words, "format": "json"}, timeout=10).json()
    return time.perf_counter() - began


def bench_run() -> None:
    """24 asks over 4 engines of 300 ms each."""
    ideal = len(WORDS) * ANSWER
    rows: list[Sequence[object]] = []

    def line(what: str, times: Sequence[float], more: str = "") -> None:
        middle = statistics.median(times)
        rows.append((what, f"{middle:.2f}", f"{middle / ideal:.2f}", f"{max(times) / ideal:.2f}", more))

    line("ideal: the longest engine's chain", [ideal])
    with tempfile.TemporaryDirectory() as folder, ddgs_web(Path(folder), slowly) as web:
        found = [timed(web.post(Limits()), DDGS) for _ in range(3)]
        hits, first = found[0][2], min(f[1] for f in found)
        line("4 engines of ddgs, TLS, proxy", [f[0] for f in found], f"{hits} rows, first after {first:.2f} s")
    with ExitStack() as stack:
        sites = [stack.enter_context(Site(_searx)) for _ in range(4)]
        found = [timed(Post(Outbox(), Network()), [f"searxng={s.url}" for s in sites]) for _ in range(3)]
        line("4 SearXNG", [f[0] for f in found], f"{found[0][2]} rows, first after {min(f[1] for f in found):.2f} s")
        line("yardstick: a plain loop of requests", [bare_loop([f"{s.url}/search" for s in sites])])
    head = ("24 asks, 4 engines of 300 ms", "seconds", "of ideal", "worst", "")
    table("A run without pauses (aim: at most 1.15 of the ideal)", head, rows)


def _searx(asked: object) -> Answer:
    time.sleep(ANSWER)
    return searxng.data("x", ROWS)


def bench_stop() -> None:
    """From the press of "stop" to the end of the run, while every engine keeps us waiting."""
    late: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        held = threading.Event()
        with ddgs_web(Path(folder), lambda words: (held.wait(20), ROWS)[1]) as web:
            for _ in range(10):
                post = web.post(Limits())
                planned, stop = agreed_plan(post, DDGS, WORDS), threading.Event()
                pressed: list[float] = []
                timer = threading.Timer(0.4, lambda p=pressed, s=stop: (p.append(time.perf_counter()), s.set()))
                timer.start()
                run(planned, post, lambda ask: None, stop, pace=lambda _: AT_ONCE)
                late.append(time.perf_counter() - pressed[0])
            held.set()
    cells = (f"{statistics.median(late) * 1000:.0f} ms", f"{max(late) * 1000:.0f} ms")
    table("Stop, with four engines waiting (aim: 200 ms)", ("of 10", "middle", "worst"), [("", *cells)])


def many_hits(results: int = 2_000, each: int = 3) -> list[Hit]:
    """Return hits that lead to `results` pages, by different addresses."""
    page = "site{n}.example%2Fpeople%2Fanna-example-{n}"
    forms = (
        f"https://www.{page.replace('%2F', '/')}?utm_source=x",
        f"http://{page.replace('%2F', '/')}/",
        f"https://duckduckgo.com/l/?uddg=https%3A%2F%2Fm.{page}%23top",
    )
    return [
        Hit(f"Anna Example {n}", forms[e % 3].format(n=n), f"Snippet {e} of page {n}. " * 6, f"engine{e}", "q", n)
        for e in range(each)
        for n in range(results)
    ]


def bench_merge() -> None:
    """2,000 results from 6,000 hits, and how right the keys are."""
    from w3lib.url import canonicalize_url

    hits = many_hits()
    canonical(hits[0].url)  # loads the list of public suffixes
    keys: dict[str, Callable[[str], str]] = {
        "ours": canonical,
        "w3lib canonicalize_url": canonicalize_url,
        "the address as it is": str,
    }
    began = time.perf_counter()
    count = len(merge(hits))
    whole = time.perf_counter() - began
    pairs = [line.split("\t") for line in PAIRS.read_text("utf-8").splitlines()]
    rows: list[Sequence[object]] = []
    for name, key in keys.items():
        began = time.perf_counter()
        pages = len({key(hit.url) for hit in hits})
        micro = (time.perf_counter() - began) / len(hits) * 1e6
        right = [(key(a) == key(b)) == (kind == "same") for kind, a, b in pairs]
        same = sum(ok for ok, (kind, _, _) in zip(right, pairs, strict=True) if kind == "same")
        false = sum(not ok for ok, (kind, _, _) in zip(right, pairs, strict=True) if kind == "different")
        total = sum(kind == "same" for kind, _, _ in pairs)
        rows.append((name, f"{micro:.0f}", pages, f"{same} of {total}", false))
    head = ("key", "µs each", "pages (2000)", "same found", "false merges")
    table(f"Merging 6,000 hits into {count} results: {whole * 1000:.0f} ms in all", head, rows)


def bench_memory() -> None:
    """What 2,000 results and their hits weigh, and what loading the engines adds."""
    tracemalloc.start()
    hits = many_hits()
    before, _ = tracemalloc.get_traced_memory()
    results = merge(hits)
    after, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    megabytes = 1 / 1024 / 1024
    rows = [
        ("6,000 hits", f"{before * megabytes:.1f}"),
        (f"{len(results):,} results over them", f"{(after - before) * megabytes:.1f}"),
        ("most while merging", f"{(peak - before) * megabytes:.1f}"),
    ]
    # Not ru_maxrss: a child inherits its parent's.
    code = "import sys; sys.path.insert(0, 'desktop'); {}; print(open('/proc/self/status').read())"
    loads = {
        "bare Python": "pass",
        "program, default engine's card": "from seen_online.search.catalogue import DEFAULT, engine; engine(DEFAULT).card()",
        "the same with all cards (ddgs)": "from seen_online.search.catalogue import engine_cards; engine_cards()",
    }
    for what, does in loads.items():
        done = subprocess.run([sys.executable, "-c", code.format(does)], capture_output=True, text=True, check=True)
        kilobytes = next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("VmHWM"))
        rows.append((f"whole process: {what}", f"{int(kilobytes) / 1024:.0f}"))
    rows.append(("whole process: this benchmark", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}"))
    table("Memory", ("", "MB"), rows)


def bench_start() -> None:
    """How long the first look at the engines takes."""
    rows = []
    for what, does in (
        ("nothing", "pass"),
        (
            "the default engine's card",
            "from seen_online.search.catalogue import DEFAULT, engine; engine(DEFAULT).card()",
        ),
        ("all cards (loads ddgs)", "from seen_online.search.catalogue import engine_cards; engine_cards()"),
        (
            "queries for a person (loads nicknames)",
            "from seen_online.person import person_from_about as p; from seen_online.search.queries import suggest;"
            "suggest(p({'names': ['Anna Example'], 'places': ['Penrith']}))",
        ),
    ):
        times = []
        for _ in range(3):
            began = time.perf_counter()
            subprocess.run([sys.executable, "-c", f"import sys; sys.path.insert(0, 'desktop'); {does}"], check=True)
            times.append(time.perf_counter() - began)
        rows.append((what, f"{min(times) * 1000:.0f}"))
    table("A new process that does", ("", "ms"), rows)


if __name__ == "__main__":
    bench_run()
    bench_stop()
    bench_merge()
    bench_memory()
    bench_start()
