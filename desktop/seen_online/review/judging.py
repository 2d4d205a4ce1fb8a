"""What a verdict brings with it: a page that the person is not happy with gets a day in the plan."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from seen_online.review.selfcheck import Action, ActionState, Feeling, Verdict, Who

FIRST_OFFER = timedelta(days=7)  # a plan without a date is a wish; the person can change it, or take it out


def is_unhappy(verdict: Verdict) -> bool:
    """Tell whether it is about a page of the person's own, or that may be, which they are not happy with."""
    return verdict.feeling is Feeling.NOT_HAPPY and verdict.who is not Who.NOT_ME


def with_day(before: Verdict, now: Verdict, key: str, today: date) -> Verdict:
    """Return `now` with a day by which to do something, once the person has become unhappy with the page.

    An action of their own stays as it is, also one from which they took the day. What was put in here, and has no word
    of theirs, goes again when they change their mind.
    """
    if is_unhappy(now) and not is_unhappy(before) and now.action is None:
        return replace(now, action=Action("", key, today + FIRST_OFFER))
    action = now.action
    untouched = action is not None and not action.what and action.state is ActionState.TO_DO
    return replace(now, action=None) if untouched and not is_unhappy(now) else now
