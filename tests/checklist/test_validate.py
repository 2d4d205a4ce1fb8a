"""`checklist validate`: every problem of a file, with line, item and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from seen_online.checklist.files import load, load_organisation
from seen_online.checklist.load import organisation_in
from seen_online.checklist.places import stray_braces
from seen_online.checklist.problem import BrokenFile
from seen_online.checklist.validate import validate
from seen_online.trouble import Trouble
from support.checklist_files import SMALL, write

BROKEN = """\
    kind: checklist
    colour: red
    id: things
    title: Things
    sections:
      - id: one
        title: One
        items:
          - id: first
            title: First
            qestion: Is it?
            why: It is.
          - id: second
            title: Second
            question: Is it?
            why: It is.
            sources:
              - title: A guide
                checked: May 2026
    """


def test_all_problems_are_named_not_just_the_first(tmp_path: Path) -> None:
    path = write(tmp_path / "things.yaml", BROKEN)
    problems = validate(path)
    assert [(problem.line, problem.item) for problem in problems] == [
        (2, ""),
        (9, "first"),
        (11, "first"),
        (19, "second"),
    ]
    assert "colour" in problems[0].what
    assert "question" in problems[1].what
    assert "Did you mean question?" in problems[2].mend
    assert "2026-05-01" in problems[3].mend
    assert str(problems[3]).startswith(f"{path}, line 19, item second: ")


def test_a_good_file_has_none(tmp_path: Path) -> None:
    assert validate(write(tmp_path / "small.yaml")) == []


def test_ids_that_are_used_twice(tmp_path: Path) -> None:
    again = SMALL + SMALL.split("sections:\n")[1].replace("id: page", "id: other")
    (problem,) = validate(write(tmp_path / "twice.yaml", again))
    assert (problem.line, problem.item) == (15, "staff-page")
    assert "staff-page" in problem.what


def test_kinds_are_told_by_key_folder_or_name(tmp_path: Path) -> None:
    site = "id: a\nname: A\ntopics:\n  - {id: security, title: T, steps: [Look.]}\n"
    assert validate(write(tmp_path / "sites" / "a.yaml", site)) == []
    assert "kind" in validate(write(tmp_path / "a.yaml", site))[0].what
    assert validate(write(tmp_path / "b.yaml", "kind: site\n" + site)) == []
    assert validate(write(tmp_path / "organisation.yaml", "name: Fellside Care\n")) == []
    assert "site" in validate(write(tmp_path / "c.yaml", "kind: cite\n" + site))[0].mend
    assert validate(write(tmp_path / "d.yaml", "just words\n"))[0].mend
    assert validate(write(tmp_path / "e.yaml", SMALL.replace("kind: checklist\n", ""))) == []


def test_letters_and_their_blanks(tmp_path: Path) -> None:
    letter = """\
        kind: letter
        id: a
        title: A letter
        when: Now and then.
        to: Somebody
        subject: About {page}
        text: |
          Dear {friend}, see {page}. { and {Name}
        blanks:
          - name: page
            label: The page
          - name: unused
            label: Nothing
        """
    problems = validate(write(tmp_path / "letters" / "a.yaml", letter))
    assert [problem.line for problem in problems] == [7, 7, 12]
    assert "friend" in problems[0].what
    assert "{your_name}" in problems[1].mend
    assert "unused" in problems[2].what


def test_a_fact_names_topics_that_are_there(tmp_path: Path) -> None:
    site = """\
        kind: site
        id: a
        name: A
        topics:
          - {id: security, title: T, steps: [Look.]}
        facts:
          - id: stays
            text: It stays.
            topics:
              - security
              - secrecy
            sources:
              - title: A guide
        """
    (problem,) = validate(write(tmp_path / "sites" / "a.yaml", site))
    assert (problem.line, problem.item) == (11, "stays")
    assert "secrecy" in problem.what
    assert "security" in problem.mend


@pytest.mark.parametrize("text", ["Dear {page", "Dear page}", "{page}}", "{Page}", "{page!r}", "{}"])
def test_brackets_that_are_no_blank(text: str) -> None:
    assert stray_braces(text)
    assert not stray_braces("Dear {page}, {page}")


def test_load_refuses_with_the_first_problem_and_has_all(tmp_path: Path) -> None:
    path = write(tmp_path / "things.yaml", BROKEN)
    with pytest.raises(BrokenFile) as caught:
        load(path)
    assert isinstance(caught.value, Trouble)
    assert caught.value.where == "things.yaml, line 2"
    assert len(caught.value.problems) == 4
    assert "3 more" in caught.value.mend
    with pytest.raises(BrokenFile):
        load(write(tmp_path / "organisation.yaml", "kind: organisation\nname: X\n"))
    with pytest.raises(BrokenFile):
        load(tmp_path / "none.yaml")


def test_load_gives_a_typed_checklist(tmp_path: Path) -> None:
    checklist = load(write(tmp_path / "small.yaml"))
    assert checklist.items[0].question == "Are you happy with our staff page?"
    assert checklist.items[0].how == ()


def test_an_organisation_may_leave_all_of_it_empty(tmp_path: Path) -> None:
    assert load_organisation().complaints_procedure is None
    assert organisation_in(tmp_path) == (None, ())
    path = write(tmp_path / "organisation.yaml", "complaints_procedure: {title: Complaints, where: The shelf}\n")
    assert organisation_in(tmp_path) == (path, ())
    document = load_organisation(path).document("complaints_procedure")
    assert document is not None
    assert document.where == "The shelf"
    assert load_organisation(path).document("ask") is None
    with pytest.raises(BrokenFile):
        load_organisation(write(tmp_path / "organisation.yaml", "complaints: {title: X}\n"))
    with pytest.raises(BrokenFile):
        load_organisation(write(tmp_path / "things.yaml"))
