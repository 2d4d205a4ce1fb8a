from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.search.address import canonical
from seen_online.search.redirects import unwrap

PAIRS = [line.split("\t") for line in Path(__file__).with_name("address_pairs.tsv").read_text("utf-8").splitlines()]


def test_the_table_is_large_and_has_both_kinds() -> None:
    kinds = [kind for kind, _, _ in PAIRS]
    assert len(kinds) >= 120
    assert kinds.count("same") >= 60
    assert kinds.count("different") >= 60


@pytest.mark.parametrize(("kind", "one", "other"), PAIRS)
def test_addresses_of_one_page_have_one_key_and_of_two_pages_two(kind: str, one: str, other: str) -> None:
    keys = canonical(one), canonical(other)
    assert all(keys)
    assert (keys[0] == keys[1]) == (kind == "same"), keys


@pytest.mark.parametrize(
    "address",
    [
        "",
        "   ",
        "example.org/jane",
        "/jane",
        "ftp://example.org/jane",
        "javascript:alert(1)",
        "data:text/html,<b>x</b>",
        "file:///etc/passwd",
        "mailto:jane@example.org",
        "https://",
        "https:///jane",
        "https://exa mple.org/",
        "https://example.org:port/",
        "https://example.org:99999/",
        "https://[2001:db8::1/",
        "https://example.org/\ud800",
        "https://example.org/" + "a" * 10_000,
    ],
)
def test_what_is_no_web_address_has_no_key(address: str) -> None:
    assert canonical(address) == ""


web_addresses = st.builds(
    "{}://{}{}{}/{}{}{}".format,
    st.sampled_from(["http", "https", "HTTPS"]),
    st.sampled_from(["", "www.", "m.", "amp.", "mobile.", "www.m."]),
    st.sampled_from(["example.org", "Example.co.uk", "m.uk", "facebook.com", "x.com", "müller.example", "youtu.be"]),
    st.sampled_from(["", ":80", ":443", ":8080"]),
    st.text("aA./-%25~é@;=amp1", max_size=20),
    st.sampled_from(["", "?a=1&utm_source=x", "?b=%E9&a=2", "?q=a+b", "?amp", "?id=%26"]),
    st.sampled_from(["", "#x", "#!/a", "#/a:~:text=b"]),
)


@settings(max_examples=150, deadline=None)
@given(web_addresses)
def test_a_key_is_its_own_key_and_always_an_address(address: str) -> None:
    key = canonical(address)
    assert key == "" or key.startswith("https://")
    assert canonical(key) == key


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    for address in (text, f"https://{text}", f"https://example.org/{text}", f"//duckduckgo.com/l/?uddg={text}"):
        assert canonical(address) == "" or canonical(address).startswith("https://")


def test_links_in_links_are_followed_only_so_deep() -> None:
    from urllib.parse import quote

    address = "https://example.org/jane"
    for _ in range(3):
        address = "https://duckduckgo.com/l/?uddg=" + quote(address, safe="")
    assert unwrap(address) == "https://example.org/jane"
    loop = "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fduckduckgo.com%2Fl%2F"
    assert unwrap(loop).startswith("https://duckduckgo.com/")


def test_a_redirect_to_something_else_than_the_web_is_not_followed() -> None:
    link = "https://www.google.com/url?q=javascript:alert(1)"
    assert unwrap(link) == link
