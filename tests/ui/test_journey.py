"""All six steps in the window, over the practice web: the same real parts as in life, with nothing stubbed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from seen_online.checklist.answer import Choice
from seen_online.exposure.finding import Whose
from seen_online.person import DetailKind, Use, detail
from seen_online.practice.expected import expected_pages
from seen_online.reading.page import PageOutcome
from seen_online.review.selfcheck import Feeling, Who
from seen_online.search.model import Ask, Outcome, Query
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.consent import ConsentDialog
from seen_online.ui.dialogs.outbox import OutboxDialog
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.widgets.tree import top_rows
from seen_online.ui.window import MainWindow

PATIENCE = 30_000  # milliseconds
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def practice(window: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.mouseClick(window.about_you.practise_button, LEFT)
    assert window.banner.isVisible()
    return window


def search(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(2)
    qtbot.mouseClick(window.search.send_button, LEFT)
    qtbot.waitUntil(lambda: window.search._job is None, timeout=PATIENCE)


def read(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(3)
    qtbot.mouseClick(window.results.main_button, LEFT)
    dialog = window.results.findChild(ConsentDialog)
    assert dialog is not None
    assert dialog.tree.headerItem().text(0) == "Page"
    qtbot.mouseClick(dialog.agree_button, LEFT)
    qtbot.waitUntil(lambda: window.results._job is None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.desk.finding.busy, timeout=PATIENCE)


def test_the_whole_journey(practice: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window, desk = practice, practice.desk
    assert window.about_you.groups[0].details()[0].value == "Rebecca Fallowby"

    # Two: one thing at a time, answered by mouse; what needs doing gets an action with a date.
    window.go_to(1)
    for _ in range(4):
        qtbot.mouseClick(window.consider.next_button, LEFT)
    panel = window.consider.panel
    item = panel.item
    assert item is not None
    assert item.kind == "question"
    qtbot.mouseClick(panel.choices.buttons[Choice.NEEDS_DOING], LEFT)
    assert panel.action.isVisible()
    qtbot.keyClicks(panel.action.edit, "Look at my settings with Sam")
    qtbot.mouseClick(window.consider.next_button, LEFT)
    answer = desk.check.answers[item.id]
    assert (answer.choice, answer.action) == (Choice.NEEDS_DOING, "Look at my settings with Sam")
    assert answer.due is not None

    # Three: the exact list first; nothing has left; then every ask ends in one of the five outcomes.
    window.go_to(2)
    assert '"Rebecca Fallowby"' in window.search.leaving.toPlainText()
    assert desk.outbox.sent == []
    search(window, qtbot)
    assert {ask.outcome for ask in desk.check.asks} == {Outcome.ANSWERED}
    assert len(desk.check.results) > 40
    sent = {entry.sent for entry in desk.outbox.sent}
    assert sent <= {ask.query.words for ask in desk.check.asks} | {"weather"}

    # Four: the pages, agreed to one by one, then judged by single keys.
    read(window, qtbot)
    outcomes = {page.outcome for page in desk.check.pages.values()}
    assert {PageOutcome.READ, PageOutcome.NEEDS_YOU, PageOutcome.GONE} <= outcomes
    assert "could not be read" in window.results.notice.text
    window.results.list.setFocus()
    window.results.list.setCurrentIndex(window.results.model.index(0))
    first = window.results.judge.key
    qtbot.keyClick(window.results.list, Qt.Key.Key_M)
    qtbot.keyClick(window.results.list, Qt.Key.Key_U)
    second = window.results.judge.key
    assert second != first, "the next page comes by itself"
    qtbot.keyClick(window.results.list, Qt.Key.Key_N)
    assert desk.verdict(first).who is Who.ME
    assert desk.verdict(first).feeling is Feeling.NOT_HAPPY
    assert desk.verdict(second).who is Who.NOT_ME

    # Five: what is expected of the made-up web is in the table.
    window.go_to(4)
    kinds = {row.text(0) for row in top_rows(window.details.tree)}
    assert {"! Date of birth", "! Phone", "! E-mail", "! Address", "! Postcode"} <= kinds
    assert window.details.together.lines, "what they make possible together is said in words"
    found = {
        (key, f.kind, f.value.partition(",")[0]) for key, findings in desk.check.findings.items() for f in findings
        if f.whose is Whose.YOURS
    }  # fmt: skip
    by_url = {result.url: result.key for result in desk.check.results}
    expected = [
        (by_url[page.url], finding.kind, finding.value.partition(",")[0])
        for page in expected_pages()
        if page.url in by_url
        for finding in page.findings
        if finding.whose is Whose.YOURS and not finding.hard
    ]
    assert len(expected) > 30
    missed = [each for each in expected if each not in found]
    assert missed == []

    # Six: plan, preview, and the same note on disk and on paper.
    window.go_to(5)
    assert top_rows(window.plan_note.plan.tree)[0].text(0) == "Look at my settings with Sam"
    window.plan_note.tabs.setCurrentIndex(1)
    note = window.plan_note.note
    qtbot.waitUntil(lambda: not note.at_work)
    preview = note.preview.toPlainText()
    assert "07700 900184" not in preview
    assert "07•••• •••184" in preview
    assert "could not be checked" in preview
    for suffix in ("md", "html"):
        path = tmp_path / f"note.{suffix}"
        note.save(path)
        qtbot.waitUntil(path.exists, timeout=PATIENCE)
        assert "07700 900184" not in path.read_text(encoding="utf-8")
        assert "Look at my settings with Sam" in path.read_text(encoding="utf-8")
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    note.print_to(printer)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_a_tick_puts_it_into_the_note_and_takes_it_out(practice: MainWindow, qtbot: QtBot) -> None:
    practice.go_to(5)
    practice.plan_note.tabs.setCurrentIndex(1)
    note = practice.plan_note.note
    rows = [child for top in top_rows(note.tree) for child in (top.child(i) for i in range(top.childCount()))]
    place = next(row for row in rows if row.text(0) == "Place: Penrith")
    assert "Penrith" not in note.preview.toPlainText()
    place.setCheckState(0, Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: not note.at_work)
    assert "Penrith" in note.preview.toPlainText()
    place.setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not note.at_work)
    assert "Penrith" not in note.preview.toPlainText()
    phone = next(row for row in rows if row.text(0).startswith("Phone: 07"))
    phone.child(0).setCheckState(0, Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: not note.at_work)
    assert "07700 900184" in note.preview.toPlainText(), "shown in full where that one box is ticked"
    assert "becky.fallowby@example.org" not in note.preview.toPlainText()


def test_the_focus_stays_with_the_pages_while_they_are_read(practice: MainWindow, qtbot: QtBot) -> None:
    search(practice, qtbot)
    practice.go_to(3)
    practice.results.main_button.setFocus()
    read(practice, qtbot)
    assert practice.results.main_button.isVisible()
    assert practice.focusWidget() is practice.results.list, "not with the button that leaves practice"


def test_the_focus_goes_from_stop_to_the_pages_and_from_nowhere_else(practice: MainWindow, qtbot: QtBot) -> None:
    search(practice, qtbot)
    practice.go_to(3)
    results = practice.results
    results._show_running(True)
    results.stop_button.setFocus()
    results._show_running(False)
    assert practice.focusWidget() is results.list
    results._show_running(True)
    results.judge.note.setFocus()
    results._show_running(False)
    assert practice.focusWidget() is results.judge.note, "who is writing goes on writing"


def test_stop_keeps_what_came(practice: MainWindow, qtbot: QtBot) -> None:
    practice.go_to(2)
    qtbot.mouseClick(practice.search.send_button, LEFT)
    qtbot.waitUntil(lambda: any(ask.outcome.checked for ask in practice.desk.check.asks), timeout=PATIENCE)
    qtbot.mouseClick(practice.search.stop_button, LEFT)
    qtbot.waitUntil(lambda: practice.search._job is None, timeout=PATIENCE)
    outcomes = [ask.outcome for ask in practice.desk.check.asks]
    assert Outcome.ANSWERED in outcomes
    assert Outcome.NOTHING_FOUND not in outcomes
    assert practice.desk.check.results


def test_what_was_answered_is_not_asked_twice(practice: MainWindow, qtbot: QtBot) -> None:
    search(practice, qtbot)
    before = len(practice.desk.outbox.sent)
    assert practice.search.send_button.text() == "Go on to what they can see"
    qtbot.mouseClick(practice.search.send_button, LEFT)
    assert practice.stack.currentIndex() == 3
    assert len(practice.desk.outbox.sent) == before


def test_leaving_practice_clears_the_desk(practice: MainWindow, qtbot: QtBot) -> None:
    search(practice, qtbot)
    qtbot.mouseClick(practice.banner.leave_button, LEFT)
    assert practice.desk.check.results == []
    assert practice.desk.check.person.names == ()
    assert practice.desk.network.proxy == ""
    assert not practice.banner.isVisible()


def test_practice_leaves_the_persons_own_check_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.about_you.groups[0].lines[0].edit, "Nia Ashworth")
    qtbot.mouseClick(window.about_you.practise_button, LEFT)
    assert window.desk.check.person.names[0] == "Rebecca Fallowby"
    search(window, qtbot)
    window.close()
    assert window.isVisible(), "her own check waits behind practice, so closing asks"
    qtbot.mouseClick(window.banner.leave_button, LEFT)
    assert window.desk.check.person.names == ("Nia Ashworth",)
    assert window.about_you.groups[0].lines[0].edit.text() == "Nia Ashworth"
    assert window.desk.outbox.sent == []
    assert window.desk.engines == ["duckduckgo"]


def test_the_outbox_shows_what_left(practice: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = OutboxDialog(practice.desk)
    qtbot.addWidget(dialog)
    assert dialog.words.text() == "Nothing has left this computer in this check."
    search(practice, qtbot)
    qtbot.waitUntil(lambda: len(top_rows(dialog.table)) == len(practice.desk.outbox.sent) > 0, timeout=PATIENCE)
    dialog.filter.setText("penrith")
    assert 0 < len(top_rows(dialog.table)) < len(practice.desk.outbox.sent)
    dialog.save(tmp_path / "outbox.csv")
    assert "Penrith" in (tmp_path / "outbox.csv").read_text(encoding="utf-8")
    dialog.save(tmp_path / "no" / "such" / "folder.csv")
    assert "Choose another folder" in dialog.notice.text


def test_an_empty_page_says_what_to_do_first(window: MainWindow) -> None:
    window.go_to(2)
    assert "step 1" in window.search.notice.text
    assert "step 1" in window.search.send_button.text()
    window.go_to(3)
    assert "step 3" in window.results.empty.text()
    window.go_to(4)
    assert "step 3" in window.details.empty.text()
    visible: list[QWidget] = [w for w in window.findChildren(QWidget) if w.isVisible()]
    assert visible


def test_closing_asks_before_anything_is_forgotten(window: MainWindow, qtbot: QtBot) -> None:
    edit = window.about_you.groups[0].lines[0].edit
    qtbot.keyClicks(edit, "Nia Ashworth")
    window.about_you.take_over()
    window.close()
    assert window.isVisible()
    question = window.findChild(QuestionDialog)
    assert question is not None
    qtbot.mouseClick(question.do_it, LEFT)
    assert not window.isVisible()


def test_closing_an_untouched_window_asks_nothing(window: MainWindow) -> None:
    window.close()
    assert not window.isVisible()


def test_a_name_that_is_typed_is_searched_for(window: MainWindow, qtbot: QtBot) -> None:
    """Practice shows the made-up person's own queries; a person who types their name must see theirs."""
    qtbot.keyClicks(window.about_you.groups[0].lines[0].edit, "Nia Ashworth")
    window.about_you.take_over()
    window.go_to(2)
    assert '"Nia Ashworth"' in window.search.leaving.toPlainText()
    assert "html.duckduckgo.com" in window.search.leaving.toPlainText()
    assert window.search.send_button.isEnabled()
    line = window.about_you.groups[0].lines[0]
    line.use.setCurrentIndex(line.use.findData(Use.COMPARE))
    window.about_you.take_over()
    window.search.arrive()
    assert "Nia Ashworth" not in window.search.leaving.toPlainText(), "only compared here"


def test_more_pages_of_results_are_more_requests(practice: MainWindow) -> None:
    practice.go_to(2)
    one = practice.search.send_button.text()
    practice.search.how_far.setCurrentIndex(2)
    assert practice.search.send_button.text() != one
    assert "up to 3 times" in practice.search.leaving.toPlainText()


def test_an_empty_step_leads_to_the_one_before(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(3)
    for page in (window.results, window.details):
        window.go_to(window.pages.index(page))
        assert page.main_button.text() == "Go to step 3, Search your name"
        qtbot.mouseClick(page.main_button, LEFT)
        assert window.stack.currentIndex() == 2
    qtbot.mouseClick(window.search.send_button, LEFT)
    assert window.stack.currentIndex() == 0


def test_a_practice_note_says_that_it_is_practice(practice: MainWindow) -> None:
    practice.go_to(5)
    practice.plan_note.tabs.setCurrentIndex(1)
    assert practice.plan_note.note.preview.toPlainText().startswith("Practice")


def test_a_search_that_failed_is_no_comfort_in_any_step(window: MainWindow, desk: Desk) -> None:
    desk.set_details([detail(DetailKind.NAME, "Nia Ashworth")], "GB")
    ask = Ask(Query('"Nia Ashworth"', "your name"), "duckduckgo", Outcome.BLOCKED, "It turned us away.", "Try later.")
    desk.expect([ask])
    desk.ask_came(ask, [])
    for step in (3, 4):
        window.go_to(step)
    assert "could not check" in window.results.empty.text()
    assert "could not check" in window.details.empty.text()
    window._show_states()
    assert "✓" not in window.rail.item(2).text()
