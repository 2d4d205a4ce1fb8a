"""Finding details in what was not searched yet, beside the window."""

from __future__ import annotations

import threading

from seen_online.exposure.finding import Finding
from seen_online.reading.page import Page
from seen_online.review.perform import to_search
from seen_online.review.selfcheck import SelfCheck
from seen_online.ui.background import Task, Tell

News = tuple[str, Page | str, list[Finding] | None]  # a result's key, what was searched, what it gives away


class Finder:
    """Finds details for one desk."""

    def warm(self) -> None:
        """Get ready: soon there will be something to search."""

    def close(self) -> None:
        """End what belongs to it."""

    def task(self, check: SelfCheck) -> Task:
        """Return the task that finds details in all that was not searched yet; it tells lists of `News`.

        Findings are None where a text could not be searched.
        """
        waiting, person = to_search(check), check.person

        def task(stop: threading.Event, tell: Tell) -> None:
            from seen_online.exposure import find

            for key, text in waiting:
                if stop.is_set():
                    return
                try:
                    findings = find(text, person)
                except Exception:  # noqa: BLE001 (one odd page must not end the search of all others)
                    findings = None
                tell([(key, text, findings)])

        return task
