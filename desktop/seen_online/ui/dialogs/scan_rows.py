"""The rows of what files give away: those that tell something, and no more of the others than a person can look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from seen_online.exposure.finding import Finding
from seen_online.reading.page import PageOutcome
from seen_online.review.seen import telling
from seen_online.ui.plain import tip
from seen_online.ui.words_for import kind_words, part_words, whose_words

MOST_DETAILS = 60  # shown of one file
MOST_QUIET = 300  # files that give nothing away and have a row of their own
MOST_FILES = 5_000  # with a row of their own
_BREAK = "/\u200b"  # a path has no spaces at which its line could end


class FileNews(NamedTuple):
    """One file that was read: its path, what the path is below, how reading ended, and what was found."""

    path: str
    name: str
    outcome: PageOutcome
    detail: str
    found: Sequence[Finding]
    done: int
    total: int

    @property
    def quiet(self) -> bool:
        """Tell whether it was read, and gives nothing away."""
        return self.outcome is PageOutcome.READ and not self.found


class FileRows(QObject):
    """Writes the rows into a tree. `begin` before the first file of a reading, `end` behind the last."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        self._quiet = self._more_quiet = self._more = 0

    def begin(self) -> None:
        """Count anew; the rows of the files that were read before stay."""
        self._quiet = self._more_quiet = self._more = 0

    def add(self, news: Iterable[FileNews]) -> None:
        """Add the rows of these files, all at once: each change of a long list is dear."""
        rows: list[tuple[FileNews, QTreeWidgetItem]] = []
        room = MOST_FILES - self._tree.topLevelItemCount()
        for one in news:
            if self._has_row(one, room - len(rows)):
                rows.append((one, self._row(one)))
        self._tree.addTopLevelItems([row for _, row in rows])
        for one, row in rows:
            row.setExpanded(bool(telling(one.found)) or one.total == 1)

    def end(self) -> None:
        """Say how many files have no row of their own."""
        if self._more_quiet:
            self._say_more(self._more_quiet, self._nothing())
        if self._more:
            self._say_more(self._more, self.tr("! These are too many to show. Read a part of them to see it all."))

    def _has_row(self, one: FileNews, room: int) -> bool:
        if one.quiet:
            self._quiet += 1
            if self._quiet > MOST_QUIET:
                self._more_quiet += 1
                return False
        elif room <= 0:
            self._more += 1
            return False
        return True

    def _row(self, one: FileNews) -> QTreeWidgetItem:
        said = self._said(one)
        row = QTreeWidgetItem([_BREAK.join(one.name.split("/")), said, ""])
        row.setToolTip(0, tip(one.path))
        row.setToolTip(1, tip(said))
        for finding in one.found[:MOST_DETAILS]:
            mark = "!" if telling([finding]) else "–"
            shown = f"{' '.join(finding.shown.split())}   ({part_words(finding.where)})"
            detail = QTreeWidgetItem([f"{mark} {kind_words(finding.kind)}", shown, whose_words(finding.whose)])
            detail.setToolTip(1, tip(" ".join(finding.context.split())))
            row.addChild(detail)
        if len(one.found) > MOST_DETAILS:
            row.addChild(QTreeWidgetItem([self.tr("And %n more.", "", len(one.found) - MOST_DETAILS)]))
        return row

    def _said(self, one: FileNews) -> str:
        """Say how reading ended, what was seen, and what to know about it."""
        words = [] if one.outcome is PageOutcome.READ else [self._outcome(one.outcome)]
        if one.found:
            words.append(self.tr("%n detail(s) seen", "", len(one.found)) + ("." if one.detail else ""))
        elif one.outcome is PageOutcome.READ:
            words.append(self._nothing())
        return " ".join([*words, one.detail]).strip()

    def _outcome(self, outcome: PageOutcome) -> str:
        return {
            PageOutcome.PARTLY: self.tr("! Read in part."),
            PageOutcome.REFUSED: self.tr("! Not opened."),
            PageOutcome.NOT_READ: self.tr("– Not read."),
        }.get(outcome, self.tr("! Could not be read."))

    def _nothing(self) -> str:
        return self.tr("✓ We saw no contact details, places or dates of birth in it.")

    def _say_more(self, count: int, what: str) -> None:
        self._tree.addTopLevelItem(QTreeWidgetItem([self.tr("And %n more file(s)", "", count), what, ""]))
