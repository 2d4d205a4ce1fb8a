"""Reading YAML: text stays as typed, every place has its line, and every mistake a mend."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.checklist.yamlfile import parse_yaml, read_yaml


def test_values_stay_as_they_were_typed() -> None:
    read = parse_yaml('a: On\nb: 1.10\nc: 012\nd: 2026-05-01\ne: "null"\nf: 12:30\n', "f")
    assert read.data == {"a": "On", "b": "1.10", "c": "012", "d": "2026-05-01", "e": "null", "f": "12:30"}
    assert read.problems == ()


def test_a_key_with_nothing_behind_it_is_not_there() -> None:
    assert parse_yaml('a:\nb: ~\nc: null\nd: ""\ne: x\n', "f").data == {"d": "", "e": "x"}


def test_lines_and_items_are_known() -> None:
    read = parse_yaml("id: top\nsections:\n  - id: first\n    items:\n      - title: One\n        id: one\n", "f")
    assert read.line(("sections", 0, "items", 0, "id")) == 6
    assert read.line(("sections", 0, "items", 0)) == 5
    assert read.line(("sections", 0, "items", 0, "missing")) == 5
    assert read.item(("sections", 0, "items", 0, "title")) == "one"
    assert read.item(("sections", 0)) == "first"
    assert read.item(("id",)) == ""


def test_a_key_that_stands_twice() -> None:
    read = parse_yaml("id: a\nitems:\n  - title: One\n    why: x\n    title: Two\n", "f.yaml")
    (problem,) = read.problems
    assert (problem.line, problem.file) == (5, "f.yaml")
    assert "title" in problem.what
    assert "line 3" in problem.mend


def test_a_key_that_stands_twice_hides_nothing_else() -> None:
    read = parse_yaml("a:\n  x: 1\n  y: 2\na:\n  x: 3\n  x: 4\na: 5\n", "f")
    assert [problem.line for problem in read.problems] == [4, 6, 7]


def test_aliases_are_followed() -> None:
    read = parse_yaml("a: &here\n  - x\nb: *here\n", "f")
    assert read.data == {"a": ["x"], "b": ["x"]}


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: 1\n\tb: 2\n", 2, "spaces"),
        ("a: b: c\n", 1, "quotation marks"),
        ('a: "open\nb: 2\n', 3, "quotation"),
        ("a: 1\nb 2\nc: 3\n", 3, "colon"),
        ("a: [1, 2\nb: 3\n", 2, "bracket"),
        ("a: *nothing\n", 1, "*"),
        ("a: @x\n", 1, "quotation marks"),
        ("a: 1\n- b\n", 2, "dashes"),
        ("a: 1\n---\nb: 2\n", 2, "---"),
        ("a:\n  -\n  - b\n", 2, "dash"),
        ("? [x]\n: 1\n", 1, "word, a colon"),
        ("a: !!python/name:os.system x\n", 1, "tag"),
        ("", 0, "one of our own files"),
        ("# nothing\n", 0, "one of our own files"),
        ("a: \u202edlrow\n", 1, "again"),
    ],
)
def test_every_mistake_has_its_line_and_mend(text: str, line: int, word: str) -> None:
    problem = parse_yaml(text, "f.yaml").problems[0]
    assert problem.line == line, problem
    assert word in problem.mend, problem


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    latin = tmp_path / "latin.yaml"
    latin.write_bytes(b"a: b\nname: Si\xe2n\n")
    assert read_yaml(latin).problems[0].line == 2
    assert "UTF-8" in read_yaml(latin).problems[0].mend
    assert "open" in read_yaml(tmp_path / "none.yaml").problems[0].what
    assert read_yaml(tmp_path).problems[0].mend
    marked = tmp_path / "marked.yaml"
    marked.write_bytes(b"\xef\xbb\xbfa: b\n")
    assert read_yaml(marked).data == {"a": "b"}


PLAIN = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=60)
@given(PLAIN)
def test_what_yaml_writes_is_read_back(data: object) -> None:
    read = parse_yaml(yaml.safe_dump({"top": data}, allow_unicode=True, default_style='"'), "f")
    assert read.problems == ()
    assert read.data == {"top": data}


@settings(max_examples=80)
@given(st.text(st.sampled_from("ab:-[]{}\"'&*!?|>#% \n\t,\\"), max_size=60))
def test_any_text_is_data_or_a_problem(text: str) -> None:
    read = parse_yaml(text, "f")
    assert (read.data is None) <= bool(read.problems)
    assert all(problem.mend for problem in read.problems)
