from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.person import Detail, DetailKind, Person, Use, person_from_about
from seen_online.search.model import Query
from seen_online.search.private import gives_away
from seen_online.search.queries import MOST, advice, suggest

ABOUT = {
    "names": ["Zoë Maria Brontë"],
    "other_names": ["Zoë Example", "Annie"],
    "places": ["Penrith", "High Wycombe"],
    "workplaces": ["Cumbria Care"],
    "emails": ["zoe.b@example.org"],
    "phones": ["07700 900123"],
    "addresses": ["12 Example Road, Penrith, CA11 7XX"],
    "date_of_birth": "12/03/1985",
    "usernames": ["@zoebakes"],
}


def words(queries: list[Query], **where: bool) -> list[str]:
    return [q.words for q in queries if all(getattr(q, name) == value for name, value in where.items())]


def test_what_is_ticked_comes_first_and_in_the_order_of_what_it_tells() -> None:
    queries = suggest(person_from_about(ABOUT))
    assert words(queries, ticked=True) == [
        '"Zoë Maria Brontë"',
        '"Zoë Brontë"',
        '"Zoë Brontë" Penrith',
        '"Zoë Brontë" "Cumbria Care"',
        '"Zoë Example"',
        '"Annie Brontë"',
        '"zoebakes"',
        '"Zoë Brontë" "High Wycombe"',
        '"Zoë Maria Brontë" Penrith',
        '"Zoë Maria Brontë" "Cumbria Care"',
        '"Zoë Maria Brontë" "High Wycombe"',
    ]
    ticks = [q.ticked for q in queries]
    assert ticks == sorted(ticks, reverse=True)


def test_every_query_says_why_it_is_asked() -> None:
    assert all(q.why for q in suggest(person_from_about(ABOUT), ["facebook"]))


def test_weaker_forms_are_offered_without_a_tick() -> None:
    offered = words(suggest(person_from_about(ABOUT), ["facebook", "example.net"]), ticked=False, private=False)
    for form in (
        '"Zoe Maria Bronte"',
        '"Zoe Bronte"',
        '"Brontë, Zoë Maria"',
        '"Brontë, Zoë"',
        '"Zoë M Brontë" Penrith',
        '"Z M Brontë" Penrith',
        '"ZM Brontë" Penrith',
        '"Z Brontë" Penrith',
        'site:facebook.com "Zoë Brontë"',
        'site:example.net "Zoë Brontë"',
        'site:192.com "Zoë Brontë"',
        '"Zoë Example" Penrith',
    ):
        assert form in offered


def test_nicknames_are_offered_both_ways() -> None:
    offered = words(suggest(Person((Detail(DetailKind.NAME, "Margaret Example", Use.SEARCH),))))
    assert '"Peggy Example"' in offered
    offered = words(suggest(Person((Detail(DetailKind.NAME, "Bill Example", Use.SEARCH),))))
    assert '"William Example"' in offered


def test_names_of_all_kinds_are_asked_in_the_forms_that_they_have() -> None:
    queries = suggest(
        person_from_about(
            {
                "names": ["Siobhán (Shiv) O’Neill-Müller"],
                "usernames": ["@Kate_Müller", "kate_müller"],
                "places": ["Penrith"],
            }
        )
    )
    assert words(queries, ticked=True) == [
        '"Siobhán O\'Neill-Müller"',
        '"Siobhán O\'Neill-Müller" Penrith',
        '"Shiv O\'Neill-Müller"',
        '"Kate_Müller"',
    ]
    offered = words(queries, ticked=False)
    for form in (
        '"Siobhan O\'Neill-Muller"',
        '"Siobhán O\'Neill"',
        '"Siobhán Müller"',
        '"Siobhán ONeill-Müller"',
        '"Kate_Muller"',
        '"Kate_Mueller"',
    ):
        assert form in offered


def test_initials_alone_are_no_first_suggestion() -> None:
    assert words(suggest(person_from_about({"names": ["J. R. Example"]})), ticked=True) == ['"J. R. Example"']


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ({}, True),
        ({"usernames": ["annabakes"]}, True),
        ({"places": ["Penrith"]}, False),
        ({"workplaces": ["Cumbria Care"]}, False),
    ],
)
def test_a_name_alone_wants_a_place(more: dict[str, list[str]], wanted: bool) -> None:
    said = advice(person_from_about({"names": ["Anna Example"], **more}))
    assert ("Add a place" in said) == wanted
    assert advice(Person()) == ""


def test_private_details_have_their_place_however_many_forms_a_name_has() -> None:
    about = ABOUT | {"names": [f"Katherine Maria Example{n}" for n in range(9)]}
    queries = suggest(person_from_about(about), ["facebook"])
    assert len(queries) == MOST
    assert words(queries, private=True) == words(suggest(person_from_about(ABOUT)), private=True)


def test_private_details_are_each_on_their_own_marked_and_never_ticked() -> None:
    queries = suggest(person_from_about(ABOUT), ["facebook"])
    private = words(queries, private=True)
    for form in (
        '"zoe.b@example.org"',
        '"07700 900123"',
        '"07700900123"',
        '"+44 7700 900123"',
        '"+447700900123"',
        '"12 Example Road" Penrith',
        '"12 Example Rd" Penrith',
    ):
        assert form in private
    assert not words(queries, private=True, ticked=True)
    open_words = " ".join(words(queries, private=False))
    for part in ("@", "7700", "900123", "Example R", "CA11"):
        assert part not in open_words


def test_a_private_detail_stays_private_in_other_clothes() -> None:
    about = {
        "names": ["Anna Example"],
        "emails": ["anna@example.org"],
        "phones": ["+44 7700 900123"],
        "addresses": ["12 Example Road, Penrith CA11 7XX"],
        "date_of_birth": "12/03/1985",
        "usernames": ["anna@example.org", "anna07700900123", "anna12031985", "annabakes"],
        "places": ["CA11 7XX", "12 Example Road", "Penrith"],
    }
    queries = suggest(person_from_about(about))
    assert words(queries, ticked=True) == ['"Anna Example"', '"annabakes"', '"Anna Example" Penrith']
    assert all(q.private for q in queries if "900123" in q.words or "CA11" in q.words or "12031985" in q.words)


def test_a_date_of_birth_is_in_no_query() -> None:
    queries = suggest(person_from_about(ABOUT | {"usernames": []}), ["facebook"])
    assert not [q for q in queries if "1985" in q.words or "12/03" in q.words or "March" in q.words]


def test_what_is_only_compared_is_not_asked() -> None:
    person = Person(
        (
            Detail(DetailKind.NAME, "Anna Example", Use.SEARCH),
            Detail(DetailKind.PLACE, "Penrith", Use.COMPARE),
            Detail(DetailKind.WORKPLACE, "Cumbria Care", Use.COMPARE),
            Detail(DetailKind.USERNAME, "annabakes", Use.COMPARE),
            Detail(DetailKind.OTHER_NAME, "Anna Former", Use.COMPARE),
        )
    )
    assert not [q for q in suggest(person) if any(w in q.words for w in ("Penrith", "Care", "bakes", "Former"))]


@pytest.mark.parametrize(
    ("more", "once"),
    [
        ({"names": ["Anna Example", "anna  example"]}, '"Anna Example"'),
        ({"names": ["Anna Example"], "other_names": ["Anna Example"]}, '"Anna Example"'),
        ({"names": ["Anna Example"], "usernames": ["anna example"]}, '"Anna Example"'),
        ({"names": ["Anna Example"], "places": ["Example"]}, '"Anna Example"'),
    ],
)
def test_nothing_is_asked_twice(more: dict[str, list[str]], once: str) -> None:
    ticked = words(suggest(person_from_about(more)), ticked=True)
    assert ticked == [once]


def test_a_single_name_is_asked_with_what_there_is() -> None:
    queries = suggest(person_from_about({"names": ["Cher"], "places": ["Penrith"]}))
    assert words(queries, ticked=True) == ['"Cher"', '"Cher" Penrith']
    assert '"Cher, "' not in words(queries)


def test_people_finders_are_those_of_the_country() -> None:
    abroad = person_from_about({"names": ["Anna Example"], "region": "FR"})
    assert not [q for q in suggest(abroad) if "192.com" in q.words]


def test_sites_that_are_no_web_site_are_left_out() -> None:
    queries = suggest(
        person_from_about({"names": ["Anna Example"], "region": "FR"}), ["forums", "https://example.net/x", "a b.c"]
    )
    assert [q.words for q in queries if "site:" in q.words] == ['site:example.net "Anna Example"']


def test_quotation_marks_in_a_detail_do_not_break_a_query() -> None:
    about = {
        "names": ['Anna "Annie" Example'],
        "places": ['"Penrith'],
        "workplaces": ['The "Old" Mill'],
        "usernames": ['a"b'],
    }
    for query in suggest(person_from_about(about), ["facebook"]):
        assert query.words.count('"') % 2 == 0


def test_a_person_without_details_is_not_searched_for() -> None:
    assert suggest(Person()) == []


details = st.lists(
    st.builds(
        Detail,
        st.sampled_from([k for k in DetailKind if k is not DetailKind.DATE_OF_BIRTH]),
        st.text(st.characters(min_codepoint=32, exclude_categories=("Cs",)), min_size=1, max_size=25),
        st.sampled_from(Use),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(details)
def test_whatever_is_typed_queries_are_sound(given_details: list[Detail]) -> None:
    person = Person(tuple(given_details))
    queries = suggest(person, ["facebook"])
    assert len(queries) <= MOST
    assert len({q.words for q in queries}) == len(queries)
    for query in queries:
        assert query.words.strip() == query.words != ""
        assert not (query.private and query.ticked)
        assert query.private or not gives_away(query.words, person)
