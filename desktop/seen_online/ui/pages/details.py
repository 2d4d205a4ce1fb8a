"""Step five, *Contact details and date of birth*: detail × where it was seen, and what they make possible together."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QTreeWidgetItem, QWidget

from seen_online.exposure.finding import FindingKind, Whose
from seen_online.review.perform import to_search
from seen_online.review.seen import SeenDetail, seen_details, telling, words_around
from seen_online.review.selfcheck import Who
from seen_online.ui.background import Soon
from seen_online.ui.desk import Desk
from seen_online.ui.plain import tip
from seen_online.ui.theme import LIST
from seen_online.ui.widgets.page import PageFrame
from seen_online.ui.widgets.possible import Together
from seen_online.ui.widgets.text import Words, body
from seen_online.ui.widgets.tree import table, top_rows
from seen_online.ui.words_for import SEARCH_STEP, kind_words, part_words, whose_words

MOST = 200  # places shown under one detail
SETTLE = 150  # milliseconds: findings come in bursts


class Details(PageFrame):
    """The table; each detail opens to the pages that show it."""

    show_result = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Contact details and date of birth"),
            self.tr("Which of your details can be seen, and where. All of this is worked out on this computer."),
            parent=parent,
        )
        self._desk = desk
        self._rows: list[SeenDetail] = []
        self._settle = Soon(self, SETTLE, self.refresh)
        self.together = Together()
        self.others = QCheckBox(self.tr("Show details that seem to be somebody else's too"))
        self.others.toggled.connect(self.refresh)
        columns = [self.tr("Detail"), self.tr("As seen"), self.tr("Whose"), self.tr("Pages")]
        self.tree = table(self.tr("Details and where they were seen"), columns, wide=(0, 1), nested=True, wraps=True)
        self.tree.itemActivated.connect(self._open_row)
        self.tree.itemExpanded.connect(self._fill)
        self.tree.setMinimumHeight(LIST)
        self.empty: Words = body("")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.views = QStackedWidget()
        self.views.addWidget(self.empty)
        self.views.addWidget(self.tree)
        self.body.addWidget(self.together)
        self.body.addWidget(self.others)
        self.body.addWidget(self.views, 1)
        self.main_button = self.add_primary("")
        self.main_button.clicked.connect(self._main)
        for signal in (desk.findings_changed, desk.results_changed, desk.person_changed, desk.check_replaced):
            signal.connect(self._settle.please)
        desk.check_replaced.connect(self.together.start_over)
        self._name_main()
        self.refresh()

    def start(self) -> QWidget:
        """Return where one starts: the table, or the way to what fills it."""
        return self.tree if self.views.currentWidget() is self.tree else self.main_button

    def arrive(self) -> None:
        """Show what is known now."""
        self.refresh()

    def refresh(self) -> None:
        """Fill the table anew, keeping open what the person had opened. Out of sight it waits until they come."""
        if self.isVisible():
            self._show_rows()

    def put_away(self) -> None:
        """Let go of every detail."""
        self._show_rows()

    def _show_rows(self) -> None:
        rows = seen_details(self._desk.check.findings, self._not_mine)
        shown = [row for row in rows if row.whose is not Whose.OTHER or self.others.isChecked()]
        bar = self.tree.verticalScrollBar()
        opened, place = self._opened(), bar.value()
        here = self._detail_at(self.tree.currentItem())
        self._rows = shown
        self.tree.clear()
        tops = [self._row(row) for row in shown]
        self.tree.addTopLevelItems(tops)
        for row, top in zip(shown, tops, strict=True):
            if (row.kind, row.value) in opened:
                top.setExpanded(True)
            if (row.kind, row.value) == here:
                self.tree.setCurrentItem(top)
        bar.setValue(place)
        self.others.setVisible(any(row.whose is Whose.OTHER for row in rows))
        self.views.setCurrentIndex(1 if shown else 0)
        self.empty.setText(self._why_empty())
        self.main_button.setAccessibleDescription("" if shown else self.empty.text())
        self._name_main()
        self._show_together()

    def _name_main(self) -> None:
        searched = bool(self._desk.check.results)
        self.main_button.setText(
            self.tr("Go on to your plan and note") if searched else self.tr("Go to step 3, Search your name")
        )

    def _main(self) -> None:
        """Go on, or to the step that fills this page."""
        if self._desk.check.results:
            self.go_on.emit()
        else:
            self.go_to.emit(SEARCH_STEP)

    @property
    def _not_mine(self) -> set[str]:
        """Return the keys of the pages that the person says are about somebody else."""
        return {key for key, verdict in self._desk.check.verdicts.items() if verdict.who is Who.NOT_ME}

    def _opened(self) -> set[tuple[FindingKind, str]]:
        tops = top_rows(self.tree)
        return {(row.kind, row.value) for row, top in zip(self._rows, tops, strict=True) if top.isExpanded()}

    def _detail_at(self, item: QTreeWidgetItem | None) -> tuple[FindingKind, str] | None:
        """Return the detail that the person is on, or on a page of."""
        while item is not None and (above := item.parent()) is not None:
            item = above
        row = self._rows[self.tree.indexOfTopLevelItem(item)] if item is not None else None
        return (row.kind, row.value) if row is not None else None

    def _row(self, row: SeenDetail) -> QTreeWidgetItem:
        sign = "!" if telling([place.finding for place in row.places]) else "–"
        value = " ".join(row.places[0].finding.shown.split())
        top = QTreeWidgetItem([f"{sign} {kind_words(row.kind)}", value, whose_words(row.whose), str(len(row.pages))])
        top.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return top

    def _fill(self, top: QTreeWidgetItem) -> None:
        """Show where a detail was seen, once the person opens it: a name may stand on a thousand pages."""
        row = self._rows[self.tree.indexOfTopLevelItem(top)] if top.parent() is None else None
        if row is None or top.childCount():
            return
        for place in row.places[:MOST]:
            result = self._desk.result(place.key)
            title = result.title or result.url if result is not None else place.key
            words = words_around(place.finding)
            child = QTreeWidgetItem([title, f"“{words}”", part_words(place.finding.where), ""])
            child.setToolTip(0, tip(result.url if result is not None else ""))
            child.setToolTip(1, tip(words))
            child.setData(0, Qt.ItemDataRole.UserRole, place.key)
            top.addChild(child)
        if len(row.places) > MOST:
            top.addChild(QTreeWidgetItem([self.tr("And %n more.", "", len(row.places) - MOST)]))

    def _why_empty(self) -> str:
        check = self._desk.check
        if not check.results and any(ask.detail and not ask.outcome.checked for ask in check.asks):
            return self.tr("We could not check. That does not mean that there is nothing. See step 3 for why.")
        if not check.results:
            return self.tr("Nothing here yet. Search your name first, in step 3.")
        if to_search(check):
            return self.tr("Looking …")
        if not any(page.text for page in check.pages.values()):
            return self.tr("We have only seen the few words that the search showed. Read the pages in step 4.")
        return self.tr("We saw none of your details in the pages that could be read.")

    def _show_together(self) -> None:
        from seen_online.exposure.combination import possibilities

        check, not_mine = self._desk.check, self._not_mine
        mine = {key: findings for key, findings in check.findings.items() if key not in not_mine}
        self.together.show_possibilities(possibilities(mine, check.person), self._site)

    def _site(self, key: str) -> str:
        result = self._desk.result(key)
        return (urlsplit(result.url).hostname if result is not None else None) or key

    def _open_row(self, row: QTreeWidgetItem, _column: int) -> None:
        key = row.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(key, str):
            self.show_result.emit(key)
