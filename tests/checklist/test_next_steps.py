"""What can be done about a page fits the case, the gentlest first."""

from __future__ import annotations

import pytest

from seen_online.checklist.load import load_next_steps, load_people_finders, load_sites
from seen_online.checklist.next_step import cases_of, suggest
from seen_online.checklist.site import on_hosts, site_of


def _ids(*cases: str) -> list[str]:
    return [step.id for step in suggest(load_next_steps().values, cases)]


def test_taking_down_goes_from_the_person_to_the_ico() -> None:
    found = _ids("someone_else", "site", "search_result")
    assert found == ["ask-the-friend", "ask-the-site", "erasure", "delist", "tell-the-ico"]


def test_each_case_has_its_own() -> None:
    assert _ids("yours") == ["change-your-own"]
    assert _ids("open_register", "people_finder")[:2] == ["leave-open-register", "leave-people-finder"]
    assert _ids("official_register") == ["ask-the-register"]
    assert _ids("bullying") == ["complain-bullying"]
    assert _ids("confidential") == ["report-confidential"]
    assert _ids() == []


@pytest.mark.parametrize(
    ("url", "used", "cases"),
    [
        ("https://www.facebook.com/nia", ["facebook"], {"yours", "someone_else", "site", "search_result"}),
        ("https://www.facebook.com/nia", [], {"someone_else", "site", "search_result"}),
        ("https://harriers.example/team", ["facebook"], {"someone_else", "site", "search_result"}),
        ("https://www.192.com/people/x", [], {"people_finder", "open_register"}),
        ("https://find-and-update.company-information.service.gov.uk/x", [], {"official_register"}),
        ("not a url", [], {"someone_else", "site", "search_result"}),
    ],
)
def test_the_address_tells_likely_cases(url: str, used: list[str], cases: set[str]) -> None:
    assert set(cases_of(url, load_sites().values, load_people_finders().values, used)) == cases


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://m.facebook.com/x", "facebook"),
        ("https://FACEBOOK.com./x", "facebook"),
        ("https://facebook.com.evil.example/", None),
        ("https://notfacebook.com/", None),
        ("https://evil.example/?u=facebook.com", None),
        ("https://facebook.com@evil.example/", None),
        ("https://twitter.com/nia", "x"),
        ("https://uk.linkedin.com/in/nia", "linkedin"),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_a_page_belongs_to_its_site_by_host(url: str, site: str | None) -> None:
    found = site_of(url, load_sites().values)
    assert (found.id if found else None) == site
    assert not on_hosts(url, [])
