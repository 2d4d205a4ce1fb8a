"""A letter: its blanks as fields, exactly what it will say beside them, and a copy to take. Nothing is sent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from seen_online.checklist.letter import Blank, Letter
from seen_online.checklist.letters import MOST, Filled, Piece, Ready, fill, known_values, ready
from seen_online.note.letter_file import letter_as_text, save_letter
from seen_online.note.when import long_date
from seen_online.review.known import known
from seen_online.trouble import Trouble
from seen_online.ui.ask_where import ask_where
from seen_online.ui.desk import Desk
from seen_online.ui.draft import Draft
from seen_online.ui.theme import GAP, LIST, WIDE
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.steps import Steps
from seen_online.ui.widgets.text import body, heading, quiet
from seen_online.ui.words_for import source_words


class LetterDialog(QDialog):
    """Fields on the left, the letter on the right. It leaves only whole, and only by the person's own hand."""

    def __init__(self, desk: Desk, letter: Letter, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(letter.title)
        self._desk = desk
        self.letter = letter
        today = long_date(desk.now().date())
        shelf = desk.shelf
        self._known = known_values(letter, known(desk.check, key, shelf.sites, shelf.organisation, today))
        self.notice = Notice()
        self.fields: dict[str, QLineEdit] = {}
        self.left = quiet("")
        self.preview = QPlainTextEdit(readOnly=True)
        self.preview.setAccessibleName(self.tr("The letter, exactly as it will be copied or saved"))
        self.preview.setTabChangesFocus(True)
        self._lay_out()
        draft = Draft(desk, f"letter {letter.id} {key}", self.fields, self)
        self.finished.connect(draft.keep)
        self._show()
        self._focus_first_blank()

    def _lay_out(self) -> None:
        sides = QSplitter()
        sides.setChildrenCollapsible(False)
        sides.addWidget(self._form())
        sides.addWidget(self._paper())
        sides.setSizes([LIST, LIST])  # both the same, whatever the room
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton(self.tr("Copy the letter"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setObjectName("primary")
        self.copy_button.setDefault(True)
        self.copy_button.clicked.connect(self.copy)
        self.save_button = buttons.addButton(self.tr("Save as …"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save_button.clicked.connect(self._ask_where)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addWidget(
            quiet(self.tr("This program sends nothing. You copy or save the letter, and send it yourself."))
        )
        column.addWidget(sides, 1)
        column.addWidget(self.notice)
        column.addWidget(buttons)
        room = self.screen().availableSize()
        self.resize(min(1040, room.width() - 60), min(700, room.height() - 60))

    def _form(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, WIDE, 0)
        column.setSpacing(GAP)
        column.addWidget(body(self.letter.when))
        column.addWidget(body(self.tr("Who gets it: {whom}").format(whom=self.letter.to)))
        for blank in self.letter.blanks:
            column.addWidget(heading(blank.label))
            column.addWidget(self._field(blank))
        if self.letter.after:
            column.addWidget(heading(self.tr("Afterwards")))
            column.addWidget(Steps(self.letter.after))
        if sources := source_words(self.letter.sources):
            column.addWidget(quiet(sources))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.setMinimumWidth(LIST)
        return area

    def _field(self, blank: Blank) -> QLineEdit:
        field = QLineEdit(self._known.get(blank.name, ""))
        field.setMaxLength(MOST)
        field.setCursorPosition(0)  # so that the start of a long address is in sight
        field.setAccessibleName(blank.label)
        if blank.hint:
            field.setPlaceholderText(self.tr("such as: {example}").format(example=blank.hint))
        elif blank.optional:
            field.setPlaceholderText(self.tr("may stay empty"))
        field.setAccessibleDescription(field.placeholderText())
        field.textChanged.connect(self._show)
        self.fields[blank.name] = field
        return field

    def _paper(self) -> QWidget:
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(WIDE, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(heading(self.tr("Your letter")))
        column.addWidget(self.preview, 1)
        column.addWidget(self.left)
        return paper

    def filled(self) -> Filled:
        """Return the letter with what stands in the fields."""
        return fill(self.letter, {name: field.text() for name, field in self.fields.items()})

    def ready(self) -> Ready:
        """Return the whole letter. Raises Trouble while a blank is left."""
        return ready(self.filled())

    def _show(self) -> None:
        filled = self.filled()
        labels = {blank.name: blank.label for blank in self.letter.blanks}

        def shown(pieces: tuple[Piece, ...]) -> str:
            return "".join(f"[{labels[p.blank]}]" if p.blank else p.text for p in pieces)

        if filled.left:
            preview = Ready(self.letter.title, self.letter.to, shown(filled.subject), shown(filled.text))
            self.left.setText(self.tr("%n blank(s) left: they stand in [brackets].", "", len(filled.left)))
        else:
            preview = ready(filled)
            self.left.setText(self.tr("No blank is left. The letter is ready."))
        bar = self.preview.verticalScrollBar()
        place = bar.value()
        self.preview.setPlainText(letter_as_text(preview))
        bar.setValue(place)
        self.notice.show_text("")

    def _focus_first_blank(self) -> None:
        left = self.filled().left
        if left:
            self.fields[left[0].name].setFocus()

    def copy(self) -> None:
        """Put the letter on the clipboard; refused while a blank is left."""
        try:
            text = letter_as_text(self.ready())
        except Trouble as trouble:
            self._refuse(trouble)
        else:
            QGuiApplication.clipboard().setText(text)
            self.notice.show_text(self.tr("Copied. Put it into your own e-mail or message."), "good")

    def _ask_where(self) -> None:
        try:
            self.ready()
        except Trouble as trouble:
            self._refuse(trouble)
            return
        kinds = self.tr("Text (*.txt);;Word (*.docx)")
        if path := ask_where(self, self.tr("Save the letter"), f"{self.letter.id}.txt", kinds):
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the letter to `path`; refused while a blank is left."""
        try:
            save_letter(self.ready(), path, self._desk.now())
        except Trouble as trouble:
            self._refuse(trouble)
        else:
            self.notice.show_text(self.tr("The letter is in {path}").format(path=path), "good")

    def _refuse(self, trouble: Trouble) -> None:
        self.notice.tell(trouble)
        self._focus_first_blank()
