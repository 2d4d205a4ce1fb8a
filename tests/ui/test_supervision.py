"""The view for two people: only what was ticked, nothing underneath, and a second note of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QStyle, QStyleOptionButton, QWidget
from pytestqt.qtbot import QtBot

from seen_online.checklist.answer import Answer, Choice
from seen_online.note.offered import Chapter
from seen_online.note.prompts import trainer_prompts
from seen_online.person import DetailKind, detail
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.dialogs.supervision import SupervisionWindow
from seen_online.ui.dialogs.supervision_start import SupervisionStart
from seen_online.ui.widgets.tree import top_rows
from seen_online.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
PHONE = "07700 900123"


@pytest.fixture
def filled(window: MainWindow) -> MainWindow:
    """A check with a name, a phone number and two answers; the phone number is not ticked for the note."""
    window.desk.set_details(
        [detail(DetailKind.NAME, "Nia Ashworth"), detail(DetailKind.PLACE, "Kendal"), detail(DetailKind.PHONE, PHONE)],
        "GB",
    )
    questions = [item for item in window.desk.checklist.items if item.kind == "question"]
    window.desk.answer(questions[0].id, Answer(Choice.NEEDS_DOING, action="Look at <b>my</b> settings"))
    window.desk.answer(questions[1].id, Answer(Choice.DONE, note="private remark"))
    window.go_to(5)
    return window


def start(window: MainWindow, qtbot: QtBot) -> SupervisionWindow:
    qtbot.mouseClick(window.plan_note.show_button, LEFT)
    dialog = window.plan_note.findChild(SupervisionStart)
    assert dialog is not None
    qtbot.mouseClick(dialog.show_button, LEFT)
    view = window.plan_note.showing.view
    assert view is not None
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def view(filled: MainWindow, qtbot: QtBot) -> Iterator[SupervisionWindow]:
    made = start(filled, qtbot)
    yield made
    if filled.plan_note.showing.view is made:
        made._close_now()


def words(top: QWidget) -> str:
    """Return every word that a widget holds, shown or not."""
    labels = [label.text() for label in top.findChildren(QLabel)]
    texts = [text.toPlainText() for text in top.findChildren(QPlainTextEdit)]
    return "\n".join([*labels, *texts, *(w.accessibleName() for w in top.findChildren(QWidget))])


def walk(view: SupervisionWindow, qtbot: QtBot) -> list[str]:
    """Go through all points by key; return the words of each."""
    seen = []
    while not view._at_end:
        qtbot.wait(1)  # what was shown before is thrown away
        seen.append(words(view))
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    return seen


def test_only_what_was_ticked_one_point_at_a_time(filled: MainWindow, view: SupervisionWindow, qtbot: QtBot) -> None:
    titles = [point.title for point in view.talk.points]
    assert titles[0] == "About me"
    seen = walk(view, qtbot)
    assert len(seen) == len(titles)
    together = "\n".join(seen)
    assert "Nia Ashworth" in together
    assert "Look at <b>my</b> settings" in together, "shown as it is"
    for unticked in ("Kendal", "private remark", PHONE, PHONE.replace(" ", "")):
        assert unticked not in together
    for number, page in enumerate(seen):
        others = [title for place, title in enumerate(titles) if place != number and title not in titles[number]]
        named = [title for title in others if f"\n{title}\n" in f"\n{page}\n"]
        assert named == [] or all(title in view.talk.points[number].section.heading for title in named), number


def test_the_check_is_out_of_sight_meanwhile(filled: MainWindow, view: SupervisionWindow) -> None:
    assert not filled.isVisible()
    assert view.isVisible()
    assert view.windowTitle() == "Seen Online"
    view.close()
    assert filled.isVisible()
    assert filled.plan_note.showing.view is None


def test_one_key_hides_it_all_and_brings_it_back(view: SupervisionWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    at = view.talk.at
    for place in (view, view.agree_panel.what):
        qtbot.keyClick(place, Qt.Key.Key_Escape)
        assert view.hidden
        shown = "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())
        assert shown == "A short break\nPress Esc to go on."
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        qtbot.keyClick(view, Qt.Key.Key_Left)
        assert view.talk.at == at, "no key leads on from the neutral screen but the one back"
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        assert not view.hidden


def test_next_and_back_by_keys_but_not_while_writing(view: SupervisionWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.talk.at == 2
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.talk.at == 1
    view.agree_panel.what.setFocus()
    qtbot.keyClicks(view.agree_panel.what, "ab")
    qtbot.keyClick(view.agree_panel.what, Qt.Key.Key_Left)
    assert view.talk.at == 1
    assert view.agree_panel.what.cursorPosition() == 1
    view.agree_panel.what.clear()
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.talk.at == 0
    assert not view.back_button.isEnabled()


def test_full_screen_and_back(view: SupervisionWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_F11)
    assert view.isFullScreen()
    qtbot.keyClick(view, Qt.Key.Key_F11)
    assert not view.isFullScreen()


def test_the_type_is_large(filled: MainWindow, view: SupervisionWindow, qtbot: QtBot) -> None:
    usual = filled.plan_note.intro.font().pointSizeF()
    assert view.point_view is not None
    for widget in (*view.point_view.findChildren(QLabel), view.next_button, view.agree_panel.what):
        assert widget.font().pointSizeF() >= 1.4 * usual
    small = QCheckBox("x")
    qtbot.addWidget(small)
    for box in (view.point_view.noted, view.agree_panel.by.tick):
        assert tick_height(box) >= 1.2 * tick_height(small), "the tick boxes grow with their words"


def tick_height(box: QCheckBox) -> int:
    box.ensurePolished()
    option = QStyleOptionButton()
    box.initStyleOption(option)
    return box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box).height()


def test_the_talk_becomes_a_second_note(view: SupervisionWindow, qtbot: QtBot, tmp_path: Path) -> None:
    panel = view.agree_panel
    qtbot.mouseClick(panel.add_button, LEFT)
    assert "nothing to agree on" in view.notice.text
    qtbot.keyClicks(panel.what, f"Take {PHONE} off the page")
    qtbot.keyClicks(panel.who, "Nia")
    panel.by.tick.setChecked(True)
    qtbot.keyClick(panel.what, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.what, "A mistake")
    qtbot.mouseClick(panel.add_button, LEFT)
    qtbot.mouseClick(panel.remove_buttons[1], LEFT)
    assert [agreed.who for agreed in view.talk.agreed] == ["Nia"]
    assert view.talk.agreed[0].due == date.today() + timedelta(days=28)
    assert view.point_view is not None
    view.point_view.noted.setChecked(True)
    walk(view, qtbot)
    view.finish.understood.tick.setChecked(True)
    view.finish.review.tick.setChecked(True)
    assert view.talk.understood == date.today()
    assert view.talk.next_review is not None
    assert view.talk.next_review > date.today()
    target = tmp_path / "talk.txt"
    view.save(target)
    qtbot.waitUntil(lambda: "The note of your talk is in" in view.notice.text, timeout=20_000)
    written = target.read_text(encoding="utf-8")
    assert written == view.finish.preview.toPlainText(), "what is saved is what is shown"
    assert "I have read and understood the guidance" in written
    assert "About me" in written
    assert "07•••• •••123 off the page" in written
    assert PHONE not in written
    assert "my</b> settings" not in written, "what was not noted is not in it"
    view.close()
    assert not view.isVisible(), "saved, so nothing is asked"


def test_what_is_not_agreed_on_yet_is_not_lost_unseen(view: SupervisionWindow, qtbot: QtBot) -> None:
    walk(view, qtbot)
    qtbot.keyClicks(view.agree_panel.what, "Ask Sam")
    qtbot.mouseClick(view.next_button, LEFT)
    assert "not agreed on" in view.notice.text
    view.close()
    assert view.isVisible()
    question = view.findChild(QuestionDialog)
    assert question is not None
    qtbot.mouseClick(question.do_it, LEFT)
    assert not view.isVisible()


def test_the_person_is_told_what_is_shown_and_to_whom(filled: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(filled.plan_note.show_button, LEFT)
    dialog = filled.plan_note.findChild(SupervisionStart)
    assert dialog is not None
    said = words(dialog)
    assert "never gives your employer anything by itself" in said
    rows = [dialog.points.item(row).text() for row in range(dialog.points.count())]
    listed = [row.partition("  ")[2].removesuffix(" (always shown)") for row in rows]
    assert listed == [point.title for point in filled.plan_note.note.talk().points]
    dialog.reject()
    assert filled.isVisible()
    assert filled.plan_note.showing.view is None


def test_in_practice_it_says_what_is_made_up(window: MainWindow, qtbot: QtBot) -> None:
    window.start_practice()
    window.go_to(5)
    window.plan_note.tabs.setCurrentIndex(1)
    for row in top_rows(window.plan_note.note.tree):
        row.setCheckState(0, Qt.CheckState.Checked)
    view = start(window, qtbot)
    seen = walk(view, qtbot)
    assert all("Practice: this person does not exist" in page for page in seen)
    for page, point in zip(seen, view.talk.points, strict=True):
        for line in trainer_prompts(Chapter(point.id.partition("-")[0])):
            assert line in page
    assert "This was practice" in view.finish.preview.toPlainText()
    view.close()


@pytest.mark.parametrize("chapter", list(Chapter))
def test_a_trainer_is_told_for_each_section(chapter: Chapter) -> None:
    assert trainer_prompts(chapter)[0].startswith(("Made up:", "Real:"))


def test_in_earnest_nothing_is_called_made_up(view: SupervisionWindow, qtbot: QtBot) -> None:
    together = "\n".join(walk(view, qtbot))
    assert "made up" not in together.lower()
    assert "For the trainer" not in together


def test_all_that_takes_the_focus_has_a_name(view: SupervisionWindow, qtbot: QtBot) -> None:
    tab = Qt.FocusPolicy.TabFocus
    nameless = [
        type(w).__name__
        for w in view.findChildren(QWidget)
        if (w.focusPolicy() & tab) == tab
        and not (w.accessibleName() or getattr(w, "text", str)() or w.objectName().startswith("qt_"))
    ]
    assert nameless == []
    assert [b.objectName() for b in view.findChildren(QWidget) if b.objectName() == "primary"] == ["primary"]


def test_points_can_be_left_out_but_not_what_could_not_be_checked(filled: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(filled.plan_note.show_button, LEFT)
    dialog = filled.plan_note.findChild(SupervisionStart)
    assert dialog is not None
    rows = [dialog.points.item(number) for number in range(dialog.points.count())]
    every = [point.title for point in dialog.talk().points]
    fixed = [row for row in rows if not row.flags() & Qt.ItemFlag.ItemIsUserCheckable]
    assert [row.text().partition("  ")[2] for row in fixed] == [f"{Chapter.UNCHECKED.heading} (always shown)"]
    dialog.points.setFocus()
    dialog.points.setCurrentRow(0)
    qtbot.keyClick(dialog.points, Qt.Key.Key_Space)
    assert [point.title for point in dialog.talk().points] == every[1:]
    qtbot.mouseClick(dialog.show_button, LEFT)
    view = filled.plan_note.showing.view
    assert view is not None
    assert [point.title for point in view.talk.points] == every[1:]
    assert all(every[0] not in label.text() for label in view.findChildren(QLabel))
    view._close_now()


def test_the_focus_comes_back_to_where_it_was(filled: MainWindow, qtbot: QtBot) -> None:
    filled.plan_note.show_button.setFocus()
    view = start(filled, qtbot)
    view._close_now()
    qtbot.waitUntil(lambda: filled.focusWidget() is filled.plan_note.show_button)
