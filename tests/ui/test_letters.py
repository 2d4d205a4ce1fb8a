"""Letters and evidence in the window: filled, previewed exactly, refused with a blank, and never sent by us."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from seen_online.checklist.letter import Letter
from seen_online.checklist.shelf import load_shelf
from seen_online.exposure.finding import FindingKind, Whose
from seen_online.person import DetailKind, detail
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.selfcheck import Feeling, Who
from seen_online.search.merge import merge
from seen_online.search.model import Ask, Hit, Outcome, Query
from seen_online.ui.dialogs.evidence import EvidenceDialog
from seen_online.ui.dialogs.letter import LetterDialog
from seen_online.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
URL = "https://www.fellrunners.example/results/2019"
TEXT = "Nia Ashworth, phone 07700 900123\n=HYPERLINK(1)\nSecond line \u202ereversed"
LETTERS = load_shelf().letters


@pytest.fixture
def key(window: MainWindow, qtbot: QtBot) -> str:
    """A page of the person's with their phone number on it, read just now."""
    desk = window.desk
    desk.set_details(
        [
            detail(DetailKind.NAME, "Nia Ashworth"),
            detail(DetailKind.PHONE, "07700 900123"),
            detail(DetailKind.EMAIL, "nia@example.org"),
        ],
        "GB",
    )
    hits = (Hit("Results", URL, "Nia Ashworth", "made-up", '"Nia Ashworth"', 1),)
    ask = Ask(Query('"Nia Ashworth"', "your name"), "made-up", Outcome.ANSWERED, "Answered.", hits=hits)
    desk.ask_came(ask, merge(hits))
    found = desk.check.results[0].key
    desk.page_came(found, Page(TEXT, PageOutcome.READ, url=URL, title="Results", at="2026-03-05T14:30:07+00:00"))
    mine = (FindingKind.PHONE, Whose.YOURS)
    qtbot.waitUntil(lambda: mine in {(f.kind, f.whose) for f in desk.check.findings.get(found, ())}, timeout=20_000)
    desk.change_verdict(found, who=Who.ME, feeling=Feeling.NOT_HAPPY)
    return found


def fill_in(dialog: LetterDialog, words: str = "something true") -> None:
    for field in dialog.fields.values():
        if not field.text():
            field.setText(words)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.id)
def test_every_letter_is_refused_with_a_blank_and_leaves_whole(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, letter: Letter
) -> None:
    dialog = LetterDialog(window.desk, letter)
    qtbot.addWidget(dialog)
    dialog.show()
    QGuiApplication.clipboard().setText("before")
    target = tmp_path / "letter.txt"
    qtbot.mouseClick(dialog.copy_button, LEFT)
    dialog.save(target)
    assert QGuiApplication.clipboard().text() == "before"
    assert not target.exists()
    assert "This letter still has a blank." in dialog.notice.text
    assert "[" in dialog.preview.toPlainText()
    assert isinstance(dialog.focusWidget(), QLineEdit), "the person is led to the blank"

    fill_in(dialog)
    shown = dialog.preview.toPlainText()
    assert "[" not in shown
    assert "ready" in dialog.left.text()
    qtbot.mouseClick(dialog.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == shown
    dialog.save(target)
    assert target.read_text(encoding="utf-8") == shown, "what is saved is what was seen"
    assert window.desk.outbox.sent == []


def test_a_letter_is_filled_from_the_finding_and_the_person(window: MainWindow, key: str, qtbot: QtBot) -> None:
    letter = window.desk.shelf.letter("ask-the-site")
    assert letter is not None
    dialog = LetterDialog(window.desk, letter, key)
    qtbot.addWidget(dialog)
    values = {name: field.text() for name, field in dialog.fields.items()}
    assert values["page"] == URL
    assert values["site"] == "fellrunners.example"
    assert values["your_name"] == "Nia Ashworth"
    assert values["your_email"] == "nia@example.org"
    assert values["what"] == "my phone number", "the number itself is not told once more"
    assert dialog.fields["why"].text() == ""
    dialog.fields["why"].setText("XXXX")
    qtbot.mouseClick(dialog.copy_button, LEFT)
    assert "blank" in dialog.notice.text, "a placeholder fills nothing"


def test_a_value_in_a_letter_is_only_text(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    letter = window.desk.shelf.letter("ask-a-friend")
    assert letter is not None
    dialog = LetterDialog(window.desk, letter)
    qtbot.addWidget(dialog)
    fill_in(dialog, "{your_name} <b>&amp;</b> {0.__class__}")
    assert "{your_name} <b>&amp;</b> {0.__class__}" in dialog.preview.toPlainText()
    dialog.save(tmp_path / "letter.docx")
    from docx import Document

    document = Document(str(tmp_path / "letter.docx"))
    written = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "{your_name} <b>&amp;</b> {0.__class__}" in written
    assert document.core_properties.author == ""
    dialog.save(tmp_path / "letter.exe")
    assert ".txt, .docx" in dialog.notice.text
    dialog.save(tmp_path / "no" / "letter.txt")
    assert "no such folder" in dialog.notice.text


def test_every_letter_is_reached_in_the_window(window: MainWindow, key: str, qtbot: QtBot) -> None:
    from seen_online.checklist.answer import Answer, Choice

    desk = window.desk
    for item in desk.checklist.items:
        if item.kind == "question":
            desk.answer(item.id, Answer(Choice.NEEDS_DOING))
    window.go_to(5)
    plan = window.plan_note.plan
    reached: set[str] = set()
    for place in range(plan.tree.topLevelItemCount()):
        plan.tree.setCurrentItem(plan.tree.topLevelItem(place))
        for card in plan.panel.cards:
            if card.letter_button is not None and card.suggestion.letter is not None:
                qtbot.mouseClick(card.letter_button, LEFT)
                dialog = plan.findChildren(LetterDialog)[-1]
                assert dialog.letter.id == card.suggestion.letter.id
                dialog.close()
                reached.add(dialog.letter.id)
    assert reached == {letter.id for letter in LETTERS}


@pytest.fixture
def here_is_denver(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "MST7")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_evidence_is_made_only_on_request_and_keeps_the_text(
    window: MainWindow, key: str, qtbot: QtBot, tmp_path: Path, here_is_denver: None
) -> None:
    window.go_to(3)
    window.results.choose(key)
    assert list(tmp_path.glob("*.txt")) == []
    qtbot.mouseClick(window.results.judge.evidence_button, LEFT)
    dialog = window.results.findChild(EvidenceDialog)
    assert dialog is not None
    shown = dialog.preview.toPlainText()
    assert URL in shown
    assert "5 March 2026" in shown
    assert "07:30:07 MST (UTC-7), which is 14:30:07 UTC" in shown
    assert hashlib.sha256(TEXT.encode()).hexdigest() in shown
    assert "Do not raise it on the site itself" in shown
    assert "\u202e" not in shown
    target = tmp_path / "evidence.txt"
    dialog.save(target)
    qtbot.waitUntil(lambda: "The evidence is in" in dialog.notice.text, timeout=20_000)
    assert target.read_text(encoding="utf-8").rstrip("\n") == shown.rstrip("\n")
    dialog.save(tmp_path / "no" / "such" / "sheet.pdf")
    qtbot.waitUntil(lambda: "no such folder" in dialog.notice.text, timeout=20_000)


@pytest.mark.parametrize("practice", [False, True], ids=["in earnest", "practice"])
def test_evidence_from_practice_can_be_taken_for_none(
    window: MainWindow, key: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, practice: bool
) -> None:
    monkeypatch.setattr(window.desk, "practice", practice)
    dialog = EvidenceDialog(window.desk, key)
    qtbot.addWidget(dialog)
    shown = dialog.preview.toPlainText()
    assert shown.startswith("Practice: Evidence for a concern") is practice
    assert ("are made up" in shown) is practice
    assert URL in shown


def test_no_evidence_of_a_page_that_was_not_read(window: MainWindow, key: str, qtbot: QtBot) -> None:
    window.desk.check.pages.clear()
    dialog = EvidenceDialog(window.desk, key)
    qtbot.addWidget(dialog)
    assert dialog.note is None
    assert not dialog.save_button.isEnabled()
    dialog.show()
    assert "Read the page in step 4 first." in dialog.notice.text


def test_a_concern_leads_to_evidence_and_the_letter(window: MainWindow, key: str, qtbot: QtBot) -> None:
    window.go_to(5)
    plan = window.plan_note.plan
    qtbot.mouseClick(plan.panel.said.buttons["bullying"], LEFT)
    qtbot.mouseClick(plan.panel.evidence_button, LEFT)
    dialog = plan.findChild(EvidenceDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.letter_button, LEFT)
    letter = dialog.findChild(LetterDialog)
    assert letter is not None
    assert letter.letter.id == "complaint-to-employer"
    assert letter.fields["page"].text() == URL
