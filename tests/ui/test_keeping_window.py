"""The record in the window: the first choice, locking, coming back, and nothing shown or lost meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from seen_online.person import DetailKind
from seen_online.record import lock, shelf
from seen_online.record.troubles import InUse
from seen_online.ui.dialogs.outbox import OutboxDialog
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.pages.note_tab import TICKS as NOTE_TICKS
from seen_online.ui.ticks import keep_ticks, kept_ticks
from seen_online.ui.widgets.pause import SOON
from seen_online.ui.widgets.tree import top_rows
from seen_online.ui.window import MainWindow
from support.gates import unlock
from support.records import PASSPHRASE, new_record, opened_again

LEFT = Qt.MouseButton.LeftButton
NAME = "Imogen Thackeray-Aldby"
PHONE = "07700 900871"
PATIENCE = 20_000  # milliseconds


def everything_said(window: QWidget) -> str:
    """Return every text that any widget of the program holds, shown or not."""
    said: list[str] = []
    for top in (window, *QApplication.topLevelWidgets()):
        for widget in (top, *top.findChildren(QWidget)):
            said.append(widget.windowTitle() + widget.accessibleName() + widget.accessibleDescription())
            if isinstance(widget, (QLabel, QLineEdit)):
                said.append(widget.text())
            elif isinstance(widget, QPlainTextEdit):
                said.append(widget.toPlainText())
            elif isinstance(widget, QComboBox):
                said.extend(widget.itemText(row) for row in range(widget.count()))
            elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
                model = widget.model()
                said.extend(str(model.index(row, 0).data()) for row in range(model.rowCount()))
        said.extend(action.text() for action in top.findChildren(QAction))
    return "\n".join(said)


def type_details(window: MainWindow) -> None:
    for kind, text in ((DetailKind.NAME, NAME), (DetailKind.PHONE, PHONE)):
        (group,) = [group for group in window.about_you.groups if group.kind is kind]
        group.lines[0].edit.setText(text)
    window.take_over()


def test_once_the_record_is_open_one_can_type_at_once(kept: MainWindow, qtbot: QtBot) -> None:
    name = kept.about_you.groups[0].lines[0].edit
    assert kept.focusWidget() is name
    assert not kept.keeping.gate._stage._patience.isActive(), "no page of waiting takes the focus away later"
    qtbot.wait(SOON + 100)
    assert kept.focusWidget() is name


def test_at_the_first_start_nothing_is_written_before_the_choice(window: MainWindow, qtbot: QtBot, home: Path) -> None:
    window.open_home(home)
    first = window.keeping.gate.pages.first
    qtbot.waitUntil(first.isVisible, timeout=PATIENCE)
    assert not window.journey.isVisible()
    assert not home.exists()
    first.forgotten.radio.click()
    qtbot.mouseClick(first.primary, LEFT)
    qtbot.waitUntil(window.journey.isVisible, timeout=PATIENCE)
    type_details(window)
    assert not home.exists()
    assert window.desk.holds_something


def test_kept_sealed_it_is_there_again(window: MainWindow, qtbot: QtBot, home: Path) -> None:
    window.open_home(home)
    pages = window.keeping.gate.pages
    qtbot.waitUntil(pages.first.isVisible, timeout=PATIENCE)
    pages.first.kept.radio.click()
    qtbot.mouseClick(pages.first.primary, LEFT)
    qtbot.waitUntil(pages.new.isVisible, timeout=PATIENCE)
    pages.new.lock.typed.radio.click()
    for line in (pages.new.lock.new.first, pages.new.lock.new.second):
        qtbot.keyClicks(line.edit, PASSPHRASE)
    qtbot.mouseClick(pages.new.primary, LEFT)
    qtbot.waitUntil(window.journey.isVisible, timeout=PATIENCE)
    type_details(window)
    assert not window.desk.holds_something, "closing loses nothing"
    window.close()
    kept = opened_again(home)
    check = kept.latest()
    kept.close()
    assert check is not None
    assert check.person.details[0].value == NAME


def test_locked_it_shows_nothing_and_opens_where_it_was(kept: MainWindow, qtbot: QtBot) -> None:
    type_details(kept)
    kept.show_outbox()
    assert NAME in everything_said(kept)
    kept.menus.lock.trigger()
    qtbot.waitUntil(kept.keeping.gate.isVisible, timeout=PATIENCE)
    assert not kept.journey.isVisible()
    qtbot.waitUntil(lambda: not kept.findChildren(OutboxDialog), timeout=PATIENCE)
    said = everything_said(kept)
    assert NAME not in said
    assert PHONE not in said
    assert not kept.menus.outbox.isEnabled()
    assert not kept.acceptDrops()
    unlock(kept, qtbot)
    assert NAME in everything_said(kept)
    assert kept.menus.outbox.isEnabled()


def test_typing_is_taken_along_when_it_locks(kept: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(kept.about_you.groups[0].lines[0].edit, "Jo Fennimore")
    kept.keeping.lock()
    unlock(kept, qtbot)
    assert kept.desk.check.person.details[0].value == "Jo Fennimore"


def test_what_is_typed_is_saved_while_typing_goes_on(kept: MainWindow, qtbot: QtBot) -> None:
    kept.go_to(1)
    for _ in range(4):
        qtbot.mouseClick(kept.consider.next_button, LEFT)
    item = kept.consider.panel.item
    assert item is not None
    (line,) = kept.desk.keeper.checks()
    for _ in range(200):
        qtbot.keyClicks(kept.consider.panel.note, "a")
        qtbot.wait(50)  # never as long as it takes to be kept
        answer = kept.desk.keeper.load(line.id).answers.get(item.id)
        if answer is not None and answer.note:
            return
    raise AssertionError("nothing was kept as long as a key came every 50 ms")


def test_left_alone_it_locks(kept: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.keeping._idle._timer.setInterval(20)
    kept.desk.remember("lock_after", 0.2 / 60)
    kept.keeping.lock_after()
    qtbot.waitUntil(kept.keeping.gate.isVisible, timeout=PATIENCE)
    kept.desk.remember("lock_after", None)


def test_a_locked_screen_waits_for_no_work(kept: MainWindow, qtbot: QtBot) -> None:
    job = kept.desk.background.run(lambda stop, _tell: stop.wait(10))
    assert kept.keeping._screen is not None
    kept.keeping._screen.changed(True)
    assert kept.keeping.gate.isVisible()
    assert not kept.journey.isVisible()
    assert job.stop.is_set()


def test_practice_before_the_choice_leads_back_to_it(window: MainWindow, qtbot: QtBot, home: Path) -> None:
    window.open_home(home)
    first = window.keeping.gate.pages.first
    qtbot.waitUntil(first.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(first.practise_button, LEFT)
    assert window.banner.isVisible()
    assert window.desk.check.person.details
    qtbot.mouseClick(window.banner.leave_button, LEFT)
    qtbot.waitUntil(first.isVisible, timeout=PATIENCE)
    assert not window.desk.check.begun
    assert not home.exists()


def test_practice_from_the_start_leads_to_the_record_too(window: MainWindow, qtbot: QtBot, home: Path) -> None:
    new_record(home).close()
    window.keeping.stand_before(home)  # as with --practice
    window.start_practice()
    assert window.journey.isVisible()
    qtbot.mouseClick(window.banner.leave_button, LEFT)
    assert not window.journey.isVisible()
    unlock(window, qtbot)
    assert window.desk.keeper.keeps


def test_after_practice_a_record_that_another_window_has_is_said_to_be_in_use(
    window: MainWindow, qtbot: QtBot, home: Path
) -> None:
    record, held = new_record(home), lock.hold(home)
    window.keeping.stand_before(home)
    window.start_practice()
    qtbot.mouseClick(window.banner.leave_button, LEFT)
    pages = window.keeping.gate.pages
    qtbot.waitUntil(pages.unlock.isVisible, timeout=PATIENCE)
    assert held.asked_to_front()
    qtbot.keyClicks(pages.unlock.line.edit, PASSPHRASE)
    qtbot.mouseClick(pages.unlock.open_button, LEFT)
    qtbot.waitUntil(pages.trouble.isVisible, timeout=PATIENCE)
    assert pages.trouble.title.text() == "Your record is in use"
    held.let_go()
    record.close()
    qtbot.mouseClick(pages.trouble.primary, LEFT)
    unlock(window, qtbot)


def test_practice_over_an_open_record_leaves_it_as_it_was(kept: MainWindow, qtbot: QtBot, home: Path) -> None:
    type_details(kept)
    kept.start_practice()
    kept.keeping.lock()  # also from within practice
    unlock(kept, qtbot)
    assert not kept.desk.practice
    assert kept.desk.check.person.details[0].value == NAME
    assert len(kept.desk.keeper.checks()) == 1


@pytest.mark.qt_log_ignore("This plugin does not support")  # raising windows, which no screen shows
def test_a_second_start_finds_the_first(kept: MainWindow, qtbot: QtBot, home: Path) -> None:
    kept.setWindowState(Qt.WindowState.WindowMinimized)
    with qtbot.waitSignal(kept.keeping.wanted, timeout=PATIENCE), pytest.raises(InUse):
        lock.hold(home)
    assert not kept.isMinimized()


def test_closing_says_so_where_the_last_change_can_not_be_saved(
    kept: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    from seen_online.record.store import Record

    record = kept.desk.keeper
    assert isinstance(record, Record)
    with record.held() as opened:
        opened.connection.execute("PRAGMA max_page_count = 1")  # as on a full disk
    type_details(kept)
    kept.desk.answer("settings", _long_answer())
    kept.close()
    qtbot.waitUntil(lambda: bool(kept.findChildren(QuestionDialog)), timeout=PATIENCE)
    assert kept.isVisible()
    with record.held() as opened:
        opened.connection.execute("PRAGMA max_page_count = 1000000")
    kept.findChild(QuestionDialog).reject()
    kept.close()
    assert not kept.isVisible()
    check = opened_again(home)
    again = check.latest()
    check.close()
    assert again is not None
    assert again.answers["settings"] == _long_answer()


def _long_answer():
    import random

    from seen_online.checklist.answer import Answer, Choice

    return Answer(Choice.DONE, "".join(random.Random(7).choices("abcdefghijklmnop ", k=60_000)))


def test_a_record_that_is_erased_leads_to_the_first_choice(kept: MainWindow, qtbot: QtBot, home: Path) -> None:
    from seen_online.record.erase import erase_everything

    type_details(kept)
    kept.desk.leave_keeper(save=False)
    lock.hold(home).let_go()  # the folder is let go before, so that its last file can be erased
    erase_everything(home)
    kept.keeping.erased()
    qtbot.waitUntil(kept.keeping.gate.pages.first.isVisible, timeout=PATIENCE)
    assert NAME not in everything_said(kept)
    assert not home.exists()
    assert shelf.records(home) == ()


def test_what_is_ticked_for_the_note_stays_ticked_but_nothing_stays_unmasked(kept: MainWindow, qtbot: QtBot) -> None:
    type_details(kept)
    kept.go_to(5)
    tab = kept.plan_note.note
    tab.refresh()
    chosen = tab._chosen()
    rows = [tab.tree.topLevelItem(n).child(m) for n in range(tab.tree.topLevelItemCount()) for m in range(9)]
    row = next(row for row in rows if row is not None and row.flags() & Qt.ItemFlag.ItemIsUserCheckable)
    on = row.checkState(0) is Qt.CheckState.Checked
    row.setCheckState(0, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
    changed = tab._chosen()
    assert changed != chosen
    tab._unmasked.add("anything")
    kept.keeping.lock()
    unlock(kept, qtbot)
    kept.go_to(5)
    tab.refresh()
    assert tab._chosen() == changed
    assert tab.unmasked == frozenset()


def test_searches_ticked_by_hand_stay_ticked_over_a_lock_and_nowhere_in_clear(
    kept: MainWindow, qtbot: QtBot, home: Path
) -> None:
    type_details(kept)
    kept.go_to(2)
    rows = top_rows(kept.search.queries.tree)
    private = next(row for row in rows if row.data(0, Qt.ItemDataRole.UserRole).private)
    usual = next(row for row in rows if row.checkState(0) is Qt.CheckState.Checked)
    words = private.text(0)
    private.setCheckState(0, Qt.CheckState.Checked)
    usual.setCheckState(0, Qt.CheckState.Unchecked)
    ticked = [query.words for query in kept.search.queries.ticked_queries()]
    assert words in ticked
    kept.keeping.lock()
    assert kept.search.queries.ticks == {}
    for path in (path for path in home.rglob("*") if path.is_file()):
        assert words.encode() not in path.read_bytes(), path
    unlock(kept, qtbot)
    kept.go_to(2)
    assert [query.words for query in kept.search.queries.ticked_queries()] == ticked


def test_a_new_check_begins_without_the_ticks_of_the_one_before(kept: MainWindow) -> None:
    type_details(kept)
    kept.go_to(2)
    suggested = [query.words for query in kept.search.queries.ticked_queries()]
    for row in top_rows(kept.search.queries.tree):
        row.setCheckState(0, Qt.CheckState.Checked)
    keep_ticks(kept.desk, NOTE_TICKS, {"anything": True})
    kept.desk.start_new_check()
    assert [query.words for query in kept.search.queries.ticked_queries()] == suggested
    assert kept_ticks(kept.desk, NOTE_TICKS) == {}
