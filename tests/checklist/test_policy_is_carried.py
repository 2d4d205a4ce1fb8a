"""Nothing of the policy's substance is missing: each of its points has an item that carries it, in our own words.

The points are named by their place in the policy (procedure 1 to 6, the sixteen things in order, concerns 1 to 5).
"""

from __future__ import annotations

import pytest

from seen_online.checklist.load import load_things_to_consider

POINTS = {
    "procedure 1, beside the employer's own procedure": ("own-judgment", ["goes with them", "does not replace"]),
    "procedure 2, mostly no trouble, but lives overlap": (
        "your-life-your-own",
        ["most people", "no trouble", "home and work meet"],
    ),
    "procedure 3, no wish to interfere": ("your-life-your-own", ["no wish", "private life", "good name and theirs"]),
    "procedure 4, own judgment, codes and policies": (
        "own-judgment",
        ["good sense", "code of conduct", "contract", "private information", "data", "e-mail", "whistle-blowing"],
    ),
    "procedure 5, think it through again": ("think-again", ["sites change", "code of conduct", "new", "change it"]),
    "thing 1, security settings": ("check-settings", ["settings", "only the people you choose", "privacy"]),
    "thing 2, your name in a search engine": ("search-your-name", ["search engine", "your name", "happy"]),
    "thing 3, help friends and colleagues": ("help-friends", ["friend", "workmate", "take the wrong way", "tell"]),
    "thing 4, contact details and date of birth": (
        "contact-details",
        ["phone", "address", "e-mail", "date of birth", "identity fraud"],
    ),
    "thing 5, images in a work environment": ("pictures-at-work", ["pictures of you at work"]),
    "thing 6, images and causes": ("before-you-post", ["picture", "cause", "before", "service users", "employers"]),
    "thing 7, privacy, lists of friends": (
        "who-sees-what",
        ["share with whom", "lists", "chance", "private life"],
    ),
    "thing 8, relationships with service users": (
        "service-users",
        ["more than friends", "care for", "used to care for", "after"],
    ),
    "thing 9, friend requests": ("friend-requests", ["ignore", "not told", "hurt", "never have to say yes", "awkward"]),
    "thing 10, work matters": ("work-talk", ["work matters", "service users", "complaints about workmates"]),
    "thing 11, pictures of service users and colleagues": (
        "pictures-of-others",
        ["service users", "workmates", "even if they asked"],
    ),
    "thing 12, comments": ("comments", ["workmates", "service users", "employer", "council", "unkind"]),
    "thing 13, bullying": ("bullying", ["bully", "frighten"]),
    "thing 14, explicit material": ("explicit", ["sexually explicit", "pass on"]),
    "thing 15, the law": ("lawful", ["breaks the law"]),
    "thing 16, confidential information": ("confidential", ["share no confidential information"]),
    "procedure 6, public and permanent": (
        "public-and-permanent",
        ["public", "stays", "settings", "copied", "ever"],
    ),
    "concerns 1, report and give evidence": ("report-concerns", ["all staff", "report", "evidence", "asked"]),
    "concerns 2, managers": ("managers", ["staff know", "read and understood"]),
    "concerns 3, not the place": ("use-the-procedure", ["not social media", "raise a concern", "complaints procedure"]),
    "concerns 4, taken seriously": (
        "taken-seriously",
        ["taken seriously", "cyber-bullying", "more harm than when it is spoken"],
    ),
    "concerns 5, like any other complaint": ("like-any-complaint", ["like any other complaint", "same complaints"]),
}


@pytest.mark.parametrize("point", POINTS)
def test_the_point_has_its_item(point: str) -> None:
    item_id, words = POINTS[point]
    item = load_things_to_consider().item(item_id)
    assert item is not None, f"no item {item_id}"
    text = " ".join((item.title, item.question, item.why, *item.how, item.action)).casefold()
    missing = [word for word in words if word.casefold() not in text]
    assert not missing, f"{item_id} does not say {missing}"


def test_every_item_carries_a_point() -> None:
    carried = {item_id for item_id, _ in POINTS.values()}
    assert {item.id for item in load_things_to_consider().items} == carried


def test_all_sixteen_things_are_asked_one_by_one() -> None:
    checklist = load_things_to_consider()
    things = [item_id for point, (item_id, _) in POINTS.items() if point.startswith("thing ")]
    assert len(set(things)) == 16
    asked = {item.id for item in checklist.items if item.kind == "question"}
    assert set(things) <= asked


def test_what_is_only_read_is_a_rule() -> None:
    rules = {item.id for item in load_things_to_consider().items if item.kind == "rule"}
    assert rules == {"public-and-permanent", "your-life-your-own", "taken-seriously", "like-any-complaint"}


def test_the_employers_documents_are_offered_where_the_policy_names_them() -> None:
    item = load_things_to_consider().item("own-judgment")
    assert item is not None
    named = {"confidentiality", "whistle_blowing", "information_security", "data_protection", "acceptable_use"}
    assert named | {"code_of_conduct", "contract"} <= set(item.slots)
    for item_id in ("report-concerns", "use-the-procedure", "taken-seriously", "like-any-complaint", "managers"):
        concern = load_things_to_consider().item(item_id)
        assert concern is not None
        assert "complaints_procedure" in concern.slots
