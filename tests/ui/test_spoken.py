"""What a screen reader is told as it happens: notices, rows, ticks, and the way of the focus from page to page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from seen_online.person import DetailKind
from seen_online.ui import reading_rows
from seen_online.ui.reading_rows import RowReader
from seen_online.ui.widgets import announce as announcing
from seen_online.ui.widgets.announce import Voice, announce, hush, tell_problem
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.stack import Stack
from seen_online.ui.widgets.steady import ChoiceBox
from seen_online.ui.window import MainWindow


@pytest.fixture(autouse=True)
def listening(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be a screen reader on Linux, as far as Qt and the window are concerned, and one that takes its time."""
    monkeypatch.setattr(reading_rows, "TICKS_IN_WORDS", True)
    monkeypatch.setattr(announcing, "_KEPT", 1_000_000)
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.fixture
def top(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def put(top: QWidget, *widgets: QWidget) -> None:
    column = top.layout()
    assert column is not None
    for widget in widgets:
        column.addWidget(widget)


def told(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def voice(top: QWidget) -> QAccessibleInterface:
    (only,) = top.findChildren(Voice)
    return told(only)


def said(top: QWidget) -> str:
    return voice(top).text(QAccessible.Text.Name)


def test_words_are_said_by_a_notification(top: QWidget, qtbot: QtBot) -> None:
    announce(top, "All searches\nwere answered.")
    assert voice(top).role() is QAccessible.Role.Notification
    qtbot.waitUntil(lambda: said(top) == "All searches were answered.")


def test_of_one_thing_only_the_last_is_said_and_of_several_each(top: QWidget, qtbot: QtBot) -> None:
    one, other = QLineEdit(), QLineEdit()
    put(top, one, other)
    for words in ("Three pages.", "Four pages."):
        announce(one, words)
    announce(other, "me, happy")
    qtbot.waitUntil(lambda: said(top) == "Four pages. me, happy")
    announce(one, "Five pages.")
    announce(one, "")
    announce(other, "not me")
    qtbot.waitUntil(lambda: said(top) == "not me")


def test_of_what_is_gone_nothing_is_said(top: QWidget, qtbot: QtBot) -> None:
    gone, hidden, stays = QLineEdit(), QLineEdit(), QLineEdit()
    put(top, gone, hidden, stays)
    announce(gone, "Opening your record …")
    announce(hidden, "Please wait.")
    announce(stays, "About you")
    hidden.hide()
    delete(gone)
    qtbot.waitUntil(lambda: said(top) == "About you")


@pytest.mark.parametrize("linux", [True, False])
def test_what_is_wrong_with_a_field_is_heard_once(
    top: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, linux: bool
) -> None:
    monkeypatch.setattr(announcing, "_LINUX", linux)
    field, other = QLineEdit(), QLineEdit()
    put(top, field, other)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    tell_problem(field, "Too short.")
    assert told(field).text(QAccessible.Text.Description) == "Too short."
    assert top.findChildren(Voice) == [], "it is read with the field, as the focus comes there"
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    tell_problem(field, "Not the same.")
    waits = [each._words for each in top.findChildren(Voice)]
    assert waits == ([] if linux else [{field: "Not the same."}]), "Orca says a description that changes"
    tell_problem(field, "Not the same.")
    (only,) = top.findChildren(Voice)
    assert only._words == {field: "Not the same."}, "once more, since it was tried once more"


def test_who_has_gone_on_hears_what_is_wrong_with_the_line_before(window: MainWindow, qtbot: QtBot) -> None:
    emails = next(group for group in window.about_you.groups if group.kind is DetailKind.EMAIL)
    window.activateWindow()
    emails.lines[0].edit.setFocus()
    qtbot.waitUntil(emails.lines[0].edit.hasFocus)
    qtbot.keyClicks(emails.lines[0].edit, "rebecca")
    qtbot.keyClick(emails.lines[0].edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: bool(window.findChildren(Voice)))
    name = emails.lines[0].edit.accessibleName()
    qtbot.waitUntil(lambda: said(window).startswith(f"{name}: "))


def test_one_hears_where_one_is_once_a_record_opens(window: MainWindow, qtbot: QtBot) -> None:
    window._opened()
    qtbot.waitUntil(lambda: said(window).startswith("About you. Only your name is needed."))


def test_one_hears_that_it_has_begun_and_can_be_stopped(window: MainWindow, qtbot: QtBot) -> None:
    window.start_practice()
    window.go_to(3)
    window.results._show_running(True)
    qtbot.waitUntil(lambda: said(window).startswith("We are reading now. You can stop"))
    window.results._show_running(False)
    window.go_to(2)
    window.search._show_running(True)
    assert told(window.search.stop_button).text(QAccessible.Text.Description).startswith("We are asking now.")


def test_a_lock_leaves_no_word(top: QWidget, qtbot: QtBot) -> None:
    announce(top, "Found: 07700 900184.")
    qtbot.waitUntil(lambda: bool(said(top)))
    announce(top, "Found: Kendal.")
    hush(top)
    assert said(top) == ""
    assert not top.findChildren(Voice)[0]._soon.isActive()


def test_a_notice_is_said_when_it_comes_to_be_seen_or_changes_and_not_else(top: QWidget, qtbot: QtBot) -> None:
    page, notice = QWidget(), Notice()
    QVBoxLayout(page).addWidget(notice)
    page.hide()
    put(top, page)
    notice.show_text("We could not check.", "problem")
    assert top.findChildren(Voice) == [], "nobody sees it yet"
    page.show()
    qtbot.waitUntil(lambda: said(top) == "We could not check.")
    notice.show_text("We could not check.", "problem")
    assert not top.findChildren(Voice)[0]._soon.isActive(), "that was said"
    notice.show_text("All was checked.", "good")
    qtbot.waitUntil(lambda: said(top) == "All was checked.")
    sign = told(notice._sign)
    assert sign.text(QAccessible.Text.Name) == "Done", "not a tick alone"


def test_what_stands_in_a_dialog_as_it_opens_is_read_with_it_and_not_twice(qtbot: QtBot) -> None:
    dialog, notice = QDialog(), Notice()
    QVBoxLayout(dialog).addWidget(notice)
    qtbot.addWidget(dialog)
    notice.show_text("This was read before.")
    dialog.open()
    qtbot.waitExposed(dialog)
    assert dialog.findChildren(Voice) == []
    notice.show_text("")
    notice.show_text("We could not save it.", "problem")
    qtbot.waitUntil(lambda: said(dialog) == "We could not save it.")


def test_pages_are_no_layered_panes(qtbot: QtBot) -> None:
    stack = Stack()
    qtbot.addWidget(stack)
    assert told(stack).role() is QAccessible.Role.Client


def test_the_focus_goes_from_page_to_page_without_a_detour(window: MainWindow, qtbot: QtBot) -> None:
    window.start_practice()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    came: list[QWidget] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(lambda _before, now: came.append(now) if now is not None else None)
    for step in (1, 2, 3, 4, 5, 2, 0):
        came.clear()
        window.go_to(step)
        assert len(came) == 1, (step, came)
        assert window.pages[step].isAncestorOf(came[0])


def test_without_pages_one_begins_at_the_way_to_them_and_hears_why(window: MainWindow) -> None:
    for page in (window.results, window.details):
        window.go_to(window.pages.index(page))
        assert QApplication.focusWidget() is page.main_button
        assert told(page.main_button).text(QAccessible.Text.Description) == page.empty.text() != ""


def test_a_box_says_what_its_choice_is_about(top: QWidget) -> None:
    box = ChoiceBox()
    box.addItem("After 10 minutes")
    box.setAccessibleName("When to lock it")
    put(top, box)
    assert "When to lock it" in (told(box).text(QAccessible.Text.Name), told(box).text(QAccessible.Text.Description))
    assert told(box).text(QAccessible.Text.Description) == "When to lock it"


@pytest.fixture
def ticks(top: QWidget, qtbot: QtBot) -> QListWidget:
    """A list of which two rows have a tick and one has none; the focus comes to it."""
    rows, before = QListWidget(), QLineEdit()
    put(top, before, rows)
    for text, tick in (("DuckDuckGo", Qt.CheckState.Checked), ("Mojeek", Qt.CheckState.Unchecked)):
        row = QListWidgetItem(text)
        row.setCheckState(tick)
        rows.addItem(row)
    rows.addItem("All of them")
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    qtbot.waitUntil(lambda: bool(rows.findChildren(RowReader)))
    return rows


def row_said(rows: QListWidget) -> str:
    row = told(rows).focusChild()
    assert row is not None
    return row.text(QAccessible.Text.Name)


def test_the_row_one_comes_to_is_chosen(ticks: QListWidget, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: [row.text() for row in ticks.selectedItems()] == ["DuckDuckGo"])


def test_a_row_says_its_tick_in_words(ticks: QListWidget, top: QWidget, qtbot: QtBot) -> None:
    assert row_said(ticks) == "DuckDuckGo, ticked"
    qtbot.keyClick(ticks, Qt.Key.Key_Down)
    assert row_said(ticks) == "Mojeek, not ticked"
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert row_said(ticks) == "Mojeek, ticked"
    qtbot.waitUntil(lambda: said(top) == "ticked")
    qtbot.keyClick(ticks, Qt.Key.Key_Down)
    assert row_said(ticks) == "All of them"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [ticks.item(row).data(role) for row in range(3)] == [None, None, None], "nothing is left of it"


def test_what_the_page_says_of_a_row_stays_what_it_says(ticks: QListWidget, qtbot: QtBot) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    ticks.item(0).setData(role, "DuckDuckGo, the usual one")
    assert row_said(ticks) == "DuckDuckGo, the usual one, ticked"
    ticks.item(0).setText("Duck")
    assert row_said(ticks) == "DuckDuckGo, the usual one, ticked"
    qtbot.keyClick(ticks, Qt.Key.Key_Down)
    assert ticks.item(0).data(role) == "DuckDuckGo, the usual one"
    ticks.clear()
    assert ticks.count() == 0
