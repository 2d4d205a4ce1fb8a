"""A whole second check over the practice web, some months later, with a real window and a real record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from seen_online.checklist.answer import ActionState, Answer, Choice
from seen_online.practice.faults import Fault
from seen_online.practice.server import PracticeWeb
from seen_online.review.compare import ChangeKind
from seen_online.review.selfcheck import Action, Feeling, Verdict, Who
from seen_online.ui.changes.words import about_them
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.widgets.tree import top_rows
from seen_online.ui.window import MainWindow
from support.journey import LEFT, begin_in, read, search, settled
from support.records import new_record, opened_again

CLUB = "http://www.penrith-harriers.example/committee.html"
KIT = "http://www.penrith-harriers.example/news/2019-kit-order.html"
FIRST_HILL = "http://www.penrith-harriers.example/news/first-hill.html"
PAPER = "http://www.cumbrian-courant.example/news/2019/02/larch-howe-may-close.html"
ARCHIVE = "http://www.cumbrian-courant.example/archive/2019/larch-howe-may-close.html"
NIGHTS = "http://forum.fellchatter.example/viewtopic.php?f=9&t=5230"
FORUM = "http://forum.fellchatter.example/viewtopic.php?f=3&t=4118"


@pytest.fixture
def web() -> Iterator[PracticeWeb]:
    with PracticeWeb() as running:
        yield running


@pytest.fixture
def searched(window: MainWindow, web: PracticeWeb, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A first check in a record: searched, and judged where the second one will look."""
    begin_in(new_record(tmp_path / "records"), window, web)
    search(window, qtbot)
    for url, state in ((CLUB, ActionState.DONE), (KIT, ActionState.TO_DO), (FORUM, ActionState.DONE)):
        key = key_of(window, url)
        action = Action("Ask the club to take it out", key, None, state)
        window.desk.judge(key, Verdict(Who.ME, Feeling.NOT_HAPPY, "asked Moira", action))
    window.desk.judge(key_of(window, PAPER), Verdict(Who.ME, Feeling.HAPPY, "my quote"))
    return window


def key_of(window: MainWindow, url: str) -> str:
    return next(result.key for result in window.desk.check.results if result.url == url)


def new_check(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(5)
    changes = window.plan_note.changes
    window.plan_note.tabs.setCurrentWidget(changes)
    qtbot.mouseClick(changes.start_button, LEFT)
    (question,) = window.findChildren(QuestionDialog)
    before = window.desk.check
    qtbot.mouseClick(question.do_it, LEFT)
    qtbot.waitUntil(lambda: window.desk.earlier is before)


def kinds(window: MainWindow) -> dict[str, ChangeKind]:
    comparison = window.following.comparison
    assert comparison is not None
    return {change.url: change.kind for change in comparison.changes}


def listed(window: MainWindow) -> dict[str, list[str]]:
    """Return what the tab lists: the heading of each group, and its rows."""
    return {
        row.text(0): [row.child(place).text(0) for place in range(row.childCount())]
        for row in top_rows(window.plan_note.changes.tree)
    }


def test_a_whole_second_check(searched: MainWindow, web: PracticeWeb, tmp_path: Path, qtbot: QtBot) -> None:
    window, desk = searched, searched.desk
    read(window, qtbot)
    item = next(i for i in desk.checklist.items if "phone" in i.look_again)
    desk.answer(item.id, Answer(Choice.NEEDS_DOING, action="Take my number off", state=ActionState.DONE))
    first = desk.check
    new_check(window, qtbot)
    assert window.stack.currentIndex() == 2, "it begins with the search"
    assert desk.earlier is first
    assert desk.check.person == first.person
    assert desk.check.results == []
    window.go_to(5)
    assert "Nothing was searched in this check yet" in window.plan_note.changes.summary.text()
    web.move_on()

    search(window, qtbot)
    assert desk.verdict(key_of(window, ARCHIVE)) == Verdict(Who.ME, Feeling.HAPPY, "my quote"), "it moved"
    assert desk.verdict(key_of(window, CLUB)).who is Who.ME
    window.go_to(5)
    window.plan_note.tabs.setCurrentWidget(window.plan_note.changes)
    assert "not read in this check yet: 55. Read them in step 4" in window.plan_note.changes.caution.text()
    assert not any(row.startswith("≠") for row in listed(window)), "what only the search shows did not change"
    read(window, qtbot)
    window.go_to(5)
    assert "not read in this check yet" not in window.plan_note.changes.caution.text()

    said = kinds(window)
    assert said[FIRST_HILL] is ChangeKind.NEW
    assert said[CLUB] is ChangeKind.CHANGED
    assert said[KIT] is ChangeKind.GONE
    assert said[ARCHIVE] is ChangeKind.SAME
    assert PAPER not in said, "the two are one page"
    assert said[NIGHTS] is ChangeKind.CHANGED, "its site says it is gone, but the search still shows her user name"
    assert [change.url for change in about_them(window.following.comparison, ChangeKind.COULD_NOT_CHECK)] == []

    # What was done and is seen again comes back, with why; what was done and is settled does not.
    window.go_to(5)
    window.plan_note.tabs.setCurrentWidget(window.plan_note.plan)
    plan = window.plan_note.plan
    states = {row.text(1): row.text(3) for row in top_rows(plan.tree)}
    assert states["Sore knee on long descents - Fellchatter"] == "Came back"
    assert states[item.title] == "Came back"
    kit_row = "Last call for the kit order – Penrith Harriers"
    assert states[kit_row] == "To do", "its page has a name though this check did not find it"
    said_of = {}
    for row in top_rows(plan.tree):
        plan.tree.setCurrentItem(row)
        said_of[row.text(1)] = plan.panel.since.text
    forum = said_of["Sore knee on long descents - Fellchatter"]
    assert forum.startswith("It came back")
    assert "b•••" in forum
    assert "becky.fallowby" not in forum
    assert said_of[item.title].startswith("It came back")
    assert said_of[kit_row].startswith("No longer found")

    # The tab: five groups, the chosen page in full, and from there to step four.
    tabs, changes = window.plan_note.tabs, window.plan_note.changes
    tabs.setCurrentWidget(changes)
    groups = listed(window)
    assert list(groups)[:3] == ["+ New (1)", "≠ Changed (2)", "– No longer found (1)"]
    assert groups["– No longer found (1)"] == ["– Last call for the kit order – Penrith Harriers"]
    assert "1 new, 2 changed, 1 no longer found, 0 that could not be checked" in changes.summary.text()
    tree = changes.tree
    tree.setCurrentItem(top_rows(tree)[1].child(0))
    assert "No longer shows: Phone" in tree.currentItem().text(2)
    assert "It no longer shows: Phone 07•••• •••184." in changes.card.text.text()
    assert "You said: me, not happy." in changes.card.text.text()
    tree.setCurrentItem(top_rows(tree)[2].child(0))
    assert "may still be there" in changes.card.text.text()
    assert not changes.card.result_button.isVisible(), "there is nothing of it in step four"
    tree.setCurrentItem(top_rows(tree)[0].child(0))
    qtbot.mouseClick(changes.card.result_button, LEFT)
    assert window.stack.currentIndex() == 3
    assert window.results.judge.key == key_of(window, FIRST_HILL)

    # Step four says it beside each page, and brings new and changed ones to the top.
    qtbot.mouseClick(window.results.changed_button, LEFT)
    model = window.results.model
    rows = [model.data(model.index(place)) for place in range(model.rowCount())]
    assert sum("+ new since last time" in row for row in rows) == 1
    assert all("since last time" in row for row in rows[:3])
    assert not any("since last time" in row for row in rows[3:])

    # The note offers each change, ticked by nobody but the person.
    window.go_to(5)
    tabs.setCurrentWidget(window.plan_note.note)
    note = window.plan_note.note
    chapter = next(row for row in top_rows(note.tree) if "changed since my last check" in row.text(0))
    assert chapter.childCount() == 7
    assert "kit order" not in note.preview.toPlainText()
    rows_in = [chapter.child(place) for place in range(chapter.childCount())]
    gone = next(row for row in rows_in if "No longer found" in row.text(0))
    gone.setCheckState(0, gone.checkState(0).Checked)
    qtbot.waitUntil(lambda: not note.at_work)
    assert "No longer found: “Last call for the kit order" in note.preview.toPlainText()

    # And all of it is in the record.
    desk.leave_keeper()
    kept = opened_again(tmp_path / "records")
    again = kept.latest()
    assert again is not None
    assert again.verdicts[next(r.key for r in again.results if r.url == ARCHIVE)].note == "my quote"
    assert len(kept.over_time()) == 2
    kept.close()


def test_where_an_engine_blocks_nothing_is_called_gone(
    searched: MainWindow, web: PracticeWeb, tmp_path: Path, qtbot: QtBot
) -> None:
    window = searched
    new_check(window, qtbot)
    web.move_on(faults={"": Fault.SLOW_DOWN})
    search(window, qtbot)
    assert not any(ask.outcome.checked for ask in window.desk.check.asks)
    comparison = window.following.comparison
    assert comparison is not None
    assert {change.kind for change in comparison.changes} == {ChangeKind.COULD_NOT_CHECK}
    window.go_to(5)
    changes = window.plan_note.changes
    window.plan_note.tabs.setCurrentWidget(changes)
    (heading,) = listed(window)
    assert heading.startswith("? Could not check this time")
    assert "0 no longer found" in changes.summary.text()
    assert "not answered" in changes.caution.text()
    assert "did not answer this time" in changes.card.text.text()
    done = next(v for v in window.desk.check.verdicts.values() if v.action and v.action.state is ActionState.DONE)
    assert done is not None, "what was done stays done"
    assert not any(v.action and v.action.state is ActionState.CAME_BACK for v in window.desk.check.verdicts.values())

    # Once it answers again, the same check says more.
    web.move_on()
    search(window, qtbot)
    settled(window, qtbot)
    assert kinds(window)[KIT] is ChangeKind.GONE
    assert window.desk.verdict(key_of(window, ARCHIVE)).note == "my quote"


def test_what_is_said_in_this_check_stays(searched: MainWindow, web: PracticeWeb, qtbot: QtBot) -> None:
    window, desk = searched, searched.desk
    new_check(window, qtbot)
    search(window, qtbot)
    window.go_to(3)
    window.results.choose(key_of(window, CLUB))
    assert window.results.judge.note.toPlainText() == "asked Moira", "the note of last time is carried over"
    mine = Verdict(Who.NOT_ME, None, "no, the other Becky")
    desk.judge(key_of(window, CLUB), mine)
    settled(window, qtbot)
    assert desk.verdict(key_of(window, CLUB)) == mine
    window.go_to(5)
    window.plan_note.tabs.setCurrentWidget(window.plan_note.changes)
    assert not any("Committee" in row for rows in listed(window).values() for row in rows)
    assert "about somebody else" in window.plan_note.changes.caution.text()


def test_a_second_check_can_be_practised(window: MainWindow, qtbot: QtBot) -> None:
    window.start_practice()
    search(window, qtbot)
    new_check(window, qtbot)
    assert window.desk.practice
    search(window, qtbot)
    assert kinds(window)[FIRST_HILL] is ChangeKind.NEW
    window.practising.end()
    qtbot.waitUntil(lambda: not window.following.at_work)
    assert window.following.comparison is None
