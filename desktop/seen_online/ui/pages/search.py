"""Step three, *Search your name*: what would be asked and who gets it, ticked and agreed to, then sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QSizePolicy, QWidget

from seen_online.search.model import Ask, Outcome, PlannedAsk, Result
from seen_online.trouble import Trouble
from seen_online.ui.background import Job, Soon
from seen_online.ui.desk import Desk
from seen_online.ui.search_work import (
    labels,
    most_requests,
    planned_asks,
    requests_text,
    search_task,
    still_to_ask,
    suggestions,
    time_needed,
    what_would_help,
)
from seen_online.ui.theme import GAP, LIST
from seen_online.ui.ticks import keep_ticks, kept_ticks
from seen_online.ui.widgets.engines import EngineBoxes
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import PageFrame
from seen_online.ui.widgets.queries import QueryList
from seen_online.ui.widgets.steady import ChoiceBox
from seen_online.ui.widgets.text import heading

TICKS = "search_ticks"  # the setting's name
MINUTE = 60  # seconds
OFTEN = 150  # milliseconds between two looks at how the searches stand, while many end at once


class Search(PageFrame):
    """Queries to tick, the exact list of requests, progress, and the outcome of each ask."""

    settings_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Search your name"),
            self.tr("Tick what we may ask. Nothing is sent until you press the button below."),
            parent=parent,
        )
        self._before_sending = self.intro.text()
        self._desk = desk
        self._job: Job | None = None
        self._planned: list[PlannedAsk] = []
        self._leaving: list[PlannedAsk] = []  # what the list on the screen shows, and the main button sends
        self._again = False  # the person wants to ask once more what was answered
        self._came = 0
        self.notice = Notice()
        self.engines = EngineBoxes(desk)
        self.engines.changed.connect(self._plan)
        self.engines.settings_wanted.connect(self.settings_wanted)
        self.queries = QueryList()
        self.queries.ticked.connect(self._ticked)
        self.queries.chosen.connect(self._explain)
        self.leaving_title = heading("")
        self.leaving = QPlainTextEdit(readOnly=True)
        self.leaving.setAccessibleName(self.tr("Exactly this will leave your computer"))
        self.leaving.setTabChangesFocus(True)
        self.leaving.setMinimumHeight(LIST // 2)
        self.how_far = self._make_how_far()
        self.far = self._labelled(self.tr("How far to look"), self.how_far)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress of the search"))
        self.bar.setFormat(self.tr("%v of %m searches"))
        self.bar.hide()
        for widget, stretch in (
            (self.notice, 0), (self.engines, 0), (self.queries, 3), (self.far, 0),
            (self.leaving_title, 0), (self.leaving, 2), (self.bar, 0),
        ):  # fmt: skip
            self.body.addWidget(widget, stretch)
        self._buttons()
        self._show_main()
        desk.person_changed.connect(self._refill)
        desk.check_replaced.connect(self._start_over)
        desk.settings_changed.connect(self._refill)
        self._outcomes = Soon(self, OFTEN, self._show_outcomes_in_sight, first_at_once=True)
        desk.asks_changed.connect(self._outcomes.please)

    def _make_how_far(self) -> ChoiceBox:
        box = ChoiceBox()
        box.setAccessibleName(self.tr("How far to look"))
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for pages, text in (
            (1, self.tr("First page of results")),
            (2, self.tr("Two pages of results")),
            (3, self.tr("Three pages of results")),
        ):
            box.addItem(text, pages)
        box.currentIndexChanged.connect(self._plan)
        return box

    def _labelled(self, words: str, field: QWidget) -> QWidget:
        row = QWidget()
        layout = Flow(row, GAP)
        name = heading(words)
        name.setWordWrap(False)
        layout.addWidget(name)
        layout.addWidget(field)
        return row

    def _say_who(self) -> None:
        """Head the list of services with what is so now: they would be asked, are being asked, or were."""
        if self._job is not None:
            self.engines.title.setText(self.tr("Who we are asking"))
        elif self._leaving or not self._desk.check.asks:
            self.engines.title.setText(self.tr("Who we would ask"))
        else:
            self.engines.title.setText(self.tr("Who we asked"))

    @property
    def pages(self) -> int:
        """Return how many pages of results are asked for."""
        return self.how_far.currentData() or 1

    def _buttons(self) -> None:
        self.send_button = self.add_primary("")
        self.send_button.clicked.connect(self._main)
        self.stop_button = self.add_secondary(self.tr("Stop"))
        self.stop_button.clicked.connect(self.stop)
        self.stop_button.hide()
        self.open_button = self.add_secondary(self.tr("Open it yourself"))
        self.open_button.clicked.connect(self._open_yourself)
        self.open_button.hide()
        self.again_button = self.add_secondary(self.tr("Ask again …"))
        self.again_button.clicked.connect(self._ask_again)
        self.next_button = self.add_secondary(self.tr("Go on to what they can see"))
        self.next_button.clicked.connect(self.go_on)

    def start(self) -> QWidget:
        """Return where one starts."""
        return self.queries

    def arrive(self) -> None:
        """Show the queries that fit what is known of the person now, and how those under way stand."""
        self._refill()
        if self._job is not None:
            self._show_outcomes()

    def _start_over(self) -> None:
        self._job = None
        self._again = False
        self.queries.take_ticks(kept_ticks(self._desk, TICKS))
        self._refill()
        self._show_running(False)

    def _refill(self) -> None:
        """Make the list of queries anew."""
        if self._job is None:
            self.engines.refill()
            self.queries.show_queries(suggestions(self._desk))
            self._show_outcomes()
            self._plan()

    def _ticked(self) -> None:
        keep_ticks(self._desk, TICKS, self.queries.ticks)
        self._plan()

    def _plan(self) -> None:
        """Work out every request that the ticks would send, and show them word for word."""
        if self._job is not None:  # what is leaving now stays listed, whatever is ticked meanwhile
            self.leaving_title.setText(self._budget())
            self._say_who()
            self._show_main()
            self.notice.show_text("")
            return
        self._planned, trouble = planned_asks(self._desk, self.queries.ticked_queries())
        said, state = (str(trouble), "problem") if trouble is not None else ("", "quiet")
        self._leaving = self._planned if self._again else still_to_ask(self._planned, self._desk)
        self.leaving.setPlainText(requests_text(self._leaving, self.pages))
        self.leaving_title.setText(self._budget())
        for part in (self.leaving, self.leaving_title, self.far):
            part.setVisible(bool(self._leaving))
        self._say_who()
        self._say_what_is_missing()
        self._show_main()
        if not self._desk.check.person.names:
            said, state = self.tr("We need your name first. Go to step 1, About you."), "attention"
        elif not self._planned and not said:
            said = self.tr("Nothing is ticked, so nothing would be sent.")
        self.notice.show_text(said or what_would_help(self._desk), state)

    def _say_what_is_missing(self) -> None:
        """Say at the top how many of the listed searches an earlier run left out: it was stopped, or locked."""
        left = {(a.query.words, a.engine) for a in self._desk.check.asks if a.outcome is Outcome.NOT_ASKED}
        missing = sum((each.ask.query.words, each.ask.engine) in left for each in self._leaving)
        said = self.tr("%n search(es) were not asked. The button below asks only what is missing.", "", missing)
        self.intro.setText(f"{said} {self._before_sending}" if missing else self._before_sending)

    def _budget(self) -> str:
        """Return the heading over the requests: what they are, and about how long they take."""
        if self._job is not None:
            return self.tr("Exactly this leaves your computer now")
        title = self.tr("Exactly this will leave your computer")
        if not self._leaving:
            return title
        seconds = time_needed(self._leaving) * self.pages
        asks = self.tr("%n search(es)", "", len(self._leaving))
        if seconds < MINUTE:
            took = self.tr("about %n second(s)", "", max(1, seconds))
        else:
            took = self.tr("about %n minute(s)", "", round(seconds / MINUTE))
        return f"{title} ({asks}, {took})"

    def _show_main(self) -> None:
        """Make the main button the next thing to do: send what is listed, or go on once all is answered."""
        count, asked = most_requests(self._leaving, self.pages), bool(self._desk.check.asks)
        idle = self._job is None
        nameless = not self._desk.check.person.names
        if nameless:
            self.send_button.setText(self.tr("Go to step 1, About you"))
        elif count or not asked:
            self.send_button.setText(self.tr("Agree and send these %n request(s)", "", count))
        else:
            self.send_button.setText(self.tr("Go on to what they can see"))
        self.send_button.setEnabled(bool(count) or asked or nameless)
        self.send_button.setVisible(idle)
        self.next_button.setVisible(idle and asked and bool(count))
        self.again_button.setVisible(idle and bool(self._planned) and not count)

    def _ask_again(self) -> None:
        """List what was answered once more; it is sent only by the main button, like everything."""
        self._again = True
        self._plan()
        self.send_button.setFocus()

    def _main(self) -> None:
        if not self._desk.check.person.names:
            self.go_to.emit(0)
        elif self._leaving:
            self.send(self._leaving)
        else:
            self.go_on.emit()

    def send(self, planned: Sequence[PlannedAsk]) -> None:
        """Send what is listed: the person has seen it and pressed the button."""
        if self._job is not None or not planned:
            return
        for each in planned:
            self._desk.outbox.agree(each.requests)
        self._desk.expect(each.ask for each in planned)
        self._again = False
        self._came = 0
        self.bar.setRange(0, len(planned))
        self.bar.setValue(0)
        task = search_task(planned, self._desk.post, self.pages, self._desk.check.asks, self._desk.rests)
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
        self._show_outcomes()
        self._show_running(False)
        unchecked = sum(1 for ask in asks if not ask.outcome.checked)
        if unchecked == 1:
            open_one = next(ask for ask in asks if not ask.outcome.checked)
            self.queries.go_to(open_one.query)  # which says why, and what to do
        elif unchecked:
            self.notice.show_text(
                self.tr("%n search(es) could not be checked. Choose one to see why, and what to do.", "", unchecked),
                "attention",
            )
        else:
            self.notice.show_text(self.tr("All searches were answered."), "good")

    def _broke(self, trouble: Trouble) -> None:
        self._job = None
        self._desk.nothing_runs()
        self._show_outcomes()
        self._show_running(False)
        self.notice.tell(trouble)

    def _show_running(self, running: bool) -> None:
        self.bar.setVisible(running)
        self.stop_button.setVisible(running)
        self.stop_button.setEnabled(running)
        said = self.tr("We are asking now. You can stop at any time, and keep what came.")
        self.intro.setText(said if running else self._before_sending)
        self.stop_button.setAccessibleDescription(said)  # it has the focus now, and so it is heard
        self.engines.hold(running)
        self.how_far.setEnabled(not running)
        self._plan()
        if self.isVisible():
            (self.stop_button if running else self.send_button).setFocus()

    def _current_asks(self) -> list[Ask]:
        query = self.queries.current
        return [ask for ask in self._desk.check.asks if query is not None and ask.query.words == query.words]

    def _show_outcomes_in_sight(self) -> None:
        if self.isVisible():  # else `arrive` shows them
            self._show_outcomes()

    def _show_outcomes(self) -> None:
        self._outcomes.stop()
        self.queries.show_outcomes(self._desk.check.asks, labels(self._desk))
        self._explain()

    def _explained(self) -> Ask | None:
        """Return how the search that the person is on went with one engine: one that could not be checked, if any."""
        told = [ask for ask in self._current_asks() if ask.detail]
        return next((ask for ask in told if not ask.outcome.checked), next(iter(told), None))

    def _explain(self, *_: object) -> None:
        """Say how the search that the person is on went, and what they can do about it."""
        ask = self._explained()
        self.open_button.setVisible(ask is not None and bool(ask.open_url))
        if ask is not None and self._job is None:
            said = f"{ask.detail} {ask.next_step}".strip()
            self.notice.show_text(said, "quiet" if ask.outcome.checked else "attention")

    def _open_yourself(self) -> None:
        ask = self._explained()
        if ask is not None and ask.open_url.startswith(("http://", "https://")):
            QDesktopServices.openUrl(QUrl(self._desk.open_address(ask.open_url)))
