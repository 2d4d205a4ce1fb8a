"""One thing to consider: the question, why, how, the answer, a note, and what to do where it needs doing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from seen_online.checklist.answer import Answer, Choice
from seen_online.checklist.guided import SiteSteps
from seen_online.checklist.item import Item
from seen_online.ui.theme import GAP, WIDE
from seen_online.ui.widgets.action import ActionEdit
from seen_online.ui.widgets.choices import Choices
from seen_online.ui.widgets.how import How
from seen_online.ui.widgets.item_help import ItemHelp
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.pane import Pane
from seen_online.ui.widgets.text import body, heading, quiet, section
from seen_online.ui.words_for import choice_words, source_words


class ItemPanel(Pane):
    """Shows an item; `chosen` when an answer is picked, `changed` while something is typed.

    `step_wanted` asks for the page that does it.
    """

    chosen = Signal()
    changed = Signal()
    step_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: Item | None = None
        self._state = Answer().state
        self.question = heading("")
        self.again = Notice()
        self.step_button = small_button("")
        self.step_button.clicked.connect(self.step_wanted)
        self.why = body("")
        self.how = How()
        self.help = ItemHelp()
        self.choices = Choices(self.tr("Your answer"), [(choice, choice_words(choice)[1]) for choice in Choice])
        self.action = ActionEdit(self.tr("What will you do?"))
        self.note_title = section(self.tr("Your note"))
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Your note on this"))
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(100)
        self.sources = quiet("")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(WIDE, 0, WIDE, WIDE)
        column.setSpacing(GAP + GAP // 2)
        for widget in (
            self.question, self.again, self.step_button, self.why, self.choices, self.action, self.how, self.help,
            self.note_title, self.note, self.sources,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        self.hold(inside)
        self.choices.chosen.connect(self._picked)
        self.action.changed.connect(self.changed)
        self.note.textChanged.connect(self.changed)

    def show_item(
        self, item: Item, answer: Answer, sites: Iterable[SiteSteps], again: Sequence[str], step: str = ""
    ) -> None:
        """Show an item with the answer so far.

        `again` are sentences on why to look at it once more, `step` the title of the page that does it.
        """
        self.item = item
        asked = item.kind == "question"
        self.question.setText(item.question if asked else item.title)
        self.again.show_text("\n".join(again), "attention")
        self.step_button.setText(self.tr("Go to “{step}”").format(step=step))
        self.step_button.setVisible(bool(step))
        self.why.setText(item.why)
        self.how.show_steps(item.how, sites)
        for widget in (self.choices, self.note_title, self.note):
            widget.setVisible(asked)
        self.choices.show_value(answer.choice)
        self.show_action(answer)
        self.action.setVisible(asked and answer.choice is Choice.NEEDS_DOING)
        self.note.blockSignals(True)
        self.note.setPlainText(answer.note)
        self.note.blockSignals(False)
        self.sources.setText(source_words(item.sources))
        self.verticalScrollBar().setValue(0)

    def show_action(self, answer: Answer) -> None:
        """Show the action of an answer, as it is kept now."""
        self._state = answer.state
        self.action.show_action(answer.action, answer.due, self.item.action if self.item is not None else "")

    def answer(self) -> Answer:
        """Return the answer as it stands on the screen."""
        value = self.choices.value
        choice = value if isinstance(value, Choice) else None
        if choice is Choice.NEEDS_DOING:
            return Answer(choice, self.note.toPlainText(), self.action.what, self.action.due, self._state)
        return Answer(choice, self.note.toPlainText())

    def _picked(self, choice: object) -> None:
        if choice is Choice.NEEDS_DOING and self.action.isHidden():
            self.action.offer_day()
        self.action.setVisible(choice is Choice.NEEDS_DOING)
        self.chosen.emit()
