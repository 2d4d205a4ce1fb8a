"""robots.txt as RFC 9309 has it: whom it means, which rule wins, how addresses are spelled."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seen_online.reading.robots import Rules, robots_url, rules_from

SITE = "https://www.example.org"


def allowed(robots: str, path: str) -> bool:
    return rules_from(robots.encode()).allows(SITE + path)


@pytest.mark.parametrize(
    ("robots", "path", "may"),
    [
        ("", "/staff", True),
        ("User-agent: *\nDisallow:", "/staff", True),
        ("User-agent: *\nDisallow: /", "/staff", False),
        ("user-AGENT : *\ndisALLOW : /staff # keep out", "/staff/nia", False),
        ("\ufeffUser-agent: *\r\nDisallow: /staff\r\n", "/staff", False),
        ("User-agent: *\rDisallow: /staff\r", "/staff", False),
        ("User-agent: *\nDisallow: /staff", "/Staff", True),
        ("User-agent: *\nDisallow: /staff/", "/staff", True),
        ("User-agent: *\nDisallow: /\nAllow: /staff", "/staff/nia", True),
        ("User-agent: *\nAllow: /staff\nDisallow: /staff", "/staff", True),
        ("User-agent: *\nAllow: /\nDisallow: /staff/private", "/staff/private/x", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x=1", True),
        ("User-agent: *\nDisallow: /*/private*/x", "/a/private-1/x/y", False),
        ("User-agent: *\nDisallow: /*?id=", "/staff?id=7", False),
        ("User-agent: *\nDisallow: /$", "/", False),
        ("User-agent: *\nDisallow: /$", "/staff", True),
        ("User-agent: *\nDisallow: /a*b$", "/ab", False),
        ("User-agent: *\nDisallow: /ab*b$", "/ab", True),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("User-agent: *\nDisallow: /café", "/caf%c3%a9", False),
        ("User-agent: other\nDisallow: /", "/staff", True),
        ("User-agent: SeenOnline\nDisallow: /\n\nUser-agent: *\nDisallow:", "/staff", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: seenonline/2.0\nAllow: /", "/staff", True),
        ("User-agent: other\nUser-agent: SeenOnline\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/a", False),
        ("User-agent: other\nUser-agent: SeenOnline\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/b", True),
        ("User-agent: *\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: *\nDisallow: /c", "/c", False),
        ("User-agent: *\nSitemap: /s\nDisallow: /a", "/a", False),
        ("Disallow: /", "/staff", True),
        ("<html><body>Not found</body></html>", "/staff", True),
    ],
)
def test_which_pages_may_be_read(robots: str, path: str, may: bool) -> None:
    assert allowed(robots, path) is may


@pytest.mark.parametrize(
    ("line", "seconds"),
    [("2", 2.0), ("0.5", 0.5), ("3600", 5.0), ("-1", 0.0), ("soon", 0.0), ("nan", 0.0), ("inf", 5.0), ("", 0.0)],
)
def test_the_pause_it_asks_for(line: str, seconds: float) -> None:
    assert rules_from(f"User-agent: *\nCrawl-delay: {line}".encode()).delay == seconds


def test_where_it_stands() -> None:
    assert robots_url("https://www.example.org:8443/a/b?c#d") == "https://www.example.org:8443/robots.txt"


def test_a_huge_file_is_read_in_part() -> None:
    rules = rules_from(b"User-agent: *\n" + b"Disallow: /a\n" * 100_000 + b"Disallow: /b\n")
    assert not rules.allows(SITE + "/a")
    assert rules.allows(SITE + "/b")


@given(st.binary(max_size=300))
@settings(max_examples=100)
def test_any_bytes_are_a_robots_txt(data: bytes) -> None:
    rules = rules_from(data)
    assert isinstance(rules, Rules)
    assert rules.allows(SITE + "/a") in (True, False)


@given(st.text("ab*$/", max_size=8), st.text("ab/", max_size=8))
@settings(max_examples=300)
def test_patterns_fit_as_the_slow_and_plain_way_says(pattern: str, path: str) -> None:
    import re

    path = "/" + path
    end = pattern.endswith("$")
    plain = "".join(".*" if c == "*" else re.escape(c) for c in pattern.removesuffix("$"))
    expected = re.match(plain + (r"\Z" if end else ""), path) is not None
    assert Rules(((pattern, False),)).allows(SITE + path) is not expected
