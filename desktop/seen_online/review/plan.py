"""The person's plan: every action that an answer or a verdict asks for, in one list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from seen_online.checklist.answer import Choice
from seen_online.checklist.item import Checklist
from seen_online.review.judging import is_unhappy
from seen_online.review.selfcheck import Action, ActionState, SelfCheck
from seen_online.search.model import Result
from seen_online.words import say


class PlanRow(msgspec.Struct, frozen=True):
    """One line of the plan: the action, and in plain words what it is about."""

    action: Action
    about: str
    from_item: bool


def plan_rows(check: SelfCheck, checklist: Checklist, known: Iterable[Result] = ()) -> list[PlanRow]:
    """Collect the actions of a check: dated ones first by date, then the others, done ones last.

    Every "needs doing" and every "not happy" about oneself has a row, also where no action was written yet. `known`
    are results of the check before, whose titles name pages that this one has not found.
    """
    rows: list[PlanRow] = []
    for item in checklist.items:
        answer = check.answers.get(item.id)
        if answer is not None and answer.choice is Choice.NEEDS_DOING:
            action = Action(answer.action or item.action or item.title, item.id, answer.due, answer.state)
            rows.append(PlanRow(action, item.title, from_item=True))
    titles = {result.key: result.title or result.url for result in (*known, *check.results)}
    for key, verdict in check.verdicts.items():
        if verdict.action is not None or is_unhappy(verdict):
            action = verdict.action or Action("")
            what = action.what or say("Decide what to do about this page.")
            row = msgspec.structs.replace(action, what=what, about=key)
            rows.append(PlanRow(row, titles.get(key, key), from_item=False))
    return sorted(
        rows, key=lambda r: (r.action.state is ActionState.DONE, r.action.due is None, r.action.due or date.max)
    )
