"""Step two, *Things to consider*: one thing at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QWidget

from seen_online.checklist.answer import Answer
from seen_online.ui.desk import Desk
from seen_online.ui.theme import line_width
from seen_online.ui.widgets.item import ItemPanel
from seen_online.ui.widgets.page import PageFrame
from seen_online.ui.widgets.text import quiet
from seen_online.ui.words_for import choice_words

SETTLE = 300  # milliseconds of no typing before an answer is kept


class Consider(PageFrame):
    """What is left on the left, the one thing on the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Things to consider"),
            self.tr("One thing at a time, in any order. You can stop and come back."),
            scrolls=False,
            parent=parent,
        )
        self._desk = desk
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.take_over)
        self.left = quiet("")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("All things to consider"))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.panel = ItemPanel()
        self.panel.changed.connect(self._settle.start)
        self.panel.chosen.connect(self.take_over)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([line_width(self, 36), line_width(self, 80)])
        self.body.addWidget(self.left)
        self.body.addWidget(splitter, 1)
        self.next_button = self.add_primary("")
        self.next_button.clicked.connect(self.next)
        self.back_button = self.add_secondary(self.tr("Back"))
        self.back_button.clicked.connect(self.back)
        for item in desk.checklist.items:
            row = QListWidgetItem(item.title)
            row.setData(Qt.ItemDataRole.UserRole, item.id)
            self.list.addItem(row)
        self.list.currentRowChanged.connect(self._show)
        desk.answers_changed.connect(self._show_row)
        desk.check_replaced.connect(self._start_over)
        self._show_rows()
        self.list.setCurrentRow(0)

    @property
    def item_id(self) -> str:
        """Return the id of the thing that is shown."""
        row = self.list.currentItem()
        return row.data(Qt.ItemDataRole.UserRole) if row is not None else ""

    def _show(self, row: int) -> None:
        self.take_over()
        item = self._desk.checklist.item(self.item_id)
        if item is None:
            return
        self.panel.show_item(item, self._desk.check.answers.get(item.id, Answer()))
        self.back_button.setEnabled(row > 0)
        last = row == self.list.count() - 1
        self.next_button.setText(self.tr("Go on to search your name") if last else self.tr("Next"))

    def take_over(self) -> None:
        """Keep the answer as it stands."""
        self._settle.stop()
        if self.panel.item is not None and self.panel.item.kind == "question":
            self._desk.answer(self.panel.item.id, self.panel.answer())

    def next(self) -> None:
        """Go to the next thing; after the last one, to the next step."""
        self.take_over()
        if self.list.currentRow() == self.list.count() - 1:
            self.go_on.emit()
        else:
            self.list.setCurrentRow(self.list.currentRow() + 1)

    def back(self) -> None:
        """Go to the thing before."""
        self.list.setCurrentRow(max(0, self.list.currentRow() - 1))

    def _start_over(self) -> None:
        self._settle.stop()
        self.panel.item = None
        self._show_rows()
        self.list.setCurrentRow(-1)
        self.list.setCurrentRow(0)

    def _show_rows(self) -> None:
        for item in self._desk.checklist.items:
            self._show_row(item.id)

    def _show_row(self, item_id: str) -> None:
        questions = [i for i in self._desk.checklist.items if i.kind == "question"]
        answers = self._desk.check.answers
        open_ones = [i for i in questions if i.id not in answers or answers[i.id].choice is None]
        self.left.setText(
            self.tr("{done} of {all} answered. {left} left.").format(
                done=len(questions) - len(open_ones), all=len(questions), left=len(open_ones)
            )
        )
        for index in range(self.list.count()):
            row = self.list.item(index)
            if row.data(Qt.ItemDataRole.UserRole) != item_id:
                continue
            item = self._desk.checklist.item(item_id)
            if item is None:
                return
            if item.kind == "question":
                sign, words = choice_words(answers.get(item_id, Answer()).choice)
                row.setText(f"{sign}  {item.title}")
                row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.title}. {words}")
            else:
                row.setText(f"i  {item.title}")
                row.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("{title}. To read").format(title=item.title))
