"""After a whole check, with windows open all over: once it is locked, no widget holds a word of it, shown or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from seen_online.note.supervision import supervision
from seen_online.outbox import Purpose
from seen_online.practice.server import PracticeWeb
from seen_online.record.store import Record
from seen_online.review.selfcheck import Feeling, Verdict, Who
from seen_online.search.chain import Chain
from seen_online.search.engine import Answer, Engine, Session
from seen_online.search.model import Ask, Outcome
from seen_online.ui.dialogs.letter import LetterDialog
from seen_online.ui.dialogs.record import RecordDialog
from seen_online.ui.dialogs.record_export import RecordExportDialog
from seen_online.ui.dialogs.scan import ScanDialog
from seen_online.ui.window import MainWindow
from support.gates import unlock
from support.journey import LEFT, begin_in, read, search
from support.records import opened_again
from support.traces import in_clear

PATIENCE = 20_000  # milliseconds
# What the person typed, said, or was shown: of themselves, of pages, of addresses.
TELLING = (
    "Fallowby", "Rebecca", "07700 900184", "+447700900184", "merfyn86", "Hazelgarth", "penrith-harriers", "Larch Howe",
    "turnip quarrel",
)  # fmt: skip
_ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.EditRole,
)  # fmt: skip


@pytest.fixture
def web() -> Iterator[PracticeWeb]:
    with PracticeWeb() as running:
        yield running


@pytest.fixture
def kept(kept: MainWindow, web: PracticeWeb) -> MainWindow:
    """The window with a record open, and a check begun in it over the made-up web."""
    record = kept.desk.keeper
    assert isinstance(record, Record)
    begin_in(record, kept, web)
    return kept


def of_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    parent = parent if parent is not None else QModelIndex()
    for row in range(model.rowCount(parent)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from (str(index.data(role)) for role in _ROLES if index.data(role))
        if not isinstance(model, QAbstractListModel):
            yield from of_model(model, model.index(row, 0, parent))


def of_widget(widget: QWidget, *, undone: bool) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.windowIconText(), widget.windowFilePath(), widget.toolTip())
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.statusTip(), widget.whatsThis())
    if isinstance(widget, (QLabel, QLineEdit, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
        if undone:  # what an undo would bring back is there, too
            widget.undo()
            yield widget.text()
            widget.redo()
    if isinstance(widget, (QPlainTextEdit, QTextEdit)):
        yield widget.toPlainText()
        if undone:
            widget.undo()
            yield widget.toPlainText()
            widget.redo()
    if isinstance(widget, QTextEdit):
        yield widget.toHtml()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(n) + widget.tabToolTip(n) for n in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from of_model(widget.model())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from of_model(widget.model())


def where(widget: QWidget | None) -> str:
    """Return the kinds of a widget and of what it stands in, from outside in."""
    names: list[str] = []
    while widget is not None:
        names.insert(0, type(widget).__name__)
        widget = widget.parentWidget()
    return "/".join(name for name in names if not name.startswith("Q")) + f": {names[-1]}"


def everything(*, undone: bool) -> dict[str, str]:
    """Return what each widget of the program says, by its kind and name."""
    said: dict[str, list[str]] = {}
    for top in QApplication.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            said.setdefault(where(widget), []).extend(of_widget(widget, undone=undone))
        for action in top.findChildren(QAction):
            said.setdefault("actions", []).extend((action.text(), action.toolTip(), action.statusTip()))
    said["clipboard"] = [QGuiApplication.clipboard().text()]
    said["tool tip"] = [QToolTip.text()]
    return {where: "\n".join(texts) for where, texts in said.items()}


def telling(*, undone: bool = False) -> dict[str, list[str]]:
    found = {where: in_clear(text.encode(), TELLING) for where, text in everything(undone=undone).items()}
    return {where: words for where, words in found.items() if words}


def nothing_is_left(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: telling(undone=True) == {}, timeout=PATIENCE)
    qtbot.wait(300)
    assert telling(undone=True) == {}, "what came late"


@pytest.mark.qt_log_ignore("This plugin does not support")  # raising windows, which no screen shows
def test_nothing_of_a_whole_check_is_left_in_the_window(
    kept: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = kept
    search(window, qtbot)
    read(window, qtbot)
    key = window.desk.check.results[0].key
    window.desk.judge(key, Verdict(Who.ME, Feeling.NOT_HAPPY, "about the turnip quarrel"))
    for step in range(6):
        window.go_to(step)
        qtbot.wait(300)
    for tab in range(window.plan_note.tabs.count()):
        window.plan_note.tabs.setCurrentIndex(tab)
        qtbot.wait(300)
    window.show_result(key)
    window.show_outbox()
    window.show_settings()
    window.show_record()
    scan = window.show_scan()
    scan.scan([_a_file(tmp_path)])
    qtbot.waitUntil(lambda: scan.findChild(QAbstractItemView) is not None, timeout=PATIENCE)
    (letter, *_) = window.desk.shelf.letters
    LetterDialog(window.desk, letter, key, window).open()
    QGuiApplication.clipboard().setText("Rebecca Fallowby, 07700 900184")
    # Only a real screen tells whose a clipboard is.
    monkeypatch.setattr(window.clipboard_care, "_ours", lambda: [QClipboard.Mode.Clipboard])
    QToolTip.showText(QPoint(5, 5), "Rebecca Fallowby", window)

    def all_is_shown() -> bool:
        shown = telling()
        return {word for words in shown.values() for word in words} == set(TELLING) and len(shown) > 8

    qtbot.waitUntil(all_is_shown, timeout=PATIENCE)  # the sweep finds what is there

    window.menus.lock.trigger()
    qtbot.waitUntil(window.keeping.gate.isVisible, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.findChildren(ScanDialog), timeout=PATIENCE)
    nothing_is_left(qtbot)
    assert [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window] == []
    assert not window.desk.check.begun
    record = opened_again(window.keeping.home or tmp_path)
    check = record.latest()
    record.close()
    assert check is not None
    assert check.verdicts[key].note == "about the turnip quarrel", "what is wiped off the window stays in the record"
    assert len(check.results) > 40


def test_the_view_for_two_leaves_nothing_either(kept: MainWindow, qtbot: QtBot) -> None:
    window = kept
    window.go_to(5)
    window.plan_note.showing.start(supervision((), ()), ())
    view = window.plan_note.showing.view
    assert view is not None
    qtbot.keyClicks(view.agree_panel.what, "the turnip quarrel")
    assert telling()
    window.keeping.lock()
    qtbot.waitUntil(window.keeping.gate.isVisible, timeout=PATIENCE)
    nothing_is_left(qtbot)
    assert [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window] == []


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A third search that gets no answer until it is stopped; the words of all that were put."""
    put: list[str] = []
    one = Chain._one

    def the_third_waits(self: Chain, session: Session, chosen: Engine, ask: Ask) -> tuple[Answer | None, Ask]:
        put.append(ask.query.words)
        if len(put) == 3:
            self._leave.wait(20)
        return one(self, session, chosen, ask)

    monkeypatch.setattr(Chain, "_one", the_third_waits)
    return put


@pytest.mark.parametrize("by", ["the screen", "Lock now"])
def test_a_search_that_is_under_way_is_locked_at_once_and_goes_on_where_it_was_stopped(
    kept: MainWindow, qtbot: QtBot, held: list[str], by: str
) -> None:
    window = kept
    window.go_to(2)
    qtbot.waitUntil(window.search.send_button.isEnabled, timeout=PATIENCE)
    qtbot.mouseClick(window.search.send_button, LEFT)
    qtbot.waitUntil(lambda: len(held) == 3, timeout=PATIENCE)
    check = window.desk.check
    qtbot.waitUntil(
        lambda: [ask.query.words for ask in check.asks if ask.running or ask.outcome.checked] == held, timeout=PATIENCE
    )
    pages = len(window.desk.check.results)
    assert pages

    if by == "Lock now":
        window.menus.lock.trigger()
    else:
        assert window.keeping._screen is not None
        window.keeping._screen.changed(True)
    assert window.keeping.gate.isVisible(), "not when the search ends"
    assert not window.journey.isVisible()
    nothing_is_left(qtbot)

    qtbot.waitUntil(lambda: not window.desk.background.working, timeout=PATIENCE)
    assert len(held) == 3, "nothing more is put once it is locked"
    unlock(window, qtbot)
    check = window.desk.check
    assert len(check.results) == pages, "what came is kept"
    assert [ask.query.words for ask in check.asks if ask.outcome.checked] == held[:2]
    (cut,) = [ask for ask in check.asks if ask.query.words == held[2]]
    assert cut.outcome is Outcome.NOT_ASKED
    assert cut.detail == "The search was stopped before this was answered."
    assert not any(ask.running for ask in check.asks)

    window.go_to(2)
    missing = len(check.asks) - 2
    assert window.search.intro.text().startswith(f"{missing} search")
    assert [each.ask.query.words for each in window.search._leaving].count(held[0]) == 0
    search(window, qtbot)
    assert all(ask.outcome.checked for ask in window.desk.check.asks)
    assert len(window.desk.check.results) > pages
    sent = [each.sent for each in window.desk.outbox.sent if each.purpose is Purpose.SEARCH]
    assert all(sent.count(words) == 1 for words in held[:2]), "what was answered is not asked again"


def _a_file(folder: Path) -> Path:
    path = folder / "letter.txt"
    path.write_text("Rebecca Fallowby, 07700 900184", encoding="utf-8")
    return path


def _save_the_note(window: MainWindow) -> None:
    window.go_to(5)
    window.plan_note.note.ask_where()


def _save_a_copy(window: MainWindow) -> None:
    window.show_record()
    dialog = window.findChild(RecordDialog)
    dialog.copies.save_copy()
    form = dialog.findChild(RecordExportDialog)
    for line in (form.new.first, form.new.second):
        line.edit.setText("purple lantern on friday")
    form.go()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("ask", [_save_the_note, _save_a_copy])
def test_a_question_for_a_file_goes_too(kept: MainWindow, qtbot: QtBot, ask: Callable[[MainWindow], None]) -> None:
    asked: list[QWidget] = []
    looking = QTimer(interval=100)

    def lock() -> None:
        asked.extend(top for top in QApplication.topLevelWidgets() if isinstance(top, QFileDialog) and top.isVisible())
        if asked:
            looking.stop()
            kept.keeping.lock()

    looking.timeout.connect(lock)
    looking.start()
    ask(kept)  # comes back once the question for the file is closed
    qtbot.waitUntil(kept.keeping.gate.isVisible, timeout=PATIENCE)
    nothing_is_left(qtbot)
    assert [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not kept] == []
