"""One line of the plan in full: what, by when, how it stands, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from seen_online.checklist.answer import ActionState
from seen_online.checklist.fields import Case
from seen_online.checklist.letter import Letter
from seen_online.review.guide import evidence_in
from seen_online.review.plan import PlanRow
from seen_online.review.suggest import CONCERNS, Suggestion, for_item, for_page
from seen_online.ui.background import Soon
from seen_online.ui.changes.following import Following
from seen_online.ui.changes.words import in_plan
from seen_online.ui.desk import Desk
from seen_online.ui.pages.plan_change import keep, own_words
from seen_online.ui.theme import GAP, WIDE
from seen_online.ui.widgets.action import ActionEdit
from seen_online.ui.widgets.choices import Choices
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.pane import Pane
from seen_online.ui.widgets.suggestion import SuggestionCard
from seen_online.ui.widgets.text import body, heading, quiet, section
from seen_online.ui.words_for import state_words

SAID: tuple[Case, ...] = ("yours", "someone_else", *CONCERNS)
PAGES_SAID = "plan_said"  # the setting's name
SETTLE = 300  # milliseconds from a key until what was typed is kept, also while typing goes on


class PlanRowPanel(Pane):
    """`changed` once a change is kept; the other signals ask for a letter, for evidence, and to see the result."""

    changed = Signal()
    letter_wanted = Signal(object, str)  # a Letter, the key of the result ("" for a thing to consider)
    evidence_wanted = Signal(str)
    result_wanted = Signal(str)

    def __init__(self, desk: Desk, following: Following, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._following = following
        self.row: PlanRow | None = None
        self._said: dict[str, Case] = {}  # by result key: what the person says the page is
        self.cards: list[SuggestionCard] = []
        self._settle = Soon(self, SETTLE, self._keep)
        self.about = heading("")
        self.address = quiet("")
        self.since = Notice()  # what the last check has to do with it
        self.action = ActionEdit(self.tr("What will you do?"))
        self.action.changed.connect(self._settle.please)
        self.state = Choices(self.tr("How it stands"), [(state, state_words(state)) for state in ActionState])
        self.state.chosen.connect(self._state_chosen)
        self.said_title = section(self.tr("Who put it there, and what is it?"))
        names = (
            self.tr("I put it there"),
            self.tr("Somebody else did"),
            self.tr("It bullies somebody"),
            self.tr("It gives away what is confidential"),
        )
        self.said = Choices(self.said_title.text(), list(zip(SAID, names, strict=True)))
        self.said.chosen.connect(self._said_chosen)
        following.changed.connect(self._show_since)
        self.concern = body(
            self.tr("Use your employer's complaints procedure for this. Don't raise it on the site, and don't answer.")
        )
        self.help_title = section(self.tr("What you can do, the gentlest first"))
        self._lay_out()

    def _lay_out(self) -> None:
        self.result_button = small_button(self.tr("Look at it again in step 4"))
        self.result_button.clicked.connect(lambda: self.row and self.result_wanted.emit(self.row.action.about))
        self.evidence_button: QPushButton = small_button(self.tr("Keep evidence …"))
        self.evidence_button.clicked.connect(lambda: self.row and self.evidence_wanted.emit(self.row.action.about))
        buttons = Flow(gap=GAP)
        buttons.addWidget(self.result_button)
        buttons.addWidget(self.evidence_button)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, GAP, WIDE, WIDE)
        column.setSpacing(GAP)
        for widget in (
            self.about,
            self.address,
            self.since,
            self.action,
            self.state,
            self.said_title,
            self.said,
            self.concern,
        ):
            column.addWidget(widget)
        column.addSpacing(GAP)
        column.addLayout(buttons)
        column.addWidget(self.help_title)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.hold(self._inside)
        for ground in (self.viewport(), self._inside):
            ground.setAutoFillBackground(False)  # the tab's own shows through

    def show_row(self, row: PlanRow | None) -> None:
        """Show another line; what was typed for the last one is kept first."""
        self.take_over()
        self.row = row
        self._inside.setVisible(row is not None)
        if row is None:
            self._show_none()
            return
        result = None if row.from_item else self._desk.result(row.action.about)
        self.about.setText(self.tr("About: {what}").format(what=row.about))
        self.address.setText(result.url if result is not None else "")
        self.show_action(row)
        for widget in (self.address, self.said_title, self.said, self.result_button, self.evidence_button):
            widget.setVisible(result is not None)
        self.said.show_value(self._said.get(row.action.about))
        self._show_help()
        self.verticalScrollBar().setValue(0)

    def _show_none(self) -> None:
        """Leave no word of the last line where nobody sees it."""
        for words in (self.about, self.address):
            words.setText("")
        self.since.show_text("")
        self.action.show_action("", None)
        self._settle.stop()
        self._show_help()

    def show_action(self, row: PlanRow) -> None:
        """Show the action of the line as it is kept now."""
        self.row = row
        self.action.show_action(own_words(self._desk, row), row.action.due, row.action.what)
        self.state.show_value(row.action.state)
        self._show_since()
        self._settle.stop()

    def _show_since(self) -> None:
        row = self.row
        if row is None:
            return
        about, desk = row.action.about, self._desk
        seen = row.from_item and evidence_in(desk.check, desk.checklist).get(about)
        change = None if row.from_item else self._following.change(about)
        state = "attention" if row.action.state is ActionState.CAME_BACK else "quiet"
        self.since.show_text(in_plan(row, change, desk.check, desk.earlier, seen), state)

    def take_over(self) -> None:
        """Keep the line as it stands on the screen."""
        waiting = self._settle.isActive()
        self._settle.stop()
        if waiting and self.row is not None:
            self._keep()

    def _keep(self) -> None:
        row, state = self.row, self.state.value
        if row is not None:
            keep(self._desk, row, self.action.what, self.action.due, ActionState(state or ActionState.TO_DO))
            self.changed.emit()

    def _state_chosen(self, state: object) -> None:
        if state is None:
            self.state.show_value(ActionState.TO_DO)
        self._keep()

    def _said_chosen(self, case: object) -> None:
        if self.row is None:
            return
        key = self.row.action.about
        self._said.pop(key, None)
        if case in SAID:
            self._said[key] = SAID[SAID.index(case)]
        self._desk.remember(PAGES_SAID, dict(self._said))
        self._show_help()

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return what fits the line that is shown."""
        if self.row is None:
            return ()
        check, shelf, about = self._desk.check, self._desk.shelf, self.row.action.about
        if self.row.from_item:
            item = self._desk.checklist.item(about)
            return for_item(item, shelf, check.sites or ()) if item is not None else ()
        result = self._desk.result(about)
        url = result.url if result is not None else ""
        return for_page(url, check.findings.get(about, ()), shelf, check.sites or (), self._said.get(about))

    def _show_help(self) -> None:
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [SuggestionCard(each, self._desk.shelf.organisation) for each in self.suggestions()]
        for card in self.cards:
            card.taken.connect(self._take)
            card.letter_wanted.connect(self._want_letter)
            self._cards.addWidget(card)
        about = self.row.action.about if self.row is not None else ""
        self.concern.setVisible(self._said.get(about) in CONCERNS)
        self.help_title.setVisible(bool(self.cards))

    def _take(self, what: str) -> None:
        """Put a suggestion into the action, with a date, since a plan without one is a wish."""
        day = self.action.date.date()
        self.action.show_action(what, self.action.due or day.toPython(), what)  # type: ignore[arg-type]
        self._keep()
        self.verticalScrollBar().setValue(0)
        self.action.edit.setFocus()

    def _want_letter(self, letter: Letter) -> None:
        if self.row is not None:
            self.letter_wanted.emit(letter, "" if self.row.from_item else self.row.action.about)

    def start_over(self) -> None:
        """Forget the line, since another check lies on the desk; what was said of pages is as the record has it."""
        self._settle.stop()
        self.row = None
        kept = self._desk.recall(PAGES_SAID)
        self._said = {key: case for key, case in kept.items() if case in SAID} if isinstance(kept, dict) else {}
        self._inside.hide()
