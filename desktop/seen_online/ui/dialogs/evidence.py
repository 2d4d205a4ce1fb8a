"""An evidence sheet for a concern: made only on request, looked at first, saved where the person says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from seen_online.review.known import procedure_in_words, when_read
from seen_online.trouble import Trouble
from seen_online.ui.ask_where import ask_where
from seen_online.ui.desk import Desk
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.text import body

if TYPE_CHECKING:
    from seen_online.note.model import Note


class EvidenceDialog(QDialog):
    """The sheet as it will be written. Where it can't be made, it says why and what to do."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keep evidence for a concern"))
        self._desk = desk
        self.note: Note | None = None
        self.notice = Notice()
        self.preview = QPlainTextEdit(readOnly=True)
        self.preview.setAccessibleName(self.tr("The evidence sheet, as it will be saved"))
        self.preview.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.letter_button = buttons.addButton(self.tr("Write the letter …"), QDialogButtonBox.ButtonRole.ActionRole)
        self.letter_button.clicked.connect(lambda: self._write_letter(key))
        self.save_button = buttons.addButton(self.tr("Save the evidence …"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save_button.setObjectName("primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._ask_where)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        for sentence in (
            self.tr("Use your employer's complaints procedure, not the site. Don't answer there, and don't share it."),
            self.tr("Nothing is kept until you save it. It goes only where you put it."),
        ):
            column.addWidget(body(sentence))
        column.addWidget(self.notice)
        column.addWidget(self.preview, 1)
        column.addWidget(buttons)
        room = self.screen().availableSize()
        self.resize(min(860, room.width() - 80), min(640, room.height() - 80))
        try:
            self._make(key)
        except Trouble as trouble:
            self.notice.tell(trouble)
            self.preview.hide()
            column.insertStretch(column.count() - 1, 1)
            self.save_button.setEnabled(False)

    def _make(self, key: str) -> None:
        from seen_online.note.build import made_up
        from seen_online.note.evidence import evidence, evidence_note
        from seen_online.note.text import write_text
        from seen_online.words import say

        check = self._desk.check
        result, page, seen = self._desk.result(key), check.pages.get(key), when_read(check, key)
        address = result.url if result is not None else ""
        if page is None or not page.text or seen is None:
            raise Trouble(
                say("This page was not read here, so there is no text and no time to keep."),
                say("Read the page in step 4 first."),
                address,
            )
        title = say("{title} (read from a copy that was saved)", title=page.title) if page.copy else page.title
        sheet = evidence(page.url or address, seen.astimezone(), page.text, title)
        note = evidence_note(sheet, self._desk.now(), procedure_in_words(self._desk.shelf.organisation))
        self.note = made_up(note) if self._desk.practice else note
        self.preview.setPlainText(write_text(self.note).decode())

    def _write_letter(self, key: str) -> None:
        from seen_online.ui.dialogs.letter import LetterDialog

        letter = self._desk.shelf.letter("complaint-to-employer")
        if letter is not None:
            LetterDialog(self._desk, letter, key, self).open()

    def _ask_where(self) -> None:
        kinds = self.tr("PDF (*.pdf);;Word (*.docx);;Web page (*.html);;Markdown (*.md);;Text (*.txt)")
        if path := ask_where(self, self.tr("Save the evidence"), "evidence.pdf", kinds):
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the sheet to `path`, in the format of its suffix; the dialog has asked about replacing already."""
        note = self.note
        if note is None:
            return

        def task() -> Path:
            from seen_online.note.save import save

            save(note, path, replace=True)
            return path

        said = self.tr("The evidence is in {path}. Show it only to the people who deal with it.")
        self._desk.files.write(task, said, self.notice)
