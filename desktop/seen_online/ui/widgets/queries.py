"""The list of searches: ticked by the person, each with how it went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout, QWidget

from seen_online.search.model import Ask, Outcome, Query
from seen_online.ui.plain import tip
from seen_online.ui.theme import LIST
from seen_online.ui.widgets.leading import Leading
from seen_online.ui.widgets.tree import table, top_rows
from seen_online.ui.words_for import outcome_words

WORDS, WHY, HOW = range(3)


class QueryList(Leading):
    """A row a query. `ticked` when the person ticks or unticks one, `chosen` when they go to another row."""

    ticked = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns = [self.tr("Words to search for"), self.tr("This is"), self.tr("How it went")]
        self.tree = table(self.tr("What we may ask"), columns, wide=(WORDS, WHY), wraps=True)
        self.tree.setMinimumHeight(LIST)
        self.tree.itemChanged.connect(self._ticked)
        self.tree.currentItemChanged.connect(self.chosen)
        self._kept: dict[str, bool] = {}  # the person's own ticks, while queries come and go
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.tree

    @property
    def ticks(self) -> dict[str, bool]:
        """Return the ticks that the person set or cleared, by the words of the queries that are listed."""
        listed = {_query(row).words for row in top_rows(self.tree)}
        return {words: on for words, on in self._kept.items() if words in listed}

    def take_ticks(self, ticks: Mapping[str, bool]) -> None:
        """Put these in the place of the ticks that the person set; all others are as suggested again."""
        self._kept = dict(ticks)

    def show_queries(self, queries: Iterable[Query]) -> None:
        """Replace the rows; ticks that the person set stay."""
        self.tree.blockSignals(True)
        self.tree.clear()
        for query in queries:
            why = self.tr("{why} (private)").format(why=query.why) if query.private else query.why
            row = QTreeWidgetItem([query.words, why, ""])
            row.setData(WORDS, Qt.ItemDataRole.UserRole, query)
            row.setToolTip(WORDS, tip(query.words))
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = self._kept.get(query.words, query.ticked)
            row.setCheckState(WORDS, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.tree.addTopLevelItem(row)
        self.tree.blockSignals(False)

    def ticked_queries(self) -> list[Query]:
        """Return the queries that are ticked, in their order."""
        rows = [row for row in top_rows(self.tree) if row.checkState(WORDS) is Qt.CheckState.Checked]
        return [_query(row) for row in rows]

    @property
    def current(self) -> Query | None:
        """Return the query of the row the person is on, or None."""
        row = self.tree.currentItem()
        return _query(row) if row is not None else None

    def go_to(self, query: Query) -> None:
        """Put the person on the row of a query."""
        for row in top_rows(self.tree):
            if _query(row).words == query.words:
                self.tree.setCurrentItem(row)
                self.chosen.emit()

    def show_outcomes(self, asks: Sequence[Ask], labels: dict[str, str]) -> None:
        """Show how each query went; `labels` are the engines' names for people, by engine name."""
        by_words: dict[str, list[Ask]] = {}
        over = any(ask.outcome is not Outcome.NOT_ASKED for ask in asks)  # from then on "not asked" is news
        for ask in asks:
            if over or ask.running or ask.outcome is not Outcome.NOT_ASKED:
                by_words.setdefault(ask.query.words, []).append(ask)
        self.tree.blockSignals(True)
        for row in top_rows(self.tree):
            told = by_words.get(_query(row).words, [])
            several = len(told) > 1
            said = "; ".join(self._said(ask, labels.get(ask.engine, ask.engine), several) for ask in told)
            more = "\n".join(f"{ask.detail} {ask.next_step}" for ask in told)
            if (row.text(HOW), row.toolTip(HOW)) != (said, tip(more)):
                self.tree.scheduleDelayedItemsLayout()  # before it changes: see `WrappedRows`
                row.setText(HOW, said)
                row.setToolTip(HOW, tip(more))
        self.tree.blockSignals(False)

    def _said(self, ask: Ask, label: str, several: bool) -> str:
        sign, words = outcome_words(ask)
        if ask.outcome is Outcome.ANSWERED and not ask.running:
            words = self.tr("%n page(s) shown", "", len(ask.hits))
        return f"{sign} {label}: {words}" if several else f"{sign} {words}"

    def _ticked(self, row: QTreeWidgetItem, column: int) -> None:
        if column == WORDS:
            self._kept[_query(row).words] = row.checkState(WORDS) is Qt.CheckState.Checked
            self.ticked.emit()


def _query(row: QTreeWidgetItem) -> Query:
    query = row.data(WORDS, Qt.ItemDataRole.UserRole)
    assert isinstance(query, Query)
    return query
