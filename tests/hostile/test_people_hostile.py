"""Results that want to hang or break the telling apart of people."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.people import group, likely_you
from seen_online.person import Detail as Told
from seen_online.person import DetailKind, Person, Use
from seen_online.search.model import Result
from support import namesakes

ANY = st.text(st.characters(codec=None), max_size=60)
LONG = 300_000


def person_of(values: list[tuple[DetailKind, str]]) -> Person:
    """A person whose details came from a file that nobody checked."""
    return Person(tuple(Told(kind, value, Use.COMPARE) for kind, value in values))


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.builds(Result, key=ANY, url=ANY, title=ANY, snippet=ANY, text=ANY), max_size=6),
    st.lists(st.tuples(st.sampled_from(DetailKind), ANY), max_size=5),
    st.lists(st.tuples(ANY, ANY), max_size=3),
)
def test_no_text_breaks_it(
    results: list[Result], details: list[tuple[DetailKind, str]], verdicts: list[tuple[str, str]]
) -> None:
    person = person_of(details)
    groups = group(results, person)
    assert sum(len(g.results) for g in groups) == len(results)
    chances = likely_you(results, person, verdicts)
    assert len(chances) == len(results)
    assert all(0.0 <= chance <= 1.0 for chance in chances)


@pytest.mark.parametrize(
    "text",
    [
        "a" * LONG,
        "@" * LONG,
        "1" * LONG,
        "(1 " * (LONG // 3),
        "Sarah " * (LONG // 6),
        "Miller " * (LONG // 7),
        "Sarah Miller " * (LONG // 13),
        "J. " * (LONG // 3) + "Miller",
        "Miller, " * (LONG // 8),
        "25,000,000," * (LONG // 11),
        "at x dot " * (LONG // 9),
        "\u0301" * LONG,
        "\u200b" * LONG,
        "\ud800" * LONG,
        "." * LONG,
        "...\u2026" * (LONG // 4),
        "https://example.org/" + "%2F" * (LONG // 3),
        "ß" * LONG,
        "İ" * LONG,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_long_texts_come_to_an_end(text: str) -> None:
    results = [
        Result(f"{where}{n}", text if where == "url" else "https://example.org", *shown, text=body)
        for n in range(2)
        for where, shown, body in (
            ("title", (text, ""), ""),
            ("snippet", ("", text), ""),
            ("text", ("Sarah Miller", ""), text),
            ("url", ("Sarah Miller", ""), ""),
        )
    ]
    assert sum(len(g.results) for g in group(results, namesakes.asker())) == 8


@pytest.mark.parametrize(
    "url", ["", "http://[", "http://[::1", "//", "javascript:alert(1)", "http://a:99999999/", "https://%zz/%"]
)
def test_strange_addresses(url: str) -> None:
    (only,) = group([Result("k", url, "Sarah Miller", "")], namesakes.asker())
    assert len(only.results) == 1


def test_many_results_that_are_all_the_same() -> None:
    results = [Result(str(n), "https://example.org/", "Sarah Miller", "Tarnbrook otter survey") for n in range(600)]
    assert sum(len(g.results) for g in group(results, namesakes.asker())) == 600


def test_results_with_one_key() -> None:
    results = [Result("k", "https://example.org/", f"Sarah Miller {n}", "") for n in range(3)]
    assert sum(len(g.results) for g in group(results, namesakes.asker())) == 3
    assert likely_you(results, namesakes.asker(), [("k", "me")]) == [1.0, 1.0, 1.0]


def test_a_page_cannot_make_a_sentence_of_ours_say_something_else() -> None:
    shown = "Sarah Miller {0} {what} Quentin {all} Zebedee {x!r} Pandora Thistlewood"
    groups = group([Result(str(n), "", shown, shown) for n in range(2)], namesakes.asker())
    assert all("{" not in reason for g in groups for reason in g.reasons)
