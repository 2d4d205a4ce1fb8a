"""One result in full: what an engine shows of it, what it gives away, and the person's verdict."""

from __future__ import annotations

import threading
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from seen_online.reading.page import Page, PageOutcome
from seen_online.review.judging import is_unhappy
from seen_online.review.seen import telling
from seen_online.review.selfcheck import Action, Feeling, Who
from seen_online.trouble import Trouble
from seen_online.ui.background import Soon, Tell
from seen_online.ui.desk import Desk
from seen_online.ui.likeness import Likely
from seen_online.ui.theme import GAP, WIDE
from seen_online.ui.widgets.action import ActionEdit
from seen_online.ui.widgets.choices import Choices
from seen_online.ui.widgets.findings import FindingList
from seen_online.ui.widgets.flow import Flow
from seen_online.ui.widgets.pane import Pane
from seen_online.ui.widgets.result_list import verdict_of
from seen_online.ui.widgets.text import body, heading, quiet, section
from seen_online.ui.words_for import likely_words, page_words

SETTLE = 400  # milliseconds from a key until what was typed is kept, also while typing goes on


class Judge(Pane):
    """The right half of *What they can see*. `read_wanted` asks to read the page, `evidence_wanted` to keep it.

    `told` carries words, and their state as a notice has it, of how the reading of a saved copy goes.
    """

    read_wanted = Signal(str)
    evidence_wanted = Signal(str)
    told = Signal(str, str)

    def __init__(self, desk: Desk, likely: Likely, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._likely = likely
        self.key = ""
        self.title = heading("")
        self.address = quiet("")
        self.snippet = body("")
        self.guess = quiet("")
        self.reading = quiet("")
        self.findings = FindingList()
        self.who = Choices(
            self.tr("Is this page about you?"),
            [
                (Who.ME, self.tr("Me (M)")),
                (Who.NOT_ME, self.tr("Not me (N)")),
                (Who.NOT_SURE, self.tr("Not sure (S)")),
            ],
        )
        self.feeling = Choices(
            self.tr("Are you happy with what it shows?"),
            [(Feeling.HAPPY, self.tr("Happy (H)")), (Feeling.NOT_HAPPY, self.tr("Not happy (U)"))],
        )
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Your note on this page"))
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(90)
        self.action = ActionEdit(self.tr("What will you do about it?"))
        self._settle = Soon(self, SETTLE, self.take_over)
        self._lay_out()
        self.who.chosen.connect(lambda value: self._judge(who=value))
        self.feeling.chosen.connect(lambda value: self._judge(feeling=value))
        self.note.textChanged.connect(self._settle.please)
        self.action.changed.connect(self._settle.please)
        desk.page_changed.connect(self._refresh)
        desk.findings_changed.connect(self._refresh)
        desk.verdict_changed.connect(self._show_verdict)
        likely.changed.connect(self._show_guess)

    def _lay_out(self) -> None:
        self.open_button = QPushButton(self.tr("Open in my browser"))
        self.open_button.clicked.connect(self.open_page)
        self.saved_button = QPushButton(self.tr("I saved it: choose the file …"))
        self.saved_button.clicked.connect(self._choose_saved)
        self.read_button = QPushButton(self.tr("Read this page"))
        self.read_button.clicked.connect(lambda: self.read_wanted.emit(self.key))
        buttons = Flow(gap=GAP)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.read_button)
        buttons.addWidget(self.saved_button)
        self.evidence_button = QPushButton(self.tr("Keep evidence …"))
        self.evidence_button.clicked.connect(lambda: self.evidence_wanted.emit(self.key))
        buttons.addWidget(self.evidence_button)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(WIDE, 0, WIDE, WIDE)
        column.setSpacing(GAP)
        for widget in (
            self.title, self.address, self.snippet, section(self.tr("Is this page about you?")), self.guess, self.who,
            section(self.tr("Are you happy with what it shows?")), self.feeling,
            section(self.tr("What it gives away")), self.reading, self.findings,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(section(self.tr("Your note")))
        column.addWidget(self.note)
        column.addWidget(self.action)
        column.addStretch(1)
        self.hold(self._inside)

    def show_result(self, key: str) -> None:
        """Show another result; what was typed on the last one is kept first."""
        self.take_over()
        self.key = key
        result = self._desk.result(key)
        self._inside.setVisible(result is not None)
        if result is None:
            self._show_none()
            return
        self.title.setText(result.title or self.tr("(no title)"))
        self.address.setText(result.url)
        self.snippet.setText(result.snippet)
        self._settle.stop()
        self._show_verdict(key)
        self.verticalScrollBar().setValue(0)
        self._show_guess()
        self._refresh(key)

    def _show_none(self) -> None:
        """Leave no word of the last result where nobody sees it."""
        for words in (self.title, self.address, self.snippet, self.guess, self.reading):
            words.setText("")
        self.findings.show_findings([], searched=False, whole=False)
        with QSignalBlocker(self.note):
            self.note.setPlainText("")
        self.action.show_action("", None)
        self._settle.stop()

    def _show_guess(self) -> None:
        """Say what speaks for its being about the person: a guess, with its reasons, that only they can settle."""
        yours = bool(telling(self._desk.check.findings.get(self.key, [])))
        words = likely_words(self._likely.chance.get(self.key), shows_yours=yours).removeprefix("· ")
        group = self._likely.group.get(self.key)
        said = self.tr("Our guess: {guess}.").format(guess=words) if words else ""
        if group is not None and len(group.results) > 1:
            said += " " + self.tr("%n other page(s) seem to be about the same person.", "", len(group.results) - 1)
            said += " " + " ".join(group.reasons)
        self.guess.setText(said.strip())
        self.guess.setVisible(bool(said))

    def _refresh(self, key: str) -> None:
        if key != self.key or not key:
            return
        page = self._desk.check.pages.get(key, Page())
        sign, words = page_words(page.outcome)
        self.reading.setText(f"{sign} {words}. {page.detail}".strip())
        self.read_button.setVisible(page.outcome in (PageOutcome.NOT_READ, PageOutcome.FAILED))
        self.saved_button.setVisible(page.outcome in (PageOutcome.NEEDS_YOU, PageOutcome.REFUSED))
        searched = key in self._desk.check.findings
        whole = page.outcome is PageOutcome.READ
        self.findings.show_findings(self._desk.check.findings.get(key, []), searched=searched, whole=whole)

    def _show_verdict(self, key: str) -> None:
        """Show the verdict as it is kept: the plan changes actions too, and what stands here is kept again later."""
        if key != self.key:
            return
        verdict = self._desk.verdict(key)
        self.who.show_value(verdict.who)
        self.feeling.show_value(verdict.feeling)
        if not self._settle.isActive() and self.note.toPlainText() != verdict.note:  # carried over from the last check
            self.note.blockSignals(True)
            self.note.setPlainText(verdict.note)
            self.note.blockSignals(False)
        action = verdict.action or Action("")
        self.action.show_action(action.what, action.due, self.tr("such as: ask the club to take it down"))

    def take_over(self) -> None:
        """Keep the note and the action that were typed."""
        self._settle.stop()
        if not self.key or self._desk.result(self.key) is None:
            return
        before = self._desk.verdict(self.key)
        action = None
        if self.action.what or (before.action is not None and is_unhappy(before)):
            state = before.action.state if before.action else Action("").state
            action = Action(self.action.what, self.key, self.action.due, state)
        self._desk.change_verdict(self.key, note=self.note.toPlainText(), action=action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge by the letters that the buttons name, wherever on this half the person is and doesn't type."""
        if (verdict := verdict_of(event)) is not None:
            self.judge_by_key(verdict)
        else:
            super().keyPressEvent(event)

    def judge_by_key(self, verdict: Who | Feeling) -> None:
        """Set one axis of the verdict by a single key; the same key again takes it back."""
        choices = self.who if isinstance(verdict, Who) else self.feeling
        choices.choose(None if choices.value is verdict else verdict)

    def _judge(self, **verdict: object) -> None:
        if self.key:
            self.take_over()
            self._desk.change_verdict(self.key, **verdict)

    def _choose_saved(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the page you saved"))
        if path:
            self.read_saved(Path(path))

    def read_saved(self, path: Path) -> None:
        """Read a copy that the person saved, as this result's page; nothing leaves."""
        key = self.key

        def task(stop: threading.Event, _tell: Tell) -> Page | None:
            from seen_online.reading.scan import read_files

            read = read_files([path], lambda _path, _page: None, stop)
            return next((page for _, page in read if page.text), read[0][1] if read else None)

        def came(page: Page | None) -> None:
            result = self._desk.result(key)
            if page is None or result is None:
                self.told.emit("", "quiet")
                return
            # The address is the page's own; where the copy lies on this computer is nobody's business.
            self._desk.page_came(key, replace(page, url=result.url, copy=True))
            self._tell_read(page)

        def broke(trouble: Trouble) -> None:
            self.told.emit(str(trouble), "problem")

        self.told.emit(self.tr("We are reading the copy you saved."), "quiet")
        self._desk.background.run(task, came, failed=broke)

    def _tell_read(self, page: Page) -> None:
        if page.outcome is PageOutcome.READ:
            self.told.emit(self.tr("We have read the copy you saved."), "good")
        elif page.outcome is PageOutcome.PARTLY:
            self.told.emit(" ".join((self.tr("We have read a part of the copy you saved."), page.detail)), "attention")
        else:
            self.told.emit(" ".join((self.tr("We could not read the copy you saved."), page.detail)), "attention")

    def open_page(self) -> None:
        """Open the page in the person's browser: http and https alone."""
        result = self._desk.result(self.key)
        if result is not None and result.url.startswith(("http://", "https://")):
            QDesktopServices.openUrl(QUrl(self._desk.open_address(result.url)))
