"""The notes whose files are kept as golden files, and what is kept of each kind of file."""

from __future__ import annotations

import io
from datetime import timedelta

from docx import Document
from msgspec.structs import replace

from seen_online.note.build import build
from seen_online.note.model import Note
from seen_online.note.offer import offer, usual_choice
from seen_online.note.save import note_as
from seen_online.note.section_changes import change_lines
from seen_online.review.compare import compare
from seen_online.review.selfcheck import Verdict, Who
from seen_online.search.model import Outcome
from support.checks import CLUB, FORUM, MADE, PAPER, TODAY, checklist, full_check, result
from support.notes import pdf_roles


def changes() -> list[str]:
    """Return what changed since a check half a year before: one page of each kind, one with a detail in its title."""
    now = full_check()
    before = replace(full_check(), started=now.started - timedelta(days=182))
    before.results = [each for each in before.results if each.key not in (FORUM, CLUB)]
    before.results.append(result(CLUB, "Fell Harriers: members", "Nia Ashworth"))
    before.results.append(result("https://old.example/nia", "Ring Nia on 07700 900123"))
    before.results.append(result("https://choir.example/nia", "Choir of Penrith", words='"Nia Ashworth" Penrith'))
    before.verdicts = {**before.verdicts, "https://old.example/nia": Verdict(Who.ME)}
    before.asks = [replace(ask, outcome=Outcome.ANSWERED) for ask in before.asks]
    before.pages[CLUB] = replace(before.pages[CLUB], text="Nia Ashworth")
    before.findings = {**before.findings, CLUB: [], "https://choir.example/nia": now.findings[PAPER]}
    return change_lines(compare(before, now))


def full_note() -> Note:
    """Return a note with everything in it, masked."""
    offers = offer(full_check(), checklist(), TODAY, changes())
    return build(offers, {o.id for o in offers}, set(), MADE)


def usual_note() -> Note:
    """Return the note that somebody gets who changes nothing."""
    offers = offer(full_check(), checklist(), TODAY, changes())
    return build(offers, usual_choice(offers), set(), MADE)


def empty_note() -> Note:
    """Return the note of somebody who unticks all that can be unticked."""
    return build(offer(full_check(), checklist(), TODAY), set(), set(), MADE)


NOTES = {"full": full_note, "usual": usual_note, "empty": empty_note}
SUFFIXES = (".md", ".html", ".txt", ".ics", ".docx", ".pdf")
# A calendar of a note without actions is refused, so it has no golden file.
CASES = [(name, suffix) for name in NOTES for suffix in SUFFIXES if (name, suffix) != ("empty", ".ics")]


def kept(note: Note, suffix: str) -> str:
    """Return what is kept of a note as this kind of file: its text, or of Word and PDF the structure."""
    data = note_as(note, suffix)
    if suffix == ".docx":
        return "\n".join(_word_lines(data)) + "\n"
    if suffix == ".pdf":
        return "\n".join(pdf_roles(data)) + "\n"
    return data.decode()


def golden_name(name: str, suffix: str) -> str:
    """Return the name of the golden file."""
    return f"{name}{suffix}.txt" if suffix in (".docx", ".pdf") else f"{name}{suffix}"


def _word_lines(data: bytes) -> list[str]:
    from docx.table import Table

    lines: list[str] = []
    for block in Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            lines += ["[row] " + " | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(f"[{block.style.name}] {block.text}")
    return lines
