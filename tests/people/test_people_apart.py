"""What keeps two people apart, whatever else they share."""

import pytest

from seen_online.people import group, likely_you
from seen_online.people.cluster import gather
from seen_online.people.evidence import APART, NOTHING
from seen_online.people.lives import fit_births, lived_before
from seen_online.people.names import own_names
from seen_online.people.tokens import words_of
from seen_online.person import DetailKind, Person, detail
from seen_online.search.model import Result

ME = Person(
    (
        detail(DetailKind.NAME, "Sarah Miller"),
        detail(DetailKind.PLACE, "Penrith"),
        detail(DetailKind.WORKPLACE, "Eden House"),
        detail(DetailKind.EMAIL, "sarah@example.org"),
        detail(DetailKind.DATE_OF_BIRTH, "12/03/1985"),
    )
)


def row(number: int, title: str, snippet: str = "") -> Result:
    url = f"https://site{number}.example/page"
    return Result(url, url, title, snippet)


def together(one: Result, other: Result, *more: Result, person: Person = ME) -> bool:
    return any(one in g.results and other in g.results for g in group([one, other, *more], person))


def test_one_link_joins_two_results_but_not_a_result_and_a_large_group() -> None:
    strong = 2.5
    assert gather([{1: strong}, {}]) == [[0, 1]]
    size = 30
    hub: list[dict[int, float]] = [dict.fromkeys(range(n + 1, size), 6.0) for n in range(size)]
    hub[3][size] = strong
    assert gather([*hub, {}]) == [list(range(size)), [size]]
    hub[3].update({size: 8.0})  # the same e-mail address, not merely words
    assert gather([*hub, {}]) == [list(range(size + 1))]


def test_a_pair_that_can_not_be_one_person_is_never_joined_through_others() -> None:
    links = [{1: 8.0, 2: APART}, {2: 8.0}, {}]
    assert len(gather(links)) == 2
    links[0][2] = NOTHING
    assert gather(links) == [[0, 1, 2]]


SHARED = "the marrow prize at Elmswick with Dora Quillfeather of the Tarnbrook Growers"


def test_other_dates_of_birth_keep_apart() -> None:
    one = row(0, "Sarah Miller", f"Sarah Miller, born 2 May 1990, took {SHARED}")
    other = row(1, "Sarah Miller", f"Sarah Miller, born 9 June 1961, took {SHARED}")
    same = row(2, "Sarah Miller", f"Sarah Miller, born in 1990, took {SHARED}")
    assert not together(one, other)
    assert together(one, same)
    assert not together(one, other, same, person=Person((detail(DetailKind.NAME, "Sarah Miller"),)))


def test_the_date_of_birth_of_another_keeps_away_from_your_own_pages() -> None:
    yours = row(0, "Sarah Miller", f"Sarah Miller of Eden House, Penrith, took {SHARED}")
    theirs = row(1, "Sarah Miller", f"Sarah Miller, born 2 May 1990, took {SHARED}")
    plain = row(2, "Sarah Miller", f"Sarah Miller took {SHARED}")
    assert not together(yours, theirs)
    assert together(yours, plain)


def test_a_childs_date_of_birth_on_your_own_page_keeps_nothing_apart() -> None:
    yours = row(0, "Sarah Miller", "Sarah Miller, sarah@example.org. Our Tom was born on 2 May 2014.")
    also = row(1, "Sarah Miller", "Sarah Miller of Eden House, Penrith: sarah@example.org")
    assert together(yours, also)


def test_without_your_details_nobody_is_called_likely_you() -> None:
    shared = "Elmswick Tarnbrook Quillfeather"
    yours = [row(n, "Sarah Miller", f"Sarah Miller, Eden House, Penrith, walk {n} in Tarnbrook") for n in range(20)]
    stranger = row(90, "Sarah Miller", f"Sarah Miller, notary in {shared}")
    chances = likely_you([*yours, stranger], ME)
    assert min(chances[:-1]) > 0.9
    assert chances[-1] <= 0.5
    linked = row(91, "Sarah Miller", f"Sarah Miller, notary in {shared} deeds")
    told = likely_you([*yours, stranger, linked], ME, [(linked.key, "me")])
    assert told[-2] > 0.5, "what you said of a page like it backs it"


@pytest.mark.parametrize(
    ("ones", "others", "fit"),
    [
        ({"1985-03-12"}, {"1985-03-12"}, True),
        ({"1985-03-12"}, {"1985"}, True),
        ({"1985-03-12"}, {"--03-12"}, True),
        ({"1985-03"}, {"1985-03-12"}, True),
        ({"1985-03-12"}, {"1985-03-13"}, False),
        ({"1985-03-12"}, {"1984"}, False),
        ({"--03-12"}, {"--03-13"}, False),
        ({"1985-03-12", "1985-12-03"}, {"1985-12-03"}, True),
        ({"some day"}, {"1985"}, True),
    ],
)
def test_dates_of_birth_fit_in_the_parts_that_are_known(ones: set[str], others: set[str], fit: bool) -> None:
    assert fit_births(ones, others) is fit
    assert fit_births(others, ones) is fit


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Sarah MILLER, dairymaid, baptised Kirkby 4 March 1842", True),
        ("Sarah Miller died in 2009 in Leeds", True),
        ("Sarah Miller, b. 1902", True),
        ("Sarah Miller m. John Bell 1921", True),
        ("Sarah Miller, born Chester 1985", False),
        ("Sarah Miller, daughter of John, born 1950", False),
        ("Sarah Miller and her mother, who died in 2009", False),
        ("Joan Miller, born 1950", False),
        ("Sarah Miller died laughing", False),
        ("Sarah Miller joined in 1950", False),
        ("Sarah Miller", False),
    ],
)
def test_lives_of_another_time(text: str, before: bool) -> None:
    assert lived_before(words_of(text), own_names(ME), ME.date_of_birth) is before


def test_without_a_year_of_birth_no_life_is_too_early() -> None:
    words = words_of("Sarah Miller, born 1902")
    assert not lived_before(words, own_names(ME), "--03-12")
    assert not lived_before(words, own_names(ME), "")


def test_a_namesake_of_another_time_is_unlikely_you() -> None:
    old = row(0, "The Millers", "Sarah MILLER, dairymaid, baptised Penrith 4 March 1842, in service at Elmswick")
    new = row(1, "Sarah Miller, Penrith", "Sarah Miller walks in Penrith")
    chances = likely_you([old, new], ME)
    assert chances[0] < 0.3 < 0.6 < chances[1]
    said = {g.results[0]: g.reasons for g in group([old, new], ME)}
    assert "It tells of a life at another time than yours." in said[old]
    assert "Another date of birth stands there." not in said[old]


def test_words_of_any_address_or_form_tie_nobody_together() -> None:
    one = row(0, "Sarah Miller: curriculum vitae", "Date of birth on request. Please write to bread (at) oven.example")
    other = row(1, "Sarah Miller, curriculum vitae", "Birth place and appointment. Please ask office@shoes.example")
    assert not together(one, other)
