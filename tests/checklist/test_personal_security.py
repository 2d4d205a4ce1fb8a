"""The public YAML form of the personal-security-checklist becomes an extra checklist."""

from __future__ import annotations

from pathlib import Path

from seen_online.checklist.files import load
from seen_online.checklist.load import load_checklists
from seen_online.checklist.validate import validate
from support.checklist_files import write

FORM = """\
    - title: Signing in
      slug: signing-in
      description: Keeping your accounts yours
      icon: password
      color: yellow
      intro: >-
        Most trouble starts with a *weak* password
        (see [this report](https://example.org/report)).
      checklist:
      - point: Use a strong password
        priority: Essential
        details: >-
          Make it long. Three `random` words are good, says
          [the guide](https://example.org/guide), and [this](javascript:alert(1)) is no link.

      - point: Use a strong password
        priority: Optional
      softwareLinks:
        - title: Password managers
          url: https://example.org/managers

    - title: Phones & tablets
      checklist:
      - point: Lock the screen
        details: ""
    """


def test_it_is_read_as_a_checklist(tmp_path: Path) -> None:
    path = write(tmp_path / "personal-security-checklist.yml", FORM)
    checklist = load(path)
    assert (checklist.id, checklist.title) == ("personal-security-checklist", "Personal security checklist")
    assert [section.id for section in checklist.sections] == ["signing-in", "phones-tablets"]
    assert checklist.sections[0].intro.endswith("weak password (see this report).")
    first, second, third = checklist.items
    assert first.title == first.action == "Use a strong password"
    assert first.priority == "Essential"
    assert first.why.startswith("Make it long. Three random words are good, says the guide, and this")
    assert [(source.title, source.url) for source in first.sources] == [("the guide", "https://example.org/guide")]
    assert second.id != first.id
    assert second.why == "Use a strong password"
    assert third.id == "phones-tablets-lock-the-screen"
    assert validate(path) == []


def test_it_is_shown_beside_ours(tmp_path: Path) -> None:
    write(tmp_path / "personal-security-checklist.yml", FORM)
    loaded = load_checklists(tmp_path)
    assert [checklist.id for checklist in loaded.values] == ["things-to-consider", "personal-security-checklist"]
    assert loaded.problems == ()


def test_mistakes_are_named_with_line_and_point(tmp_path: Path) -> None:
    broken = FORM.replace("details: >-", "details:\n        -").replace("- title: Phones & tablets\n      ", "- ")
    problems = validate(write(tmp_path / "psc.yml", broken))
    assert [(problem.line, problem.item) for problem in problems] == [
        (12, "Use a strong password"),
        (23, ""),
    ]
    assert "text" in problems[0].what
    assert "title" in problems[1].what
    assert validate(write(tmp_path / "empty.yml", "- title: A\n  checklist: []\n"))[0].mend
