"""A talk and a letter that are broken off by a lock go on where they were."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from seen_online.note.supervision import agree, supervision
from seen_online.review.selfcheck import Feeling, Verdict, Who
from seen_online.ui.dialogs.letter import LetterDialog
from seen_online.ui.window import MainWindow
from support.records import new_record, opened_again
from support.second_check import show


def kept(window: MainWindow, home: Path) -> MainWindow:
    window.desk.take_keeper(new_record(home))
    window.keeping.home = home
    window.keeping._attend(window.desk.keeper)
    return window


def test_a_talk_goes_on_after_a_lock(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    kept(window, tmp_path)
    showing = window.plan_note.showing
    window.go_to(5)
    talk = supervision((), ())
    showing.start(talk, ())
    view = showing.view
    assert view is not None
    view._take(agree(view.talk, "Look at the settings", "Sam", None))
    qtbot.keyClicks(view.agree_panel.what, "Ask about")
    window.keeping.lock()
    assert not view.isVisible()
    assert showing.view is None
    assert window.keeping.gate.isVisible()

    window.desk.take_keeper(opened_again(tmp_path))
    showing.start(talk, ())
    view = showing.view
    assert view is not None
    assert [each.what for each in view.talk.agreed] == ["Look at the settings"]
    assert len(view.agree_panel.remove_buttons) == 1
    assert view.agree_panel.what.text() == "Ask about"

    view._close_now()  # as after "Close without saving"
    assert window.desk.recall("talk") is None
    assert window.desk.recall("talk_line") is None
    window.desk.leave_keeper()


def test_what_was_typed_into_a_letter_is_there_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    kept(window, tmp_path)
    (letter, *_) = window.desk.shelf.letters
    dialog = LetterDialog(window.desk, letter, "", window)
    dialog.open()
    blank = letter.blanks[-1].name
    field = dialog.fields[blank]
    field.clear()
    qtbot.keyClicks(field, "the page about the fete")
    window.keeping.lock()
    window.desk.take_keeper(opened_again(tmp_path))
    again = LetterDialog(window.desk, letter, "", window)
    assert again.fields[blank].text() == "the page about the fete"
    again.close()
    other = LetterDialog(window.desk, letter, "another-page", window)
    assert other.fields[blank].text() != "the page about the fete", "another page has a letter of its own"
    other.close()
    window.desk.leave_keeper()


def test_what_was_said_of_a_page_is_there_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    kept(window, tmp_path)
    check = window.desk.check
    key = show(check, "https://www.fellrunners.example/results")
    check.verdicts[key] = Verdict(Who.ME, Feeling.NOT_HAPPY)
    window.go_to(5)
    window.plan_note.arrive()
    panel = window.plan_note.plan.panel
    qtbot.mouseClick(panel.said.buttons["bullying"], Qt.MouseButton.LeftButton)
    assert [card.suggestion.id for card in panel.cards] == ["complain-bullying"]
    window.desk.save()
    window.keeping.lock()
    window.desk.take_keeper(opened_again(tmp_path))
    window.go_to(5)
    window.plan_note.arrive()
    assert panel.said.value == "bullying"
    assert [card.suggestion.id for card in panel.cards] == ["complain-bullying"]
    window.desk.leave_keeper()
