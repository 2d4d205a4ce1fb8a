"""Starting the next check: one question, a sealed copy made beside the window, then the new check."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from seen_online.trouble import Trouble
from seen_online.ui.background import Job, Tell
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.question import QuestionDialog
from seen_online.ui.dialogs.record_form import nothing_changed
from seen_online.ui.widgets.notice import Notice
from seen_online.ui.widgets.pause import Pause
from seen_online.words import say

ABOUT_STEP, SEARCH_STEP = 0, 2  # counted from 0


def ask_for_new_check(desk: Desk, parent: QWidget, go_to: Callable[[int], object]) -> QuestionDialog:
    """Ask, then begin the next check and go to the step where it begins.

    Where this check has searched nothing yet, there is nothing to compare a next one with: it leads there instead.
    """
    if not any(ask.outcome.checked for ask in desk.check.asks):
        return _not_yet(desk, parent, go_to)
    kept = say("Kept: who you are, what you answered, your plan, and what you said of each page.")
    afresh = say("Begins afresh: the searches, the pages, and what they show. So do the ticks of your note.")
    beside = say("This check stays as it is. The new one is compared with it.")
    if any(ask.running for ask in desk.check.asks):
        beside = say("A search is still under way. It will be stopped.") + " " + beside
    if desk.practice:
        beside += " " + say("In practice, both are forgotten when you leave it.")
    elif not desk.keeper.keeps:
        beside += " " + say("Nothing is kept on this computer, so both are forgotten when you close the window.")
    question = NewCheckDialog(desk, f"{kept}\n\n{afresh}\n\n{beside}", parent)
    question.accepted.connect(lambda: go_to(SEARCH_STEP if desk.check.person.names else ABOUT_STEP))
    question.open()
    return question


class NewCheckDialog(QuestionDialog):
    """`accepted` once the new check has begun. Until then *Go back* leaves all as it was, while a copy is made, too."""

    def __init__(self, desk: Desk, question: str, parent: QWidget) -> None:
        super().__init__(say("Start a new check?"), question, say("Start a new check"), parent)
        self._desk = desk
        self._over = parent.window()
        self._job: Job | None = None
        self.notice = Notice()
        self.pause = Pause(self)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self.notice)
        column.insertWidget(2, self.pause)
        self._begins = False
        desk.check_replaced.connect(self._replaced)

    def accept(self) -> None:
        """Have the copy made that a new check begins with, beside the window, then begin it."""
        if self._job is not None:
            return
        take_over = getattr(self._over, "take_over", None)
        if take_over is not None:
            take_over()  # what is being typed belongs to the check that ends
        desk = self._desk
        if desk.practice or not desk.keeper.keeps:
            self._begin()
            return
        keeper, check = desk.keeper, desk.check
        self.notice.show_text("")
        self.pause.begin(say("We are making a sealed copy of your record first …"))
        self.keep.setEnabled(True)

        def task(_stop: object, _tell: Tell) -> None:
            keeper.save(check)
            keeper.back_up_if_due(timedelta(0))

        whose = desk.record_id

        def ended() -> None:
            if desk.record_id != whose:
                said = say("The new check was not begun, since your record was locked before. Start it again.")
                desk.files.tell(whose, said, "attention")

        self._job = desk.background.run(task, lambda _none: self._begin(), failed=self._failed)
        self._job.ended.connect(ended)

    def _begin(self) -> None:
        self._job = None
        self._begins = True
        try:
            self._desk.start_new_check(copied=True)
        except Trouble as trouble:
            self._begins = False
            self._failed(trouble)
        else:
            super().accept()

    def _replaced(self) -> None:
        if not self._begins:  # locked meanwhile: it is about another check
            self.reject()

    def _failed(self, trouble: Trouble) -> None:
        """Say what went wrong; the check on the desk goes on, and the button tries again."""
        self._job = None
        self.pause.end()
        self.notice.tell(nothing_changed(trouble))

    def done(self, result: int) -> None:
        """Close; what is being copied begins no check any more."""
        if self._job is not None:
            self._job.drop()
            self._job = None
        super().done(result)


def _not_yet(desk: Desk, parent: QWidget, go_to: Callable[[int], object]) -> QuestionDialog:
    step = SEARCH_STEP if desk.check.person.names else ABOUT_STEP
    said = say("No search of this check was answered yet, so a new one would have nothing to be compared with.")
    question = QuestionDialog(say("Go on with this check"), said, say("Go to step {n}", n=step + 1), parent)
    question.accepted.connect(lambda: go_to(step))
    question.open()
    return question
