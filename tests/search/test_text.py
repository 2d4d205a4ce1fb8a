from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.search.text import plain_text


@pytest.mark.parametrize(
    ("given_text", "plain"),
    [
        ("Anna Example", "Anna Example"),
        ("<b>Anna</b> &amp; <i class='x'>Ben</i>", "Anna & Ben"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Anna", "alert(1)Anna"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("a\tb\r\nc\x00d\x1be\x7f", "a b cde"),
        ("\u202eelpmaxE\u202c \u2066x\u2069\u200e\u200f\ufeff\u200b", "elpmaxE x"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Zoe\u0308", "Zoë"),
        ("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301b", "á\u0301\u0301\u0301\u0301b"),
        ("\ud800x", "x"),
        ("one\u2028two\u2029three", "one two three"),
        (None, ""),
        (7, ""),
        (["x"], ""),
    ],
)
def test_only_what_can_be_read_is_left(given_text: object, plain: str) -> None:
    assert plain_text(given_text) == plain


def test_long_text_is_cut_and_says_so() -> None:
    assert plain_text("x" * 2_000, 10) == "xxxxxxxxx…"
    assert len(plain_text("x" * 2_000)) == 1_000


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_no_tag_control_or_direction_character_is_ever_left(text: str) -> None:
    plain = plain_text(text)
    assert "\n" not in plain
    assert not [c for c in plain if unicodedata.category(c) in ("Cc", "Cs") or c in "\u202a\u202e\u2066\u2067\u2068"]
    assert plain == plain.strip()
