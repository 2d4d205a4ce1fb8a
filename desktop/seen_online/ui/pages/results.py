"""Step four, *What they can see*: results to judge, by mouse or by single keys, and pages to read."""

from __future__ import annotations

import threading

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QStackedWidget, QWidget

from seen_online.reading.page import Page, PageOutcome
from seen_online.review.perform import read_only
from seen_online.review.selfcheck import Feeling, Verdict, Who
from seen_online.search.model import Result
from seen_online.trouble import Trouble
from seen_online.ui.background import Job, Tell
from seen_online.ui.changes.following import Following
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.consent import ConsentDialog
from seen_online.ui.likeness import Likely
from seen_online.ui.result_model import ResultModel
from seen_online.ui.widgets.announce import announce
from seen_online.ui.widgets.judge import Judge
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.page import PageFrame
from seen_online.ui.widgets.result_list import ResultList
from seen_online.ui.widgets.sides import Sides
from seen_online.ui.widgets.text import body
from seen_online.ui.words_for import COULD_NOT_READ, SEARCH_STEP, feeling_words, who_words


class Results(PageFrame):
    """The list on the left, the chosen result on the right."""

    def __init__(self, desk: Desk, following: Following, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("What they can see"),
            self.tr("Is each page about you? Are you happy with it? Only you can tell."),
            parent=parent,
        )
        self._desk = desk
        self._job: Job | None = None
        self.likely = Likely(desk, self)
        self.following = following
        self.model = ResultModel(desk, self.likely, following, self)
        self.list = ResultList()
        self.list.setModel(self.model)
        self.list.judged.connect(self._judge_by_key)
        self.list.undo_wanted.connect(self.take_back)
        self._before: list[tuple[str, Verdict]] = []  # what each verdict by key replaced, the last one last
        self.judge = Judge(desk, self.likely)
        self.judge.read_wanted.connect(lambda key: self._ask_to_read([key]))
        self.judge.evidence_wanted.connect(self._keep_evidence)
        self.notice = Notice()
        self.judge.told.connect(self.notice.show_text)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress of reading"))
        self.bar.setFormat(self.tr("%v of %m pages"))
        self.bar.hide()
        self.splitter = Sides(self.list, self.judge, (44, 76))
        self.empty = body(self.tr("Nothing here yet. Search your name first, in step 3."))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.views = QStackedWidget()
        self.views.addWidget(self.empty)
        self.views.addWidget(self.splitter)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.views, 1)
        self._buttons()
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.model.modelReset.connect(self._changed)
        self.model.rowsInserted.connect(self._changed)
        desk.page_changed.connect(self._changed)
        desk.verdict_changed.connect(self._changed)
        following.changed.connect(self._changed)
        desk.check_replaced.connect(self._start_over)
        self._changed()

    def _buttons(self) -> None:
        self.main_button = self.add_primary("")
        self.main_button.clicked.connect(self._main)
        self.stop_button: QPushButton = self.add_secondary(self.tr("Stop"))
        self.stop_button.clicked.connect(self.stop)
        self.stop_button.hide()
        self.sort_button = self.add_secondary(self.tr("Sort: likely you first"))
        self.sort_button.clicked.connect(self.model.put_likely_first)
        self.changed_button = self.add_secondary(self.tr("Sort: new and changed first"))
        self.changed_button.clicked.connect(self.model.put_changed_first)
        self.next_button = self.add_secondary(self.tr("Go on to contact details"))
        self.next_button.clicked.connect(self.go_on)

    def _judge_by_key(self, verdict: Who | Feeling) -> None:
        """Judge, and go to the next page once nothing is left to say of this one."""
        key = self.judge.key
        self.judge.take_over()
        self._before.append((key, self._desk.verdict(key)))
        self.judge.judge_by_key(verdict)
        now = self._desk.verdict(key)
        self._say(now)
        if now.who is Who.NOT_ME or (now.who is not None and now.feeling is not None):
            row = self.list.currentIndex().row() + 1
            if row < self.model.rowCount():
                self.list.setCurrentIndex(self.model.index(row))

    def take_back(self) -> None:
        """Take the last verdict that was given by a key back, and show the page that it was about."""
        while self._before:
            key, before = self._before.pop()
            if self._desk.result(key) is not None:
                self._desk.change_verdict(key, who=before.who, feeling=before.feeling)
                self.choose(key)
                self._say(self._desk.verdict(key))
                return

    def _say(self, verdict: Verdict) -> None:
        """Say how a verdict stands: with the next page already chosen, nobody would hear it else."""
        words = (who_words(verdict.who), feeling_words(verdict.feeling))
        announce(self.list, ", ".join(word for word in words if word))

    def take_over(self) -> None:
        """Keep the note and the action that are being typed."""
        self.judge.take_over()

    def start(self) -> QWidget:
        """Return where one starts: the list, or the way to what fills it."""
        return self.list if self.model.rowCount() else self.main_button

    def arrive(self) -> None:
        """Show what has come; the first page is chosen."""
        self.model.refresh()
        self._changed()

    def choose(self, key: str) -> None:
        """Choose the result with this key, where it is shown."""
        row = self.model.row_of(key)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def _start_over(self) -> None:
        self._job = None
        self._before.clear()
        self._show_running(False)
        self.notice.show_text("")
        self.judge.show_result(self.model.key(self.list.currentIndex().row()))  # "" where it has no results yet

    def _show_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.judge.show_result(self.model.key(current.row()))

    def _changed(self, *_: object) -> None:
        count = self.model.rowCount()
        self.views.setCurrentIndex(1 if count else 0)
        self.empty.setText(self._why_empty())
        self.main_button.setAccessibleDescription("" if count else self.empty.text())
        if count and not self.list.currentIndex().isValid():
            row = self.model.row_of(self.judge.key)
            self.list.setCurrentIndex(self.model.index(max(0, row)))
        waiting = len(self._unread())
        if waiting:
            self.main_button.setText(self.tr("Read %n page(s) …", "", waiting))
        else:
            self.main_button.setText(
                self.tr("Go on to contact details") if count else self.tr("Go to step 3, Search your name")
            )
        self.main_button.setVisible(self._job is None)
        self.next_button.setVisible(bool(waiting))
        self.sort_button.setVisible(bool(count))
        self.changed_button.setVisible(bool(count) and self.following.comparison is not None)

    def _why_empty(self) -> str:
        asks = self._desk.check.asks
        if not any(ask.detail for ask in asks):
            return self.tr("Nothing here yet. Search your name first, in step 3.")
        if all(ask.outcome.checked for ask in asks):
            return self.tr("The searches were answered, and showed no page. Others may still show some.")
        return self.tr("We could not check. That does not mean that there is nothing. Step 3 says why.")

    def _main(self) -> None:
        """Do the next thing: read what was not read yet, or go on."""
        if not self.model.rowCount():
            self.go_to.emit(SEARCH_STEP)
        elif self._unread():
            self.read_pages()
        else:
            self.go_on.emit()

    def _unread(self) -> list[Result]:
        """Return the pages worth reading: not read yet, and not said to be about somebody else."""
        check = self._desk.check
        return [
            result
            for result in check.results
            if check.pages.get(result.key, Page()).outcome is PageOutcome.NOT_READ
            and self._desk.verdict(result.key).who is not Who.NOT_ME
        ]

    def read_pages(self) -> None:
        """Offer to read all pages that are worth it."""
        self._ask_to_read([result.key for result in self._unread()])

    def _ask_to_read(self, keys: list[str]) -> None:
        from seen_online.reading.fetch import plan_pages

        if self._job is not None:
            return
        results = [result for result in (self._desk.result(key) for key in keys) if result is not None]
        dialog = ConsentDialog(
            self.tr("Read these pages?"),
            self.tr(
                "Each site below will see that somebody at your internet address reads its page. Its robots.txt says "
                "what programs may read there, so we ask for that first."
            ),
            [(result.title or result.url, plan_pages([result.url])) for result in results],
            (self.tr("Page"), self.tr("Exact address")),
            self,
        )
        dialog.agreed.connect(lambda chosen: self._read([results[i] for i in chosen], dialog.requests(chosen)))
        dialog.open()

    def _read(self, results: list[Result], requests: list) -> None:
        self._desk.outbox.agree(requests)
        post = self._desk.post

        def task(stop: threading.Event, tell: Tell) -> int:
            read_only(results, post, lambda key, page: tell((key, page)), stop)
            return len(results)

        self.bar.setRange(0, len(results))
        self.bar.setValue(0)
        self._job = self._desk.background.run(task, self._ended, self._progress, self._broke)
        self._show_running(True)

    def _keep_evidence(self, key: str) -> None:
        from seen_online.ui.dialogs.evidence import EvidenceDialog

        EvidenceDialog(self._desk, key, self).open()

    def stop(self) -> None:
        """Stop reading; what came stays."""
        if self._job is not None:
            self._job.cancel()
            self.stop_button.setEnabled(False)

    def _progress(self, news: tuple[str, Page]) -> None:
        self._desk.page_came(*news)
        self.bar.setValue(self.bar.value() + 1)

    def _ended(self, _count: int) -> None:
        self._job = None
        self._show_running(False)
        outcomes = [self._outcome(result.key) for result in self._desk.check.results]
        open_ones = [outcome for outcome in outcomes if outcome in COULD_NOT_READ]
        left_out = outcomes.count(PageOutcome.NOT_READ)
        if left_out:
            said = self.tr("{read} of {all} pages were read. The others were left out, or you stopped.")
            self.notice.show_text(said.format(read=len(outcomes) - left_out, all=len(outcomes)), "attention")
        elif open_ones:
            said = self.tr(
                "%n page(s) could not be read, and the list says which. Open them yourself to see what they show.",
                "",
                len(open_ones),
            )
            self.notice.show_text(said, "attention")
        else:
            self.notice.show_text(self.tr("All pages were read."), "good")

    def _broke(self, trouble: Trouble) -> None:
        self._job = None
        self._show_running(False)
        self.notice.tell(trouble)

    def _outcome(self, key: str) -> PageOutcome:
        return self._desk.check.pages.get(key, Page()).outcome

    def _show_running(self, running: bool) -> None:
        if self.isVisible() and (running or self.stop_button.hasFocus()):
            self.list.setFocus()  # before its button goes: Qt would hand the focus to whatever comes next in the window
        self.bar.setVisible(running)
        said = self.tr("We are reading now. You can stop at any time, and keep what came.")
        announce(self.bar, said if running else "")
        self.stop_button.setVisible(running)
        self.stop_button.setEnabled(running)
        self._changed()
