"""Starting the next check: one question that says what is kept and what begins afresh."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from seen_online.trouble import Trouble
from seen_online.ui.desk import Desk
from seen_online.ui.dialogs.question import QuestionDialog
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
    question = QuestionDialog(
        say("Start a new check?"), f"{kept}\n\n{afresh}\n\n{beside}", say("Start a new check"), parent
    )
    question.accepted.connect(lambda: _start(desk, parent, go_to))
    desk.check_replaced.connect(question.reject)  # locked meanwhile: it is about another check
    question.open()
    return question


def _start(desk: Desk, parent: QWidget, go_to: Callable[[int], object]) -> None:
    take_over = getattr(parent.window(), "take_over", None)
    if take_over is not None:
        take_over()  # what is being typed belongs to the check that ends
    try:
        desk.start_new_check()
    except Trouble as trouble:
        desk.not_kept.emit(trouble)
        return
    go_to(SEARCH_STEP if desk.check.person.names else ABOUT_STEP)


def _not_yet(desk: Desk, parent: QWidget, go_to: Callable[[int], object]) -> QuestionDialog:
    step = SEARCH_STEP if desk.check.person.names else ABOUT_STEP
    said = say("No search of this check was answered yet, so a new one would have nothing to be compared with.")
    question = QuestionDialog(say("Go on with this check"), said, say("Go to step {n}", n=step + 1), parent)
    question.accepted.connect(lambda: go_to(step))
    question.open()
    return question
