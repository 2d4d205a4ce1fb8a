"""Comparing two checks: what is new, gone, changed, the same, and what could not be checked this time.

compare(earlier, later) -> Comparison          comparison.py has the types
change_sentences(comparison) -> list[str]      for the note
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from seen_online.exposure.finding import Finding, FindingKind, Whose
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.change_sentences import change_sentences
from seen_online.review.comparison import Change, ChangeKind, Comparison
from seen_online.review.likeness import pair_up
from seen_online.review.perform import row_text
from seen_online.review.selfcheck import SelfCheck, Who
from seen_online.search.address import canonical
from seen_online.search.model import Result
from seen_online.words import say

__all__ = ["Change", "ChangeKind", "Comparison", "change_sentences", "compare"]

_WITH_TEXT = (PageOutcome.READ, PageOutcome.PARTLY)
_FULL = 10  # rows from which an answer may have had more than we asked for
_AS_DEEP = 0.7  # of the rows of last time, from which we looked as far down


def compare(earlier: SelfCheck, later: SelfCheck) -> Comparison:
    """Compare two checks of the same person; may be called at any time while the later one is under way.

    A page counts as gone only where every question that found it was answered again and shows it no more, or where its
    site says that it is gone. A detail counts as removed only where the whole page was read again.

    Returns:
        The pages of the later check in their order, then those that only the earlier one has.
    """
    asked_before, asked_again = _depths(earlier), _depths(later)

    def answered_again(old: Result) -> bool:
        return _askers(old) <= asked_again.keys()

    def looked_as_far(old: Result) -> bool:
        return all(
            now < _FULL or hit.rank <= now or now >= _AS_DEEP * asked_before.get((hit.query, hit.engine), 0)
            for hit in old.hits
            if (now := asked_again.get((hit.query, hit.engine))) is not None
        )

    before = {result.key: result for result in earlier.results}
    pairs = pair_up(earlier, later, lambda result: answered_again(result) and looked_as_far(result))
    changes = []
    for result in later.results:
        old = before.get(pairs.get(result.key, ""))
        who = _who(later, result.key) or (_who(earlier, old.key) if old else None)
        if old is not None:
            change = _both(earlier, later, old, result, who)
            if change.moved and not answered_again(old) and not _led_to(earlier, later, old, result):
                change = replace(change, settled=False)
            changes.append(change)
            continue
        added = tuple(_once(_own(later.findings.get(result.key, []))))
        known = bool(_askers(result) & asked_before.keys())
        changes.append(
            Change(ChangeKind.NEW, result.key, result.url, result.title, added=added, asked_before=known, who=who)
        )
    paired = set(pairs.values())
    for old in earlier.results:
        if old.key not in paired:
            who = _who(later, old.key) or _who(earlier, old.key)
            changes.append(_missing(earlier, old, who, again=answered_again(old), as_far=looked_as_far(old)))
    return Comparison(earlier.started, later.started, tuple(changes))


def still_shown(earlier: Iterable[Finding], later: Iterable[Finding]) -> bool:
    """Tell whether any of the person's details that a page showed is there still."""
    now = {(f.kind, f.value) for f in later}
    return any((f.kind, f.value) in now for f in _own(earlier))


def own_details(findings: Iterable[Finding]) -> list[Finding]:
    """Return what a page gives away of the person, each detail once; their name alone gives nothing away."""
    return _once(_own(findings))


def _missing(earlier: SelfCheck, old: Result, who: Who | None, *, again: bool, as_far: bool) -> Change:
    shown = tuple(_once(_own(earlier.findings.get(old.key, []))))
    if again and as_far and old.hits:
        why = say("The search shows it no more. The page itself may still be there.")
        return Change(ChangeKind.GONE, old.key, old.url, old.title, old.key, removed=shown, why=why, who=who)
    if again and old.hits:
        why = say("It stood further down last time. This time fewer rows were looked at.")
    else:
        why = say("The search that showed it did not answer this time, or was not asked.")
    return Change(ChangeKind.COULD_NOT_CHECK, old.key, old.url, old.title, old.key, unsure=shown, why=why, who=who)


def _both(earlier: SelfCheck, later: SelfCheck, old: Result, new: Result, who: Who | None) -> Change:
    was, now = earlier.findings.get(old.key, []), later.findings.get(new.key)
    page_was, page_now = earlier.pages.get(old.key, Page()), later.pages.get(new.key, Page())
    # Once a page is read its row is searched no more; what stands there in both checks is neither new nor gone.
    added = _not_in(old, _fewer(now or [], was))
    lost = _not_in(new, _fewer(was, now or []))
    unread_before = page_was.outcome not in (PageOutcome.READ, PageOutcome.GONE) and page_now.outcome in _WITH_TEXT

    def change(kind: ChangeKind, why: str = "", *, sure: bool = True) -> Change:
        removed, unsure = (lost, ()) if sure else ((), lost)
        moved = new.key != old.key
        sure_before = not (added and unread_before)
        return Change(
            kind, new.key, new.url, new.title, old.key, added, removed, unsure, why, moved,
            read_before=sure_before, who=who,
        )  # fmt: skip

    if page_now.outcome is PageOutcome.GONE:
        if page_was.outcome is PageOutcome.GONE:
            return change(ChangeKind.CHANGED if added or lost else ChangeKind.SAME)
        if not _own(now or []):
            return change(ChangeKind.GONE, say("The site says that this page is gone."))
        return change(ChangeKind.CHANGED, say("The page is gone, but the search still shows some of its words."))
    if page_now.outcome is PageOutcome.READ:
        if now is None:
            return change(ChangeKind.COULD_NOT_CHECK, say("We have not looked through it yet."), sure=False)
        return change(ChangeKind.CHANGED if added or lost else ChangeKind.SAME)
    # From here on not all of the page was seen this time: what is not there may be there still.
    if added:
        return change(ChangeKind.CHANGED, sure=False)
    if lost or now is None or (page_was.outcome in _WITH_TEXT and page_now.outcome not in _WITH_TEXT):
        return change(ChangeKind.COULD_NOT_CHECK, _why_unread(page_now), sure=False)
    return change(ChangeKind.SAME)


def _why_unread(page: Page) -> str:
    if page.outcome is PageOutcome.PARTLY:
        return say("Only a part of this page could be read this time.")
    if page.outcome is PageOutcome.NOT_READ:
        return say("This page was not read this time.")
    return say("This page could not be read this time.")


def _fewer(these: Iterable[Finding], those: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the person's own details in these that are not at all in those, each once."""
    there = {(f.kind, f.value) for f in those}
    return tuple(f for f in _once(_own(these)) if (f.kind, f.value) not in there)


def _not_in(result: Result, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the details that do not stand in what the engine shows of a page."""
    row = " ".join(row_text(result).casefold().split()) if findings else ""
    return tuple(f for f in findings if " ".join(f.shown.casefold().split()) not in row)


def _own(findings: Iterable[Finding]) -> list[Finding]:
    return [f for f in findings if f.whose is not Whose.OTHER and f.kind is not FindingKind.NAME]


def _once(findings: Iterable[Finding]) -> list[Finding]:
    return list({(f.kind, f.value): f for f in reversed(list(findings))}.values())[::-1]


def _askers(result: Result) -> set[tuple[str, str]]:
    return {(hit.query, hit.engine) for hit in result.hits}


def _depths(check: SelfCheck) -> dict[tuple[str, str], int]:
    """Return how many rows each question that was answered brought."""
    return {(ask.query.words, ask.engine): len(ask.hits) for ask in check.asks if ask.outcome.checked}


def _led_to(earlier: SelfCheck, later: SelfCheck, old: Result, new: Result) -> bool:
    """Tell whether one of the two addresses led to the other, so that they are one page beyond doubt."""

    def end(check: SelfCheck, result: Result) -> str:
        page = check.pages.get(result.key)
        return canonical(page.url) if page is not None and page.url else result.key

    return end(earlier, old) in (new.key, end(later, new)) or end(later, new) == old.key


def _who(check: SelfCheck, key: str) -> Who | None:
    verdict = check.verdicts.get(key)
    return verdict.who if verdict is not None else None
