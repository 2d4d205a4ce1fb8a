"""The note in the window: the preview is what is saved and printed, details show one by one, a failed save loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from seen_online.checklist.answer import Answer, Choice
from seen_online.note.save import SUFFIXES
from seen_online.person import DetailKind, detail
from seen_online.ui.ask_where import ask_where
from seen_online.ui.pages.note_tab import NoteTab
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


def tick(row: QTreeWidgetItem, *, on: bool = True) -> None:
    row.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def saved(note: NoteTab, path: Path, qtbot: QtBot) -> bytes:
    note.save(path)
    qtbot.waitUntil(path.exists, timeout=30_000)
    return path.read_bytes()


def test_the_preview_is_what_is_saved_after_every_tick(note: NoteTab, qtbot: QtBot, tmp_path: Path) -> None:
    for number, row in enumerate(all_rows(note)):
        if row.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            tick(row, on=row.checkState(0) is not Qt.CheckState.Checked)
            written = QTextDocument()
            written.setDefaultStyleSheet(note.preview.document().defaultStyleSheet())
            written.setHtml(saved(note, tmp_path / f"{number}.html", qtbot).decode())
            assert note.preview.toPlainText() == written.toPlainText(), row.text(0)


def test_details_show_in_full_one_by_one(note: NoteTab) -> None:
    for row in all_rows(note):
        if row.flags() & Qt.ItemFlag.ItemIsUserCheckable and row.childCount() == 0 and "in full" not in row.text(0):
            tick(row)
    clear = {"Phone": PHONE, "E-mail": MAIL, "Date of birth": BORN}
    for words in clear.values():
        assert words not in note.preview.toPlainText()
    for kind, words in clear.items():
        boxes = [row for row in all_rows(note) if row.text(0).startswith(f"Show in full: {kind}")]
        assert boxes, kind
        tick(boxes[0])
        shown = note.preview.toPlainText()
        assert words in shown
        assert not any(other in shown for other in clear.values() if other != words)
        tick(boxes[0], on=False)
        assert words not in note.preview.toPlainText()


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
