"""Two checks side by side in the window: following, the tab, starting anew, over time, the reminder."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from seen_online.exposure.finding import FindingKind
from seen_online.record.container import SUFFIX
from seen_online.record.store import Record
from seen_online.record.troubles import BackupFile, DiskFull
from seen_online.review.compare import ChangeKind, Comparison
from seen_online.review.over_time import Tally
from seen_online.review.selfcheck import Action, ActionState, Feeling, SelfCheck, Verdict, Who
from seen_online.search.model import Hit, Outcome
from seen_online.ui.changes import following
from seen_online.ui.changes.over_time import OverTimeDialog
from seen_online.ui.changes.picture import OverTimePicture
from seen_online.ui.changes.reminder import SETTING, ReminderDialog, due_line, months_chosen
from seen_online.ui.changes.start import NewCheckDialog, ask_for_new_check
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.widgets.tree import top_rows
from seen_online.ui.window import MainWindow
from support.journey import LEFT, settled
from support.records import new_record, opened_again
from support.second_check import ALSO_ASKED, ASKED, EMAIL, FIRST, PHONE, SECOND, THEIRS, WORDS, check, show, two

CLUB = "https://harriers.example/members/nia"
NAUGHTY = "<b>bold</b> <img src='http://a.example/x.png'> %n {0} {title} &amp; \u202eabc"


def lay(desk: Desk, earlier: SelfCheck | None, later: SelfCheck) -> None:
    """Lay two checks on the desk, as where a record was opened."""
    desk.take_up(desk.work()._replace(check=later, earlier=earlier), practice=False)


def show_tab(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(5)
    window.plan_note.tabs.setCurrentWidget(window.plan_note.changes)
    settled(window, qtbot)


def test_a_first_check_says_so(window: MainWindow, qtbot: QtBot) -> None:
    show_tab(window, qtbot)
    changes = window.plan_note.changes
    assert changes.summary.text().startswith("This is your first check.")
    assert not changes.parts.isVisible()
    assert not changes.over_time_button.isVisible()
    assert changes.remind_button.isVisible(), "the reminder is for whoever is done with the first"
    assert changes.nothing.text() == "Nothing to compare yet"
    assert "what is new" in changes.later.text(), "what will stand here"
    # Right below the words, not at the far end.
    qtbot.waitUntil(lambda: 0 < changes.remind_button.y() - changes.later.geometry().bottom() < 40)


def test_each_kind_stands_under_its_heading_and_never_under_gone(window: MainWindow, qtbot: QtBot) -> None:
    first, second = two({ASKED: Outcome.ANSWERED, ALSO_ASKED: Outcome.BLOCKED})
    show(first, CLUB, PHONE)
    show(first, "https://a.example/same", EMAIL, title="Same")
    show(first, "https://a.example/gone", EMAIL, title="Gone")
    show(first, "https://a.example/unsure", PHONE, title="Unsure", words=ALSO_ASKED)
    show(first, "https://a.example/theirs", THEIRS, title="Theirs")
    show(second, CLUB, PHONE, EMAIL)
    show(second, "https://a.example/same", EMAIL, title="Same")
    show(second, "https://a.example/new", title=NAUGHTY)
    first.verdicts["https://a.example/theirs"] = Verdict(Who.NOT_ME)
    lay(window.desk, first, second)
    show_tab(window, qtbot)
    changes = window.plan_note.changes
    rows = {row.text(0): [row.child(n).text(0) for n in range(row.childCount())] for row in top_rows(changes.tree)}
    assert {heading: len(pages) for heading, pages in rows.items()} == {
        "+ New (1)": 1,
        "≠ Changed (1)": 1,
        "– No longer found (1)": 1,
        "? Could not check this time (1)": 1,
        "= The same as last time (1)": 1,
    }
    assert rows["? Could not check this time (1)"] == ["? Unsure"]
    assert "1 new, 1 changed, 1 no longer found, 1 that could not be checked, 1 the same" in changes.summary.text()
    assert "1 search of this check was not answered" in changes.caution.text()
    assert top_rows(changes.tree)[3].child(0).text(2) == "Not looked for: Phone"
    changes.tree.setCurrentItem(top_rows(changes.tree)[0].child(0))
    assert NAUGHTY.split(" ")[0] in changes.card.title.text()
    assert changes.card.title.textFormat() is Qt.TextFormat.PlainText
    heard = top_rows(changes.tree)[3].child(0).data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Could not check this time: Unsure"


def test_what_is_opened_and_closed_stays_so(window: MainWindow, qtbot: QtBot) -> None:
    first, second = two()
    show(first, CLUB, PHONE)
    show(second, CLUB, PHONE)
    show(second, "https://a.example/new", EMAIL)
    lay(window.desk, first, second)
    show_tab(window, qtbot)
    tree = window.plan_note.changes.tree
    assert [row.isExpanded() for row in top_rows(tree)] == [True, False]
    top_rows(tree)[0].setExpanded(False)
    top_rows(tree)[1].setExpanded(True)
    window.plan_note.changes.refresh()
    assert [row.isExpanded() for row in top_rows(tree)] == [False, True]


def test_everything_in_the_tab_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    first, second = two()
    show(first, CLUB, PHONE)
    lay(window.desk, first, second)
    show_tab(window, qtbot)
    tab = Qt.FocusPolicy.TabFocus
    takes_focus = [w for w in window.plan_note.changes.findChildren(QWidget) if (w.focusPolicy() & tab) == tab]
    named = [w for w in takes_focus if w.accessibleName() or getattr(w, "text", str)()]
    nameless = [type(w).__name__ for w in takes_focus if w not in named and not w.objectName().startswith("qt_")]
    assert len(named) > 3
    assert nameless == []


def test_enter_leads_to_the_result(window: MainWindow, qtbot: QtBot) -> None:
    first, second = two()
    key = show(second, CLUB, PHONE)
    lay(window.desk, first, second)
    show_tab(window, qtbot)
    tree = window.plan_note.changes.tree
    tree.setFocus()
    tree.setCurrentItem(top_rows(tree)[0].child(0))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert window.stack.currentIndex() == 3
    assert window.results.judge.key == key


def test_an_old_answer_is_dropped_where_another_check_was_taken_up(window: MainWindow, qtbot: QtBot) -> None:
    first, second = two()
    for number in range(800):
        show(first, f"https://a.example/{number}", PHONE, title=f"Page {number}", text=f"{WORDS} {number}")
        show(second, f"https://a.example/moved/{number}", PHONE, title=f"Page {number}", text=f"{WORDS} {number}")
    lay(window.desk, first, second)
    window.following._compare()  # now, not soon: its answer is under way
    assert window.following._job is not None
    other, third = two()
    show(third, CLUB, PHONE)
    lay(window.desk, other, third)
    assert window.following.comparison is None
    settled(window, qtbot)
    comparison = window.following.comparison
    assert comparison is not None
    assert [change.url for change in comparison.changes] == [CLUB]
    lay(window.desk, None, check())
    qtbot.wait(600)
    assert window.following.comparison is None


def test_so_it_is_where_the_first_comparison_fails(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = two()
    go_on = threading.Event()
    compare, fallen = following.compare, []

    def falls_once(earlier: SelfCheck, later: SelfCheck) -> Comparison:
        if fallen:
            return compare(earlier, later)
        fallen.append(later)
        go_on.wait(30)
        raise LookupError

    lay(window.desk, first, second)
    monkeypatch.setattr(following, "compare", falls_once)
    window.following._compare()
    show(second, CLUB, PHONE)
    window.following._compare()
    go_on.set()
    settled(window, qtbot)
    assert len(fallen) == 1
    assert window.following.comparison is not None
    assert len(window.following.comparison.changes) == 1


def test_what_comes_while_it_compares_is_compared_too(window: MainWindow, qtbot: QtBot) -> None:
    first, second = two()
    lay(window.desk, first, second)
    window.following._compare()  # now, not soon: its answer is under way
    assert window.following._job is not None
    show(second, CLUB, PHONE)
    window.desk.results_changed.emit()
    settled(window, qtbot)
    assert window.following.comparison is not None
    assert len(window.following.comparison.changes) == 1


def test_carried_verdicts_are_told_to_every_page(window: MainWindow, qtbot: QtBot) -> None:
    first, second = two()
    key = show(first, CLUB, PHONE)
    first.verdicts[key] = Verdict(Who.ME, Feeling.NOT_HAPPY, "ask Jo", Action("Ask", key, None, ActionState.DONE))
    lay(window.desk, first, second)
    told: list[str] = []
    window.desk.verdict_changed.connect(told.append)
    window.go_to(3)
    show(second, CLUB, PHONE)
    window.desk.results_changed.emit()
    settled(window, qtbot)
    assert key in told
    carried = window.desk.verdict(key)
    assert (carried.who, carried.note) == (Who.ME, "ask Jo")
    assert carried.action is not None
    assert carried.action.state is ActionState.CAME_BACK
    window.results.choose(key)
    assert window.results.judge.note.toPlainText() == "ask Jo"
    assert window.desk.verdict(key) == carried, "to look at it changes nothing"


def test_a_new_check_begins_only_after_a_search(window: MainWindow, qtbot: QtBot) -> None:
    went: list[int] = []
    question = ask_for_new_check(window.desk, window, went.append)
    assert "nothing to be compared with" in question.findChildren(QLabel)[0].text()
    qtbot.mouseClick(question.do_it, LEFT)
    assert went == [0], "nobody typed a name yet"
    assert window.desk.earlier is None


def test_going_back_starts_nothing(window: MainWindow, qtbot: QtBot) -> None:
    lay(window.desk, None, check())
    window.new_check()
    (question,) = window.findChildren(QuestionDialog)
    said = question.findChildren(QLabel)[0].text()
    assert "Kept:" in said
    assert "Begins afresh:" in said
    assert "forgotten when you close" in said, "there is no record here"
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert window.desk.earlier is None


@pytest.fixture
def asked(window: MainWindow, tmp_path: Path) -> NewCheckDialog:
    """The question before a new check, over a record in which this one is kept."""
    window.desk.take_keeper(new_record(tmp_path))
    window.desk.check.asks = check().asks
    window.new_check()
    (question,) = window.findChildren(NewCheckDialog)
    return question


@pytest.mark.parametrize("call", ["back_up_if_due", "begin"])
def test_where_the_record_is_full_the_check_on_the_desk_stays(
    window: MainWindow, asked: NewCheckDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    desk = window.desk
    before = desk.check

    def full(*_all: object, **_more: object) -> None:
        raise DiskFull

    with monkeypatch.context() as disk:
        disk.setattr(desk.keeper, call, full)  # the disk is outside the machine's reach here
        qtbot.mouseClick(asked.do_it, LEFT)
        qtbot.waitUntil(asked.notice.isVisible)
    assert asked.notice.text.endswith("Make some room, then try again. Nothing has changed.")
    assert desk.check is before
    assert desk.earlier is None
    qtbot.mouseClick(asked.do_it, LEFT)
    qtbot.waitUntil(lambda: desk.earlier is before)
    assert len(desk.keeper.checks()) == 2


@pytest.fixture
def copying(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """A sealed copy that takes until this is set."""
    go_on = threading.Event()
    copy = Record.back_up_if_due

    def slowly(record: Record, every: timedelta) -> BackupFile | None:
        assert threading.current_thread() is not threading.main_thread(), "the window would stand still"
        assert go_on.wait(20)
        return copy(record, every)

    monkeypatch.setattr(Record, "back_up_if_due", slowly)
    return go_on


def test_the_copy_before_a_new_check_is_made_beside_the_window(
    window: MainWindow, asked: NewCheckDialog, tmp_path: Path, qtbot: QtBot, copying: threading.Event
) -> None:
    before = window.desk.check
    qtbot.mouseClick(asked.do_it, LEFT)
    assert not asked.do_it.isEnabled()
    assert asked.keep.isEnabled()
    qtbot.waitUntil(asked.pause.isVisible)
    assert "sealed copy" in asked.pause.findChildren(QLabel)[0].text()
    assert window.desk.check is before
    copying.set()
    qtbot.waitUntil(lambda: window.desk.earlier is before)
    assert window.rail.currentRow() == 0, "nobody typed a name yet"
    assert len(list(tmp_path.rglob(f"*{SUFFIX}"))) == 1, "not one more in the window's own thread"
    assert len(window.desk.keeper.checks()) == 2


@pytest.mark.parametrize("locked", [False, True])
def test_a_copy_that_comes_after_one_went_back_or_locked_begins_nothing(
    window: MainWindow, asked: NewCheckDialog, tmp_path: Path, qtbot: QtBot, copying: threading.Event, locked: bool
) -> None:
    desk, started = window.desk, window.desk.check.started
    qtbot.mouseClick(asked.do_it, LEFT)
    if locked:
        desk.leave_keeper()
    else:
        qtbot.mouseClick(asked.keep, LEFT)
    copying.set()
    qtbot.waitUntil(lambda: not window.findChildren(NewCheckDialog) and not desk.background.working)
    assert desk.earlier is None
    if not locked:
        assert desk.check.started == started
        desk.leave_keeper()
    again = opened_again(tmp_path)
    assert len(again.checks()) == 1
    again.close()


# Over time


def kept_checks(folder: Path, count: int) -> list[datetime]:
    """Keep so many checks half a year apart; in the second one a search was blocked. Return when they began."""
    record = new_record(folder)
    days = [FIRST + timedelta(days=182 * number) for number in range(count)]
    for number, day in enumerate(days):
        one = check(day, {ASKED: Outcome.ANSWERED, ALSO_ASKED: Outcome.BLOCKED if number == 1 else Outcome.ANSWERED})
        show(one, CLUB, PHONE, *([EMAIL] if number == 0 else []))
        record.begin(one)
    record.close()
    return days


def over_time(window: MainWindow, qtbot: QtBot) -> OverTimeDialog:
    show_tab(window, qtbot)
    qtbot.mouseClick(window.plan_note.changes.over_time_button, LEFT)
    (dialog,) = window.findChildren(OverTimeDialog)
    qtbot.waitUntil(lambda: bool(dialog.tallies))
    return dialog


def test_three_checks_make_a_picture_and_a_table(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    days = kept_checks(tmp_path, 3)
    window.desk.take_keeper(opened_again(tmp_path))
    dialog = over_time(window, qtbot)
    assert [tally.started for tally in dialog.tallies] == days
    assert dialog.picture.isVisible()
    rows = [[row.text(column) for column in range(6)] for row in top_rows(dialog.tree)]
    newest, middle, oldest = ([f"{day.astimezone():%d/%m/%Y}"] for day in reversed(days))
    assert rows == [
        [*newest, "0", "1", "1 of 1", "✓ all", ""],
        [*middle, "0", "1", "1 of 1", "? some could not be checked", ""],
        [*oldest, "1", "1", "1 of 1", "✓ all", ""],
    ]
    heard = dialog.picture.accessibleDescription()
    assert f"Phone: 1 on {oldest[0]}, 1 on {middle[0]}, 1 on {newest[0]}." in heard
    assert f"There may have been more on {middle[0]}." in heard
    dialog.reject()
    window.desk.leave_keeper()


def test_two_checks_make_a_table_alone(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    kept_checks(tmp_path, 2)
    window.desk.take_keeper(opened_again(tmp_path))
    dialog = over_time(window, qtbot)
    assert not dialog.picture.isVisible()
    assert "From your third check on" in dialog.caution.text()
    assert len(top_rows(dialog.tree)) == 2
    window.desk.leave_keeper()
    assert not window.findChildren(OverTimeDialog) or not dialog.isVisible(), "locked: nothing of it stays in sight"


def test_what_is_not_saved_yet_is_counted_as_it_is_now(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    kept_checks(tmp_path, 3)
    window.desk.take_keeper(opened_again(tmp_path))
    window.desk.check.findings = {CLUB: []}
    dialog = over_time(window, qtbot)
    assert [tally.counts for tally in dialog.tallies][-1] == {}
    window.desk.leave_keeper()


def tallies(*whole: bool) -> list[Tally]:
    return [
        Tally(FIRST + timedelta(days=100 * number), {FindingKind.PHONE: 2, FindingKind.EMAIL: number}, all_checked)
        for number, all_checked in enumerate(whole)
    ]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_check_that_could_not_see_all_is_hatched(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    picture = OverTimePicture()
    qtbot.addWidget(picture)
    picture.setLayoutDirection(direction)
    picture.show_tallies(tallies(True, False, True))
    picture.resize(700, picture.sizeHint().height())
    image = picture.grab().toImage()
    ratio = image.devicePixelRatio()
    y = int((picture._head() + picture._row() * 2 - 14) * ratio)  # inside the bars of the second row
    filled = []
    for place in range(3):
        left = picture._names() + (place + 0.25) * picture._column()
        across = [left + step for step in range(int(picture._column() * 0.5))]
        if direction is Qt.LayoutDirection.RightToLeft:
            across = [picture.width() - x for x in across]
        ground = QColor(image.pixelColor(2, 2))
        filled.append(sum(image.pixelColor(int(x * ratio), y) != ground for x in across) / len(across))
    assert filled[0] == 1.0
    assert 0.05 < filled[1] < 0.95
    assert filled[2] == 1.0


def test_of_many_checks_the_newest_that_fit_are_drawn(qtbot: QtBot) -> None:
    picture = OverTimePicture()
    qtbot.addWidget(picture)
    many = tallies(*[True] * 40)
    picture.show_tallies(many)
    picture.resize(600, 300)
    assert 3 <= len(picture.drawn()) < 10
    assert picture.drawn()[-1] == many[-1]
    picture.resize(100, 300)
    assert len(picture.drawn()) == 3
    picture.grab()


# The reminder


def test_the_reminder_is_a_calendar_file_that_says_nothing_of_the_person(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = window.desk
    desk.take_keeper(new_record(tmp_path / "records"))
    desk.check.started = datetime(2026, 8, 31, 12, tzinfo=UTC)
    desk.keeper.begin(desk.check)
    show_tab(window, qtbot)
    qtbot.mouseClick(window.plan_note.changes.remind_button, LEFT)
    (dialog,) = window.findChildren(ReminderDialog)
    assert dialog.months == 6
    qtbot.mouseClick(dialog.choices.buttons[3], LEFT)
    assert "30/11/2026" in dialog.day.text()
    assert desk.recall(SETTING) == 3
    dialog.save(tmp_path / "look-again")
    path = tmp_path / "look-again.ics"
    qtbot.waitUntil(path.exists)
    calendar = Calendar.from_ical(path.read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert event["dtstart"].dt == date(2026, 11, 30)
    assert event["summary"] == "Look again at what can be seen of you online"
    assert event["class"] == "PRIVATE"
    assert set(event) == {"SUMMARY", "DTSTART", "DTEND", "TRANSP", "UID", "DTSTAMP", "CLASS"}
    qtbot.waitUntil(lambda: str(path) in dialog.notice.text)
    dialog.reject()
    desk.leave_keeper()
    desk.take_keeper(opened_again(tmp_path / "records"))
    assert months_chosen(desk) == 3, "it is kept with the record"
    desk.leave_keeper()


def test_no_reminder_is_a_choice_too(window: MainWindow, qtbot: QtBot) -> None:
    lay(window.desk, None, replace(check(), started=datetime(2024, 1, 5, tzinfo=UTC)))
    assert window.due.isVisible()
    dialog = ReminderDialog(window.desk, window)
    dialog.open()
    qtbot.mouseClick(dialog.choices.buttons[0], LEFT)
    assert not dialog.save_button.isEnabled()
    qtbot.mouseClick(dialog.choices.buttons[0], LEFT)
    assert dialog.months == 0, "taken back means no reminder either"
    window.due.look()
    assert not window.due.isVisible()


@pytest.mark.parametrize("odd", ["often", -3, 2.5, [3], {"a": 1}, True])
def test_an_odd_setting_counts_as_the_usual(desk: Desk, odd: object) -> None:
    desk.remember(SETTING, odd)
    assert months_chosen(desk) == 6


def test_the_line_at_the_start_leads_to_a_new_check(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    kept_checks(tmp_path, 1)
    window.desk.take_keeper(opened_again(tmp_path))
    assert window.due.isVisible()
    assert "It is time to look again." in window.due.words.text()
    qtbot.mouseClick(window.due.start_button, LEFT)
    (question,) = window.findChildren(QuestionDialog)
    qtbot.mouseClick(question.do_it, LEFT)
    qtbot.waitUntil(lambda: window.desk.earlier is not None)
    assert not window.due.isVisible(), "it was begun today"
    window.desk.leave_keeper()


def test_the_line_comes_only_where_it_is_due(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    now = window.desk.now()
    for started, asks, due in (
        (now - timedelta(days=400), check().asks, True),
        (now - timedelta(days=30), check().asks, False),
        (now - timedelta(days=400), [], False),  # nothing was searched in it
    ):
        lay(window.desk, None, replace(check(), started=started, asks=asks))
        assert bool(due_line(window.desk)) is due
        assert window.due.isVisible() is due
    lay(window.desk, None, replace(check(), started=now - timedelta(days=400)))
    qtbot.mouseClick(window.due.later_button, LEFT)
    assert not window.due.isVisible()
    window.start_practice()
    assert not window.due.isVisible()


def test_two_thousand_results_leave_the_window_free(window: MainWindow, qtbot: QtBot) -> None:
    """Only that it ends: how long the window is kept is measured by hand, since no timing fails a test."""
    first, second = two()
    for number in range(2_000):
        key = show(first, f"https://a.example/{number}", PHONE, title=f"Page {number}")
        first.verdicts[key] = Verdict(Who.ME, Feeling.HAPPY)
    hits = []
    for number in range(2_000):
        show(second, f"https://a.example/{number}", PHONE, title=f"Page {number}")
        hits.append(Hit(f"Page {number}", f"https://a.example/{number}", "", "duckduckgo", ASKED, number + 1))
    lay(window.desk, first, second)
    settled(window, qtbot)
    comparison = window.following.comparison
    assert comparison is not None
    assert len(comparison.of(ChangeKind.SAME)) == 2_000
    assert len(window.desk.check.verdicts) == 2_000
    assert window.desk.check.started == SECOND
