"""What the person said and means to do goes along into the next check, and never over what they say there."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from seen_online.checklist.answer import ActionState, Answer, Choice
from seen_online.reading.page import PageOutcome
from seen_online.review.carry import carry, next_check
from seen_online.review.selfcheck import Action, Feeling, SelfCheck, Verdict, Who
from seen_online.search.model import Outcome
from support.checks import full_check
from support.second_check import ALSO_ASKED, ASKED, EMAIL, PHONE, SECOND, show, two

CLUB = "https://harriers.example/members/nia"
MOVED = "https://harriers.example/club/people/members-nia-ashworth"
HAPPY = Verdict(Who.ME, Feeling.HAPPY, "Mine")


def unhappy(key: str, state: ActionState = ActionState.TO_DO) -> Verdict:
    return Verdict(Who.ME, Feeling.NOT_HAPPY, "", Action("Ask the club", key, date(2026, 2, 1), state))


def after(first: SelfCheck, asks: dict[str, Outcome] | None = None) -> SelfCheck:
    """Return the check that follows, once its questions came back."""
    later = next_check(first, SECOND)
    later.asks = two(asks)[1].asks
    return later


def test_the_next_check_starts_from_the_person_and_their_answers():
    first = full_check()
    second = next_check(first)
    assert second.started > first.started
    assert (second.person, second.sites, second.answers) == (first.person, first.sites, first.answers)
    assert not (second.asks or second.results or second.pages or second.findings or second.sent)
    second.answers["settings"] = Answer(Choice.NOT_SURE)
    assert first.answers["settings"].choice is Choice.DONE


def test_what_is_still_to_do_stays_in_the_plan_before_its_page_is_found():
    first = full_check()
    second = next_check(first)
    with_action = {key for key, verdict in first.verdicts.items() if verdict.action}
    assert set(second.verdicts) == with_action
    assert set(second.set_aside) == set(first.verdicts) - with_action


@pytest.mark.parametrize("verdict", [HAPPY, Verdict(Who.NOT_ME), Verdict(None, None, "only a note")])
def test_a_verdict_stays(verdict: Verdict):
    first, _ = two()
    first.verdicts[show(first, CLUB)] = verdict
    second = after(first)
    key = show(second, CLUB)
    assert carry(first, second).verdicts == (key,)
    assert second.verdicts == {key: verdict} and second.set_aside == {}
    assert carry(first, second).verdicts == ()


def test_a_verdict_follows_its_page():
    first, _ = two()
    old = show(first, "https://harriers.example/members-nia-ashworth")
    first.verdicts[old] = unhappy(old)
    second = after(first)
    new = show(second, MOVED)
    assert set(carry(first, second).verdicts) == {old, new}
    assert second.verdicts == {new: replace(unhappy(old), action=replace(unhappy(old).action, about=new))}
    assert carry(first, second).verdicts == ()


def test_a_verdict_does_not_follow_a_page_whose_old_address_may_still_turn_up():
    first, _ = two({ASKED: Outcome.ANSWERED, ALSO_ASKED: Outcome.ANSWERED})
    old = show(first, "https://harriers.example/members-nia-ashworth")
    first.verdicts[old] = HAPPY
    second = after(first, {ASKED: Outcome.NOT_ASKED, ALSO_ASKED: Outcome.ANSWERED})
    new = show(second, MOVED, words=ALSO_ASKED)
    assert carry(first, second).verdicts == ()
    second.asks = after(first, {ASKED: Outcome.ANSWERED, ALSO_ASKED: Outcome.ANSWERED}).asks
    show(second, "https://harriers.example/members-nia-ashworth")
    assert carry(first, second).verdicts == (old,)
    assert new not in second.verdicts


def test_what_was_said_in_this_check_is_not_overwritten():
    first, _ = two()
    key = show(first, CLUB)
    first.verdicts[key] = HAPPY
    second = after(first)
    show(second, CLUB)
    carry(first, second)
    second.verdicts[key] = mine = Verdict(Who.NOT_ME)
    assert carry(first, second).verdicts == () and second.verdicts[key] == mine


def test_an_action_changed_in_the_plan_before_its_page_came_keeps_the_change():
    first, _ = two()
    old = show(first, "https://harriers.example/members-nia-ashworth")
    first.verdicts[old] = unhappy(old)
    second = after(first)
    second.verdicts[old] = done = unhappy(old, ActionState.DONE)
    new = show(second, MOVED)
    carry(first, second)
    assert second.verdicts == {new: done}


@pytest.mark.parametrize(
    ("was", "now", "read", "state"),
    [
        ((PHONE,), (PHONE,), PageOutcome.READ, ActionState.CAME_BACK),
        ((PHONE, EMAIL), (EMAIL,), PageOutcome.READ, ActionState.CAME_BACK),
        ((), (), PageOutcome.READ, ActionState.CAME_BACK),  # what they did not like was no detail: a picture, say
        ((PHONE,), (), PageOutcome.READ, ActionState.DONE),
        ((PHONE,), (), PageOutcome.FAILED, ActionState.DONE),
        ((PHONE,), (), PageOutcome.GONE, ActionState.DONE),
        ((), (), PageOutcome.GONE, ActionState.DONE),
    ],
)
def test_a_done_action_comes_back_where_it_is_seen_again(was, now, read: PageOutcome, state: ActionState):
    first, _ = two()
    key = show(first, CLUB, *was)
    first.verdicts[key] = unhappy(key, ActionState.DONE)
    second = after(first)
    show(second, CLUB, *now, read=read)
    carry(first, second)
    action = second.verdicts[key].action
    assert action is not None and action.state is state


def test_it_comes_back_when_the_page_was_read_not_before():
    first, _ = two()
    key = show(first, CLUB, PHONE)
    first.verdicts[key] = unhappy(key, ActionState.DONE)
    second = after(first)
    show(second, CLUB, read=PageOutcome.NOT_READ)
    carry(first, second)
    assert second.verdicts[key] == first.verdicts[key]
    second.results.clear()
    show(second, CLUB, PHONE)
    assert carry(first, second).verdicts == (key,)
    assert second.verdicts[key].action.state is ActionState.CAME_BACK


def test_done_again_stays_done_in_this_check_and_comes_back_in_the_next():
    first, _ = two()
    key = show(first, CLUB, PHONE)
    first.verdicts[key] = unhappy(key, ActionState.DONE)
    second = after(first)
    show(second, CLUB, PHONE)
    carry(first, second)
    second.verdicts[key] = unhappy(key, ActionState.DONE)
    assert carry(first, second).verdicts == ()
    assert second.verdicts[key].action.state is ActionState.DONE
    third = after(second)
    show(third, CLUB, PHONE)
    carry(second, third)
    assert third.verdicts[key].action.state is ActionState.CAME_BACK


def test_a_page_that_comes_back_after_a_check_without_it_is_still_judged():
    first, _ = two()
    judged, acted = show(first, CLUB), show(first, "https://paper.example/award", PHONE)
    first.verdicts = {judged: HAPPY, acted: unhappy(acted, ActionState.DONE)}
    second = after(first)  # neither is found
    carry(first, second)
    assert judged not in second.verdicts
    third = after(second)
    show(third, CLUB)
    show(third, "https://paper.example/award", PHONE)
    carry(second, third)
    assert third.verdicts[judged] == HAPPY
    assert third.verdicts[acted].action.state is ActionState.CAME_BACK
    assert third.set_aside == {}


def test_where_it_could_not_be_checked_a_done_action_stays_done():
    first, _ = two()
    key = show(first, CLUB, PHONE)
    first.verdicts[key] = unhappy(key, ActionState.DONE)
    second = after(first, {ASKED: Outcome.BLOCKED})
    carry(first, second)
    assert second.verdicts[key] == first.verdicts[key]


def test_a_done_thing_to_consider_comes_back_once():
    first, _ = two()
    done = Answer(Choice.NEEDS_DOING, "", "Take it off", None, ActionState.DONE)
    first.answers = {"details": done, "settings": Answer(Choice.DONE), "other": done}
    second = after(first)
    assert carry(first, second).answers == ()
    assert carry(first, second, reopened={"details", "settings"}).answers == ("details",)
    assert second.answers["details"].state is ActionState.CAME_BACK
    assert second.answers["settings"] == first.answers["settings"] and second.answers["other"] == done
    second.answers["details"] = done
    assert carry(first, second, reopened={"details"}).answers == ()
    assert second.answers["details"] == done
