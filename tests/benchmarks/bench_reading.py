"""How fast, how small and how completely pages and files are read. Prints scores and times, never values.

SEEN_ONLINE_EVAL_DATA=DIR  labelled data to measure with (its README tells what it is); without it, made-up pages

    python tests/benchmarks/bench_reading.py
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from seen_online.reading import read
from seen_online.reading.apart import Apart
from seen_online.reading.frames import Job
from seen_online.reading.page import Page
from support import documents
from support.hostile_documents import BAIT, FILES, HTML
from support.hostile_packs import PACKS
from support.hostile_pdfs import PDFS
from support.hostile_pictures import PICTURES

DATA = os.environ.get("SEEN_ONLINE_EVAL_DATA", "")
COLD = """
import time
start = time.perf_counter()
{work}
seconds = time.perf_counter() - start
status = open("/proc/self/status").read()
print(seconds, status.partition("VmHWM:")[2].split()[0])
"""


def rows(name: str) -> list[dict[str, Any]]:
    """A file of the labelled data, [] where it is not given."""
    path = Path(DATA, name)
    return [json.loads(line) for line in path.read_text().splitlines()] if DATA and path.exists() else []


def pages() -> list[bytes]:
    """Real pages where they are given, else made-up ones."""
    real = [row["html"].encode("utf-8", "replace") for row in rows("contact_pages.jsonl")]
    row = "<tr><td class=a><a href='/x'>Jane <b>Fell</b></a><td>01632 960123<td style='color:red'>1 High Street"
    return real or [f"<!doctype html><title>Staff</title><table>{row * 400}</table>".encode()] * 50


def best(work: Callable[[], object], times: int = 3) -> float:
    """The shortest of some runs, in seconds: what disturbs only ever adds."""
    shortest = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest


def table(title: str, lines: Iterable[Sequence[object]]) -> None:
    """Print a table."""
    print(f"\n{title}")
    listed = [[str(cell) for cell in line] for line in lines]
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)]
    for line in listed:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def speed() -> None:
    """HTML, megabytes a second, beside the two usual ways to get a page's visible text alone."""
    from bs4 import BeautifulSoup
    from lxml import etree

    data = pages()
    size = sum(map(len, data)) / 1e6

    def lxml_text(page: bytes) -> str:
        return "".join(etree.fromstring(page, etree.HTMLParser(encoding="utf-8")).itertext())

    ways: dict[str, Callable[[bytes], object]] = {
        "ours: seen and unseen": lambda page: read(page, "text/html"),
        "Beautiful Soup on lxml: get_text": lambda page: BeautifulSoup(page, "lxml", from_encoding="utf-8").get_text(),
        "lxml's tree: itertext (no lines, scripts in it)": lxml_text,
    }
    lines = [(name, f"{size / best(lambda w=way: [w(page) for page in data]):.1f} MB/s") for name, way in ways.items()]
    table(f"HTML, {len(data)} pages, {size:.1f} MB", lines)


def cold() -> None:
    """From a fresh Python to the first page's text."""
    page = "<!doctype html><title>x</title><p>" + "Jane Fell 01632 960123 " * 2000
    ways = {
        "bare Python": "pass",
        "ours": f"from seen_online.reading import read\nread({page!r}.encode(), 'text/html')",
        "Beautiful Soup on lxml": f"from bs4 import BeautifulSoup\nBeautifulSoup({page!r}, 'lxml').get_text()",
    }
    lines = []
    for name, work in ways.items():
        runs = [
            subprocess.run([sys.executable, "-c", COLD.format(work=work)], check=True, capture_output=True, text=True)
            for _ in range(5)
        ]
        seconds, memory = min(tuple(map(float, run.stdout.split())) for run in runs)
        lines.append((name, f"{seconds:.3f} s", f"{memory / 1000:.0f} MB in all"))
    table("First page after a cold start", lines)


def complete() -> None:
    """How many of the labelled details stand in the text that reading gives: finding can't find what is not there."""
    lines: list[Sequence[object]] = []
    for name, kinds in (
        ("contact_pages.jsonl", ("phones", "emails", "postcodes_uk", "streets", "orgs", "people")),
        ("faculty_pages.jsonl", ("emails", "phones")),
    ):
        counts = {kind: [0, 0, 0] for kind in kinds}
        for row in rows(name):
            page = read(row["html"].encode("utf-8", "replace"), "text/html")
            everywhere, seen = bare(page.text), bare(of_part(page, "text"))
            for kind in kinds:
                for label in row[kind] or ():
                    counts[kind][0] += 1
                    counts[kind][1] += bare(label) in everywhere
                    counts[kind][2] += bare(label) in seen
        lines += [(name, k, f"{n[1]} of {n[0]}", f"seen {n[2]}") for k, n in counts.items() if n[0]]
    if lines:
        table("Labels that stand in the text as they are written", lines)


def notations() -> None:
    """How often microdata, RDFa and JSON-LD of the same record read the same."""
    keys = ("name", "telephone", "email", "address", "birthDate", "jobTitle", "faxNumber", "geo")

    def facts(html: str) -> set[str]:
        lines = of_part(read(html.encode(), "text/html"), "data").split("\n")
        return {bare(line) for line in lines if line.partition(":")[0].split(" ")[-1] in keys}

    same = whole = 0
    for row in rows("schemaorg_contact_examples.jsonl"):
        json_ld = row["json"]
        if "itemscope" not in row["microdata"] or "typeof" not in row["rdfa"] or not json_ld.strip():
            continue
        if "<script" not in json_ld:
            json_ld = f'<script type="application/ld+json">{json_ld}</script>'
        whole += 1
        same += facts(row["microdata"]) == facts(row["rdfa"]) == facts(json_ld)
    if whole:
        table("The same record in three notations", [("read the same", f"{same} of {whole}")])


def bare(text: str) -> str:
    """A text without white space and capitals."""
    return re.sub(r"\s+", "", text).lower()


def of_part(page: Page, where: str) -> str:
    """The text of all parts of one kind."""
    return "\n".join(page.text[p.start : p.end] for p in page.parts if p.where == where)


def linear() -> None:
    """Time for a quarter, a half and one megabyte of texts that are meant to make our patterns slow."""
    wraps = ("<p>{}", "<script>mail@{}</script>", "<style>none{}</style>", "<p style='{}'>", "<a href='{}'>x", "{}")
    lines = []
    for bait in BAIT:
        times = []
        for size in (250_000, 500_000, 1_000_000):
            text = bait * (size // len(bait))
            data = [wrap.format(text).encode() for wrap in wraps]
            kinds = ["text/html"] * 5 + ["text/plain"]
            times.append(best(lambda d=data, k=kinds: [read(one, kind) for one, kind in zip(d, k, strict=True)], 2))
        lines.append((repr(bait), *(f"{seconds:.3f} s" for seconds in times), f"× {times[2] / times[1]:.1f}"))
    table("Bait: 0.25, 0.5 and 1 MB in six places each, and how much longer the double takes (2 is linear)", lines)


def apart() -> None:
    """What a process of its own costs."""
    picture = documents.jpeg(documents.tiff_exif())
    lines: list[Sequence[object]] = [("start, one picture, end", f"{best(lambda: read(picture), 5) * 1000:.0f} ms")]
    with Apart() as reader:
        list(reader.read(Job(size=len(picture)), picture))
        for name, data in (
            ("picture", picture),
            ("Word", documents.docx("<w:p><w:r><w:t>Jane Fell</w:t></w:r></w:p>" * 200)),
            ("PDF", documents.pdf("Jane Fell")),
        ):
            seconds = best(lambda d=data: list(reader.read(Job(size=len(d)), d)), 20)
            lines.append((f"one more {name}", f"{seconds * 1000:.1f} ms"))
        archive = documents.zipped({f"{n}.json": '{"name": "Jane", "email": "jane@example.org"}' for n in range(2000)})
        seconds = best(lambda: list(reader.read(Job(size=len(archive)), archive)), 2)
        lines.append(("an archive of 2,000 files", f"{seconds:.2f} s"))
    table("Apart", lines)


def hostile() -> None:
    """How long the longest hostile documents take, and how large the reader's process grows."""
    lines = []
    for name, document in {**HTML, **FILES, **PACKS, **PDFS, **PICTURES}.items():
        data = document.make()
        start = time.perf_counter()
        page = read(data)
        seconds = time.perf_counter() - start
        with Apart() as reader:
            list(reader.read(Job(size=len(data)), data))
            lines.append((seconds, name, page.outcome.value, high_water(reader)))
    lines.sort(reverse=True)
    table(
        "Hostile documents, the slowest ten, then the largest process",
        [(f"{s:.2f} s", n, o, f"{m // 1000} MB" if m else "ended") for s, n, o, m in lines[:10]]
        + [("", "largest", "", f"{max(line[3] for line in lines) // 1000} MB")],
    )


def high_water(reader: Apart) -> int:
    """The most memory that a living reader's process has had, in kB; 0 where it ended."""
    try:
        status = Path(f"/proc/{reader._process._process.pid}/status").read_text()  # type: ignore[union-attr]
    except (AttributeError, OSError):
        return 0
    return int(status.partition("VmHWM:")[2].split()[0])


if __name__ == "__main__":
    for part in (speed, cold, complete, notations, apart, hostile, linear):
        part()
