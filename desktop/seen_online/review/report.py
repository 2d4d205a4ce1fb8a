"""A self-check as the one JSON object that `seen-online check --json` promises."""

from __future__ import annotations

from typing import Any

import msgspec

from seen_online.exposure.finding import Finding
from seen_online.outbox import Sent
from seen_online.reading.page import Page
from seen_online.review.selfcheck import SelfCheck


def check_as_json(check: SelfCheck) -> dict[str, Any]:
    """Return {asks, results, requests} with the keys of the terminal's contract.

    The `results` of an ask are the rows that came, a number in any case. What a 0 means, its `outcome` says: only
    beside "nothing_found" does it speak of the web; beside any other it counts what could not be checked.
    """
    from seen_online.people import group, likely_you

    groups = group(check.results, check.person)
    number_of = {result.key: number for number, members in enumerate(groups) for result in members.results}
    judged = [(key, verdict.who.value) for key, verdict in check.verdicts.items() if verdict.who is not None]
    likely = likely_you(check.results, check.person, judged)
    return {
        "asks": [
            {
                "query": ask.query.words,
                "engine": ask.engine,
                "outcome": ask.outcome.value,
                "detail": ask.detail,
                "results": len(ask.hits),
            }
            for ask in check.asks
        ],
        "results": [
            {
                "url": result.url,
                "title": result.title,
                "snippet": result.snippet,
                "engines": list(result.engines),
                "queries": list(result.queries),
                "page": page_as_json(check.pages.get(result.key, Page())),
                "findings": [finding_as_json(f) for f in check.findings.get(result.key, [])],
                "group": number_of.get(result.key),
                "likely_you": round(sure, 3),
            }
            for result, sure in zip(check.results, likely, strict=True)
        ],
        "requests": [request_as_json(sent) for sent in check.sent],
    }


def page_as_json(page: Page) -> dict[str, str]:
    """Return how reading a page ended."""
    return {"outcome": page.outcome.value, "detail": page.detail, "media_type": page.media_type}


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """Return a finding with the contract's keys, and where it stands and how sure we are."""
    return msgspec.to_builtins(finding)


def request_as_json(sent: Sent) -> dict[str, Any]:
    """Return one entry of the outbox."""
    return msgspec.to_builtins(sent)
