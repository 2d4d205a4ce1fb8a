from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.search.merge import address_to_open, merge
from seen_online.search.model import Hit


def hit(
    url: str, *, title: str = "Anna", snippet: str = "", engine: str = "duckduckgo", query: str = "q", rank: int = 1
):
    return Hit(title, url, snippet, engine, query, rank)


def test_one_page_by_two_addresses_is_one_result_that_remembers_all_hits() -> None:
    hits = [
        hit("http://www.example.org/anna/?utm_source=x", engine="duckduckgo", query="one", rank=3),
        hit("https://example.com/other", engine="duckduckgo", query="one", rank=4),
        hit("https://example.org/anna#top", engine="mojeek", query="two", rank=1),
    ]
    first, second = merge(hits)
    assert first.key == "https://example.org/anna"
    assert first.engines == ("duckduckgo", "mojeek")
    assert first.queries == ("one", "two")
    assert [(h.engine, h.rank) for h in first.hits] == [("duckduckgo", 3), ("mojeek", 1)]
    assert second.hits == (hits[1],)


def test_the_same_hit_twice_counts_once() -> None:
    (result,) = merge([hit("https://example.org/"), hit("https://example.org/")])
    assert len(result.hits) == 1


def test_only_web_addresses_are_kept() -> None:
    assert merge([hit("javascript:alert(1)"), hit("ftp://example.org/a"), hit(""), hit("data:text/html,x")]) == []


def test_the_address_to_open_is_the_page_itself_over_https() -> None:
    wrapped = "https://duckduckgo.com/l/?uddg=http%3A%2F%2Fm.example.org%2Fanna%3Futm_source%3Dddg"
    (result,) = merge([hit(wrapped), hit("https://example.org/anna?fbclid=x"), hit("https://example.org/anna")])
    assert result.url == "https://example.org/anna"
    assert merge([hit(wrapped)])[0].url == "http://m.example.org/anna?utm_source=ddg"


def test_a_password_in_an_address_is_left_out() -> None:
    assert address_to_open("https://jane:secret@example.org/a") == "https://example.org/a"


def test_every_different_snippet_is_kept_and_none_twice() -> None:
    (result,) = merge(
        [
            hit("https://example.org/", snippet="Anna bakes."),
            hit("https://example.org/#a", snippet="Anna bakes. She lives in Penrith."),
            hit("https://example.org/#b", snippet="Call 07700 900123."),
            hit("https://example.org/#c", snippet="Call 07700 900123."),
        ]
    )
    assert result.snippet == "Anna bakes. She lives in Penrith. … Call 07700 900123."


def test_a_flood_of_snippets_is_bounded() -> None:
    (result,) = merge([hit(f"https://example.org/#{n}", snippet=f"{n} " + "x" * 900) for n in range(500)])
    assert len(result.snippet) <= 2_000


def test_titles_and_snippets_come_out_as_plain_text() -> None:
    (result,) = merge([hit("https://example.org/", title="<b>An\u202ena</b>\x07", snippet="a &lt;i&gt;b\n c")])
    assert result.title == "Anna"
    assert result.snippet == "a b c"


def test_an_empty_title_gives_way_to_one_with_words() -> None:
    (result,) = merge([hit("https://example.org/", title="<b></b>"), hit("https://example.org/#x", title="Anna")])
    assert result.title == "Anna"


addresses = st.sampled_from(
    [f"https://{w}example.org/{p}{q}" for w in ("", "www.") for p in ("a", "b", "c/") for q in ("", "?id=1", "#x")]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(addresses, max_size=12), st.integers(0, 12))
def test_a_list_that_grows_never_jumps(urls: list[str], at: int) -> None:
    hits = [hit(url, rank=n) for n, url in enumerate(urls, 1)]
    before, after = [r.key for r in merge(hits[:at])], [r.key for r in merge(hits)]
    assert after[: len(before)] == before
    assert len(after) == len(set(after))
    assert sum(len(r.hits) for r in merge(hits)) == len(hits)
