"""What the program knows that a letter or an evidence sheet needs: of the person, of the page, of the employer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from seen_online.checklist.organisation import Organisation, OwnDocument
from seen_online.checklist.site import Site, site_of
from seen_online.exposure.finding import Finding, FindingKind
from seen_online.person import DetailKind
from seen_online.review.seen import telling
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.model import Result
from seen_online.words import say


def known(check: SelfCheck, key: str, sites: Iterable[Site], organisation: Organisation, today: str) -> dict[str, str]:
    """Return what can be filled into a letter, keyed as the letters' `known` fields are; only what is not empty.

    Args:
        check: the check.
        key: the key of the result that the letter is about; "" where it is about none.
        sites: the networks that the checklists know, for their names.
        organisation: the employer's slots.
        today: today's date in words.
    """
    person = check.person
    result = next((result for result in check.results if result.key == key), None)
    values = {
        "person.name": _first(person.values(DetailKind.NAME)),
        "person.email": _first(person.values(DetailKind.EMAIL)),
        "person.address": _first(person.values(DetailKind.ADDRESS)),
        "organisation.name": organisation.name,
        "organisation.ask": organisation.ask[0].name if organisation.ask else "",
        "organisation.complaints_procedure": _title(organisation.complaints_procedure),
        "today": today,
    }
    if result is not None:
        values |= {
            "page.url": result.url,
            "page.title": result.title,
            "page.site": _site_name(result, sites),
            "page.shown": shown_in_words(check.findings.get(key, ())),
        }
    return {name: value for name, value in values.items() if value}


def shown_in_words(findings: Sequence[Finding]) -> str:
    """Say which kinds of the person's own details stand on a page; the details themselves are not repeated.

    A letter need not tell a stranger the number once more, and the person can add it where it helps.
    """
    kinds = list(dict.fromkeys(finding.kind for finding in telling(findings)))
    names = [name for kind, name in _own_names().items() if kind in kinds]
    if len(names) < 2:
        return "".join(names)
    return say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def when_read(check: SelfCheck, key: str) -> datetime | None:
    """Return when the text we have of a result's page was read, with its time zone; None where we have none."""
    page = check.pages.get(key)
    return datetime.fromisoformat(page.at) if page is not None and page.text and page.at else None


def procedure_in_words(organisation: Organisation) -> str:
    """Return where the employer's complaints procedure is, "" where that is not filled in."""
    document = organisation.complaints_procedure
    if document is None:
        return ""
    return ", ".join(part for part in (document.title, document.where, document.url) if part)


def _own_names() -> dict[FindingKind, str]:
    return {
        FindingKind.PHONE: say("my phone number"),
        FindingKind.EMAIL: say("my e-mail address"),
        FindingKind.ADDRESS: say("my home address"),
        FindingKind.POSTCODE: say("my postcode"),
        FindingKind.DATE_OF_BIRTH: say("my date of birth"),
        FindingKind.USERNAME: say("my user name"),
    }


def _site_name(result: Result, sites: Iterable[Site]) -> str:
    site = site_of(result.url, sites)
    if site is not None:
        return site.name
    try:
        return (urlsplit(result.url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _title(document: OwnDocument | None) -> str:
    return document.title if document is not None else ""


def _first(values: Sequence[str]) -> str:
    return values[0] if values else ""
