"""How well and how fast details are found, beside the known detectors. Prints scores, never values.

SEEN_ONLINE_EVAL_DATA=DIR  labelled data to measure with (its README tells what it is)
SEEN_ONLINE_YARDSTICKS=DIR an environment that holds the known detectors (see yardsticks.py)

    python tests/benchmarks/bench_exposure.py [--ours]      --ours leaves the yardsticks out
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.yardsticks import yardsticks
from seen_online.exposure import find
from seen_online.person import Person
from seen_online.reading.page import Page

Same = Callable[[str, str], bool]


class Case(NamedTuple):
    """A page, the same page as plain text for the yardsticks, and its labels."""

    name: str
    page: Page
    labels: Sequence[str]

    @property
    def kept_aside(self) -> bool:
        """Half of each set is not looked at while rules are written."""
        return hashlib.sha1(self.name.encode()).digest()[0] % 2 == 1


class Score(NamedTuple):
    """Counts of what was found rightly, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __str__(self) -> str:
        precision = self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0
        recall = self.right / (self.right + self.missed) if self.right + self.missed else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        counts = f"{self.right} right, {self.wrong} wrong, {self.missed} missed"
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({counts})"


def score(cases: Iterable[Case], detect: Callable[[Case], Iterable[str]], same: Same) -> Score:
    """Count, per page, the different labels that were found and the different things found that are no label."""
    right = wrong = missed = 0
    for case in cases:
        labels, found = list(dict.fromkeys(case.labels)), list(dict.fromkeys(detect(case)))
        hit = [any(same(label, one) for one in found) for label in labels]
        right += sum(hit)
        missed += len(hit) - sum(hit)
        wrong += sum(not any(same(label, one) for label in labels) for one in found)
    return Score(right, wrong, missed)


# --- what counts as the same ---


def digits(text: str) -> str:
    """Return the digits that are dialled: no extension, no (0), letters of a vanity number as digits."""
    text = re.split(r"(?i)\s*(?:ext|x\s?\d)", text)[0].replace("(0)", "")
    keys = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
    if re.search(r"\d{3}\W*\d?[A-Z-]{4,}", text):
        text = text.partition("(")[0].translate(keys) if not text.startswith("(") else text.translate(keys)
    return re.sub(r"\D", "", text).lstrip("0")


def same_phone(one: str, other: str) -> bool:
    """Tell whether two spellings dial the same, with or without the country."""
    a, b = digits(one), digits(other)
    short, long = sorted((a, b), key=len)
    return len(short) >= 7 and long.endswith(short)


def same_text(one: str, other: str) -> bool:
    """Compare without case, spaces and the punctuation around."""
    a, b = (re.sub(r"\s", "", text).lower().strip(".,;:<>()[]\"'") for text in (one, other))
    return a == b


def same_street(one: str, other: str) -> bool:
    """Tell whether two address lines share their number and the better part of their words."""
    a, b = (re.findall(r"\w+", text.lower()) for text in (one, other))
    if not a or not b:
        return False
    shared = len(set(a) & set(b))
    numbers = {w for w in a if w.isdigit()} & {w for w in b if w.isdigit()} or not any(w.isdigit() for w in a)
    return bool(numbers) and shared >= 0.6 * min(len(set(a)), len(set(b))) and shared >= 0.4 * len(set(a))


# --- the sets ---


def rows(name: str) -> list[dict[str, Any]]:
    """Load one labelled file, or nothing where it isn't given."""
    path = Path(os.environ.get("SEEN_ONLINE_EVAL_DATA", "/nowhere")) / name
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def read_html(html: str) -> Page:
    """Read a page as the program does."""
    from seen_online.reading import read

    return read(html.encode("utf-8"), "text/html; charset=utf-8", "")


def contact(kind: str, *, html: bool = False) -> list[Case]:
    """Contact pages whose labels of this kind exist: from the plain rendering, or read from the HTML."""
    return [
        Case(r["host"], read_html(r["html"]) if html else Page(text=r["text"]), r[kind])
        for r in rows("contact_pages.jsonl")
        if r[kind] is not None
    ]


def contact_phones(*, html: bool = False) -> list[Case]:
    """Contact pages with the labels that are whole numbers (a lone extension is none)."""
    return [c._replace(labels=[p for p in c.labels if len(digits(p)) >= 7]) for c in contact("phones", html=html)]


def faculty(kind: str) -> list[Case]:
    """Home pages, read from their HTML."""
    return [Case(r["id"], read_html(r["html"]), r[kind]) for r in rows("faculty_pages.jsonl")]


def biographies() -> list[Case]:
    """Biographies with their dates of birth."""
    return [Case(r["id"], Page(text=r["text"]), r["dates_of_birth"]) for r in rows("biographies.jsonl")]


def tables() -> Iterable[tuple[str, str, list[Case], Same, Person | None]]:
    """Return each table: title, kind, cases, comparison, person."""
    home = Person(region="GB")
    yield "e-mails, home pages (many hidden)", "email", faculty("emails"), same_text, None
    yield "e-mails, contact pages", "email", contact("emails"), same_text, None
    yield "phones, contact pages, no country given", "phone", contact_phones(), same_phone, None
    yield "phones, home pages, person's region GB", "phone", faculty("phones"), same_phone, home
    yield "dates of birth, biographies", "date_of_birth", biographies(), same_text, None
    yield "UK postcodes, contact pages", "postcode", contact("postcodes_uk"), same_text, None
    yield "streets, contact pages", "address", contact("streets"), same_street, None
    yield (
        "phones, biographies (none is there)",
        "phone",
        [c._replace(labels=()) for c in biographies()],
        same_phone,
        None,
    )


def ours(kind: str, person: Person | None) -> Callable[[Case], Iterable[str]]:
    """Return our detector of one kind."""

    def detect(case: Case) -> Iterable[str]:
        return [f.value if kind in ("email", "phone") else f.shown for f in find(case.page, person) if f.kind == kind]

    return detect


def print_tables(*, beside: bool) -> None:
    """Print every table: ours on both halves, then the yardsticks on the whole."""
    for title, kind, cases, same, person in tables():
        size = sum(len(c.page.text) for c in cases) / 1e6
        print(f"\n{title}: {len(cases)} pages, {size:.2f} MB, {sum(len(c.labels) for c in cases)} labels")
        if not cases:
            continue
        detect = ours(kind, person)
        print(f"  {'ours':22} {score(cases, detect, same)}")
        for half, aside in (("looked at", False), ("kept aside", True)):
            print(f"  {'  half ' + half:22} {score([c for c in cases if c.kept_aside == aside], detect, same)}")
        if not beside:
            continue
        for name, detectors in yardsticks(person.region if person else None).items():
            if isinstance(detectors, str):
                print(f"  {name:22} {detectors}")
            elif other := detectors.get(kind):
                print(f"  {name:22} {score(cases, lambda c, d=other: d(c.page.text), same)}", flush=True)


def print_speed(*, beside: bool) -> None:
    """Print megabytes a second over all kinds."""
    text = "\n".join(c.page.text for c in contact("phones")) or "Jane Doe, 07700 900123, born 12 March 1985.\n" * 30_000
    print(f"\nspeed, {len(text) / 1e6:.2f} MB of contact pages, all kinds together")
    find(text[:20_000])
    best = min(_seconds(lambda: find(text)) for _ in range(3))
    print(f"  {'ours':22} {len(text) / 1e6 / best:.2f} MB/s")
    pages = [c.page for c in contact("phones")]
    best = min(_seconds(lambda: [find(p) for p in pages]) for _ in range(2))
    print(f"  {'ours, page by page':22} {len(text) / 1e6 / best:.2f} MB/s")
    for name, detectors in yardsticks().items() if beside else ():
        if not isinstance(detectors, str):
            part = text[:200_000]
            spent = _seconds(lambda p=part, d=detectors: [list(one(p)) for one in d.values()])
            print(f"  {name:22} {len(part) / 1e6 / spent:.2f} MB/s")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print all tables."""
    beside = "--ours" not in sys.argv
    print_tables(beside=beside)
    print_speed(beside=beside)


if __name__ == "__main__":
    main()
