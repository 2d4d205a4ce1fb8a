"""A second check goes on where the first ended: what the person said and means to do is carried over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

import msgspec
from msgspec.structs import replace

from seen_online.checklist.answer import ActionState, Choice
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.compare import compare, own_details, still_shown
from seen_online.review.comparison import Change, ChangeKind, Comparison
from seen_online.review.selfcheck import SelfCheck, Verdict


class Carried(msgspec.Struct, frozen=True):
    """What `carry` changed: keys of verdicts, ids of answers."""

    verdicts: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


def next_check(earlier: SelfCheck, started: datetime | None = None) -> SelfCheck:
    """Return the check that follows: the same person, their answers, and what they still mean to do.

    What was found is not taken along; verdicts wait until their pages are found again (see `carry`).
    """
    later = SelfCheck(
        started=started or datetime.now(UTC),
        person=earlier.person,
        sites=earlier.sites,
        service_users=earlier.service_users,
        managers=earlier.managers,
        answers=dict(earlier.answers),
    )
    carry(earlier, later)
    return later


def carry(
    earlier: SelfCheck, later: SelfCheck, reopened: Collection[str] = (), comparison: Comparison | None = None
) -> Carried:
    """Carry over verdicts, answers and actions into `later`, as far as it has come.

    To be called whenever the later check has something new (results, a page, findings); what the person says in the
    later check is never overwritten. A verdict follows its page to a new address, once the page can't turn up any more
    at the old one: a verdict on the wrong page is worse than a question asked twice. An action that was done comes back
    where its page is seen again and still shows what it did, once in a check: done again, it stays done.

    Args:
        earlier: the check before.
        later: this check; its `verdicts`, `answers`, `set_aside` and `seen_again` are changed.
        reopened: ids of the things to consider that what was found opens again.
        comparison: of the two as they are now, where the caller has it already.

    Returns:
        What was changed, so that the window can show it.
    """
    waiting = {**earlier.set_aside, **earlier.verdicts}
    here = {result.key for result in later.results}
    changed: list[str] = []
    # Where nothing was found yet, no verdict has a page to go to, and to compare thousands takes a moment.
    for change in (comparison or compare(earlier, later)).changes if here else ():
        if change.key in here and change.settled:
            source = change.earlier_key if change.earlier_key in waiting else change.key
            if source in waiting:
                changed += _bring(earlier, later, change, source, waiting.pop(source))
    for key, verdict in waiting.items():
        if key in here or key in later.verdicts:
            continue
        if verdict.action is not None:
            later.verdicts[key] = verdict  # its page was not found yet, but it is still in the plan
            changed.append(key)
        else:
            later.set_aside.setdefault(key, verdict)
    return Carried(tuple(dict.fromkeys(changed)), tuple(_answers(earlier, later, reopened)))


def _bring(earlier: SelfCheck, later: SelfCheck, change: Change, source: str, verdict: Verdict) -> list[str]:
    """Give a page of the later check the verdict that waits for it; return the keys that changed."""
    key, changed = change.key, []
    later.set_aside.pop(source, None)
    later.set_aside.pop(key, None)
    pending = later.verdicts.pop(source, None) if source != key else None  # while the page was not found yet
    if pending is not None:
        changed.append(source)
    action = verdict.action
    moved = verdict if action is None or action.about != source else replace(verdict, action=replace(action, about=key))
    mine = later.verdicts.get(key)
    if mine is None and pending is not None and pending != verdict:
        mine = later.verdicts[key] = pending  # changed in the plan meanwhile
        changed.append(key)
    if mine is not None and mine != moved:
        return changed
    if moved.action is not None and _came_back(earlier, later, change, verdict):
        later.seen_again = (*later.seen_again, key)
        moved = replace(moved, action=replace(moved.action, state=ActionState.CAME_BACK))
    if mine != moved:
        later.verdicts[key] = moved
        changed.append(key)
    return changed


def _came_back(earlier: SelfCheck, later: SelfCheck, change: Change, verdict: Verdict) -> bool:
    if verdict.action is None or verdict.action.state is not ActionState.DONE or change.key in later.seen_again:
        return False
    if change.kind in (ChangeKind.GONE, ChangeKind.COULD_NOT_CHECK):
        return False
    if later.pages.get(change.key, Page()).outcome is PageOutcome.GONE and not own_details(
        later.findings.get(change.key, [])
    ):
        return False
    shown = earlier.findings.get(change.earlier_key, [])
    return not own_details(shown) or still_shown(shown, later.findings.get(change.key, []))


def _answers(earlier: SelfCheck, later: SelfCheck, reopened: Collection[str]) -> list[str]:
    changed = []
    for item_id, answer in earlier.answers.items():
        if item_id not in later.answers:
            later.answers[item_id] = answer
            changed.append(item_id)
        done = answer.choice is Choice.NEEDS_DOING and answer.state is ActionState.DONE
        if done and item_id in reopened and item_id not in later.seen_again and later.answers[item_id] == answer:
            later.answers[item_id] = replace(answer, state=ActionState.CAME_BACK)
            later.seen_again = (*later.seen_again, item_id)
            changed.append(item_id)
    return list(dict.fromkeys(changed))
