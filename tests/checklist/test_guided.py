"""Only what concerns the person is asked, in a helpful order, with the steps for their own sites."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from seen_online.checklist.answer import Answer, Choice
from seen_online.checklist.guided import (
    Me,
    Standing,
    after,
    concerning,
    how_for,
    left,
    look_again,
    progress,
    standing,
    waiting_for,
)
from seen_online.checklist.item import Checklist, Item, Section, Source
from seen_online.checklist.load import load_sites, load_things_to_consider
from seen_online.checklist.site import SettingsPage, Site, Topic


def _item(name: str, **more: object) -> Item:
    return Item(name, name.title(), f"{name}?", "Because. So.", **more)  # type: ignore[arg-type]


LIST = Checklist(
    "l",
    "L",
    sections=(
        Section("one", "One", items=(_item("rule", kind="rule"), _item("a"), _item("b", concerns=("sites",)))),
        Section(
            "two",
            "Two",
            items=(
                _item("c", concerns=("service_users",), look_again=("phone", "email")),
                _item("d", concerns=("managers",)),
                _item("e", step="search"),
            ),
        ),
    ),
)
ASKED = Me(frozenset({"x"}), True, True)


def _ids(items: tuple[Item, ...]) -> list[str]:
    return [item.id for item in items]


def test_only_what_concerns_the_person_is_asked() -> None:
    assert _ids(concerning(LIST, ASKED)) == ["rule", "a", "b", "c", "d", "e"]
    assert _ids(concerning(LIST, Me())) == ["rule", "a", "b", "c", "e"]  # not said: asked, but for managers' matters
    assert _ids(concerning(LIST, Me(frozenset(), False, False))) == ["rule", "a", "e"]


def test_what_is_left_comes_in_order() -> None:
    answers = {
        "a": Answer(Choice.NOT_SURE),
        "b": Answer(Choice.NEEDS_DOING),
        "c": Answer(Choice.DONE),
        "d": Answer(Choice.NOT_FOR_ME),
        "e": Answer(),
    }
    assert _ids(left(LIST, ASKED, answers)) == ["e", "a"]
    assert _ids(left(LIST, ASKED, answers, again={"c", "d", "b"})) == ["c", "d", "e", "a"]
    assert _ids(left(LIST, ASKED, {})) == ["a", "b", "c", "d", "e"]
    stand = {item.id: standing(item, answers, {"c"}) for item in LIST.items}
    assert stand == {
        "rule": Standing.READ,
        "a": Standing.NOT_SURE,
        "b": Standing.NEEDS_DOING,
        "c": Standing.LOOK_AGAIN,
        "d": Standing.NOT_FOR_ME,
        "e": Standing.OPEN,
    }


def test_progress_counts_questions_that_concern_the_person() -> None:
    answers = {"a": Answer(Choice.DONE), "b": Answer(Choice.NEEDS_DOING), "c": Answer(Choice.NOT_SURE)}
    seen = progress(LIST, Me(), answers, again={"a"})
    assert (seen.answered, seen.total) == (3, 4)
    assert (seen.needs_doing, seen.not_sure, seen.look_again) == (1, 1, 1)


def test_the_next_thing_goes_round_once() -> None:
    answers = {"c": Answer(Choice.DONE)}
    walked = ["a"]
    while (item := after(walked[-1], LIST, ASKED, answers)) and item.id != "a":
        walked.append(item.id)
    assert walked == ["a", "b", "d", "e"]
    one_left = {name: Answer(Choice.DONE) for name in "abcd"}
    assert after("e", LIST, ASKED, one_left) is None
    first = after("", LIST, ASKED, {})
    assert first is not None
    assert first.id == "a"


@given(
    st.dictionaries(st.sampled_from("abcde"), st.sampled_from(list(Choice)), max_size=5),
    st.sets(st.sampled_from("abcde")),
)
def test_nothing_is_lost_or_asked_twice(chosen: dict[str, Choice], again: set[str]) -> None:
    answers = {name: Answer(choice) for name, choice in chosen.items()}
    waiting = _ids(left(LIST, ASKED, answers, again))
    assert len(waiting) == len(set(waiting))
    settled = {name for name, choice in chosen.items() if choice is not Choice.NOT_SURE}
    assert set(waiting) == set("abcde") - {
        name for name in settled if name not in again or chosen[name] is Choice.NEEDS_DOING
    }


def test_a_finding_opens_an_item_again_with_the_evidence() -> None:
    evidence = {"phone": ["on the club's page"], "email": ["on a forum"], "name": ["everywhere"]}
    assert look_again(LIST.items, evidence) == {"c": ("on the club's page", "on a forum")}
    assert look_again(LIST.items, {}) == {}
    ours = look_again(load_things_to_consider().items, {"phone": ["here"]})
    assert ours == {"contact-details": ("here",)}


def test_an_item_waits_for_the_search() -> None:
    assert waiting_for(LIST.items, set()) == {"e": "search"}
    assert waiting_for(LIST.items, {"search"}) == {}
    assert waiting_for(load_things_to_consider().items, {"details"}) == {"search-your-name": "search"}


def test_steps_come_for_the_persons_own_sites() -> None:
    fresh, old = Source("Fresh", checked=date(2026, 5, 1)), Source("Old", checked=date(2024, 5, 1))
    topic = Topic("security", "Security", ("Look.",))
    sites = (
        Site(
            "one", "One", pages=(SettingsPage("Settings", "https://one.example/s"),), topics=(topic,), sources=(fresh,)
        ),
        Site("two", "Two", topics=(Topic("security", "S", ("Go.",), "https://two.example/s", (old,), "cy"),)),
        Site("three", "Three", topics=(topic,), sources=(fresh,)),
        Site("four", "Four", topics=(Topic("search", "Search", ("Seek.",)),)),
    )
    item = _item("a", sites="security")
    one, two = how_for(item, sites, ["two", "one", "four"], today=date(2026, 11, 22))
    assert (one.site, one.page, one.may_have_moved, one.language) == ("one", "https://one.example/s", False, "en")
    assert (two.steps, two.page, two.may_have_moved, two.language) == (("Go.",), "https://two.example/s", True, "cy")
    assert how_for(_item("b"), sites, ["one"]) == ()
    assert how_for(item, sites, []) == ()


def test_every_item_with_sites_has_steps_for_facebook() -> None:
    sites = load_sites().values
    for item in load_things_to_consider().items:
        found = how_for(item, sites, ["facebook"], today=date(2026, 11, 22))
        assert [steps.site for steps in found] == (["facebook"] if item.sites else []), item.id
        assert all(steps.page.startswith("https://") and not steps.may_have_moved for steps in found)
