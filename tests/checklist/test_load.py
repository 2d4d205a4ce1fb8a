"""An organisation's files join or replace ours; a broken one is named and the others still load."""

from __future__ import annotations

from pathlib import Path

import pytest

from seen_online.checklist import files
from seen_online.checklist.files import folder
from seen_online.checklist.load import (
    load_checklists,
    load_letters,
    load_next_steps,
    load_people_finders,
    load_sites,
    load_things_to_consider,
)
from seen_online.checklist.problem import BrokenFile
from seen_online.checklist.shelf import load_shelf
from seen_online.trouble import Trouble
from support.checklist_files import SMALL, write

OURS = [item.id for item in load_things_to_consider().items]

JOINS = """\
    kind: checklist
    id: things-to-consider
    title: Ours and yours
    sections:
      - id: pictures
        title: Pictures
        items:
          - id: our-calendar
            title: The calendar
            question: Are you happy to be in the calendar?
            why: It hangs in the hall. Visitors read it.
      - id: what-you-say
        title: Elsewhere
        items:
          - id: friend-requests
            title: Requests, at Fellside
            question: Do you know our rule?
            why: We have one. It is short.
      - id: fellside
        title: At Fellside
        items:
          - id: staff-page
            title: The staff page
            question: Are you happy with it?
            why: It names you. You may say no.
    """


def test_a_file_with_our_id_joins_ours(tmp_path: Path) -> None:
    write(tmp_path / "things-to-consider.yaml", JOINS)
    joined = load_things_to_consider(tmp_path)
    assert {*OURS, "our-calendar", "staff-page"} == {item.id for item in joined.items}
    assert [item.id for item in joined.items if item.id in OURS] == OURS
    sections = {section.id: [item.id for item in section.items] for section in joined.sections}
    assert sections["pictures"][-1] == "our-calendar"
    assert list(sections)[-1] == "fellside"
    assert "friend-requests" not in sections["what-you-say"]
    ours = joined.item("friend-requests")
    assert ours is not None
    assert ours.title == "Requests, at Fellside"
    assert joined.title == load_things_to_consider().title


def test_a_file_that_says_so_replaces_ours(tmp_path: Path) -> None:
    write(tmp_path / "mine.yaml", JOINS + "replaces: true\n")
    replaced = load_things_to_consider(tmp_path)
    assert [item.id for item in replaced.items] == ["our-calendar", "friend-requests", "staff-page"]
    assert replaced.title == "Ours and yours"


def test_another_id_makes_an_extra_checklist(tmp_path: Path) -> None:
    write(tmp_path / "anything.yml")
    loaded = load_checklists(tmp_path)
    assert [checklist.id for checklist in loaded.values] == ["things-to-consider", "at-fellside"]
    assert [item.id for item in loaded.values[0].items] == OURS
    alone = load_checklists(extra_files=[tmp_path / "anything.yml"])
    assert alone.values == loaded.values


def test_a_broken_file_is_named_once_and_the_others_load(tmp_path: Path) -> None:
    write(tmp_path / "a-broken.yaml", "kind: checklist\ntitle: [\n")
    write(tmp_path / "b-wrong.yaml", SMALL.replace("question:", "qestion:"))
    write(tmp_path / "c-good.yaml", SMALL)
    write(tmp_path / "letters" / "broken.yaml", "id: broken\n")
    write(tmp_path / "sites" / "broken.yaml", "kind: letter\n")
    loaded = load_checklists(tmp_path)
    assert [checklist.id for checklist in loaded.values] == ["things-to-consider", "at-fellside"]
    assert {problem.file for problem in loaded.problems} == {"a-broken.yaml", "b-wrong.yaml"}
    assert all(problem.line and problem.mend for problem in loaded.problems)
    letters, sites = load_letters(tmp_path), load_sites(tmp_path)
    assert {problem.file for problem in letters.problems} == {"broken.yaml"}
    assert letters.values == load_letters().values
    assert [problem.what for problem in sites.problems] == ["This file is not of the kind site."]
    assert sites.values == load_sites().values
    assert load_next_steps(tmp_path).problems == ()


def test_sites_and_letters_join_by_id(tmp_path: Path) -> None:
    site = "id: {id}\nname: {name}\ntopics:\n  - {{id: security, title: T, steps: [Look.]}}\n"
    write(tmp_path / "sites" / "forum.yaml", site.format(id="our-forum", name="Our forum"))
    write(tmp_path / "sites" / "fb.yaml", site.format(id="facebook", name="Facebook at work"))
    write(tmp_path / "beside.yaml", "kind: site\n" + site.format(id="mastodon", name="Mastodon"))
    loaded = load_sites(tmp_path)
    assert {"our-forum", "mastodon"} == {s.id for s in loaded.values} - {s.id for s in load_sites().values}
    facebook = loaded.get("facebook")
    assert facebook is not None
    assert facebook.name == "Facebook at work"
    names = [s.name.casefold() for s in loaded.values if s.closed is None]
    assert names == sorted(names)


def test_finders_and_next_steps_of_an_organisation(tmp_path: Path) -> None:
    finder = "{id: dir, name: D, shows: Names., how: [Ask.], sources: [{title: We looked}]}"
    write(tmp_path / "people-finders" / "ie.yaml", f"id: ie\ntitle: Ireland\nregion: IE\nfinders: [{finder}]\n")
    step = "{id: a, title: A, cases: [yours], how: [B.]}"
    write(tmp_path / "next.yaml", f"kind: next-steps\nid: ours\ntitle: T\nsteps: [{step}]\n")
    assert [finders.region for finders in load_people_finders(tmp_path).values] == ["GB", "IE"]
    assert [steps.id for steps in load_next_steps(tmp_path).values] == ["next-steps", "ours"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert load_checklists(tmp_path / "none").values == load_checklists().values


def test_the_folder_inside_the_installed_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "checkout" / "desktop" / "seen_online"
    monkeypatch.setattr(files, "__file__", str(package / "checklist" / "files.py"))
    with pytest.raises(Trouble) as caught:
        folder()
    assert caught.value.mend
    checkout = write(tmp_path / "checkout" / "checklists" / "things-to-consider.yaml").parent
    assert folder() == checkout
    installed = write(package / "_checklists" / "things-to-consider.yaml").parent
    assert folder() == installed


def test_our_own_list_broken_is_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "__file__", str(tmp_path / "desktop" / "seen_online" / "checklist" / "files.py"))
    write(tmp_path / "checklists" / "things-to-consider.yaml", "title: [\n")
    with pytest.raises(BrokenFile) as caught:
        load_things_to_consider()
    assert "things-to-consider.yaml" in caught.value.where


@pytest.mark.parametrize("name", ["organisation.yaml", "organisation.yml", "our-slots.yaml", "fellside.yaml"])
def test_the_employers_slots_are_found_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, "kind: organisation\nname: Fellside Care\n")
    write(tmp_path / "organisation.example.yaml", "kind: organisation\nname: Somebody Else\n")
    shelf = load_shelf(tmp_path)
    assert shelf.organisation.name == "Fellside Care"
    assert shelf.problems == ()


def test_a_second_file_of_slots_is_named_and_not_passed_over_in_silence(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", "kind: organisation\nname: Somebody Else\n")
    write(tmp_path / "organisation.yaml", "kind: organisation\nname: Fellside Care\n")
    shelf = load_shelf(tmp_path)
    assert shelf.organisation.name == "Fellside Care"
    (problem,) = shelf.problems
    assert problem.file == "a.yaml"
    assert "organisation.yaml" in problem.what


def test_a_broken_file_of_slots_is_named_with_its_line(tmp_path: Path) -> None:
    write(tmp_path / "our-slots.yaml", "kind: organisation\nask:\n  - name: Jo\n    telephone: 01632 960123\n")
    (problem,) = load_shelf(tmp_path).problems
    assert (problem.file, problem.line) == ("our-slots.yaml", 4)
    assert "phone" in problem.mend


@pytest.mark.parametrize(
    ("text", "mend"),
    [("hello\n", "Start with one of our own files"), ("kind: chekclist\nid: a\n", "checklist, site"), ("- 1\n", "")],
)
def test_a_file_of_no_kind_is_told_how_to_begin_and_not_to_go_elsewhere(tmp_path: Path, text: str, mend: str) -> None:
    write(tmp_path / "ours.yaml", text)
    problems = load_shelf(tmp_path).problems
    assert problems
    assert all(mend in problem.mend and "Choose another file" not in problem.mend for problem in problems)
