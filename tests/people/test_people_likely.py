"""How likely a result is the person's."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.people import likely_you
from seen_online.person import DetailKind, Person, detail
from seen_online.search.model import Result
from support import namesakes
from support.clusterings import ranked

ME = Person((detail(DetailKind.NAME, "Sarah Miller"),))


def row(number: int, title: str, snippet: str = "", url: str = "") -> Result:
    url = url or f"https://site{number}.example/page"
    return Result(url, url, title, snippet)


def likely(shown: str, person: Person) -> float:
    others = [
        row(1, "Sarah Miller, notary", "Wills and deeds in Croydon ..."),
        row(2, "Sarah Miller, goalkeeper", "Tarnbrook Rovers ..."),
    ]
    return likely_you([row(0, "A page", shown), *others], person)[0]


def test_made_up_namesakes() -> None:
    truth = [who == namesakes.ASKER for who in namesakes.who()]
    chances = likely_you(namesakes.results(), namesakes.asker())
    assert all(0.0 <= chance <= 1.0 for chance in chances)
    assert ranked(truth, chances) >= (0.98, 0.95)
    assert sum((p - t) ** 2 for p, t in zip(chances, truth, strict=True)) / len(truth) <= 0.05


@pytest.mark.parametrize(
    "shown",
    [
        "Sarah Miller, Penrith",
        "Sarah Miller of Eden House",
        "Sarah Miller, Eden House Care Home, Penrith",
        "Sarah Miller, 07700 900123",
        "Sarah Miller sarah@example.org",
        "Sarah Miller, born 12 March 1985",
        "Sarah Jane Miller",
    ],
)
def test_ones_own_details_make_it_likelier(shown: str) -> None:
    assert likely(shown, namesakes.asker()) > likely("Sarah Miller", namesakes.asker()) + 0.1


@pytest.mark.parametrize(
    "shown",
    [
        "Sarah Kate Miller",
        "Sarah K. Miller",
        "Belinda Miller",
        "Miller's garage",
        "Sarah Miller, born 4 May 1941",
        "S. Miller",
        "nothing of the kind",
    ],
)
def test_other_names_and_births_make_it_less_likely(shown: str) -> None:
    assert likely(shown, namesakes.asker()) < likely("Sarah Miller", namesakes.asker())


@pytest.mark.parametrize(
    "shown", ["Miller, Sarah, Penrith", "SARAH MILLER of Penrith", "sarah  miller, penrith", "Sárah Miller, Penrith"]
)
def test_the_name_is_known_in_every_dress(shown: str) -> None:
    assert likely(shown, namesakes.asker()) == pytest.approx(
        likely("Sarah Miller, Penrith", namesakes.asker()), abs=0.05
    )


def test_a_short_form_is_better_than_another_name() -> None:
    asker = namesakes.asker()
    assert likely("Sarah Miller", asker) > likely("Sally Miller", asker) > likely("Belinda Miller", asker)


def test_a_former_name_is_ones_own() -> None:
    person = Person((*ME.details, detail(DetailKind.OTHER_NAME, "Sarah Thornhill")))
    assert likely("Sarah Thornhill", person) == likely("Sarah Miller", person)


def test_ones_own_account_is_known_by_its_name() -> None:
    person = Person((*ME.details, detail(DetailKind.USERNAME, "otter_sarah")))
    rows = [
        row(0, "Sarah (@otter.sarah)", url="https://www.instagram.com/otter.sarah/"),
        row(1, "Sarah Miller", url="https://www.instagram.com/sarahmiller/"),
    ]
    mine, other = likely_you(rows, person)
    assert mine > 0.6 > other


def test_what_the_person_said_stands() -> None:
    rows = namesakes.results()
    chances = likely_you(rows, namesakes.asker(), [(rows[0].key, "not_me"), (rows[6].key, "me")])
    assert chances[0] <= 0.02
    assert chances[6] >= 0.98


def test_me_pulls_the_others_along() -> None:
    rows = namesakes.results()
    surgeon = [n for n, who in enumerate(namesakes.who()) if who == "surgeon"]
    others = [n for n, who in enumerate(namesakes.who()) if who in ("footballer", "potter", "councillor")]
    before = likely_you(rows, ME)
    after = likely_you(rows, ME, [(rows[surgeon[0]].key, "me")])
    assert all(after[n] > 0.5 > before[n] for n in surgeon[1:])
    assert all(after[n] <= before[n] for n in others)


def test_not_me_takes_the_others_along() -> None:
    rows = namesakes.results()
    mine = [n for n, who in enumerate(namesakes.who()) if who == "footballer"]
    before = likely_you(rows, ME)
    after = likely_you(rows, ME, [(rows[mine[0]].key, "not_me")])
    assert all(after[n] < before[n] for n in mine[1:])


def test_not_sure_stays_in_between() -> None:
    rows = namesakes.results()
    for chance in likely_you(rows, namesakes.asker(), [(r.key, "not_sure") for r in rows]):
        assert 0.2 <= chance <= 0.8


def test_the_last_word_counts_and_strange_keys_do_not() -> None:
    rows = namesakes.results()
    said = [("nowhere", "me"), (rows[0].key, "not_me"), (rows[0].key, "me"), (rows[1].key, "perhaps")]
    assert likely_you(rows, ME, said)[0] >= 0.98


def test_a_page_that_lists_many_is_never_likely() -> None:
    rows = namesakes.results()
    lists = [n for n, who in enumerate(namesakes.who()) if who.endswith("list")]
    chances = likely_you(rows, namesakes.asker(), [(rows[0].key, "me")])
    assert all(chances[n] <= 0.3 for n in lists)


def test_nothing_is_certain_before_the_person_said_so() -> None:
    assert all(0.0 < chance < 0.99 for chance in likely_you(namesakes.results(), namesakes.asker()))


def test_no_results() -> None:
    assert likely_you([], ME, [("x", "me")]) == []


@settings(max_examples=40, deadline=None)
@given(
    st.randoms(use_true_random=False),
    st.dictionaries(st.integers(0, 22), st.sampled_from(["me", "not_me", "not_sure"])),
)
def test_order_makes_no_difference(dice: random.Random, said: dict[int, str]) -> None:
    rows = namesakes.results()
    verdicts = [(rows[n].key, word) for n, word in said.items()]
    chances = dict(zip((r.key for r in rows), likely_you(rows, namesakes.asker(), verdicts), strict=True))
    shuffled = rows[:]
    dice.shuffle(shuffled)
    assert likely_you(shuffled, namesakes.asker(), verdicts) == [chances[r.key] for r in shuffled]
