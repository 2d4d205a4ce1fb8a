"""A page that the person is not happy with gets a day in the plan; what they make of it is theirs."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from seen_online.review.judging import with_day
from seen_online.review.plan import plan_rows
from seen_online.review.selfcheck import Action, ActionState, Feeling, SelfCheck, Verdict, Who
from support.checks import checklist

KEY = "harriers.example/nia"
TODAY = date(2026, 2, 27)
UNHAPPY = Verdict(Who.ME, Feeling.NOT_HAPPY)


@pytest.mark.parametrize("who", [None, Who.ME, Who.NOT_SURE])
def test_not_happy_gets_a_day(who: Who | None) -> None:
    verdict = with_day(Verdict(who), Verdict(who, Feeling.NOT_HAPPY), KEY, TODAY)
    (row,) = plan_rows(SelfCheck(verdicts={KEY: verdict}), checklist())
    assert row.action == Action("Decide what to do about this page.", KEY, date(2026, 3, 6), ActionState.TO_DO)


@pytest.mark.parametrize("now", [Verdict(Who.NOT_ME, Feeling.NOT_HAPPY), Verdict(Who.ME, Feeling.HAPPY), Verdict()])
def test_nothing_else_does(now: Verdict) -> None:
    assert with_day(Verdict(), now, KEY, TODAY) == now


def test_a_day_that_was_taken_out_stays_out() -> None:
    taken_out = replace(UNHAPPY, action=Action("", KEY))
    assert with_day(taken_out, replace(taken_out, note="Hm", who=Who.NOT_SURE), KEY, TODAY).action == Action("", KEY)


def test_what_the_person_wrote_stays_as_it_is() -> None:
    mine = Action("Ask Moira", KEY)
    verdict = with_day(Verdict(Who.ME, action=mine), replace(UNHAPPY, action=mine), KEY, TODAY)
    assert verdict.action == mine
    assert with_day(verdict, replace(verdict, feeling=Feeling.HAPPY), KEY, TODAY).action == mine


def test_a_change_of_mind_takes_the_day_away_again() -> None:
    unhappy = with_day(Verdict(Who.ME), UNHAPPY, KEY, TODAY)
    assert with_day(unhappy, replace(unhappy, feeling=None), KEY, TODAY) == Verdict(Who.ME)
    done = replace(unhappy, action=Action("", KEY, TODAY, ActionState.DONE))
    assert with_day(done, replace(done, feeling=Feeling.HAPPY), KEY, TODAY).action is not None, "it was done"
