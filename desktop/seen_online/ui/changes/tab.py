"""The tab *What changed*: this check beside the last one, page by page, and the ways to look again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QTreeWidgetItem, QVBoxLayout, QWidget

from seen_online.reading.page import Page, PageOutcome
from seen_online.review.compare import Change, ChangeKind, Comparison
from seen_online.review.selfcheck import Who
from seen_online.ui.changes.card import ChangeCard
from seen_online.ui.changes.following import Following
from seen_online.ui.changes.start import ask_for_new_check
from seen_online.ui.changes.words import ORDER, SIGNS, about_them, counts, in_short, kind_heading, site_of
from seen_online.ui.desk import Desk
from seen_online.ui.plain import tip
from seen_online.ui.theme import GAP, LIST, line_width
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.page import small_button
from seen_online.ui.widgets.text import Words, body, heading, quiet
from seen_online.ui.widgets.tree import table, top_rows

PAGE, SITE, WHAT = range(3)
MOST = 300  # pages listed under one heading
NARROW = 90  # characters: a table that is narrower has no room for three columns
ROLE = Qt.ItemDataRole.UserRole


class ChangesTab(QWidget):
    """Five groups of pages with their counts; the chosen page stands in full below.

    `result_wanted` carries the key of a result to show in step 4, `go_to` a step counted from 0.
    """

    result_wanted = Signal(str)
    go_to = Signal(int)

    def __init__(self, desk: Desk, following: Following, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._following = following
        self._stale = True
        self._closed = {ChangeKind.SAME}
        self.nothing: Words = heading("")
        self.summary: Words = body("")
        self.later: Words = body(
            self.tr(
                "Page by page it will say: what is new, what is different, what is no longer found, and what we could "
                "not check. What you said of each page is kept, so you need not say it twice."
            )
        )
        self.caution: Words = quiet("")
        columns = [self.tr("Page"), self.tr("Site"), self.tr("What is different")]
        name = self.tr("What changed since the last check")
        self.tree = table(name, columns, wide=(PAGE, WHAT), nested=True, wraps=True)
        self.tree.setMinimumHeight(LIST)
        self.tree.currentItemChanged.connect(self._choose)
        self.tree.itemActivated.connect(self._activate)
        self.tree.itemExpanded.connect(lambda item: self._closed.discard(item.data(PAGE, ROLE)))
        self.tree.itemCollapsed.connect(lambda item: self._closed.add(item.data(PAGE, ROLE)))
        self.card = ChangeCard(desk)
        self.card.setMinimumHeight(LIST // 2)
        self.card.result_wanted.connect(self.result_wanted)
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.tree)
        self.parts.addWidget(self.card)
        self.parts.setStretchFactor(0, 1)
        self.parts.setSizes([2 * LIST, LIST])
        self._column = column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addWidget(self.nothing)
        column.addWidget(self.summary)
        column.addWidget(self.later)
        column.addWidget(self.caution)
        column.addWidget(self.parts)
        column.addLayout(self._buttons())
        column.addStretch(0)
        following.changed.connect(self._something_new)
        for signal in (desk.asks_changed, desk.check_replaced):
            signal.connect(self._something_new)

    def _buttons(self) -> Flow:
        self.start_button = small_button(self.tr("Start a new check …"))
        self.start_button.clicked.connect(lambda: ask_for_new_check(self._desk, self, self.go_to.emit))
        self.over_time_button = small_button(self.tr("All checks over time …"))
        self.over_time_button.clicked.connect(self.show_over_time)
        self.remind_button = small_button(self.tr("Remind me to look again …"))
        self.remind_button.clicked.connect(self.show_reminder)
        row = Flow(gap=GAP)
        for button in (self.start_button, self.over_time_button, self.remind_button):
            row.addWidget(button)
        return row

    def show_over_time(self) -> None:
        """Show how much was seen in each check."""
        from seen_online.ui.changes.over_time import OverTimeDialog

        OverTimeDialog(self._desk, self).open()

    def show_reminder(self) -> None:
        """Ask when to look again."""
        from seen_online.ui.changes.reminder import ReminderDialog

        ReminderDialog(self._desk, self).open()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while another tab was in sight."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room of a narrow table to what matters; the site stands in the page's address below."""
        super().resizeEvent(event)
        self.tree.setColumnHidden(SITE, self.width() < line_width(self, NARROW))

    def _something_new(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the comparison as it is now; the page that was chosen stays chosen."""
        self._stale = False
        comparison = self._following.comparison
        asked = [ask.outcome.checked and not ask.running for ask in self._desk.check.asks]
        self.over_time_button.setVisible(self._desk.earlier is not None)
        if self._desk.earlier is None:
            self._show_nothing(
                self.tr(
                    "This is your first check. Do another in about six months, or when something has happened: then "
                    "this page says what changed. We can remind you."
                )
            )
        elif not asked:
            self._show_nothing(
                self.tr("Nothing was searched in this check yet. Search in step 3: then this page says what changed.")
            )
        elif comparison is None:
            self._show_nothing(self.tr("Comparing with your last check …"), waits=True)
        else:
            self._show(comparison, asked.count(False))

    def _show_nothing(self, why: str, *, waits: bool = False) -> None:
        """Say why there is nothing to see, and what will stand here; not where it `waits` only for a moment."""
        self.nothing.setText(self.tr("Nothing to compare yet"))
        self.summary.setText(why)
        for words in (self.nothing, self.later):
            words.setVisible(not waits)
        self.caution.hide()
        self._show_parts(False)
        self.tree.clear()
        self.card.show_change(None)

    def _show(self, comparison: Comparison, unanswered: int) -> None:
        said = self.tr("Since your check of {day}: {counts}")
        self.summary.setText(said.format(day=f"{comparison.earlier.astimezone():%d/%m/%Y}", counts=counts(comparison)))
        others = sum(change.who is Who.NOT_ME for change in comparison.changes)
        cautions = []
        if unanswered:
            cautions.append(
                self.tr(
                    "%n search(es) of this check were not answered, so some pages can't be compared.", "", unanswered
                )
            )
        if unread := self._not_read_yet(comparison):
            said = self.tr("Pages that were not read in this check yet: {count}. Read them in step 4 to compare them.")
            cautions.append(said.format(count=unread))
        if others:
            cautions.append(self.tr("%n page(s) about somebody else are left out here.", "", others))
        self.caution.setText(" ".join(cautions))
        self.caution.setVisible(bool(cautions))
        for words in (self.nothing, self.later):
            words.hide()
        self._show_parts(True)
        self._fill(comparison)

    def _show_parts(self, shown: bool) -> None:
        self.parts.setVisible(shown)
        # Also what is hidden takes its share of the room: without it, the buttons stand right below the words.
        self._column.setStretchFactor(self.parts, int(shown))
        self._column.setStretch(self._column.count() - 1, int(not shown))

    def _not_read_yet(self, comparison: Comparison) -> int:
        """Return how many pages could not be checked only because nobody has read them in this check."""
        check = self._desk.check
        return sum(
            check.pages.get(change.key, Page()).outcome is PageOutcome.NOT_READ
            for change in about_them(comparison, ChangeKind.COULD_NOT_CHECK)
            if self._desk.result(change.key) is not None
        )

    def _fill(self, comparison: Comparison) -> None:
        chosen = self._chosen()
        place = self.tree.verticalScrollBar().value()
        self.tree.blockSignals(True)
        self.tree.clear()
        current: QTreeWidgetItem | None = None
        for kind in ORDER:
            changes = about_them(comparison, kind)
            if not changes:
                continue
            top = QTreeWidgetItem([f"{SIGNS[kind]} {kind_heading(kind)} ({len(changes)})"])
            top.setData(PAGE, ROLE, kind)
            font = top.font(PAGE)
            font.setBold(True)
            top.setFont(PAGE, font)
            self.tree.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            for change in changes[:MOST]:
                row = self._row(change)
                top.addChild(row)
                if chosen is not None and change.key == chosen.key:
                    current = row if kind not in self._closed else top  # to choose a row is to open its group
            if len(changes) > MOST:
                more = QTreeWidgetItem([self.tr("And %n more.", "", len(changes) - MOST)])
                top.addChild(more)
            top.setExpanded(kind not in self._closed)
        self.tree.blockSignals(False)
        if current is None:
            tops = top_rows(self.tree)
            current = next((top.child(0) for top in tops if top.isExpanded()), tops[0] if tops else None)
        if current is not None:
            self.tree.setCurrentItem(current)
        self.tree.verticalScrollBar().setValue(place)
        self._choose(current)

    def _row(self, change: Change) -> QTreeWidgetItem:
        title = " ".join(change.title.split()) or change.url
        row = QTreeWidgetItem([f"{SIGNS[change.kind]} {title}", site_of(change.url), in_short(change)])
        row.setData(PAGE, ROLE, change)
        # The sign alone says nothing to who hears it.
        row.setData(PAGE, Qt.ItemDataRole.AccessibleTextRole, f"{kind_heading(change.kind)}: {title}")
        row.setToolTip(PAGE, tip(title))
        row.setToolTip(WHAT, tip(row.text(WHAT)))
        return row

    def _chosen(self) -> Change | None:
        item = self.tree.currentItem()
        data = item.data(PAGE, ROLE) if item is not None else None
        return data if isinstance(data, Change) else None

    def _choose(self, item: QTreeWidgetItem | None, _previous: object = None) -> None:
        data = item.data(PAGE, ROLE) if item is not None else None
        self.card.show_change(data if isinstance(data, Change) else None)

    def _activate(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        """Go to the result, or open and close a group."""
        data = item.data(PAGE, ROLE)
        if isinstance(data, Change) and self._desk.result(data.key) is not None:
            self.result_wanted.emit(data.key)
