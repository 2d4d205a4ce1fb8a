"""Results by person."""

import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.people import group
from seen_online.person import DetailKind, Person, detail
from seen_online.search.model import Hit, Result
from support import namesakes
from support.clusterings import fit

ME = Person((detail(DetailKind.NAME, "Sarah Miller"),))


def row(number: int, title: str, snippet: str = "", url: str = "", text: str = "") -> Result:
    url = url or f"https://site{number}.example/page"
    return Result(url, url, title, snippet, text=text)


def grouped(*results: Result, person: Person = ME) -> list[set[int]]:
    place = {result.key: number for number, result in enumerate(results)}
    return [{place[result.key] for result in g.results} for g in group(results, person)]


def reasons(*results: Result, person: Person = ME) -> list[str]:
    return [reason for g in group(results, person) for reason in g.reasons]


def test_made_up_namesakes_are_told_apart() -> None:
    results = namesakes.results()
    labels = namesakes.labels([g.results for g in group(results, namesakes.asker())], results)
    score = fit(labels, [frozenset([who]) for who in namesakes.who()])
    assert score.purity >= 0.95
    assert score.b3 >= 0.85


def test_the_asker_comes_first_and_whole() -> None:
    who = dict(zip((r.key for r in namesakes.results()), namesakes.who(), strict=True))
    first = group(namesakes.results(), namesakes.asker())[0]
    assert [who[r.key] for r in first.results] == [namesakes.ASKER] * 6


def test_no_results_no_groups() -> None:
    assert group([], ME) == []


def test_one_result_is_one_group() -> None:
    assert grouped(row(0, "Sarah Miller, potter")) == [{0}]


def test_a_copy_belongs_to_its_original() -> None:
    shown = ("Sarah Miller wins the marrow prize", "Sarah Miller of Tarnbrook grew the heaviest marrow at Elmswick ...")
    assert grouped(row(0, *shown), row(1, *shown), row(2, "Sarah Miller, notary", "Wills and deeds ...")) == [
        {0, 1},
        {2},
    ]


def test_the_name_alone_joins_nobody() -> None:
    assert len(grouped(*(row(n, "Sarah Miller") for n in range(6)))) == 6


def test_everyday_words_join_nobody() -> None:
    rows = [
        row(0, "Sarah Miller", "Sarah Miller is a member of the school board and likes music ..."),
        row(1, "Sarah Miller", "Sarah Miller plays music at the county school fair ..."),
    ]
    assert len(grouped(*rows)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sarah J. Miller", "Sarah K. Miller"),
        ("Sarah Jane Miller", "Sarah Kate Miller"),
        ("Sarah Jane Miller", "Sarah K. Miller"),
        ("Miller, Sarah J.", "Sarah K. Miller"),
    ],
)
def test_other_middle_names_are_other_people(one: str, other: str) -> None:
    shared = "of the Tarnbrook otter survey ..."
    rows = [row(0, f"{one} on otters", f"{one} {shared}"), row(1, f"{other} on otters", f"{other} {shared}")]
    assert len(grouped(*rows)) == 2


def test_little_words_of_another_language_join_nobody() -> None:
    person = Person((detail(DetailKind.NAME, "Greta Winkelhof"),))
    shown = [
        "Greta Winkelhof ist die beste Torhüterin, die der Verein aus Lerchenau je hatte, auch nach der Pause ...",
        "Die Töpferin Greta Winkelhof zeigt auch nach der Messe, wie sie die Schalen aus Ton brennt und wo ...",
        "Und auch die Notarin Greta Winkelhof ist nach der Reform nicht sicher, wie sie die Akten noch ablegt ...",
        "Greta Winkelhof hat die Bienen auch nach der Blüte nicht aus den Augen gelassen, und sie weiß noch ...",
        "Wie die Pianistin Greta Winkelhof auch nach der Sonate nicht aus dem Takt kam, und die Hörer noch ...",
        "Torhüterin Greta Winkelhof hält auch für den Verein aus Lerchenau zwei Elfmeter ...",
    ]
    groups = grouped(*(row(n, "Greta Winkelhof", text) for n, text in enumerate(shown)), person=person)
    assert sorted(map(sorted, groups)) == [[0, 5], [1], [2], [3], [4]]


def test_an_initial_goes_with_its_name() -> None:
    rows = [
        row(0, "Otter survey", "Sarah Jane Miller of the Tarnbrook otter survey ..."),
        row(1, "Otter survey news", "Sarah J. Miller of the Tarnbrook otter survey ..."),
        row(2, "Sarah Miller, notary", "Wills and deeds ..."),
    ]
    assert {0, 1} in grouped(*rows)


def test_another_first_name_in_front_is_another_person() -> None:
    rows = [
        row(0, "Descendants", "Martha Sarah Miller was christened in Dunholme ..."),
        row(1, "Ancestors", "Edith Sarah Miller was christened in Dunholme ..."),
    ]
    assert len(grouped(*rows)) == 2


def test_one_phone_number_is_one_person() -> None:
    rows = [
        row(0, "Cot for sale", "Ask for Sarah Miller, 07700 900456"),
        row(1, "Lost cat", "Call Sarah Miller: +44 7700 900456"),
        row(2, "Found keys", "Call Sarah Miller: 07700 900457"),
    ]
    assert {0, 1} in grouped(*rows)
    assert "Same phone number ending 456." in reasons(*rows)
    assert not any("07700" in reason or "900456" in reason for reason in reasons(*rows))


def test_one_address_of_mail_is_one_person_and_stays_masked() -> None:
    rows = [
        row(0, "Choir", "Sarah Miller, smiller.alto@mail.example"),
        row(1, "Allotments", "Sarah Miller smiller.alto@mail.example"),
    ]
    assert grouped(*rows) == [{0, 1}]
    said = " ".join(reasons(*rows))
    assert "mail.example" in said
    assert "smiller" not in said
    assert "alto" not in said


def test_two_accounts_of_one_site_are_two_people() -> None:
    shown = ("Sarah Miller | Facebook", "Sarah Miller is on Facebook. Tarnbrook ...")
    rows = [
        row(0, *shown, url="https://www.facebook.com/sarah.miller.71"),
        row(1, *shown, url="https://m.facebook.com/sarah.miller.882"),
    ]
    assert len(grouped(*rows)) == 2


def test_pages_of_one_account_are_one_person() -> None:
    rows = [
        row(0, "Sarah Miller - photos", url="https://uk.linkedin.com/in/sarah-miller-9b2"),
        row(1, "Sarah Miller on wool prices", url="https://www.linkedin.com/in/sarah-miller-9b2/recent"),
        row(2, "Sarah Miller - photos", url="https://www.linkedin.com/in/sarah-miller-5c7"),
    ]
    assert {0, 1} in grouped(*rows)


def test_an_unusual_user_name_is_known_again_on_another_site() -> None:
    rows = [
        row(0, "smillerotter (Sarah Miller) otters", url="https://www.instagram.com/smillerotter"),
        row(1, "Sarah Miller otters", url="https://x.com/smillerotter"),
        row(2, "Sarah Miller", url="https://x.com/sarahmiller"),
    ]
    assert {0, 1} in grouped(*rows)


def test_a_page_that_lists_many_joins_nobody() -> None:
    rows = [
        row(
            0,
            "25 people named Sarah Miller",
            "Sarah Miller, otter survey, Tarnbrook. Sarah Miller, notary, Elmswick ...",
        ),
        row(1, "Otter survey", "Sarah Miller leads the Tarnbrook otter survey ..."),
        row(2, "Notaries", "Sarah Miller, notary in Elmswick ..."),
    ]
    assert {0} in grouped(*rows)
    assert "This page lists many people." in reasons(*rows)


def test_ones_own_place_alone_joins_nobody() -> None:
    person = Person((*ME.details, detail(DetailKind.PLACE, "Penrith, Cumbria")))
    rows = [
        row(0, "Sarah Miller, notary", "Wills and deeds in Penrith, Cumbria ..."),
        row(1, "Sarah Miller, goalkeeper", "Saved a penalty at Penrith, Cumbria ..."),
    ]
    assert len(grouped(*rows, person=person)) == 2


def test_ones_own_details_join_pages_that_share_no_word() -> None:
    person = namesakes.asker()
    rows = [
        row(0, "Duck race", "Marshal: Sarah Miller, 07700 900123"),
        row(1, "Thank you", "Sarah Miller of Eden House in Penrith sat with gran ..."),
    ]
    assert grouped(*rows, person=person) == [{0, 1}]


def test_the_text_of_a_page_counts_as_well() -> None:
    text = "Menu. " * 400 + "Sarah Miller has led the Tarnbrook otter survey since the Elmswick flood."
    rows = [
        row(0, "Welcome", "Home of the trust", text=text),
        row(1, "Who we are", "Sarah Miller, Tarnbrook otter survey ..."),
        row(2, "Sarah Miller, notary", "Wills and deeds ..."),
    ]
    assert {0, 1} in grouped(*rows)


def test_own_details_are_said_and_masked() -> None:
    said = group(namesakes.results(), namesakes.asker())[0].reasons
    assert "5 of 6 name Penrith." in said
    assert "2 of 6 show your phone number ending 123." in said


@pytest.mark.parametrize(
    ("shown", "reason", "secret"),
    [
        ("Sarah Miller, born 12 March 1985", "It shows your date of birth.", "1985"),
        ("Sarah Miller sarah@example.org", "It shows your e-mail address.", "sarah@"),
        ("Sarah Miller, 07700 900123", "It shows your phone number ending 123.", "900123"),
        ("Sarah Miller, 4 Larch Rise, Penrith CA11 0AA", "It shows your address.", "Larch"),
    ],
)
def test_no_private_detail_in_clear(shown: str, reason: str, secret: str) -> None:
    said = reasons(row(0, "A page", shown), person=namesakes.asker())
    assert reason in said
    assert secret not in " ".join(said)


def test_a_shared_street_is_not_said() -> None:
    rows = [
        row(0, "Planning", "Sarah Miller of Quillet Crescent objects to the otter pond at Elmswick Mere ..."),
        row(1, "Planning again", "Sarah Miller of Quillet Crescent objects to the otter pond at Elmswick Mere ..."),
    ]
    said = " ".join(reasons(*rows)).lower()
    assert "elmswick" in said
    assert "quillet" not in said


def test_within_a_group_the_engines_order_stands() -> None:
    def ranked(number: int, rank: int) -> Result:
        url = f"https://otters.example/{number}"
        shown = ("Otter survey", "Sarah Miller leads the Tarnbrook otter survey ...")
        return Result(url, url, *shown, hits=(Hit(shown[0], url, shown[1], "duckduckgo", "Sarah Miller", rank),))

    (only,) = group([ranked(1, 9), ranked(2, 4), ranked(3, 7)], ME)
    assert [r.hits[0].rank for r in only.results] == [4, 7, 9]


def test_larger_groups_come_first_among_equals() -> None:
    otters = [row(n, "Otter survey", "Sarah Miller leads the Tarnbrook otter survey ...") for n in (1, 2)]
    assert [len(g) for g in grouped(row(0, "Sarah Miller, notary"), *otters)] == [2, 1]


def test_importing_the_room_is_cheap() -> None:
    code = "import sys, seen_online.people; sys.exit(not {'nicknames', 'seen_online.exposure'}.isdisjoint(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


SOME = "Sarah Miller S. J. K. Kate otter Tarnbrook Penrith notary , - ... the 07700900123 (b.1985) Jr"
WORDS = st.lists(st.sampled_from(SOME.split()), max_size=14).map(" ".join)
ROWS = st.lists(st.tuples(WORDS, WORDS), max_size=12).map(
    lambda shown: [row(n, title, snippet) for n, (title, snippet) in enumerate(shown)]
)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_every_result_is_in_one_group_whatever_the_order(rows: list[Result], dice: random.Random) -> None:
    groups = group(rows, namesakes.asker())
    members = [r.key for g in groups for r in g.results]
    assert sorted(members) == sorted(r.key for r in rows)
    assert all(g.results and g.reasons for g in groups)
    shuffled = rows[:]
    dice.shuffle(shuffled)
    assert group(shuffled, namesakes.asker()) == groups
