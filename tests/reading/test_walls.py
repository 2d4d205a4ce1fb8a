"""What is a field for a password or a door, and what only speaks of one."""

from __future__ import annotations

import pytest

from seen_online.reading.page import PageOutcome
from seen_online.reading.walls import asks_for_password
from support.made_up_web import Web
from support.servers import Answer

A = "http://www.example.org/a"


@pytest.mark.parametrize(
    ("page", "asks"),
    [
        (b"<form><input name=q><input TYPE = 'password' name=p></form>", True),
        (b"<?xml version='1.0'?><html><body><input type='password'/></body></html>", True),
        (b"<form><input type=text name=q></form>", False),
        (b"<p>Write type=password into the form.</p>", False),
        (b"<script>field.innerHTML = '<b type=password>'</script>", False),
        (b"<!-- <input type=password> --><p>Hello</p>", False),
        (b"type=password", False),
        (b"<input type=password " + b"a=1 " * 50_000 + b">", True),
    ],
)
def test_a_field_for_a_password(page: bytes, asks: bool) -> None:
    assert asks_for_password(page) is asks


DOORS = {
    "blocked": "<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>",
    "denied": "<h1>Access Denied</h1>You don't have permission to access this server. Reference #18.5",
    "a test for robots in German": "<title>Prüfung</title>Bitte bestätigen Sie, dass Sie kein Roboter sind.",
    "a question about cookies": "<title>Before you continue</title><p>We use cookies</p><button>Accept all</button>",
    "members only": "<title>Club</title><h1>Members only</h1><p>Please sign in to see this page.</p>",
}
PAGES = {
    "a page with a test in its form": "<h1>Ring Nia on 07700 900123</h1><form><div class='g-recaptcha'></div></form>",
    "a page about robots": "<h1>Robot club</h1><p>Nia builds robots. Captcha is a word.</p>",
    "a long page that speaks of it": "<p>" + "word " * 80 + "Members only. Access denied.</p>",
}


@pytest.mark.parametrize("body", DOORS.values(), ids=DOORS)
def test_a_door_that_looks_like_a_page_is_not_taken_for_all_of_it(body: str) -> None:
    page = Web({"www.example.org/a": Answer(body=body, headers={"Content-Type": "text/html"})}).one(A, reader=None)
    assert page.outcome is PageOutcome.PARTLY
    assert "may not be the page itself" in page.detail
    assert "Open it yourself" in page.detail
    assert page.text


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_a_page_that_only_speaks_of_doors_is_a_page(body: str) -> None:
    page = Web({"www.example.org/a": Answer(body=body, headers={"Content-Type": "text/html"})}).one(A, reader=None)
    assert page.outcome is PageOutcome.READ
