"""The practice web some months later: made up as well, and different where a second check is to see it."""

from __future__ import annotations

import re

import pytest

from seen_online.practice import site as practice_site
from seen_online.practice.server import PracticeWeb
from seen_online.practice.site import Manner, load_site
from seen_online.trouble import Trouble

NOW, LATER = load_site(), load_site(later=True)


def test_it_differs_in_a_handful_of_pages() -> None:
    before, after = {p.url: p for p in NOW.pages}, {p.url: p for p in LATER.pages}
    assert len(after.keys() - before.keys()) == 2, "one is new, one moved"
    assert len(before.keys() - after.keys()) == 2, "one is gone, one moved"
    assert [url for url in before.keys() & after.keys() if after[url].served.answer is Manner.GONE] != [
        url for url in before.keys() & after.keys() if before[url].served.answer is Manner.GONE
    ]
    said = {page.url: page.text for page in LATER.pages}
    assert "184" in said["http://www.penrith-harriers.example/news/first-hill.html"]
    assert "184" not in said["http://www.penrith-harriers.example/committee.html"]


def test_what_is_different_is_made_up_too() -> None:
    before = {page.url: page.body for page in NOW.pages}
    changed = [page for page in LATER.pages if before.get(page.url) != page.body]
    assert len(changed) == 4
    for page in changed:
        text = page.body.decode().replace("&nbsp;", " ")
        numbers = re.findall(r"(?<![\d/])0\d{4} ?\d{3} ?\d{3}(?!\d)", text)
        assert all(number.startswith(("07700 900", "01632 960")) for number in numbers), page.url
        assert set(re.findall(r"https?://([^/\s\"<]+)", text)) == set(), page.url


def test_a_name_that_is_no_page_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    odd = tmp_path / "later.yaml"
    odd.write_text("removed: [www.nowhere.example/a.html]")
    monkeypatch.setattr(practice_site, "LATER_FILE", odd)
    with pytest.raises(Trouble, match=r"nowhere\.example"):
        load_site(later=True)


def test_the_web_moves_on_while_it_runs() -> None:
    with PracticeWeb() as web:
        server = web._server
        assert server is not None
        address = "/committee.html", "www.penrith-harriers.example"
        before = server.sites.answer(address[1], address[0])
        web.move_on()
        after = server.sites.answer(address[1], address[0])
        assert before is not None
        assert after is not None
        assert b"184" in before.body
        assert b"184" not in after.body
