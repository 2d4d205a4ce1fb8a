"""What a check says to the things to consider: which come up again, and which wait for a step."""

from __future__ import annotations

from seen_online.checklist.guided import look_again, waiting_for
from seen_online.checklist.item import Checklist
from seen_online.exposure.finding import Whose
from seen_online.review.seen import Place
from seen_online.review.selfcheck import SelfCheck


def evidence_in(check: SelfCheck, checklist: Checklist) -> dict[str, tuple[Place, ...]]:
    """Return, by item id, what was found that opens a thing to consider again."""
    found: dict[str, list[Place]] = {}
    for key, findings in check.findings.items():
        for finding in findings:
            if finding.whose is Whose.YOURS:
                found.setdefault(finding.kind.value, []).append(Place(key, finding))
    return look_again(checklist.items, found)


def waiting_in(check: SelfCheck, checklist: Checklist) -> dict[str, str]:
    """Return, by item id, the step of the journey that a thing to consider still waits for."""
    done = {
        "about": bool(check.person.names),
        "search": any(ask.outcome.checked for ask in check.asks),
        "results": bool(check.verdicts),
        "details": any(page.text for page in check.pages.values()),
    }
    return waiting_for(checklist.items, [step for step, so in done.items() if so])
