"""The plan: every action with its date and state, and below it what can be done about the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout, QWidget

from seen_online.checklist.answer import ActionState
from seen_online.checklist.letter import Letter
from seen_online.review.plan import PlanRow, plan_rows
from seen_online.ui.changes.following import Following
from seen_online.ui.desk import Desk
from seen_online.ui.pages.plan_change import keep, own_words
from seen_online.ui.pages.plan_row import PlanRowPanel
from seen_online.ui.plain import tip
from seen_online.ui.theme import LIST, WIDE
from seen_online.ui.widgets.text import body
from seen_online.ui.widgets.tree import table
from seen_online.ui.words_for import state_words

WHAT, ABOUT, BY, STATE = range(4)


class PlanTab(QWidget):
    """A table of actions; a tick marks one as done, choosing one shows it in full below."""

    result_wanted = Signal(str)

    def __init__(self, desk: Desk, following: Following, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[PlanRow] = []
        self.empty = body(
            self.tr("Nothing to do yet. What you mark as “needs doing” or “not happy” comes here by itself.")
        )
        columns = [self.tr("What to do"), self.tr("About"), self.tr("By"), self.tr("State")]
        self.tree = table(self.tr("Your plan"), columns, wide=(WHAT, ABOUT), wraps=True)
        self.tree.setMinimumHeight(LIST * 3 // 5)
        self.tree.itemChanged.connect(self._ticked)
        self.tree.currentItemChanged.connect(self._choose)
        self.panel = PlanRowPanel(desk, following)
        self.panel.changed.connect(self._show_change)
        self.panel.letter_wanted.connect(self._write_letter)
        self.panel.evidence_wanted.connect(self._keep_evidence)
        self.panel.result_wanted.connect(self.result_wanted)
        self.panel.grow(True)  # a plan and its advice are read as one page
        self.parts = QWidget()
        parts = QVBoxLayout(self.parts)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(WIDE)
        parts.addWidget(self.tree)
        parts.addWidget(self.panel, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.parts, 1)
        desk.check_replaced.connect(self.panel.start_over)

    def refresh(self) -> None:
        """Fill the table anew; the line that was chosen stays chosen."""
        self.panel.take_over()
        here = self.panel.row.action.about if self.panel.row is not None else ""
        self._rows = self._plan_rows()
        self.tree.blockSignals(True)
        self.tree.clear()
        for row in self._rows:
            item = QTreeWidgetItem()
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            self.tree.addTopLevelItem(item)
            self._fill(item, row)
        self.tree.blockSignals(False)
        self.empty.setVisible(not self._rows)
        self.parts.setVisible(bool(self._rows))
        abouts = [row.action.about for row in self._rows]
        if self._rows:
            place = abouts.index(here) if here in abouts else 0
            self.tree.blockSignals(True)
            self.tree.setCurrentIndex(self.tree.model().index(place, WHAT))
            self.tree.blockSignals(False)
            self.panel.show_row(self._rows[place])
        else:
            self.panel.show_row(None)

    def _plan_rows(self) -> list[PlanRow]:
        earlier = self._desk.earlier
        return plan_rows(self._desk.check, self._desk.checklist, earlier.results if earlier is not None else ())

    def _fill(self, item: QTreeWidgetItem, row: PlanRow) -> None:
        due = f"{row.action.due:%d/%m/%Y}" if row.action.due else ""
        for column, text in enumerate((row.action.what, row.about, due, state_words(row.action.state))):
            item.setText(column, text)
        done = row.action.state is ActionState.DONE
        item.setCheckState(WHAT, Qt.CheckState.Checked if done else Qt.CheckState.Unchecked)
        item.setToolTip(WHAT, tip(row.action.what))
        item.setToolTip(ABOUT, tip(row.about))

    def _choose(self, item: QTreeWidgetItem | None, _previous: object = None) -> None:
        place = self.tree.indexOfTopLevelItem(item) if item is not None else -1
        if 0 <= place < len(self._rows):
            self.panel.show_row(self._rows[place])

    def _show_change(self) -> None:
        """Show what was changed in its place: the lines are put in order when the person comes here anew."""
        fresh = {row.action.about: row for row in self._plan_rows()}
        self.tree.blockSignals(True)
        self.tree.scheduleDelayedItemsLayout()  # before they change: see `WrappedRows`
        for place, row in enumerate(self._rows):
            now = fresh.get(row.action.about)
            item = self.tree.topLevelItem(place)
            if now is not None and item is not None:
                self._rows[place] = now
                self._fill(item, now)
                if self.panel.row is not None and self.panel.row.action.about == now.action.about:
                    self.panel.row = now
        self.tree.blockSignals(False)

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        if column != WHAT:
            return
        self.panel.take_over()
        row = self._rows[self.tree.indexOfTopLevelItem(item)]
        done = item.checkState(WHAT) is Qt.CheckState.Checked
        state = ActionState.DONE if done else ActionState.TO_DO
        keep(self._desk, row, own_words(self._desk, row), row.action.due, state)
        self._show_change()
        if self.panel.row is not None and self.panel.row.action.about == row.action.about:
            self.panel.show_action(self.panel.row)

    def _write_letter(self, letter: Letter, key: str) -> None:
        from seen_online.ui.dialogs.letter import LetterDialog

        LetterDialog(self._desk, letter, key, self).open()

    def _keep_evidence(self, key: str) -> None:
        from seen_online.ui.dialogs.evidence import EvidenceDialog

        EvidenceDialog(self._desk, key, self).open()
