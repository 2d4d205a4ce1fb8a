"""Step two, *Things to consider*: one thing at a time, and only what concerns the person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from seen_online.checklist.answer import Answer
from seen_online.checklist.guided import Standing, concerning, how_for, left, progress, standing
from seen_online.checklist.item import Checklist, Item
from seen_online.checklist.letter import Letter
from seen_online.exposure.finding import FindingKind
from seen_online.review.guide import evidence_in, waiting_in
from seen_online.review.seen import Place
from seen_online.ui.background import Soon
from seen_online.ui.desk import Desk
from seen_online.ui.widgets.hanging import HangingRows, show_row
from seen_online.ui.widgets.item import ItemPanel
from seen_online.ui.widgets.page import PageFrame
from seen_online.ui.widgets.sides import Sides
from seen_online.ui.widgets.steady import ChoiceBox
from seen_online.ui.widgets.text import quiet
from seen_online.ui.words_for import STEPS, kind_words, standing_words, step_words

SETTLE = 300  # milliseconds from a key until what was typed is kept, also while typing goes on
MOST_EVIDENCE = 3  # findings named beside a thing that has to be looked at again


def _one_of_each_first(found: Sequence[Place]) -> list[Place]:
    """Order findings so that a phone number is not hidden behind three e-mail addresses."""
    before: Counter[FindingKind] = Counter()
    ordered: list[tuple[int, Place]] = []
    for place in found:
        ordered.append((before[place.finding.kind], place))
        before[place.finding.kind] += 1
    return [place for _, place in sorted(ordered, key=lambda each: each[0])]


class Consider(PageFrame):
    """What there is on the left, the one thing on the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Things to consider"),
            self.tr("One thing at a time, in any order. You can stop and come back."),
            parent=parent,
        )
        self._desk = desk
        self._items: tuple[Item, ...] = ()
        self._settle = Soon(self, SETTLE, self.take_over)
        self.which = ChoiceBox()
        self.which.setAccessibleName(self.tr("Which checklist"))
        self.which.currentIndexChanged.connect(self._change_list)
        self.left = quiet("")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("All things to consider"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(HangingRows(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.panel = ItemPanel()
        self.panel.changed.connect(self._settle.please)
        self.panel.chosen.connect(self.take_over)
        self.panel.step_wanted.connect(self._go_to_step)
        self.panel.help.letter_wanted.connect(self._write_letter)
        self.body.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.left)
        self.body.addWidget(Sides(self.list, self.panel, (38, 78)), 1)
        self.next_button = self.add_primary("")
        self.next_button.clicked.connect(self.next)
        self.back_button = self.add_secondary(self.tr("Back"))
        self.back_button.clicked.connect(self.back)
        self.skip_button = self.add_secondary(self.tr("Next one that is left"))
        self.skip_button.clicked.connect(self.next_left)
        self.list.currentRowChanged.connect(self._show)
        desk.answers_changed.connect(self._show_standings)
        desk.answers_changed.connect(self._show_answer)
        desk.check_replaced.connect(self._start_over)
        desk.shelf_changed.connect(self._show_lists)
        self._show_lists()

    @property
    def item(self) -> Item | None:
        """Return the thing that is shown."""
        row = self.list.currentRow()
        return self._items[row] if 0 <= row < len(self._items) else None

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.list

    def arrive(self) -> None:
        """Show what concerns the person as far as we know them now."""
        self._refill()

    @property
    def listed(self) -> Checklist:
        """Return the checklist that is shown: the things to consider, or an extra one."""
        return self._desk.lists[max(0, self.which.currentIndex())]

    def _show_lists(self) -> None:
        """Offer the checklists there are; a choice is offered only where there is one."""
        self.take_over()
        self.which.blockSignals(True)
        self.which.clear()
        self.which.addItems([each.title for each in self._desk.lists])
        self.which.blockSignals(False)
        self.which.setVisible(self.which.count() > 1)
        self._start_over()

    def _change_list(self) -> None:
        self.take_over()
        self._start_over()

    def _write_letter(self, letter: Letter) -> None:
        from seen_online.ui.dialogs.letter import LetterDialog

        LetterDialog(self._desk, letter, parent=self).open()

    def _go_to_step(self) -> None:
        item = self.item
        if item is not None and item.step:
            self.take_over()
            self.go_to.emit(STEPS.index(item.step))

    def _start_over(self) -> None:
        self._settle.stop()
        self.panel.item = None
        self._items = ()
        self._refill()

    def _refill(self) -> None:
        """Make the list anew where who the person is has changed it; the place in it stays."""
        items = concerning(self.listed, self._desk.check.me)
        here = self.item
        if items != self._items:
            self.list.blockSignals(True)
            self.list.clear()
            self._items = items
            for _ in items:
                self.list.addItem(QListWidgetItem())
            self.list.blockSignals(False)
        self._show_standings()
        ids = [item.id for item in items]
        row = ids.index(here.id) if here is not None and here.id in ids else 0
        self.list.setCurrentRow(row)
        self._show(row)

    def _show(self, row: int) -> None:
        self.take_over()
        item = self.item
        if item is None:
            return
        steps = how_for(item, self._desk.sites, self._desk.check.sites or ())
        answer = self._desk.check.answers.get(item.id, Answer())
        self.panel.show_item(item, answer, steps, self._why_again(item), step_words(item.step))
        if self.which.currentIndex() > 0:  # other people's lists often ask the same question of each thing
            told = self.tr("{title} ({priority})").format(title=item.title, priority=item.priority)
            self.panel.question.setText(f"{told if item.priority else item.title}\n{item.question}")
        if item.letters or item.slots:
            self.panel.help.show_help(item, self._desk.shelf.letters, self._desk.shelf.organisation)
        else:
            self.panel.help.hide()
        self.back_button.setEnabled(row > 0)
        last = row == len(self._items) - 1
        self.next_button.setText(self.tr("Go on to search your name") if last else self.tr("Next"))

    def _why_again(self, item: Item) -> list[str]:
        """Return sentences on what the search found that bears on this thing, or that it is still to be done."""
        said = []
        for place in _one_of_each_first(self._evidence().get(item.id, ()))[:MOST_EVIDENCE]:
            result = self._desk.result(place.key)
            said.append(
                self.tr("Found: {kind} {shown}, on “{title}”.").format(
                    kind=kind_words(place.finding.kind),
                    shown=place.finding.shown,
                    title=result.title if result is not None else place.key,
                )
            )
        if item.id in waiting_in(self._desk.check, self._desk.checklist):
            said.append(self.tr("You have not done this yet."))
        return said

    def _show_answer(self, item_id: str) -> None:
        """Show what was changed elsewhere: the plan changes actions too."""
        item = self.panel.item
        if item is not None and item.id == item_id:
            self.panel.show_action(self._desk.check.answers[item_id])

    def take_over(self) -> None:
        """Keep the answer as it stands."""
        self._settle.stop()
        if self.panel.item is not None and self.panel.item.kind == "question":
            self._desk.answer(self.panel.item.id, self.panel.answer())

    def next(self) -> None:
        """Go to the next thing; after the last one, to the next step."""
        self.take_over()
        if self.list.currentRow() == len(self._items) - 1:
            self.go_on.emit()
        else:
            self.list.setCurrentRow(self.list.currentRow() + 1)

    def back(self) -> None:
        """Go to the thing before."""
        self.list.setCurrentRow(max(0, self.list.currentRow() - 1))

    def next_left(self) -> None:
        """Go to the next thing that still waits for an answer, or for a second look."""
        self.take_over()
        waiting = {i.id for i in left(self.listed, self._desk.check.me, *self._answers())}
        rows = [row for row, item in enumerate(self._items) if item.id in waiting]
        here = self.list.currentRow()
        after = [row for row in rows if row > here] or [row for row in rows if row != here]
        if after:
            self.list.setCurrentRow(after[0])

    def _evidence(self) -> dict[str, tuple[Place, ...]]:
        return evidence_in(self._desk.check, self._desk.checklist)

    def _answers(self) -> tuple[dict[str, Answer], set[str]]:
        return self._desk.check.answers, set(self._evidence())

    def _show_standings(self, *_: object) -> None:
        answers, again = self._answers()
        done = progress(self.listed, self._desk.check.me, answers, again)
        said = self.tr("{done} of {all} answered.").format(done=done.answered, all=done.total)
        if done.look_again:
            said += " " + self.tr("%n to look at again.", "", done.look_again)
        self.left.setText(said)
        self.skip_button.setEnabled(bool(left(self.listed, self._desk.check.me, answers, again)))
        for row, item in enumerate(self._items):
            stand: Standing = standing(item, answers, again)
            sign, words = standing_words(stand)
            line = self.list.item(row)
            # What is not answered yet is the usual case; twenty lines that say so would only be in the way.
            quiet_one = stand is Standing.OPEN
            show_row(line, "" if quiet_one else sign, item.title, "" if quiet_one else words)
            line.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.title}. {words}")
