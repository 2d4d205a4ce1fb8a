"""The plan in the window: every action with a how, a date and a state, and the advice that fits it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from seen_online.checklist.answer import ActionState, Answer, Choice
from seen_online.review.judging import FIRST_OFFER
from seen_online.review.selfcheck import Action, Feeling, Verdict, Who
from seen_online.search.merge import merge
from seen_online.search.model import Ask, Hit, Outcome, Query
from seen_online.ui.pages.plan_tab import BY, STATE, WHAT, PlanTab
from seen_online.ui.widgets.tree import top_rows
from seen_online.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
ADDRESSES = {
    "site": "https://www.fellrunners.example/results/2019",
    "facebook": "https://www.facebook.com/a.made.up.page",
    "finder": "https://www.192.com/people/made-up",
}


def find(window: MainWindow, qtbot: QtBot, *names: str) -> dict[str, str]:
    """Have an engine show these pages; return their result keys."""
    words = '"Nia Ashworth"'
    hits = tuple(
        Hit(f"Page on {name}", ADDRESSES[name], "Nia Ashworth", "made-up", words, rank)
        for rank, name in enumerate(names, start=1)
    )
    window.desk.check.asks = []
    ask = Ask(Query(words, "your name"), "made-up", Outcome.ANSWERED, "Answered.", hits=hits)
    window.desk.ask_came(ask, merge(hits))
    qtbot.waitUntil(lambda: len(window.desk.check.findings) == len(names))
    keys = {result.url: result.key for result in window.desk.check.results}
    return {name: keys[ADDRESSES[name]] for name in names}


@pytest.fixture
def plan(window: MainWindow, qtbot: QtBot) -> PlanTab:
    return window.plan_note.plan


def unhappy(window: MainWindow, key: str) -> None:
    window.desk.change_verdict(key, who=Who.ME, feeling=Feeling.NOT_HAPPY)


def choose(plan: PlanTab, about: str) -> None:
    place = next(number for number, row in enumerate(plan._rows) if row.action.about == about)
    plan.tree.setCurrentItem(plan.tree.topLevelItem(place))


def advice(plan: PlanTab) -> list[str]:
    return [card.suggestion.id for card in plan.panel.cards]


def test_every_needs_doing_and_every_not_happy_is_an_action_with_a_how(
    window: MainWindow, plan: PlanTab, qtbot: QtBot
) -> None:
    keys = find(window, qtbot, "site", "facebook", "finder")
    for key in keys.values():
        unhappy(window, key)
    questions = [item for item in window.desk.checklist.items if item.kind == "question"]
    for item in questions:
        window.desk.answer(item.id, Answer(Choice.NEEDS_DOING))
    window.go_to(5)
    assert len(top_rows(plan.tree)) == len(questions) + 3
    for row in top_rows(plan.tree):
        plan.tree.setCurrentItem(row)
        assert plan.panel.cards, row.text(WHAT)
        assert all(card.suggestion.how or card.suggestion.sites for card in plan.panel.cards), row.text(WHAT)


def test_advice_fits_the_page_and_begins_gently(window: MainWindow, plan: PlanTab, qtbot: QtBot) -> None:
    keys = find(window, qtbot, "site", "facebook", "finder")
    window.desk.check.sites = ("facebook",)
    for key in keys.values():
        unhappy(window, key)
    window.go_to(5)
    choose(plan, keys["site"])
    assert advice(plan) == ["ask-the-friend", "ask-the-site", "erasure", "delist", "tell-the-ico"]
    choose(plan, keys["facebook"])
    assert advice(plan)[:2] == ["change-your-own", "ask-the-friend"]
    assert [steps.site for steps in plan.panel.cards[0].suggestion.sites] == ["facebook"]
    choose(plan, keys["finder"])
    assert advice(plan)[:2] == ["leave-open-register", "leave-people-finder"]
    assert "192.com" in plan.panel.cards[1].suggestion.title
    assert plan.panel.cards[1].suggestion.how[0].startswith("Search for your own name")


def test_what_the_person_says_of_a_page_changes_the_advice(window: MainWindow, plan: PlanTab, qtbot: QtBot) -> None:
    key = find(window, qtbot, "site")["site"]
    unhappy(window, key)
    window.go_to(5)
    panel = plan.panel
    assert not panel.concern.isVisible()
    qtbot.mouseClick(panel.said.buttons["yours"], LEFT)
    assert advice(plan)[0] == "change-your-own"
    assert "ask-the-friend" not in advice(plan)
    qtbot.mouseClick(panel.said.buttons["bullying"], LEFT)
    assert advice(plan) == ["complain-bullying"], "a concern has one way, and it is not the site"
    assert panel.concern.isVisible()
    assert "Don't raise it on the site" in panel.concern.text()
    qtbot.mouseClick(panel.said.buttons["confidential"], LEFT)
    assert advice(plan) == ["report-confidential"]
    qtbot.mouseClick(panel.said.buttons["confidential"], LEFT)
    assert "ask-the-site" in advice(plan), "taken back"


def test_a_suggestion_taken_is_the_action_with_a_date(window: MainWindow, plan: PlanTab, qtbot: QtBot) -> None:
    key = find(window, qtbot, "site")["site"]
    unhappy(window, key)
    window.go_to(5)
    card = plan.panel.cards[1]
    qtbot.mouseClick(card.take_button, LEFT)
    action = window.desk.verdict(key).action
    assert action is not None
    assert action.what == "Ask the site"
    assert action.due is not None
    assert action.due > window.desk.now().date()
    row = top_rows(plan.tree)[0]
    assert (row.text(WHAT), row.text(BY)) == ("Ask the site", f"{action.due:%d/%m/%Y}")


def test_date_and_state_are_changed_in_the_plan(window: MainWindow, plan: PlanTab, qtbot: QtBot) -> None:
    item = next(item for item in window.desk.checklist.items if item.kind == "question")
    window.desk.answer(item.id, Answer(Choice.NEEDS_DOING, note="kept"))
    window.go_to(5)
    panel = plan.panel
    qtbot.keyClicks(panel.action.edit, "Ask Sam")
    panel.action.dated.setChecked(True)
    qtbot.waitUntil(lambda: window.desk.check.answers[item.id].action == "Ask Sam")
    for state in (ActionState.DONE, ActionState.CAME_BACK, ActionState.TO_DO):
        qtbot.mouseClick(panel.state.buttons[state], LEFT)
        assert window.desk.check.answers[item.id].state is state
        row = top_rows(plan.tree)[0]
        assert (row.checkState(WHAT) is Qt.CheckState.Checked) is (state is ActionState.DONE)
    assert row.text(STATE) == "To do"
    answer = window.desk.check.answers[item.id]
    assert (answer.choice, answer.note) == (Choice.NEEDS_DOING, "kept")
    assert answer.due is not None
    row.setCheckState(WHAT, Qt.CheckState.Checked)
    assert window.desk.check.answers[item.id].state is ActionState.DONE
    assert panel.state.value is ActionState.DONE, "the tick and the buttons say the same"


def test_what_was_typed_last_in_the_plan_is_kept_where_it_is_locked_or_closed_at_once(
    window: MainWindow, plan: PlanTab, qtbot: QtBot
) -> None:
    item = next(item for item in window.desk.checklist.items if item.kind == "question")
    window.desk.answer(item.id, Answer(Choice.NEEDS_DOING))
    window.go_to(5)
    qtbot.keyClicks(plan.panel.action.edit, "Ask Sam")
    window.take_over()
    assert window.desk.check.answers[item.id].action == "Ask Sam"


def test_the_other_pages_do_not_undo_what_the_plan_says(window: MainWindow, plan: PlanTab, qtbot: QtBot) -> None:
    keys = find(window, qtbot, "site", "finder")
    item = next(item for item in window.desk.checklist.items if item.kind == "question")
    window.go_to(1)
    window.consider.list.setCurrentRow([i.id for i in window.consider._items].index(item.id))
    qtbot.mouseClick(window.consider.panel.choices.buttons[Choice.NEEDS_DOING], LEFT)
    qtbot.keyClicks(window.consider.panel.action.edit, "old")
    window.consider.take_over()
    window.go_to(3)
    window.results.choose(keys["site"])
    unhappy(window, keys["site"])
    qtbot.keyClicks(window.results.judge.action.edit, "old")
    window.results.judge.take_over()
    window.go_to(5)
    for about in (item.id, keys["site"]):
        choose(plan, about)
        plan.panel.action.edit.clear()
        qtbot.keyClicks(plan.panel.action.edit, "new")
        plan.panel.take_over()
        qtbot.mouseClick(plan.panel.state.buttons[ActionState.DONE], LEFT)
    window.go_to(3)
    window.results.choose(keys["finder"])
    window.go_to(1)
    window.consider.next()
    answer, action = window.desk.check.answers[item.id], window.desk.verdict(keys["site"]).action
    assert (answer.action, answer.state) == ("new", ActionState.DONE)
    assert action is not None
    assert (action.what, action.state) == ("new", ActionState.DONE)


def test_a_page_one_is_not_happy_with_has_a_date_at_once_and_one_click_takes_it_out(
    window: MainWindow, plan: PlanTab, qtbot: QtBot
) -> None:
    keys = find(window, qtbot, "site", "finder")
    window.go_to(3)
    window.results.choose(keys["site"])
    judge = window.results.judge
    judge.judge_by_key(Feeling.NOT_HAPPY)
    assert judge.action.dated.isChecked()
    assert judge.action.what == ""
    window.results.choose(keys["finder"])  # what stands there is kept, as it is whenever one goes on
    window.go_to(5)
    choose(plan, keys["site"])
    day = date.today() + FIRST_OFFER
    (row,) = [row for row in top_rows(plan.tree) if row.text(BY)]
    assert row.text(BY) == f"{day:%d/%m/%Y}"
    assert plan.panel.action.due == day
    plan.panel.action.dated.click()
    plan.panel.take_over()
    for step in (3, 0, 3, 5):  # it stays out wherever the person goes
        window.go_to(step)
        if step == 3:
            window.results.choose(keys["site"])
            assert not judge.action.dated.isChecked()
            window.results.choose(keys["finder"])
    assert [row.text(BY) for row in top_rows(plan.tree)] == [""]
    choose(plan, keys["site"])
    assert plan.panel.action.what == "", "our words stand greyed, not as the person's own"


def test_the_plan_leads_back_to_the_result(window: MainWindow, plan: PlanTab, qtbot: QtBot) -> None:
    keys = find(window, qtbot, "site", "finder")
    unhappy(window, keys["finder"])
    window.go_to(5)
    qtbot.mouseClick(plan.panel.result_button, LEFT)
    assert window.stack.currentIndex() == 3
    assert window.results.judge.key == keys["finder"]


def test_another_check_starts_with_an_empty_plan(window: MainWindow, plan: PlanTab, qtbot: QtBot) -> None:
    key = find(window, qtbot, "site")["site"]
    window.desk.judge(key, Verdict(Who.ME, Feeling.NOT_HAPPY, action=Action("Ask", key, date(2030, 1, 2))))
    window.go_to(5)
    window.start_practice()
    window.go_to(5)
    assert top_rows(plan.tree) == []
    assert plan.panel.row is None
    assert plan.empty.isVisible()


def test_everything_in_the_plan_has_a_name(window: MainWindow, plan: PlanTab, qtbot: QtBot) -> None:
    unhappy(window, find(window, qtbot, "facebook")["facebook"])
    window.go_to(5)
    tab = Qt.FocusPolicy.TabFocus
    takes_focus = [w for w in plan.findChildren(QWidget) if (w.focusPolicy() & tab) == tab]
    assert len(takes_focus) > 12
    nameless = [
        type(w).__name__
        for w in takes_focus
        if not (w.accessibleName() or getattr(w, "text", str)() or w.objectName().startswith("qt_"))
    ]
    assert nameless == []
