"""The outbox in the window: what left, when and why, growing while it is read, filtered, taken along."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from seen_online.outbox import Outbox, Planned, Purpose, Sent
from seen_online.ui.background import Background
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.outbox import OutboxDialog
from seen_online.ui.theme import line_width
from seen_online.ui.widgets.tree import LOOKED_AT, top_rows
from seen_online.ui.widgets.wrapped import WrappedRows

PATIENCE = 5_000  # milliseconds
WHEN, TO, WHY, WHAT, BACK = range(5)
WORDS = '"Nia Ashworth"'
NOW = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)


def entry(purpose: Purpose = Purpose.SEARCH, **more: object) -> Sent:
    fields = {"at": NOW.isoformat(), "receiver": "DuckDuckGo", "method": "GET", "url": "https://search.example/?q=x"}
    return Sent(**{"purpose": purpose, "sent": WORDS, "status": 200, "seconds": 0.3, **fields, **more})  # type: ignore[arg-type]


def texts(dialog: OutboxDialog, column: int) -> list[str]:
    return [row.text(column) for row in top_rows(dialog.table)]


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> Iterator[OutboxDialog]:
    sent = [
        entry(),
        entry(Purpose.CONTROL, sent="weather", status=None, trouble="dns", seconds=10.0),
        entry(Purpose.SEARCH, sent="", bytes=1),
        entry(Purpose.PAGE, sent="https://www.example.org/", beyond=True, receiver="www.example.org"),
        entry(Purpose.TEST, at=(NOW - timedelta(days=40)).isoformat(), redirected_from="https://x.example/"),
    ]
    desk.outbox = Outbox(on_change=desk._sent.emit, sent=sent)
    made = OutboxDialog(desk)
    qtbot.addWidget(made)
    made.show()
    yield made


def test_each_request_says_when_why_and_what_came_back(dialog: OutboxDialog) -> None:
    assert texts(dialog, WHY) == [
        "a search", "a test word", "a search", "reading a page, sent on to another site", "a test, sent on",
    ]  # fmt: skip
    assert texts(dialog, WHAT) == [WORDS, "weather", "none of your words", "https://www.example.org/", WORDS]
    assert texts(dialog, BACK) == [
        "It answered: 0 bytes, after 0.3 s", "No answer, after 10.0 s", "It answered: 1 byte, after 0.3 s",
        "It answered: 0 bytes, after 0.3 s", "It answered: 0 bytes, after 0.3 s",
    ]  # fmt: skip
    assert dialog.words.text() == "5 requests in this check. 4 of them got an answer."


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (200, "It answered"), (202, "It asked us to slow down (202)"), (204, "It answered (204)"),
        (301, "It sent us on (301)"), (400, "It refused (400)"), (403, "It refused (403)"),
        (404, "It has no such page (404)"), (407, "It asked for a password (407)"),
        (429, "It asked us to slow down (429)"), (503, "It had trouble of its own (503)"),
    ],
)  # fmt: skip
def test_what_came_back_is_said_in_words_and_kept_as_a_number(
    dialog: OutboxDialog, desk: Desk, tmp_path: Path, status: int, words: str
) -> None:
    desk.outbox = Outbox(sent=[entry(status=status)])
    dialog.refresh()
    assert texts(dialog, BACK) == [f"{words}: 0 bytes, after 0.3 s"]
    dialog.save(tmp_path / "outbox.json")
    assert f'"status": {status}' in (tmp_path / "outbox.json").read_text(encoding="utf-8").replace(":", ": ").replace(
        ":  ", ": "
    )


def test_a_narrow_window_shows_as_much_without_moving_sideways(dialog: OutboxDialog, qtbot: QtBot) -> None:
    wide = {column: texts(dialog, column) for column in (WHEN, TO, WHY, WHAT, BACK)}
    dialog.resize(1_200, 500)
    qtbot.waitUntil(lambda: not dialog.table.isColumnHidden(WHEN))
    dialog.resize(line_width(dialog, 50), 500)
    qtbot.waitUntil(lambda: dialog.table.isColumnHidden(WHEN))
    assert [dialog.table.isColumnHidden(column) for column in (WHEN, TO, WHY, WHAT, BACK)] == [
        True, False, True, False, False,
    ]  # fmt: skip
    assert texts(dialog, TO) == ["\n".join(row) for row in zip(wide[TO], wide[WHEN], wide[WHY], strict=True)]
    assert not dialog.table.horizontalScrollBar().isVisible()
    dialog.filter.setText("weather")
    assert texts(dialog, WHAT) == ["weather"]
    dialog.filter.setText("")
    dialog.resize(1_200, 500)
    qtbot.waitUntil(lambda: texts(dialog, TO) == wide[TO])


def test_an_earlier_day_is_named(dialog: OutboxDialog) -> None:
    times = texts(dialog, WHEN)
    assert times[0] == "12:00:00"
    assert times[4] == f"{NOW - timedelta(days=40):%d/%m/%Y} 12:00:00"


@pytest.mark.parametrize(
    ("wanted", "left"),
    [("NIA ashworth", 2), ("weather", 1), ("10.0", 1), ("another site", 1), ("search.example", 5), ("zzz", 0)],
)
def test_the_filter_looks_at_all_that_is_shown(dialog: OutboxDialog, wanted: str, left: int) -> None:
    dialog.filter.setText(wanted)
    assert len(top_rows(dialog.table)) == len(dialog.shown()) == left
    dialog.filter.clear()
    assert len(top_rows(dialog.table)) == 5


def test_it_grows_and_whoever_reads_in_it_stays_where_they_are(dialog: OutboxDialog, desk: Desk, qtbot: QtBot) -> None:
    chosen = top_rows(dialog.table)[1]
    dialog.table.setCurrentItem(chosen)
    desk.outbox.agree([Planned(Purpose.SEARCH, "An engine", ("search.example",), WORDS)])
    job = desk.background.run(lambda stop, _tell: stop.wait(20))
    with desk.outbox.sending(
        "GET", "https://search.example/?q=y", purpose=Purpose.SEARCH, receiver="An engine", words=WORDS
    ) as sent:
        qtbot.waitUntil(lambda: len(top_rows(dialog.table)) == 6, timeout=PATIENCE)
        assert texts(dialog, BACK)[5] == "…", "no answer yet is not no answer"
        sent.status, sent.bytes = 200, 9
    qtbot.waitUntil(lambda: texts(dialog, BACK)[5].startswith("It answered: 9 bytes, after"), timeout=PATIENCE)
    job.cancel()
    assert dialog.table.currentItem() is chosen
    assert "6 requests" in dialog.words.text()


@pytest.mark.parametrize("open_one", ["first", "last"])
def test_an_answer_far_from_where_one_reads_has_few_rows_measured(
    dialog: OutboxDialog, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, open_one: str
) -> None:
    monkeypatch.setattr(Background, "working", True)
    waits = entry(status=None, seconds=0.0)
    many = [entry() for _ in range(2_000)]
    sent = [waits, *many] if open_one == "first" else [*many, waits]
    measured: set[int] = set()

    class Counting(WrappedRows):
        def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
            measured.add(index.row())
            return super().sizeHint(option, index)

    dialog.table.setItemDelegate(Counting(dialog.table))
    desk.outbox = Outbox(on_change=desk._sent.emit, sent=sent)
    dialog.refresh()
    (dialog.table.scrollToBottom if open_one == "first" else dialog.table.scrollToTop)()
    qtbot.wait(100)
    measured.clear()
    waits.status, waits.seconds = 200, 0.4
    dialog._go_on()
    qtbot.wait(100)
    assert texts(dialog, BACK)[sent.index(waits)] == "It answered: 0 bytes, after 0.4 s"
    qtbot.waitUntil(lambda: bool(measured))
    assert len(measured) <= LOOKED_AT + 100, "not every row between"


def test_what_comes_while_a_filter_holds_is_filtered_too(dialog: OutboxDialog, desk: Desk, qtbot: QtBot) -> None:
    dialog.filter.setText("weather")
    desk.outbox.agree([Planned(Purpose.SEARCH, "An engine", ("search.example",), WORDS)])
    for _ in range(2):
        with desk.outbox.sending("GET", "https://search.example/", purpose=Purpose.SEARCH, receiver="x", words=WORDS):
            pass
    qtbot.waitUntil(lambda: "7 requests" in dialog.words.text(), timeout=PATIENCE)
    assert len(top_rows(dialog.table)) == 1


def test_another_check_has_an_outbox_of_its_own(dialog: OutboxDialog, desk: Desk, qtbot: QtBot) -> None:
    desk.start_new_check()
    qtbot.waitUntil(lambda: not top_rows(dialog.table), timeout=PATIENCE)
    assert dialog.words.text() == "Nothing has left this computer in this check."
    assert not dialog.save_button.isEnabled()


def test_what_is_shown_is_taken_along(dialog: OutboxDialog, tmp_path: Path) -> None:
    dialog.filter.setText("reading")
    dialog.save(tmp_path / "outbox.json")
    (told,) = json.loads((tmp_path / "outbox.json").read_text(encoding="utf-8"))
    assert told["url"] and told["beyond"] is True
