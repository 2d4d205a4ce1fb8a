"""All checks over time: a picture where there are three or more, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from seen_online.review.over_time import FEWEST, Tally
from seen_online.ui.changes.picture import OverTimePicture
from seen_online.ui.changes.tallies import day_of, kinds_in, looked_into, searched, tallies_task
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.sheet_dialog import SheetDialog
from seen_online.ui.theme import GAP
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.text import Words, body, quiet
from seen_online.ui.widgets.tree import table
from seen_online.ui.words_for import kind_words

MOST_ROWS = 8  # of the table in sight; more scroll


class OverTimeDialog(SheetDialog):
    """How many of the person's details of each kind could be seen, check by check."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All checks over time"))
        self.tallies: tuple[Tally, ...] = ()
        self.words: Words = body(self.tr("Counting …"))
        self.caution: Words = quiet("")
        self.caution.hide()
        self.notice = Notice()
        self.picture = OverTimePicture()
        self.picture.hide()
        self.tree = table(self.tr("Your checks, newest first"), [self.tr("Check")], wide=())
        self.column.setSpacing(2 * GAP)
        # One sheet for all, so that picture and table keep their height where letters are large.
        for widget in (self.notice, self.words, self.caution, self.picture, self.tree):
            self.column.addWidget(widget)
        self.fit(900, 720)
        desk.check_replaced.connect(self.reject)
        desk.background.run(tallies_task(desk), self._came, failed=self.notice.tell)

    def _came(self, tallies: Sequence[Tally]) -> None:
        self.tallies = tuple(tallies)
        self.words.setText(
            self.tr("How many of your own details could be seen, each counted once. Pages about others don't count.")
        )
        cautions = [self.tr("A smaller number can also mean that fewer pages were read that time.")]
        if any(tally.may_be_more for tally in self.tallies):
            cautions.append(
                self.tr(
                    "A question mark and hatched bars: there may be more. Some searches were not answered, or most"
                    " pages were not read."
                )
            )
        if len(self.tallies) < FEWEST:
            cautions.append(self.tr("From your third check on, a picture stands here."))
        elif not kinds_in(self.tallies):
            cautions.append(self.tr("No detail of yours was seen in any of them, so there is nothing to draw."))
        else:
            self.picture.show_tallies(self.tallies)
            self.picture.show()
        self.caution.setText("\n".join(cautions))
        self.caution.show()
        self._fill()

    def _fill(self) -> None:
        kinds = kinds_in(self.tallies)
        columns = [self.tr("Check"), *map(kind_words, kinds), self.tr("Pages read"), self.tr("Searches answered")]
        self.tree.setColumnCount(len(columns))
        self.tree.setHeaderLabels(columns)
        self.tree.clear()
        for tally in reversed(self.tallies):
            counts = [f"{tally.counts.get(kind, 0)}" for kind in kinds]
            self.tree.addTopLevelItem(QTreeWidgetItem([day_of(tally), *counts, looked_into(tally), searched(tally)]))
        for index in range(len(columns)):
            self.tree.resizeColumnToContents(index)
        rows = min(len(self.tallies), MOST_ROWS) + 2  # with the header, and room for a scroll bar
        self.tree.setFixedHeight(rows * max(self.tree.sizeHintForRow(0), self.tree.header().height()))
