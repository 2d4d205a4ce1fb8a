"""What the rail says of each step: a few words on what is done and what is left."""

from __future__ import annotations

from seen_online.checklist.guided import progress
from seen_online.checklist.item import Checklist
from seen_online.review.plan import plan_rows
from seen_online.review.seen import telling
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.model import Outcome
from seen_online.words import say


def step_states(check: SelfCheck, checklist: Checklist, things: Checklist | None = None) -> list[str]:
    """Return six short texts, "" where a step has not been begun.

    `checklist` is all that the plan is made of, `things` the things to consider, where extra lists stand beside them.
    """
    considered = progress(things or checklist, check.me, check.answers)
    ended = any(ask.outcome is not Outcome.NOT_ASKED for ask in check.asks)
    # Also what was never put, or is being put right now, is not answered.
    unchecked = sum(1 for ask in check.asks if ask.running or not ask.outcome.checked)
    judged = sum(1 for r in check.results if (v := check.verdicts.get(r.key)) and v.who is not None)
    yours = len({(f.kind, f.value) for findings in check.findings.values() for f in telling(findings)})
    actions = len(plan_rows(check, checklist))
    searched = say("… asking") if any(ask.running for ask in check.asks) else ""
    if ended and not searched:
        searched = say("{n} not answered", n=unchecked) if unchecked else say("✓ all answered")
    return [
        say("✓ filled in") if check.person.names else "",
        say("{n} of {all} answered", n=considered.answered, all=considered.total) if considered.answered else "",
        searched,
        say("{n} of {all} judged", n=judged, all=len(check.results)) if check.results else "",
        say("{n} of yours seen", n=yours) if yours else "",
        say("{n} to do", n=actions) if actions else "",
    ]
