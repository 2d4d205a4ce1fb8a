"""Changing one line of the plan: kept with the answer or the verdict that it comes from."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from seen_online.checklist.answer import ActionState, Answer
from seen_online.review.plan import PlanRow
from seen_online.review.selfcheck import Action
from seen_online.ui.desk import Desk


def own_words(desk: Desk, row: PlanRow) -> str:
    """Return what the person wrote for this line, "" where the plan's words are ours."""
    if row.from_item:
        return desk.check.answers.get(row.action.about, Answer()).action
    action = desk.verdict(row.action.about).action
    return action.what if action is not None else ""


def keep(desk: Desk, row: PlanRow, what: str, due: date | None, state: ActionState) -> None:
    """Keep what a line says now; without words of the person's own, the plan goes on using ours."""
    about = row.action.about
    if row.from_item:
        answer = desk.check.answers.get(about, Answer())
        desk.answer(about, replace(answer, action=what, due=due, state=state))
    elif what or due is not None or state is not ActionState.TO_DO or desk.verdict(about).action is not None:
        desk.change_verdict(about, action=Action(what, about, due, state))
