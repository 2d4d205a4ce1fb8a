"""Text and names from outside, made plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seen_online.reading import read
from seen_online.reading.plain import plain, plain_name, seen_name, turned


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Jane\x00 Fell\x07", "Jane Fell"),
        ("one\r\ntwo\rthree\x0bfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("jane\u200b@\u00adexample\ufeff.org", "jane@example.org"),
        ("\u202egro.elpmaxe@enaj\u202c!", "jane@example.org!"),
        ("a\u202ecb\nd", "abc\nd"),
        ("It\x92s", "It’s"),
        ("\ud800x", "\ufffdx"),
        ("tab\tstays", "tab\tstays"),
        ("\U0001f469\u200d\u2695\ufe0f", "\U0001f469\u200d\u2695\ufe0f"),
        ("\U000e0041b", "b"),
    ],
)
def test_what_steers_the_screen_goes_and_what_is_shown_stays(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_plain_text_is_plain(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    once.encode("utf-8")
    assert not any(ord(c) < 32 and c not in "\t\n" for c in once)


@given(st.text(alphabet="abc ()[]<>{}@."))
def test_turning_round_twice_is_not_turning(text: str) -> None:
    assert turned(turned(text)) == text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("messages/inbox.json", "messages/inbox.json"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\Windows\\x.txt", "Windows/x.txt"),
        ("C:\\x.txt", "x.txt"),
        ("photo\u202egpj.exe", "photo\ufffdgpj.exe"),
        ("a\nb\x1b[31m", "a\ufffdb\ufffd[31m"),
        ("..", "\ufffd"),
        ("", "\ufffd"),
        ("x" * 300, "…" + "x" * 239),
    ],
)
def test_names_from_archives_neither_climb_nor_mislead(name: str, shown: str) -> None:
    assert plain_name(name) == shown


def test_a_path_of_this_computer_stays_what_it_is() -> None:
    assert seen_name("/home/jane/../x\u202e.txt") == "/home/jane/../x\ufffd.txt"


def test_a_text_file_is_read_as_it_would_be_seen() -> None:
    assert read(b"Jane\x00 Fell\r\n\xe2\x80\xaegro.elpmaxe@enaj").text == "Jane Fell\njane@example.org"
