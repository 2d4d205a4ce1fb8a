"""Step three, *Search your name*: what would be asked and who gets it, ticked and agreed to, then sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from seen_online.search.model import Ask, Outcome, PlannedAsk, Query, Result
from seen_online.trouble import Trouble
from seen_online.ui.background import Job
from seen_online.ui.desk import Desk
from seen_online.ui.plain import tip
from seen_online.ui.search_work import (
    distinct,
    planned_asks,
    requests_text,
    search_task,
    still_to_ask,
    suggestions,
    time_needed,
)
from seen_online.ui.theme import LIST
from seen_online.ui.widgets.engines import EngineBoxes
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import PageFrame
from seen_online.ui.widgets.text import heading
from seen_online.ui.widgets.tree import table, top_rows
from seen_online.ui.words_for import outcome_words

WORDS, WHY, HOW = range(3)
MINUTE = 60  # seconds


class Search(PageFrame):
    """Queries to tick, the exact list of requests, progress, and the outcome of each ask."""

    settings_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Search your name"),
            self.tr("Tick what we may ask. Nothing is sent until you press the button below."),
            parent=parent,
        )
        self._desk = desk
        self._job: Job | None = None
        self._planned: list[PlannedAsk] = []
        self._sends = True  # what the main button does: send, or go on
        self._came = 0
        self._chosen: dict[str, bool] = {}  # the person's own ticks, kept while queries come and go
        self.notice = Notice()
        self.engines = EngineBoxes(desk)
        self.engines.changed.connect(self._plan)
        self.engines.settings_wanted.connect(self.settings_wanted)
        self.tree = self._make_tree()
        self.leaving_title = heading("")
        self.leaving = QPlainTextEdit(readOnly=True)
        self.leaving.setAccessibleName(self.tr("Exactly this will leave your computer"))
        self.leaving.setTabChangesFocus(True)
        self.leaving.setMinimumHeight(LIST // 2)
        self.tree.setMinimumHeight(LIST)
        self.how_far = QComboBox()
        self.how_far.setAccessibleName(self.tr("How far to look"))
        for pages, text in (
            (1, self.tr("First page of results")),
            (2, self.tr("Two pages of results")),
            (3, self.tr("Three pages of results")),
        ):
            self.how_far.addItem(text, pages)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress of the search"))
        self.bar.hide()
        self.how_far.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for widget, stretch in (
            (self.notice, 0), (self.engines, 0), (self.tree, 3), (self.how_far, 0),
            (self.leaving_title, 0), (self.leaving, 2), (self.bar, 0),
        ):  # fmt: skip
            self.body.addWidget(widget, stretch)
        self.setFocusProxy(self.tree)
        self._buttons()
        self._show_main(0)
        desk.person_changed.connect(self._refill)
        desk.check_replaced.connect(self._start_over)
        desk.settings_changed.connect(self._refill)
        desk.asks_changed.connect(self._show_outcomes)

    def _make_tree(self) -> QTreeWidget:
        columns = [self.tr("We would ask for"), self.tr("This is"), self.tr("How it went")]
        tree = table(self.tr("What we may ask"), columns, wide=(WORDS, WHY))
        tree.itemChanged.connect(self._ticked)
        tree.currentItemChanged.connect(self._explain)
        return tree

    def _buttons(self) -> None:
        self.send_button = self.add_primary("")
        self.send_button.clicked.connect(self._main)
        self.stop_button: QPushButton = self.add_secondary(self.tr("Stop"))
        self.stop_button.clicked.connect(self.stop)
        self.stop_button.hide()
        self.open_button = self.add_secondary(self.tr("Open it yourself"))
        self.open_button.clicked.connect(self._open_yourself)
        self.again_button = self.add_secondary(self.tr("Ask again"))
        self.again_button.clicked.connect(lambda: self.send(self._planned))
        self.next_button = self.add_secondary(self.tr("Go on to what they can see"))
        self.next_button.clicked.connect(self.go_on)

    def arrive(self) -> None:
        """Show the queries that fit what is known of the person now."""
        self._refill()

    def _start_over(self) -> None:
        self._job = None
        self._chosen.clear()
        self._refill()

    def _refill(self) -> None:
        """Make the list of queries anew; ticks that the person set stay."""
        if self._job is not None:
            return
        self.engines.refill()
        queries = suggestions(self._desk)
        self.tree.blockSignals(True)
        self.tree.clear()
        for query in queries:
            row = QTreeWidgetItem([query.words, query.why + self._private(query), ""])
            row.setData(WORDS, Qt.ItemDataRole.UserRole, query)
            row.setToolTip(WORDS, tip(query.words))
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = self._chosen.get(query.words, query.ticked)
            row.setCheckState(WORDS, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.tree.addTopLevelItem(row)
        self.tree.blockSignals(False)
        self._show_outcomes()
        self._plan()

    def _private(self, query: Query) -> str:
        return self.tr(" (private)") if query.private else ""

    def _ticked(self, row: QTreeWidgetItem, column: int) -> None:
        query = row.data(WORDS, Qt.ItemDataRole.UserRole)
        if column == WORDS and isinstance(query, Query):
            self._chosen[query.words] = row.checkState(WORDS) is Qt.CheckState.Checked
            self._plan()

    def _plan(self) -> None:
        """Work out every request that the ticks would send, and show them word for word."""
        queries = [
            row.data(WORDS, Qt.ItemDataRole.UserRole)
            for row in top_rows(self.tree)
            if row.checkState(WORDS) is Qt.CheckState.Checked
        ]
        try:
            self._planned = planned_asks(self._desk, queries)
            self.notice.show_text("")
        except Trouble as trouble:
            self._planned = []
            self.notice.tell(trouble)
        fresh = self._fresh()
        self.leaving.setPlainText(requests_text(fresh))
        self.leaving_title.setText(self._budget(fresh))
        self._show_main(len(distinct(fresh)))
        if not self._desk.check.person.names:
            self.notice.show_text(self.tr("We need your name first. Go to step 1, About you."), "attention")
        elif not self._planned and self.notice.text == "":
            self.notice.show_text(self.tr("Nothing is ticked, so nothing would be sent."), "quiet")

    def _budget(self, planned: list[PlannedAsk]) -> str:
        """Return the heading over the requests: what they are, and about how long they take."""
        heading = self.tr("Exactly this will leave your computer")
        if not planned:
            return heading
        seconds = time_needed(planned)
        asks = self.tr("%n search(es)", "", len(planned))
        if seconds < MINUTE:
            took = self.tr("about %n second(s)", "", max(1, seconds))
        else:
            took = self.tr("about %n minute(s)", "", round(seconds / MINUTE))
        return f"{heading} ({asks}, {took})"

    def _fresh(self) -> list[PlannedAsk]:
        """Return the ticked asks that were not answered yet: what was answered is not asked twice."""
        return still_to_ask(self._planned, self._desk)

    def _show_main(self, count: int) -> None:
        """Make the main button the next thing to do: send what is ticked, or go on once all is answered."""
        idle, asked = self._job is None, bool(self._desk.check.asks)
        self._sends = count > 0 or not asked
        if self._sends:
            self.send_button.setText(self.tr("Agree and send these %n request(s)", "", count))
        else:
            self.send_button.setText(self.tr("Go on to what they can see"))
        self.send_button.setEnabled(count > 0 or asked)
        self.next_button.setVisible(idle and asked and self._sends)
        self.again_button.setVisible(idle and asked and not self._sends and bool(self._planned))

    def _main(self) -> None:
        if self._sends:
            self.send(self._fresh())
        else:
            self.go_on.emit()

    def send(self, planned: Sequence[PlannedAsk]) -> None:
        """Send what is listed: the person has seen it and pressed the button."""
        if self._job is not None or not planned:
            return
        for each in planned:
            self._desk.outbox.agree(each.requests)
        self._desk.expect(each.ask for each in planned)
        self._came = 0
        self.bar.setRange(0, len(planned))
        self.bar.setValue(0)
        task = search_task(planned, self._desk.post, self.how_far.currentData(), self._desk.check.asks)
        self._job = self._desk.background.run(task, self._ended, self._progress, self._broke)
        self._show_running(True)

    def stop(self) -> None:
        """Stop asking; what came stays."""
        if self._job is not None:
            self._job.cancel()
            self.stop_button.setEnabled(False)

    def _progress(self, news: tuple[Ask, list[Result] | None]) -> None:
        ask, results = news
        self._desk.ask_came(ask, results)
        self._came += not ask.running
        self.bar.setValue(self._came)

    def _ended(self, asks: list[Ask]) -> None:
        self._job = None
        for ask in asks:
            self._desk.ask_came(ask)  # those that were never begun
        self._show_running(False)
        unchecked = sum(1 for ask in asks if not ask.outcome.checked)
        if unchecked:
            self.notice.show_text(
                self.tr("%n search(es) could not be checked. Choose one to see why, and what to do.", "", unchecked),
                "attention",
            )
        else:
            self.notice.show_text(self.tr("All searches were answered."), "good")

    def _broke(self, trouble: Trouble) -> None:
        self._job = None
        self._show_running(False)
        self.notice.tell(trouble)

    def _show_running(self, running: bool) -> None:
        self.bar.setVisible(running)
        self.stop_button.setVisible(running)
        self.stop_button.setEnabled(running)
        self.send_button.setVisible(not running)
        self.engines.setEnabled(not running)
        self._plan()
        (self.stop_button if running else self.send_button).setFocus()

    def _asks_for(self, row: QTreeWidgetItem) -> list[Ask]:
        query = row.data(WORDS, Qt.ItemDataRole.UserRole)
        return [ask for ask in self._desk.check.asks if isinstance(query, Query) and ask.query.words == query.words]

    def _show_outcomes(self) -> None:
        self.tree.blockSignals(True)
        for row in top_rows(self.tree):
            asks = [ask for ask in self._asks_for(row) if ask.running or ask.outcome is not Outcome.NOT_ASKED]
            said = [(ask, *self._said(ask)) for ask in asks]
            text = "; ".join(
                f"{sign} {words}" if len(asks) == 1 else f"{sign} {ask.engine}: {words}" for ask, sign, words in said
            )
            row.setText(HOW, text)
            row.setToolTip(HOW, tip("\n".join(f"{ask.detail} {ask.next_step}" for ask in asks)))
        self.tree.blockSignals(False)
        self._explain()

    def _said(self, ask: Ask) -> tuple[str, str]:
        if ask.outcome is Outcome.ANSWERED and not ask.running:
            return "✓", self.tr("%n page(s) shown", "", len(ask.hits))
        return outcome_words(ask)

    def _explain(self, *_: object) -> None:
        row = self.tree.currentItem()
        asks = self._asks_for(row) if row is not None else []
        open_ones = [ask for ask in asks if ask.open_url]
        self.open_button.setVisible(bool(open_ones))
        told = [ask for ask in asks if ask.outcome is not Outcome.NOT_ASKED]
        if told and self._job is None:
            worst = next((ask for ask in told if not ask.outcome.checked), told[0])
            self.notice.show_text(
                f"{worst.detail} {worst.next_step}".strip(), "quiet" if worst.outcome.checked else "attention"
            )

    def _open_yourself(self) -> None:
        row = self.tree.currentItem()
        for ask in self._asks_for(row) if row is not None else []:
            if ask.open_url.startswith(("http://", "https://")):
                QDesktopServices.openUrl(QUrl(self._desk.open_address(ask.open_url)))
                return
