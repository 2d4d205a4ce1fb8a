"""The labelled sets that finding is measured on, and how right and wrong are counted."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from seen_online.person import Person
from seen_online.reading.page import Page

Same = Callable[[str, str], bool]


class Case(NamedTuple):
    """A page, its labels, and for whom it is read where that is not the same for the whole table."""

    name: str
    page: Page
    labels: Sequence[str]
    person: Person | None = None

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


def same_date(iso: str, written: str) -> bool:
    """Tell whether a date, as ISO 8601 or as it is written on a page, can be the day (or part of a day) of a label."""
    if iso == written:
        return True
    parts = [int(part) for part in re.findall(r"\d+", iso)]
    numbers = {int(number) for number in re.findall(r"\d+", written)}
    numbers |= {century + number for number in numbers for century in (1900, 2000)}
    # The month may be written as a word, so it isn't asked for.
    return {parts[0], parts[-1]} <= numbers


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


def contact_addresses() -> list[Case]:
    """Contact pages on which somebody labelled an e-mail address, each label cut down to the address in it.

    Some labels hold the words around, and where no address is labelled the page may still show one.
    """
    cut = [c._replace(labels=[m[0] for p in c.labels if (m := re.search(r"\S+@\S+", p))]) for c in contact("emails")]
    return [c for c in cut if c.labels]


def contact_phones(*, html: bool = False) -> list[Case]:
    """Contact pages with the labels that are whole numbers (a lone extension is none)."""
    return [c._replace(labels=[p for p in c.labels if len(digits(p)) >= 7]) for c in contact("phones", html=html)]


def faculty(kind: str) -> list[Case]:
    """Home pages, read from their HTML."""
    return [Case(r["id"], read_html(r["html"]), r[kind]) for r in rows("faculty_pages.jsonl")]


def biographies() -> list[Case]:
    """Biographies with their dates of birth."""
    return [Case(r["id"], Page(text=r["text"]), r["dates_of_birth"]) for r in rows("biographies.jsonl")]


# How an address stands on a page: by itself, one part a line, and in the midst of a sentence.
FRAMES: tuple[Callable[[str], str], ...] = (
    lambda address: address,
    lambda address: "Jane Doe\n" + re.sub(r",\s*", "\n", address) + "\nTel 01632 960123",
    lambda address: f"I have lived at {address} since 2009 with my family.",
)


def addresses(field: str) -> list[Case]:
    """UK addresses, each in every frame, labelled with their postcode or with house and road."""
    return [
        Case(f"{number}", Page(text=frame(r["full_address"])), [label])
        for number, r in enumerate(rows("uk_addresses.jsonl"))
        for frame in FRAMES
        if (label := r["postcode"] if field == "postcode" else f"{r['house_number']} {r['road']}".strip())
    ]


def matcher_cases() -> list[Case]:
    """Strings from the tests of a phone matcher, with the region that each is to be read in.

    Those that are impossible, or only possible, have no label; the others, which are valid, are one themselves.
    """
    path = Path(os.environ.get("SEEN_ONLINE_EVAL_DATA", "/nowhere")) / "phone_matcher_cases.tsv"
    lines = path.read_text("utf-8").splitlines()[1:] if path.exists() else []
    cases = []
    for number, line in enumerate(lines):
        group, text, region = line.split("\t")
        valid = group in ("VALID_CASES", "STRICT_GROUPING_CASES", "EXACT_GROUPING_CASES")
        if valid or group in ("IMPOSSIBLE_CASES", "POSSIBLE_ONLY_CASES"):
            cases.append(Case(f"{number}", Page(text=text), [text] if valid else [], Person(region=region)))
    return cases


def any_of(one: str, other: str) -> bool:
    """Take whatever was found for the label: where a text is one number or none."""
    return True


def marked_up() -> list[list[Page]]:
    """Pages that hold the same record as microdata, as RDFa and as JSON-LD, where all three are given."""
    tells = {"microdata": "itemscope", "rdfa": "typeof", "json": "@type"}
    return [
        [read_html(f"<!doctype html><html><body>{r[form]}</body></html>") for form in tells]
        for r in rows("schemaorg_contact_examples.jsonl")
        if all(mark in r[form] for form, mark in tells.items())
    ]


class Table(NamedTuple):
    """What is measured: a kind of detail on a set of pages, how it is compared, for whom, and by which field of ours."""

    title: str
    kind: str
    cases: list[Case]
    same: Same
    person: Person | None = None
    field: str = "shown"


def tables() -> Iterable[Table]:
    """Return each table; those whose data isn't given have no cases."""
    home = Person(region="GB")
    any_spelling = "phones, strings that are one or none (a matcher's own tests)"
    nobody = [case._replace(labels=()) for case in biographies()]
    yield Table("e-mails, home pages (many hidden)", "email", faculty("emails"), same_text, field="value")
    yield Table("e-mails, contact pages", "email", contact("emails"), same_text, field="value")
    labelled = "e-mails, contact pages with one labelled, labels without words around"
    yield Table(labelled, "email", contact_addresses(), same_text, field="value")
    yield Table("phones, contact pages, no country given", "phone", contact_phones(), same_phone, field="value")
    yield Table("phones, home pages, person's region GB", "phone", faculty("phones"), same_phone, home, "value")
    yield Table("dates of birth, biographies", "date_of_birth", biographies(), same_text)
    yield Table("UK postcodes, contact pages", "postcode", contact("postcodes_uk"), same_text)
    yield Table("streets, contact pages", "address", contact("streets"), same_street)
    yield Table("phones, biographies (none is there)", "phone", nobody, same_phone)
    yield Table(
        "UK postcodes, UK addresses alone, in lines, in a sentence", "postcode", addresses("postcode"), same_text
    )
    yield Table("streets, UK addresses alone, in lines, in a sentence", "address", addresses("street"), same_street)
    yield Table(any_spelling, "phone", matcher_cases(), any_of, field="value")
    ways = {"email": same_text, "phone": same_phone, "date_of_birth": same_date, "postcode": same_text}
    for kind, same in ways.items():
        yield Table(f"{kind}, our made-up pages", kind, made_up(kind), same, field="value")
    yield Table("address, our made-up pages", "address", made_up("address"), same_street)


def made_up(kind: str) -> list[Case]:
    """Our own pages, with their true values of one kind."""
    from benchmarks.made_up_pages import made_up_pages

    return [Case(p.key, read_html(p.html), [t.value for t in p.truth if t.kind == kind]) for p in made_up_pages()]
