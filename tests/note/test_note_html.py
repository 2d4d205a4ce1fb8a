"""The HTML file loads nothing, runs nothing, and reads well in print and in the dark."""

from __future__ import annotations

import base64
import hashlib
import re

from lxml import html
from msgspec.structs import replace

from seen_online.note.html import write_html
from support.golden_notes import full_note

PAGE = write_html(full_note()).decode()
TREE = html.fromstring(PAGE)


def test_its_policy_allows_its_own_style_and_nothing_else() -> None:
    (policy,) = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = TREE.xpath("//style/text()")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_it_refers_to_nothing() -> None:
    assert TREE.xpath("//@src | //@href | //@style | //@srcset | //@action | //link | //script | //a | //img") == []
    assert not re.search(r"url\(|@import", PAGE)


def test_it_has_a_language_a_title_and_one_first_heading() -> None:
    assert TREE.xpath("/html/@lang") == ["en"]
    assert html.fromstring(write_html(replace(full_note(), language="cy"))).xpath("/html/@lang") == ["cy"]
    assert TREE.xpath("//title/text()") == TREE.xpath("//h1/text()") == ["What can be seen about me online"]


def test_tables_have_column_and_row_headers() -> None:
    for table in TREE.xpath("//table"):
        assert set(table.xpath("./thead//th/@scope")) == {"col"}
        assert set(table.xpath("./tbody//th/@scope")) == {"row"}
        assert len(table.xpath("./tbody//th")) == len(table.xpath("./tbody/tr"))


def test_dark_and_print_have_their_own_colours() -> None:
    assert "prefers-color-scheme: dark" in PAGE
    assert "@media print" in PAGE


def test_texts_from_outside_find_their_own_direction() -> None:
    outside = TREE.xpath("//main//p | //main//li | //main//td | //main//h2 | //main//h3")
    assert outside
    assert all(element.get("dir") == "auto" for element in outside)


def test_a_note_in_a_language_from_right_to_left_runs_that_way() -> None:
    assert TREE.xpath("/html/@dir") == ["ltr"]
    assert html.fromstring(write_html(replace(full_note(), language="ur-PK"))).xpath("/html/@dir") == ["rtl"]
