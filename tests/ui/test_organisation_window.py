"""An employer's own folder in the window: it joins ours, its links stand where they help, and mistakes are named."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from conftest import ROOT
from seen_online.checklist.answer import Answer, Choice
from seen_online.checklist.fields import Slot
from seen_online.checklist.organisation import Organisation, OwnDocument
from seen_online.ui.dialogs.letter import LetterDialog
from seen_online.ui.dialogs.organisation import OrganisationDialog
from seen_online.ui.widgets.own_documents import OwnDocuments
from seen_online.ui.widgets.tree import top_rows
from seen_online.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20_000  # milliseconds

JOINING = """
kind: checklist
id: things-to-consider
title: Things to consider
sections:
  - id: fellside
    title: At Fellside Care
    items:
      - id: staff-page
        title: The staff page <b>of ours</b>
        question: Are you happy with what our staff page says about you?
        why: It names some of us. You can ask to be left out.
        how: [Look at it.]
        action: Ask the staff office
"""
OTHER_FORM = """
- title: Passwords
  slug: passwords
  description: Keep them well.
  icon: lock
  intro: Begin here.
  color: blue
  checklist:
    - point: Use long passwords
      priority: Essential
      details: Longer is **better**.
    - point: Never use one twice
      priority: Essential
      details: One leak opens all.
"""
BROKEN = """
kind: letter
id: broken-letter
title: A letter
when: Now.
to: Them
subject: Hello
text: Dear {nobody}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "ours"
    (place / "letters").mkdir(parents=True)
    shutil.copy(ROOT / "checklists" / "organisation.example.yaml", place / "organisation.yaml")
    (place / "things-to-consider.yaml").write_text(JOINING, encoding="utf-8")
    (place / "passwords.yml").write_text(OTHER_FORM, encoding="utf-8")
    (place / "letters" / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    return place


def load(window: MainWindow, qtbot: QtBot, folder: Path | None, *files: Path) -> OrganisationDialog:
    window.show_organisation()
    dialog = window.findChildren(OrganisationDialog)[-1]
    with qtbot.waitSignal(dialog.loaded, timeout=PATIENCE):
        dialog.load(folder, files)
    return dialog


def words(top: QWidget) -> str:
    QApplication.processEvents()  # what was just added comes into sight with the next event
    return "\n".join(label.text() for label in top.findChildren(QLabel) if label.isVisible())


def show_item(window: MainWindow, item_id: str) -> None:
    window.go_to(0)
    window.go_to(1)
    window.consider.list.setCurrentRow([item.id for item in window.consider._items].index(item_id))


def lead_and_serve(window: MainWindow, qtbot: QtBot) -> None:
    """Say in step one that the person leads staff and works with service users, so that every thing concerns them."""
    window.go_to(0)
    for question in (window.about_you.usage.service_users, window.about_you.usage.managers):
        qtbot.mouseClick(question.buttons[True], LEFT)
    window.about_you.take_over()


def test_a_folder_joins_ours_and_a_broken_file_is_named(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    before = {item.id for item in window.desk.checklist.items}
    dialog = load(window, qtbot, folder)
    assert before < {item.id for item in window.desk.checklist.items}
    named = dialog.problems.toPlainText()
    assert "broken.yaml" in named
    assert "nobody" in named
    assert dialog.problems_title.text() == "1 mistake to mend"
    assert "could not be used" in dialog.notice.text
    said = words(dialog)
    assert "Fellside Care" in said
    assert "Complaints procedure" in said
    assert "01632 960123" in said
    show_item(window, "staff-page")
    assert window.consider.panel.question.text().startswith("Are you happy with what our staff page")
    row = window.consider.list.item(window.consider.list.count() - 1).text()
    assert "<b>of ours</b>" in row
    window.desk.answer("staff-page", Answer(Choice.NEEDS_DOING))
    window.go_to(5)
    assert [row.text(0) for row in top_rows(window.plan_note.plan.tree)] == ["Ask the staff office"]


def test_the_employers_links_stand_with_what_names_them(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    questions = [item for item in window.desk.checklist.items if item.slots]
    assert len(questions) > 5
    show_item(window, questions[0].id)
    assert window.consider.panel.help.documents.isHidden(), "nothing is shown where nothing is filled in"
    load(window, qtbot, folder)
    organisation = window.desk.shelf.organisation
    lead_and_serve(window, qtbot)
    shown: set[Slot] = set()
    for item in questions:
        show_item(window, item.id)
        said = words(window.consider.panel.help.documents)
        for slot in item.slots:
            document = organisation.document(slot)
            assert (document.title if document is not None else "Staff office") in said, (item.id, slot)
            shown.add(slot)
    assert "complaints_procedure" in shown
    openers = window.consider.panel.help.documents.findChildren(QPushButton)
    assert all(button.accessibleName() for button in openers)


def test_an_extra_checklist_is_chosen_in_step_two(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    window.go_to(1)
    assert not window.consider.which.isVisible(), "no choice is offered where there is none"
    load(window, qtbot, folder)
    consider = window.consider
    assert consider.which.isVisible()
    ours = consider.list.count()
    consider.which.setCurrentIndex(1)
    assert [item.title for item in consider._items] == ["Use long passwords", "Never use one twice"]
    assert consider.panel.question.text() == "Use long passwords (Essential)\nHave you done this?"
    assert consider.panel.why.text() == "Longer is better."
    assert consider.left.text() == "0 of 2 answered."
    qtbot.mouseClick(consider.panel.choices.buttons[Choice.NEEDS_DOING], LEFT)
    consider.which.setCurrentIndex(0)
    assert consider.list.count() == ours
    window.go_to(5)
    assert [row.text(0) for row in top_rows(window.plan_note.plan.tree)] == ["Use long passwords"]
    assert window.plan_note.plan.panel.cards


def test_a_single_file_and_back_to_ours(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    before = window.desk.checklist
    dialog = load(window, qtbot, None, folder / "passwords.yml", folder / "organisation.yaml")
    assert [each.title for each in window.desk.lists] == ["Things to consider", "Passwords"]
    assert window.desk.shelf.organisation.name == "Fellside Care"
    assert "All of it could be used" in dialog.notice.text
    with qtbot.waitSignal(dialog.loaded, timeout=PATIENCE):
        qtbot.mouseClick(dialog.ours_button, LEFT)
    assert window.desk.checklist == before
    assert not dialog.ours_button.isEnabled()


def test_a_file_that_is_no_checklist_is_named_and_changes_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    before = window.desk.checklist
    bad = tmp_path / "notes.yaml"
    bad.write_text("just: words\n", encoding="utf-8")
    worse = tmp_path / "worse.yaml"
    worse.write_bytes(b"\xff\xfe{[")
    dialog = load(window, qtbot, None, bad, worse, tmp_path / "gone.yaml")
    named = dialog.problems.toPlainText()
    for name in ("notes.yaml", "worse.yaml", "gone.yaml"):
        assert name in named
    assert window.desk.checklist == before


def test_the_employer_fills_the_complaint(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    load(window, qtbot, folder)
    item = next(item for item in window.desk.checklist.items if "complaint-to-employer" in item.letters)
    lead_and_serve(window, qtbot)
    show_item(window, item.id)
    qtbot.mouseClick(window.consider.panel.help.letters[0], LEFT)
    letter = window.consider.findChild(LetterDialog)
    assert letter is not None
    assert letter.fields["procedure"].text() == "Complaints procedure"
    assert letter.fields["receiver"].text() == "Your line manager"


def test_sites_of_an_employer_can_be_ticked(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    (folder / "sites").mkdir()
    site = (ROOT / "checklists" / "sites" / "myspace.yaml").read_text(encoding="utf-8")
    site = site.replace("id: myspace", "id: staffroom").replace("name: MySpace", "name: Staffroom")
    (folder / "sites" / "staffroom.yaml").write_text(site, encoding="utf-8")
    window.about_you.usage.boxes["facebook"].setChecked(True)
    load(window, qtbot, folder)
    assert "staffroom" in window.about_you.usage.boxes
    assert window.about_you.usage.boxes["facebook"].isChecked(), "what was ticked stays ticked"


def test_each_thing_and_each_site_is_reached_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    sites = {site.id for site in desk.sites}
    for box in window.about_you.usage.boxes.values():
        box.setChecked(True)
    lead_and_serve(window, qtbot)
    window.go_to(1)
    seen: list[str] = []
    named: set[str] = set()
    for _ in range(len(desk.checklist.items)):
        item = window.consider.item
        assert item is not None
        seen.append(item.id)
        said = words(window.consider.panel)
        assert item.why in said
        assert (item.question if item.kind == "question" else item.title) in said
        named |= {site.id for site in desk.sites if f"On {site.name}:" in said}
        window.consider.next()
    assert seen == [item.id for item in desk.checklist.items]
    assert named == sites


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        (None, "We don't know when these addresses were checked. They may have moved."),
        (date(2020, 5, 1), "These addresses were checked more than a year ago. They may have moved."),
        (date.today(), ""),
    ],
    ids=["never", "long ago", "today"],
)
def test_an_address_says_how_old_it_is_and_no_more_than_is_known(qtbot: QtBot, checked: date | None, said: str) -> None:
    own = OwnDocument("Code of conduct", "https://intranet.example.org/conduct")
    documents = OwnDocuments()
    qtbot.addWidget(documents)
    documents.show_slots(["code_of_conduct"], Organisation("Fellside Care", code_of_conduct=own, checked=checked))
    words = [label.text() for label in documents.findChildren(QLabel)]
    assert [text for text in words if "may have moved" in text] == ([said] if said else [])
