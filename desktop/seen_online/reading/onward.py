"""Where a redirect leads: not to what the site keeps from programs, and not to a page that was read a moment ago."""

from __future__ import annotations

import threading

from seen_online.outbox.redirects import Step
from seen_online.reading.page import Page, PageOutcome
from seen_online.reading.sites import Sites
from seen_online.reading.walls import keeps_programs_out


class Instead(Exception):
    """A redirect is not followed; `page` is the answer without it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.outcome.value)
        self.page = page


class Onward:
    """Looks at every redirect before it is followed. Keeps the pages that were read in this run, by their address."""

    def __init__(self, sites: Sites) -> None:
        self._sites = sites
        self._lock = threading.Lock()
        self._read: dict[str, Page] = {}

    def keep(self, page: Page, *addresses: str) -> None:
        """Keep a page that was read, under all the addresses that it was found at."""
        if page.outcome in (PageOutcome.READ, PageOutcome.PARTLY):
            with self._lock:
                self._read.update(dict.fromkeys(addresses, page))

    def may_go(self, _step: Step, onward: Step) -> None:
        """Raise Instead where `onward` must not be asked for, or need not.

        A site that was not met before is not asked for its robots.txt here: the person has not seen that request.
        """
        rules = self._sites.known(onward.url)
        if rules is not None and not rules.allows(onward.url):
            raise Instead(keeps_programs_out(onward.url))
        with self._lock:
            page = self._read.get(onward.url)
        if page is not None:
            raise Instead(page)
