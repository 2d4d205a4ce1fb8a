from __future__ import annotations

import time

from seen_online.exposure.combination import Possibility, birth_is_whole, possibilities
from seen_online.exposure.finding import Finding, FindingKind, Whose
from seen_online.person import DetailKind, Person, detail
from support.exposed import KATE


def made(kind: FindingKind, value: str = "x", whose: Whose = Whose.YOURS, sure: float = 1.0) -> Finding:
    return Finding(kind, value, value, 0, len(value), value, whose, sure=sure)


def by_key(found: dict[str, list[Finding]]) -> dict[str, Possibility]:
    return {one.key: one for one in possibilities(found, KATE)}


BIRTH = made(FindingKind.DATE_OF_BIRTH, "1985-03-12")
ADDRESS = made(FindingKind.ADDRESS, "12 High Street")


def test_nothing_makes_nothing_possible() -> None:
    assert possibilities({}, KATE) == []
    assert possibilities({"a": [made(FindingKind.NAME)]}, KATE) == []


def test_name_birth_and_address_over_two_pages() -> None:
    found = by_key({"a": [BIRTH], "b": [made(FindingKind.EMAIL)], "c": [ADDRESS]})
    one = found["pose_as_you"]
    assert one.pages == ("a", "c")
    assert one.kinds == (FindingKind.NAME, FindingKind.DATE_OF_BIRTH, FindingKind.ADDRESS)
    assert one.sentence
    assert one.mend


def test_a_page_that_holds_all_comes_first() -> None:
    found = by_key({"a": [BIRTH], "b": [BIRTH, ADDRESS]})
    assert found["pose_as_you"].pages == ("b", "a")


def test_parts_of_a_birth_add_up() -> None:
    assert birth_is_whole(["1985", "--03-12"])
    assert not birth_is_whole(["1985", "1985-03"])
    year, day = made(FindingKind.DATE_OF_BIRTH, "1985"), made(FindingKind.DATE_OF_BIRTH, "--03-12")
    assert "pose_as_you" not in by_key({"a": [year, ADDRESS]})
    assert by_key({"a": [year, ADDRESS], "b": [day]})["pose_as_you"].pages == ("a", "b")


def test_other_peoples_details_and_unsure_ones_count_for_nothing() -> None:
    found = {"a": [made(FindingKind.DATE_OF_BIRTH, "1985-03-12", Whose.OTHER), made(FindingKind.ADDRESS, sure=0.1)]}
    assert possibilities(found, KATE) == []


def test_near_the_name_counts() -> None:
    near = made(FindingKind.PHONE, "+441632960001", Whose.NEAR_YOUR_NAME)
    assert by_key({"a": [near]})["reach_you"].pages == ("a",)


def test_a_namesakes_details_count_for_nothing_beside_the_persons_own() -> None:
    mine, near = (
        made(FindingKind.PHONE, "+441632960001"),
        made(FindingKind.PHONE, "+441632960002", Whose.NEAR_YOUR_NAME),
    )
    reach = by_key({"theirs": [near], "mine": [mine]})["reach_you"]
    assert reach.pages == ("mine",)


def test_another_birth_than_the_one_that_was_told_is_a_namesakes() -> None:
    near = made(FindingKind.DATE_OF_BIRTH, "1984-01-02", Whose.NEAR_YOUR_NAME)
    found = {"a": [near, made(FindingKind.ADDRESS)]}
    told = Person((detail(DetailKind.NAME, "Jane Doe"), detail(DetailKind.DATE_OF_BIRTH, "12 March 1985")))
    assert "pose_as_you" in {each.key for each in possibilities(found, Person((detail(DetailKind.NAME, "Jane Doe"),)))}
    assert "pose_as_you" not in {each.key for each in possibilities(found, told)}


def test_a_postcode_alone_is_said_more_softly() -> None:
    exact = by_key({"a": [ADDRESS]})["find_your_home"]
    rough = by_key({"a": [made(FindingKind.POSTCODE, "CA1 2AB")]})["find_your_home"]
    assert exact.sentence != rough.sentence


def test_work_home_and_private_ways() -> None:
    work, place, phone = made(FindingKind.WORKPLACE), made(FindingKind.LOCATION), made(FindingKind.PHONE)
    found = by_key({"a": [work], "b": [place, phone]})
    assert found["home_and_work"].pages == ("a", "b")
    assert found["work_and_private"].kinds == (FindingKind.NAME, FindingKind.WORKPLACE, FindingKind.PHONE)


def test_one_user_name_in_two_places_joins_them() -> None:
    name = made(FindingKind.USERNAME, "katem85")
    assert "joined_profiles" not in by_key({"a": [name]})
    one = by_key({"a": [name], "b": [name]})["joined_profiles"]
    assert one.pages == ("a", "b")
    assert "katem85" in one.sentence


def test_the_weightiest_comes_first() -> None:
    every = [made(kind, "1985-03-12" if kind is FindingKind.DATE_OF_BIRTH else "x") for kind in FindingKind]
    assert [one.key for one in possibilities({"a": every, "b": every}, KATE)] == [
        "pose_as_you", "reset_password", "find_your_home", "home_and_work", "work_and_private", "reach_you",
        "joined_profiles",
    ]  # fmt: skip


def test_no_sentence_alarms() -> None:
    every = [made(kind, "1985-03-12" if kind is FindingKind.DATE_OF_BIRTH else "x") for kind in FindingKind]
    words = " ".join(one.sentence + one.mend for one in possibilities({"a": every, "b": every}, KATE)).lower()
    for alarming in ("danger", "warning", "criminal", "attack", "victim", "hacker", "threat", "!"):
        assert alarming not in words


def test_a_thousand_pages_are_put_together_in_time() -> None:
    began = time.process_time()
    found = {str(n): [made(FindingKind.PHONE, f"+4416329{n:05}"), BIRTH, ADDRESS] for n in range(3000)}
    assert len(by_key(found)["pose_as_you"].pages) == 3000
    assert time.process_time() - began < 2, "each page is looked up once, not once for each other page"
