"""Finding details in what was not searched yet: beside the window, in a process that takes no turns from it."""

from __future__ import annotations

import threading

from seen_online.exposure.finding import Finding
from seen_online.reading.page import Page
from seen_online.review.perform import to_search
from seen_online.review.selfcheck import SelfCheck
from seen_online.review.thinking.thinker import Thinker
from seen_online.ui.background import Task, Tell

News = tuple[str, Page | str, list[Finding] | None]  # a result's key, what was searched, what it gives away


def finding_task(check: SelfCheck, thinker: Thinker) -> Task:
    """Return the task that finds details in all that was not searched yet; it tells lists of `News`.

    Findings are None where a text could not be searched.
    """
    waiting, person = to_search(check), check.person

    def task(stop: threading.Event, tell: Tell) -> None:
        done = 0
        try:
            for start, several in thinker.look([text for _, text in waiting], person, stop):
                tell([(*waiting[start + n], findings) for n, findings in enumerate(several)])
                done = start + len(several)
        except Exception:  # noqa: BLE001 (a fault of our own: what is left is not tried again and again for ever)
            tell([(*each, None) for each in waiting[done:]])

    return task
