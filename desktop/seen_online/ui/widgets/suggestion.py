"""One thing the person can do: its steps, its letter, and a button that puts it into their plan."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from seen_online.checklist.organisation import Organisation
from seen_online.review.suggest import Suggestion
from seen_online.ui.plain import tip
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.how import How
from seen_online.ui.widgets.own_documents import OwnDocuments
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.steps import Steps
from seen_online.ui.widgets.text import heading, quiet
from seen_online.ui.words_for import source_words


class SuggestionCard(QFrame):
    """`taken` carries the words for the plan, `letter_wanted` the letter to write."""

    taken = Signal(str)
    letter_wanted = Signal(object)  # a Letter

    def __init__(self, suggestion: Suggestion, organisation: Organisation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.suggestion = suggestion
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addWidget(heading(suggestion.title))
        if suggestion.how:
            column.addWidget(Steps(suggestion.how))
        if sources := source_words(suggestion.sources):
            column.addWidget(quiet(sources))
        if suggestion.may_have_moved:
            column.addWidget(quiet(self.tr("We checked this more than a year ago. It may have moved.")))
        if suggestion.sites:
            sites = How()
            sites.show_steps((), suggestion.sites)
            column.addWidget(sites)
        documents = OwnDocuments()
        documents.show_slots(suggestion.slots, organisation)
        column.addWidget(documents)
        column.addLayout(self._buttons())

    def _buttons(self) -> Flow:
        buttons = Flow(gap=GAP)
        title, letter, page = self.suggestion.title, self.suggestion.letter, self.suggestion.page
        self.take_button = small_button(self.tr("Take this as my action"))
        self.take_button.setAccessibleName(self.tr("Take this as my action: {title}").format(title=title))
        self.take_button.clicked.connect(lambda: self.taken.emit(title))
        buttons.addWidget(self.take_button)
        self.letter_button: QPushButton | None = None
        if letter is not None:
            self.letter_button = small_button(self.tr("Write the letter …"))
            self.letter_button.setAccessibleName(self.tr("Write the letter: {title}").format(title=letter.title))
            self.letter_button.clicked.connect(lambda: self.letter_wanted.emit(letter))
            buttons.addWidget(self.letter_button)
        if page:
            opener = small_button(self.tr("Open its page in my browser"))
            opener.setToolTip(tip(page))
            opener.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(page)))
            buttons.addWidget(opener)
        return buttons
