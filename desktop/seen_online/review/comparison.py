"""What a second check says of a first, page by page."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from seen_online.exposure.finding import Finding
from seen_online.review.selfcheck import Who


class ChangeKind(StrEnum):
    """How a page stands beside the check before."""

    NEW = "new"
    CHANGED = "changed"  # it gives away something else; another wording alone is no change
    GONE = "gone"  # who showed it was asked again and shows it no more, or its site says it is gone
    COULD_NOT_CHECK = "could_not_check"  # never to be shown as gone
    SAME = "same"


class Change(msgspec.Struct, frozen=True):
    """One page in two checks.

    `key` is the result's key in the later check, in the earlier one where the later has none; `earlier_key` is "" for
    a new page. `added` and `removed` are details, each once; `unsure` were seen before and could not be looked for.
    `why` is a plain sentence where something could not be checked, or is gone: a search that shows a page no more is
    not a site that took it down. `moved` says that the address is another now, `settled` that the old one can't turn up
    any more as this check goes on. `asked_before` is False for a new page that only a question found which was not
    answered last time: it may have been there. `read_before` is False where a page shows what may have stood there
    last time, since not all of it was read then. `who` is what the person said of the page.
    """

    kind: ChangeKind
    key: str
    url: str
    title: str
    earlier_key: str = ""
    added: tuple[Finding, ...] = ()
    removed: tuple[Finding, ...] = ()
    unsure: tuple[Finding, ...] = ()
    why: str = ""
    moved: bool = False
    settled: bool = True
    asked_before: bool = True
    read_before: bool = True
    who: Who | None = None


class Comparison(msgspec.Struct, frozen=True):
    """Two checks side by side: when each was started, and every page of either, once."""

    earlier: datetime
    later: datetime
    changes: tuple[Change, ...]

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        """Return the pages that stand like this."""
        return tuple(change for change in self.changes if change.kind is kind)
