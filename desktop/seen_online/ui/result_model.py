"""The results as a list that grows while the search runs, without losing the person's place in it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from seen_online.reading.page import Page
from seen_online.review.seen import telling
from seen_online.review.selfcheck import Feeling, Who
from seen_online.ui.background import Soon
from seen_online.ui.changes.following import Following
from seen_online.ui.changes.words import beside_result
from seen_online.ui.desk import Desk
from seen_online.ui.likeness import Likely
from seen_online.ui.plain import tip
from seen_online.ui.words_for import feeling_words, likely_words, unread_words, who_words

SETTLE = 120  # milliseconds: many answers at once make one change on the screen
_SIGNS = {Who.ME: "●", Who.NOT_ME: "○", Who.NOT_SURE: "?", None: "·"}


class ResultModel(QAbstractListModel):
    """One row a result: title, site, the verdict so far, and how many details it gives away."""

    def __init__(self, desk: Desk, likely: Likely, following: Following, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._likely = likely
        self._following = following
        likely.changed.connect(self._all_changed)
        following.changed.connect(self._all_changed)
        self._keys: list[str] = []
        self._settle = Soon(self, SETTLE, self.refresh, first_at_once=True)
        desk.results_changed.connect(self._settle.please)
        desk.check_replaced.connect(self.refresh)
        for signal in (desk.verdict_changed, desk.page_changed, desk.findings_changed):
            signal.connect(self._changed)

    def refresh(self) -> None:
        """Take over the results of the check: new ones are added below, unless the order itself changed."""
        self._settle.stop()
        keys = [result.key for result in self._desk.check.results]
        if keys[: len(self._keys)] != self._keys:
            self.beginResetModel()
            self._keys = keys
            self.endResetModel()
        elif len(keys) > len(self._keys):
            self.beginInsertRows(QModelIndex(), len(self._keys), len(keys) - 1)
            self._keys = keys
            self.endInsertRows()

    def key(self, row: int) -> str:
        """Return the result key of a row, "" where there is none."""
        return self._keys[row] if 0 <= row < len(self._keys) else ""

    def row_of(self, key: str) -> int:
        """Return the row of a result key, -1 where it is not shown."""
        return self._keys.index(key) if key in self._keys else -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many results there are."""
        return 0 if parent is not None and parent.isValid() else len(self._keys)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a row, always plain."""
        result = self._desk.result(self.key(index.row()))
        if result is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            site = (self._since(result.key), self._unread(result.key), urlsplit(result.url).hostname)
            below = "   ".join(part for part in site if part)
            return f"{result.title or result.url}\n{below}\n{self._state(result.key)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(result.url)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = (result.title or self.tr("(no title)"), urlsplit(result.url).hostname)
            parts = (*name, self._since(result.key), self._unread(result.key), self._state(result.key))
            return ", ".join(part for part in parts if part)
        return None

    def _state(self, key: str) -> str:
        verdict = self._desk.verdict(key)
        words = [f"{_SIGNS[verdict.who]} {who_words(verdict.who)}"]
        yours = {f.value for f in telling(self._desk.check.findings.get(key, []))}
        guess = likely_words(self._likely.chance.get(key), shows_yours=bool(yours))
        if verdict.who is None and guess:
            words = [guess]
        if verdict.feeling is not None:
            sign = "✓" if verdict.feeling is Feeling.HAPPY else "!"
            words.append(f"{sign} {feeling_words(verdict.feeling)}")
        if yours:
            words.append(self.tr("%n detail(s) of yours", "", len(yours)))
        return "   ".join(words)

    def _unread(self, key: str) -> str:
        """Return a mark for a page that could not be read as a whole: what it shows is known to nobody yet."""
        return unread_words(self._desk.check.pages.get(key, Page()).outcome)

    def put_likely_first(self) -> None:
        """Sort the list once, most likely the person first; it stays so until the results change."""
        order = {result.key: place for place, result in enumerate(self._desk.check.results)}
        keys = sorted(order, key=lambda key: (-self._likely.chance.get(key, 0.0), order[key]))
        self._desk.reorder(keys)
        self.refresh()

    def put_changed_first(self) -> None:
        """Sort the list once, new and changed pages first; it stays so until the results change."""
        order = {result.key: place for place, result in enumerate(self._desk.check.results)}
        keys = sorted(order, key=lambda key: (not self._since(key), order[key]))
        self._desk.reorder(keys)
        self.refresh()

    def _since(self, key: str) -> str:
        """Return how the page stands beside the last check, "" where there is nothing to say."""
        return beside_result(self._following.change(key))

    def _all_changed(self) -> None:
        if self._keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))

    def _changed(self, key: str) -> None:
        row = self.row_of(key)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))
