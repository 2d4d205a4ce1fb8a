"""What was done by mistake can be taken back: a line removed, a verdict given by a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seen_online.person import DetailKind, Use
from seen_online.review.perform import merged
from seen_online.review.selfcheck import Feeling, Verdict, Who
from seen_online.search.model import Ask, Hit, Outcome, Query
from seen_online.ui.desk import Desk
from seen_online.ui.pages import results
from seen_online.ui.widgets.details import DetailLines
from seen_online.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def phones(window: MainWindow) -> DetailLines:
    group = next(group for group in window.about_you.groups if group.kind is DetailKind.PHONE)
    group.lines[0].edit.setText("07700 900111")
    for number in ("07700 900122", "07700 900133"):
        group.add_button.click()
        group.lines[-1].edit.setText(number)
    return group


def typed(group: DetailLines) -> list[str]:
    return [line.edit.text() for line in group.lines]


def test_a_line_that_was_removed_comes_back_to_its_place(phones: DetailLines, qtbot: QtBot) -> None:
    assert phones.back_button.isHidden()
    middle = phones.lines[1]
    middle.use.setCurrentIndex(middle.use.findData(Use.SEARCH))
    qtbot.mouseClick(middle.remove, LEFT)
    assert typed(phones) == ["07700 900111", "07700 900133"]
    assert phones.back_button.text() == "Put back: 07700 900122"
    qtbot.mouseClick(phones.back_button, LEFT)
    assert typed(phones) == ["07700 900111", "07700 900122", "07700 900133"]
    assert phones.lines[1].use.currentData() == Use.SEARCH
    assert phones.back_button.isHidden()
    assert QApplication.focusWidget() is phones.lines[1].edit
    assert [one.value for one in phones.details()] == typed(phones)


def test_also_the_only_line_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    names = window.about_you.groups[0]
    names.lines[0].edit.setText("Nia & Sons")
    names._remove(names.lines[0])
    assert typed(names) == [""]
    assert "&&" in names.back_button.text(), "no letter of a name becomes a key"
    names.back_button.click()
    assert typed(names) == ["Nia & Sons"]


def test_nothing_of_it_stays_once_another_person_is_shown(window: MainWindow, phones: DetailLines) -> None:
    phones._remove(phones.lines[0])
    window.start_practice()
    assert phones.back_button.isHidden()
    assert "900111" not in phones.back_button.text()


@pytest.fixture
def judged(window: MainWindow, desk: Desk) -> list[str]:
    hits = tuple(Hit(f"Page {n}", f"https://site{n}.example/", "Nia", "duckduckgo", "Nia", n) for n in (1, 2, 3))
    ask = Ask(Query("Nia", "your name"), "duckduckgo", Outcome.ANSWERED, "3 pages.", hits=hits)
    desk.check.asks, desk.check.results = [ask], merged([ask])
    window.go_to(3)
    return [result.key for result in desk.check.results]


def test_the_last_verdict_is_taken_back_by_a_key(
    window: MainWindow, desk: Desk, judged: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(results, "announce", lambda _widget, words: heard.append(words))
    pages = window.results.list
    pages.setFocus()
    qtbot.keyClick(pages, Qt.Key.Key_N)  # goes on to the second by itself
    qtbot.keyClick(pages, Qt.Key.Key_M)
    qtbot.keyClick(pages, Qt.Key.Key_U)
    assert window.results.judge.key == judged[2]
    undo = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(pages, Qt.Key.Key_Z, undo)
    assert window.results.judge.key == judged[1], "back where it was given"
    assert desk.verdict(judged[1]) == Verdict(who=Who.ME)
    qtbot.keyClick(pages, Qt.Key.Key_Z, undo)
    qtbot.keyClick(pages, Qt.Key.Key_Z, undo)
    assert desk.verdict(judged[0]) == desk.verdict(judged[1]) == Verdict()
    assert window.results.judge.key == judged[0]
    qtbot.keyClick(pages, Qt.Key.Key_Z, undo)  # nothing is left to take back
    assert heard == ["not me", "me", "me, not happy", "me", "not judged", "not judged"]


def test_the_letters_on_the_buttons_hold_on_the_whole_right_half(
    window: MainWindow, desk: Desk, judged: list[str], qtbot: QtBot
) -> None:
    judge = window.results.judge
    judge.open_button.setFocus()
    qtbot.keyClick(judge.open_button, Qt.Key.Key_M)
    qtbot.keyClick(judge.open_button, Qt.Key.Key_H)
    assert (desk.verdict(judged[0]).who, desk.verdict(judged[0]).feeling) == (Who.ME, Feeling.HAPPY)
    assert judge.key == judged[0], "nothing moves away from who works on it"
    judge.note.setFocus()
    qtbot.keyClicks(judge.note, "num")
    assert judge.note.toPlainText() == "num"
    assert desk.verdict(judged[0]).who is Who.ME, "what is typed is typed"
    for button in judge.who.buttons.values():
        assert "&" not in button.accessibleName()
        assert button.accessibleName().startswith("Is this page about you? ")
