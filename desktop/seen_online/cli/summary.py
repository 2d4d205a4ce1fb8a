"""The check in plain words, for people who read it in a terminal."""

from __future__ import annotations

from seen_online.cli.output import called, printable
from seen_online.exposure.finding import Whose
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.seen import seen_details
from seen_online.review.selfcheck import SelfCheck
from seen_online.search.model import Ask, Outcome
from seen_online.search.outcomes import why_not


def print_summary(check: SelfCheck, *, pages: bool) -> None:
    """Print searches, pages, details, and last what could not be checked, so that it stays in sight."""
    print("Searches")
    for ask in check.asks:
        mark = "✓" if ask.outcome.checked else "?"
        print(f"  {mark} {printable(ask.query.words)} ({called(ask.engine)}): {printable(_ended(ask))}")
    print(f"\nPages ({len(check.results)})" if check.results else f"\nPages\n  {_why_no_page(check)}")
    for number, result in enumerate(check.results, start=1):
        page = check.pages.get(result.key, Page())
        print(f"{number:4}. {printable(result.title) or '(no title)'}\n      {printable(result.url)}")
        if pages and page.outcome is not PageOutcome.READ:
            print(f"      {printable(page.detail) or page.outcome.value}")
    print("\nDetails seen")
    rows = [row for row in seen_details(check.findings) if row.whose is not Whose.OTHER]
    for row in rows:
        whose = "yours" if row.whose is Whose.YOURS else "near your name"
        kind = row.kind.value.replace("_", " ")
        print(f"  {kind}: {printable(row.value)} ({whose}), on {_counted(len(row.pages))}")
    if not rows and check.findings:
        print("  None of yours in what could be read.")
    elif not rows:
        all_checked = all(ask.outcome.checked for ask in check.asks)
        print("  There was no page to look at." if all_checked else "  We could not look.")
    open_asks = [ask for ask in check.asks if not ask.outcome.checked]
    unread = [
        r for r in check.results if check.pages.get(r.key, Page()).outcome not in (PageOutcome.READ, PageOutcome.GONE)
    ]
    if open_asks or (pages and unread):
        print("\nCould not check")
        for ask in open_asks:
            print(f"  {printable(ask.query.words)} ({called(ask.engine)}): {printable(ask.next_step)}")
            if ask.open_url:
                print(f"      {printable(ask.open_url)}")
        if pages and unread:
            them = "it" if len(unread) == 1 else "them"
            print(f"  {_counted(len(unread))} could not be read whole. Open {them} yourself.")


def _ended(ask: Ask) -> str:
    """Return how an ask ended; which engine it was put to stands before it already."""
    could_not = ask.outcome in (Outcome.BLOCKED, Outcome.FAILED)
    return f"Could not check. {why_not(ask.detail)}" if could_not else ask.detail


def _why_no_page(check: SelfCheck) -> str:
    checked = [ask.outcome.checked for ask in check.asks]
    if not any(checked):
        return "We could not look: no search was answered. That does not mean that there is nothing."
    if all(checked):
        return "The searches were answered, and showed no page. Other engines may still show some."
    return "The searches that were answered showed no page. Others could not be checked: see below."


def _counted(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"
