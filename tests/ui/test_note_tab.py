"""The note in the window: the preview is what is saved and printed, details show one by one, a failed save loses nothing."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from seen_online.checklist.answer import Answer, Choice
from seen_online.note.html import write_html
from seen_online.note.save import SUFFIXES
from seen_online.person import DetailKind, detail
from seen_online.ui.ask_where import ask_where
from seen_online.ui.pages import note_tab
from seen_online.ui.pages.note_tab import NoteTab
from seen_online.ui.pages.note_writing import Held, Line, lines_of
from seen_online.ui.widgets.tree import top_rows
from seen_online.ui.window import MainWindow
from support.notes import pdf_text, said, squeezed

PHONE, MAIL, BORN = "07700 900123", "nia@example.org", "12 March 1985"


@pytest.fixture
def note(window: MainWindow) -> NoteTab:
    window.desk.set_details(
        [
            detail(DetailKind.NAME, "Nia Ŵyn Łęcka محمد"),
            detail(DetailKind.PLACE, "Kendal"),
            detail(DetailKind.PHONE, PHONE),
            detail(DetailKind.EMAIL, MAIL),
            detail(DetailKind.DATE_OF_BIRTH, "1985-03-12"),
        ],
        "GB",
    )
    question = next(item for item in window.desk.checklist.items if item.kind == "question")
    window.desk.answer(question.id, Answer(Choice.NEEDS_DOING, f"Ring {PHONE} <b>now</b>", action="=SUM(1)"))
    window.go_to(5)
    window.plan_note.tabs.setCurrentIndex(1)
    return window.plan_note.note


def children(row: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for at in range(row.childCount()) if (child := row.child(at)) is not None]


def all_rows(note: NoteTab) -> list[QTreeWidgetItem]:
    """Return every row below the sections, those that show a detail in full among them."""
    rows = [child for top in top_rows(note.tree) for child in children(top)]
    return [each for row in rows for each in (row, *children(row))]


def tick(note: NoteTab, row: QTreeWidgetItem, qtbot: QtBot, *, on: bool = True) -> None:
    row.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    settle(note, qtbot)


def settle(note: NoteTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not note.at_work, timeout=30_000)


def previewed(note: NoteTab) -> bool:
    """Tell whether the preview reads exactly as the note would be written."""
    written = QTextDocument()
    written.setDefaultStyleSheet(note.preview.document().defaultStyleSheet())
    written.setHtml(write_html(note.note()).decode())
    return note.preview.toPlainText() == written.toPlainText()


def count_looks(monkeypatch: pytest.MonkeyPatch) -> list[Held]:
    """Return a list that gets longer each time all that the note can hold is worked out anew."""
    looks: list[Held] = []
    monkeypatch.setattr(note_tab, "lines_of", lambda held: (looks.append(held), lines_of(held))[1])
    return looks


def saved(note: NoteTab, path: Path, qtbot: QtBot) -> bytes:
    note.save(path)
    qtbot.waitUntil(path.exists, timeout=30_000)
    return path.read_bytes()


def test_what_was_said_on_one_tab_takes_no_room_on_the_others(
    note: NoteTab, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    saved(note, tmp_path / "note.md", qtbot)
    qtbot.waitUntil(window.plan_note.notice.isVisible)
    window.plan_note.tabs.setCurrentIndex(0)
    assert window.plan_note.notice.text == ""


@pytest.mark.parametrize("few", [note_tab.FEW, -1], ids=["at once", "beside the window"])
def test_the_preview_is_what_is_saved_after_every_tick(
    note: NoteTab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(note_tab, "FEW", few)
    for number, row in enumerate(all_rows(note)):
        if row.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            tick(note, row, qtbot, on=row.checkState(0) is not Qt.CheckState.Checked)
            written = QTextDocument()
            written.setDefaultStyleSheet(note.preview.document().defaultStyleSheet())
            written.setHtml(saved(note, tmp_path / f"{number}.html", qtbot).decode())
            assert note.preview.toPlainText() == written.toPlainText(), row.text(0)


def test_details_show_in_full_one_by_one(note: NoteTab, qtbot: QtBot) -> None:
    for row in all_rows(note):
        if row.flags() & Qt.ItemFlag.ItemIsUserCheckable and row.childCount() == 0 and "in full" not in row.text(0):
            tick(note, row, qtbot)
    clear = {"Phone": PHONE, "E-mail": MAIL, "Date of birth": BORN}
    for words in clear.values():
        assert words not in note.preview.toPlainText()
    for kind, words in clear.items():
        boxes = [row for row in all_rows(note) if row.text(0).startswith(f"Show in full: {kind}")]
        assert boxes, kind
        tick(note, boxes[0], qtbot)
        shown = note.preview.toPlainText()
        assert words in shown
        assert not any(other in shown for other in clear.values() if other != words)
        tick(note, boxes[0], qtbot, on=False)
        assert words not in note.preview.toPlainText()


@pytest.mark.parametrize("few", [note_tab.FEW, -1], ids=["at once", "beside the window"])
def test_the_note_is_worked_out_anew_only_where_it_is_shown_and_something_changed(
    note: NoteTab, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(note_tab, "FEW", few)
    looks = count_looks(monkeypatch)
    tabs = window.plan_note.tabs
    for tab in (0, 1, 2, 1):
        tabs.setCurrentIndex(tab)
        settle(note, qtbot)
    assert looks == [], "nothing has changed"
    tabs.setCurrentIndex(0)
    question = next(item for item in window.desk.checklist.items if item.kind == "question")
    window.desk.answer(question.id, Answer(Choice.NEEDS_DOING, "Feed the newt", action="Ask Sam"))
    window.go_to(0)
    window.go_to(5)
    assert looks == [], "nobody looks at the note"
    tabs.setCurrentIndex(1)
    settle(note, qtbot)
    assert len(looks) == 1
    assert "Ask Sam" in note.preview.toPlainText()
    assert previewed(note)


def test_what_changed_while_the_note_was_worked_out_is_in_it(
    note: NoteTab, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_tab, "FEW", -1)
    first, go_on = Event(), Event()

    def slowly(held: Held) -> list[Line]:
        if not first.is_set():
            first.set()
            go_on.wait(30)
        return lines_of(held)

    monkeypatch.setattr(note_tab, "lines_of", slowly)
    question = next(item for item in window.desk.checklist.items if item.kind == "question")
    window.desk.answer(question.id, Answer(Choice.NEEDS_DOING, action="The old words"))
    note.refresh()
    assert first.wait(30)
    window.desk.answer(question.id, Answer(Choice.NEEDS_DOING, action="The new words"))
    shown: list[str] = []
    note.ready(lambda: shown.append(note.preview.toPlainText()))
    assert shown == [], "not before it is ready"
    qtbot.waitUntil(lambda: bool(shown), timeout=30_000)
    go_on.set()
    qtbot.waitUntil(lambda: not window.desk.background.working, timeout=30_000)
    qtbot.wait(50)
    assert "The new words" in shown[0]
    assert note.preview.toPlainText() == shown[0], "an answer that comes late is dropped"


@pytest.mark.parametrize("few", [note_tab.FEW, -1], ids=["at once", "beside the window"])
def test_a_section_ticked_at_once_is_written_once(
    note: NoteTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(note_tab, "FEW", few)
    settle(note, qtbot)
    before = note.preview.toPlainText()
    with qtbot.waitSignal(note.preview.document().contentsChanged):
        written: list[bool] = []
        note.preview.textChanged.connect(lambda: written.append(True))
        section = max(top_rows(note.tree), key=lambda top: top.childCount())
        on = section.checkState(0) is not Qt.CheckState.Checked
        section.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        settle(note, qtbot)
    assert written == [True]
    assert note.preview.toPlainText() != before
    assert previewed(note)


def test_only_the_heads_are_bold_in_the_preview_as_in_the_files(note: NoteTab) -> None:
    bold = {}
    block = note.preview.document().begin()
    while block.isValid():
        if block.text().strip():
            bold[block.text()] = block.begin().fragment().charFormat().fontWeight() > QFont.Weight.Normal
        block = block.next()
    question = next(item for item in note._desk.checklist.items if item.kind == "question")
    assert bold["Thing to consider"] is True
    assert bold[question.title] is False, "the first cell of a row"
    assert bold["Needs doing"] is False


def test_a_line_that_can_not_be_left_out_says_so(note: NoteTab) -> None:
    stay = [row for row in all_rows(note) if not row.flags() & Qt.ItemFlag.ItemIsUserCheckable]
    assert stay
    assert [row for row in all_rows(note) if "(always in the note)" in row.text(0)] == stay


def test_a_tick_box_says_each_thing_once(note: NoteTab) -> None:
    for row in all_rows(note):
        label = row.text(0)
        start = label.partition(": ")[2][:8]
        assert not start or label.count(start) == 1, label


def test_what_is_printed_says_what_the_note_says(note: NoteTab, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    note.print_to(printer)
    printed = squeezed(pdf_text((tmp_path / "printed.pdf").read_bytes()))
    for words in said(note.note()):
        if words.isascii():  # what no font of this computer has, and what runs from right to left, comes out as it can
            assert squeezed(words) in printed, words
    assert squeezed(PHONE) not in printed


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_save_that_fails_says_so_and_loses_nothing(
    note: NoteTab, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    before = note.preview.toPlainText()
    folder = tmp_path / "notes"
    folder.mkdir()
    there = folder / f"note{suffix}"
    there.write_text("an older note")
    with monkeypatch.context() as patched:
        # The file is open in another program, as Windows tells it.
        patched.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(PermissionError(13, "in use")))
        note.save(there)
        qtbot.waitUntil(lambda: "could not be written" in window.plan_note.notice.text, timeout=30_000)
    assert "Close it there, or choose another name or place." in window.plan_note.notice.text
    assert there.read_text() == "an older note"
    assert [path.name for path in folder.iterdir()] == [there.name]
    assert note.preview.toPlainText() == before
    assert saved(note, folder / f"again{suffix}", qtbot)
    qtbot.waitUntil(lambda: "The note is in" in window.plan_note.notice.text, timeout=30_000)


def ask_typing(window: MainWindow, typed: Path) -> tuple[Path | None, list[str]]:
    """Ask for a place, choose PDF, type this name and keep what is there; return the answer and what was asked."""
    asked: list[str] = []
    done = over = False

    def act() -> None:
        nonlocal done
        dialog = QApplication.activeModalWidget()
        if dialog is None or over:
            return
        QTimer.singleShot(50, act)  # a question that comes meanwhile is waited for within this very call
        if isinstance(dialog, QMessageBox):
            asked.append(dialog.text())
            dialog.button(QMessageBox.StandardButton.No).click()
        elif isinstance(dialog, QFileDialog) and done:
            dialog.reject()
        elif isinstance(dialog, QFileDialog):
            done = True
            dialog.filterSelected.emit("PDF (*.pdf)")
            name = dialog.findChild(QLineEdit, "fileNameEdit")
            assert name is not None
            name.setText(str(typed))
            dialog.accept()

    QTimer.singleShot(50, act)
    chosen = ask_where(window, "Save the note", "note.docx", "Word (*.docx);;PDF (*.pdf)")
    over = True
    return chosen, asked


@pytest.mark.parametrize(("typed", "file"), [("mine", "mine.pdf"), ("my.own.md", "my.own.md")])
def test_a_name_without_an_ending_gets_that_of_its_kind(
    window: MainWindow, tmp_path: Path, typed: str, file: str
) -> None:
    assert ask_typing(window, tmp_path / typed) == (tmp_path / file, [])


def test_a_file_that_has_the_name_with_its_ending_is_asked_about(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").write_text("an older note")
    chosen, asked = ask_typing(window, tmp_path / "mine")
    assert chosen is None
    assert len(asked) == 1
    assert "mine.pdf" in asked[0]
