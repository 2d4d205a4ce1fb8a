"""The plan: every action with its date and state."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout, QWidget

from seen_online.checklist.answer import ActionState, Answer
from seen_online.review.plan import PlanRow, plan_rows
from seen_online.ui.desk import Desk
from seen_online.ui.plain import tip
from seen_online.ui.widgets.text import body
from seen_online.ui.widgets.tree import table
from seen_online.ui.words_for import state_words


class PlanTab(QWidget):
    """A table of actions; a tick marks one as done."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[PlanRow] = []
        self.empty = body(
            self.tr("Nothing to do yet. What you mark as “needs doing” or “not happy” comes here by itself.")
        )
        columns = [self.tr("What to do"), self.tr("About"), self.tr("By"), self.tr("State")]
        self.tree = table(self.tr("Your plan"), columns, wide=(0, 1))
        self.tree.itemChanged.connect(self._ticked)
        column = QVBoxLayout(self)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.tree, 1)

    def refresh(self) -> None:
        """Fill the table anew."""
        self._rows = plan_rows(self._desk.check, self._desk.checklist)
        self.tree.blockSignals(True)
        self.tree.clear()
        for row in self._rows:
            due = f"{row.action.due:%d/%m/%Y}" if row.action.due else ""
            item = QTreeWidgetItem([row.action.what, row.about, due, state_words(row.action.state)])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            done = row.action.state is ActionState.DONE
            item.setCheckState(0, Qt.CheckState.Checked if done else Qt.CheckState.Unchecked)
            item.setToolTip(0, tip(row.action.what))
            item.setToolTip(1, tip(row.about))
            self.tree.addTopLevelItem(item)
        self.tree.blockSignals(False)
        self.empty.setVisible(not self._rows)
        self.tree.setVisible(bool(self._rows))

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        if column != 0:
            return
        row = self._rows[self.tree.indexOfTopLevelItem(item)]
        done = item.checkState(0) is Qt.CheckState.Checked
        state = ActionState.DONE if done else ActionState.TO_DO
        if row.from_item:
            answer = self._desk.check.answers.get(row.action.about, Answer())
            self._desk.answer(row.action.about, replace(answer, state=state))
        else:
            self._desk.change_verdict(row.action.about, action=replace(row.action, state=state))
        item.setText(3, state_words(state))
