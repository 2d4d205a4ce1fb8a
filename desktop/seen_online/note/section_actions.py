"""What the person will do, and by when."""

from __future__ import annotations

from collections import Counter
from datetime import date

from seen_online.note.case import Case, Chosen, result_id
from seen_online.note.model import NoteAction, NoteSection, Table
from seen_online.note.offered import Chapter, Doing, Offer, offer_id
from seen_online.note.when import long_date
from seen_online.review.plan import plan_rows
from seen_online.review.selfcheck import Action, ActionState
from seen_online.words import say


def offers(case: Case) -> list[Offer]:
    """Offer each action of the plan, with its date and how it stands."""
    found = []
    again: Counter[tuple[str, str]] = Counter()
    for row in plan_rows(case.check, case.checklist):
        action = row.action
        same = (action.about, action.what)
        again[same] += 1
        what = case.over(action.what)
        found.append(
            case.offer(
                Offer(
                    offer_id(Chapter.ACTIONS, *same, str(again[same])),
                    Chapter.ACTIONS,
                    what,
                    rows=((what, (_by_when(action, case.today),), (state_name(action.state),)),),
                    places=() if row.from_item else ((result_id(action.about), case.over(row.about)),),
                    doing=Doing(what, action.due, action.state),
                )
            )
        )
    return found


def write(chosen: list[Offer], shown: Chosen) -> NoteSection:
    """Write the section. The page that an action is about is named only where it is in the note itself."""
    rows = []
    for offer in chosen:
        what, *rest = (shown(cell) for cell in offer.rows[0])
        pages = shown.places(offer)
        rows.append((say("{what} (about “{page}”)", what=what, page=pages[0]) if pages else what, *rest))
    return NoteSection(
        Chapter.ACTIONS.heading, (Table((say("Action"), say("By when"), say("How it stands")), tuple(rows)),)
    )


def calendar_actions(chosen: list[Offer], shown: Chosen) -> tuple[NoteAction, ...]:
    """Return the actions for a calendar."""
    return tuple(
        NoteAction(offer.id, shown(offer.doing.what), offer.doing.due, offer.doing.state)
        for offer in chosen
        if offer.doing is not None
    )


def state_name(state: ActionState) -> str:
    """Return how an action stands."""
    return {
        ActionState.TO_DO: say("To do"),
        ActionState.DONE: say("Done"),
        ActionState.CAME_BACK: say("Came back"),
    }[state]


def _by_when(action: Action, today: date) -> str:
    if action.due is None:
        return say("No date set")
    if action.due < today and action.state is not ActionState.DONE:
        return say("{date} (this day has passed)", date=long_date(action.due))
    return long_date(action.due)
