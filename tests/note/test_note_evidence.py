"""An evidence sheet proves what was seen, where and when, and sends its reader to the procedure."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta, timezone, tzinfo

import pytest

from seen_online.note.evidence import evidence, evidence_note
from seen_online.note.model import Quoted
from seen_online.note.save import SUFFIXES, note_as
from seen_online.note.text import write_text
from seen_online.trouble import Trouble
from support.notes import MADE, pdf_text, said

SEEN = datetime(2026, 3, 4, 23, 5, 9, tzinfo=timezone(timedelta(hours=-2)))
TEXT = "Care home staff\n\n  said: 07700 900123\nthe end"


def sheet(text: str = TEXT) -> str:
    return "\n".join(said(evidence_note(evidence("https://forum.example/t/1", SEEN, text, "A thread"), MADE)))


def test_it_has_address_date_time_text_and_fingerprint() -> None:
    text = sheet()
    assert "Address: https://forum.example/t/1" in text
    assert "Title: A thread" in text
    assert "Date: 4 March 2026" in text
    assert "Time: 23:05:09 UTC-2, which is 5 March 2026 at 01:05:09 UTC (world time)" in text
    assert hashlib.sha256(TEXT.encode()).hexdigest() in text


@pytest.mark.parametrize(
    ("zone", "month", "time"),
    [
        (timezone(timedelta(hours=1), "BST"), 7, "14:30:05 BST (UTC+1), which is 13:30:05 UTC (world time)"),
        (timezone(timedelta(), "GMT"), 1, "14:30:05 GMT, which is also UTC (world time)"),
        (timezone(timedelta(hours=5, minutes=45), "+0545"), 1, "14:30:05 UTC+5:45, which is 08:45:05 UTC (world time)"),
        (timezone(timedelta(), "GMT Standard Time"), 1, "14:30:05 UTC (world time)"),
        (timezone(timedelta(hours=1), "GMT Summer Time"), 7, "14:30:05 UTC+1, which is 13:30:05 UTC (world time)"),
        (UTC, 7, "14:30:05 UTC (world time)"),
    ],
)
def test_the_time_is_that_of_the_place_with_the_worlds_beside_it(zone: tzinfo, month: int, time: str) -> None:
    sheet = evidence("https://x.example", datetime(2026, month, 9, 14, 30, 5, tzinfo=zone), "words")
    assert f"Time: {time}\n" in write_text(evidence_note(sheet, MADE)).decode()


def test_the_text_stands_there_line_by_line_and_unmasked() -> None:
    note = evidence_note(evidence("https://forum.example/t/1", SEEN, TEXT), MADE)
    (block,) = note.sections[-1].blocks
    assert isinstance(block, Quoted)
    assert "\n".join(line[2:] for line in block.text.split("\n")) == TEXT


def test_it_sends_to_the_procedure_and_not_to_the_site() -> None:
    text = sheet()
    assert "Use the complaints procedure" in text
    assert "Do not raise it on the site itself" in text
    with_place = evidence_note(evidence("https://x.example", SEEN, "x"), MADE, "Intranet, page 7")
    assert "The complaints procedure: Intranet, page 7" in said(with_place)


def test_the_fingerprint_is_of_the_text_as_it_was_even_where_signs_are_left_out() -> None:
    odd = "abc\u202edef\x00 \ud800 ghi"
    text = sheet(odd)
    assert hashlib.sha256(odd.encode("utf-8", "surrogatepass")).hexdigest() in text
    assert "abcdef" in text
    assert "are left out below" in text
    assert "are left out below" not in sheet()


def test_another_text_has_another_fingerprint() -> None:
    one, other = (evidence("https://x.example", SEEN, text) for text in ("words", "words "))
    assert one.sha256 != other.sha256


@pytest.mark.parametrize(
    ("address", "seen", "text", "why"),
    [
        ("https://x.example", SEEN, " \n", "No text was read"),
        ("", SEEN, "words", "not known where"),
        ("https://x.example", SEEN.replace(tzinfo=None), "words", "no time zone"),
    ],
)
def test_a_sheet_that_would_prove_nothing_is_refused(address: str, seen: datetime, text: str, why: str) -> None:
    with pytest.raises(Trouble, match=why):
        evidence(address, seen, text)


def test_what_is_copied_from_the_pdf_is_the_fingerprint_and_the_address() -> None:
    address = "https://forum.example/" + "a" * 90
    sheet = evidence(address, SEEN, TEXT)
    text = pdf_text(note_as(evidence_note(sheet, MADE), ".pdf"))
    assert sheet.sha256 in text.split()
    assert "\u200b" not in text
    assert address in "".join(text.split()), "a long one goes on in the next line"


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix != ".ics"])
def test_it_can_be_saved_as_any_kind(suffix: str) -> None:
    note = evidence_note(evidence("https://x.example", SEEN.astimezone(UTC), "=cmd()\nłódź\n```\n# no heading"), MADE)
    assert note_as(note, suffix) == note_as(note, suffix)
