"""Checklist files from anybody: bounded, and nothing in them runs."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from seen_online.checklist.files import load, read_thing
from seen_online.checklist.letter import Blank, Letter
from seen_online.checklist.letters import fill, ready
from seen_online.checklist.load import load_checklists
from seen_online.checklist.problem import BrokenFile
from seen_online.checklist.validate import validate
from seen_online.checklist.yamlfile import MAX_FILE, parse_yaml
from seen_online.trouble import Trouble

LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40))


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        "a: " + "[" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        "{a: " * 50_000,
        "".join(" " * n + "a:\n" for n in range(600)),
        "- " * 60_000 + "x",
        "a: &a [*a]\n",
        "&a a: *a\n? *a\n",
        "a: &a\n  b: *a\n",
        "- x\n" * 60_000,
        "? " * 40_000,
    ],
    ids=["laughs", "open", "nested", "maps", "indents", "dashes", "self", "keys", "selfmap", "long", "questions"],
)
def test_bombs_are_refused_with_a_mend(text: str) -> None:
    read = parse_yaml(text, "f.yaml")
    assert read.problems
    assert read.problems[0].mend


def test_a_small_bomb_in_a_real_file(tmp_path: Path) -> None:
    path = tmp_path / "bomb.yaml"
    path.write_text("kind: checklist\nid: a\ntitle: A\n" + LAUGHS, encoding="utf-8")
    (problem,) = validate(path)
    assert "too large" in problem.what


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.system ['touch {marker}']",
        "!!python/name:os.system",
        "!!python/module:os",
        "!!binary aGVsbG8=",
        "!<tag:yaml.org,2002:python/object/new:os.system> ['touch {marker}']",
    ],
)
def test_tags_make_nothing(tmp_path: Path, tag: str) -> None:
    marker = tmp_path / "marker"
    path = tmp_path / "tags.yaml"
    path.write_text(f"kind: checklist\nid: a\ntitle: {tag.format(marker=marker)}\n", encoding="utf-8")
    with pytest.raises(BrokenFile) as caught:
        load(path)
    assert any("tag" in problem.what for problem in caught.value.problems)
    assert not marker.exists()


def test_large_files_are_not_read_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.write(b"title: x\n")
        file.truncate(MAX_FILE * 2000)  # a hole: two gigabytes that take no room
    thing, problems = read_thing(path)
    assert thing is None
    assert "too large" in problems[0].what


NOISE = random.Random(7).randbytes(4000)


@pytest.mark.parametrize("raw", [b"\x00" * 500, b"\xff\xfea\x00", NOISE, b"a: \xed\xa0\x80\n", b"PK\x03\x04"])
def test_what_is_not_text(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "noise.yaml"
    path.write_bytes(raw)
    assert validate(path)[0].mend


def test_a_folder_of_noise_leaves_ours_standing(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "laughs.yaml").write_text(LAUGHS, encoding="utf-8")
    (tmp_path / "list.yaml").write_text("- 1\n- [2]\n- {title: [x]}\n", encoding="utf-8")
    loaded = load_checklists(tmp_path)
    assert loaded.values == load_checklists().values
    assert {problem.file for problem in loaded.problems} >= {"folder.yaml", "loop.yaml", "gone.yaml", "laughs.yaml"}


def test_addresses_that_do_harm_are_refused(tmp_path: Path) -> None:
    urls = [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://bank.example@evil.example/",
        "//x",
    ]
    sources = "".join(f"          - {{title: T, url: '{url}'}}\n" for url in urls)
    path = tmp_path / "urls.yaml"
    path.write_text(
        "kind: checklist\nid: a\ntitle: A\nsections:\n  - id: s\n    title: S\n    items:\n      - id: i\n"
        f"        title: I\n        question: Q?\n        why: W.\n        sources:\n{sources}",
        encoding="utf-8",
    )
    assert [problem.line for problem in validate(path)] == [13, 14, 15, 16, 17]


def test_a_letter_is_no_program() -> None:
    text = "{a.__class__} {a!r} {a[0]} {0} {} {{a}} {a} %(a)s $a {% for x in y %}{{ 7*7 }}"
    letter = Letter("l", "L", "w", "t", "s", text, (Blank("a", "A"),))
    whole = ready(fill(letter, {"a": "{a.__init__.__globals__}"}))
    assert whole.text.strip() == text.replace("{{a}}", "{{a.__init__.__globals__}}").replace(
        " {a} ", " {a.__init__.__globals__} "
    )


def test_many_blanks_and_braces_stay_quick() -> None:
    letter = Letter("l", "L", "w", "t", "s", "{" * 50_000 + "{a}" * 50_000 + "[" * 50_000, (Blank("a", "A"),))
    assert ready(fill(letter, {"a": "Nia"})).text.count("Nia") == 50_000
    with pytest.raises(Trouble) as caught:
        fill(letter, {"a": "Nia " * 100_000})
    assert "Shorten" in caught.value.mend


def test_markdown_of_others_stays_quick(tmp_path: Path) -> None:
    details = "[" * 1500 + "](" * 1500 + "<" * 1500 + "*`" * 500
    path = tmp_path / "psc.yaml"
    rows = "".join(f"  - point: p{n}\n    details: '{details}'\n" for n in range(80))
    path.write_text(f"- title: T\n  checklist:\n{rows}", encoding="utf-8")
    assert len(load(path).items) == 80
