"""The check in plain words, for people who read it in a terminal."""

from __future__ import annotations

from seen_online.cli.output import called, printable
from seen_online.exposure.finding import Whose
from seen_online.reading.page import Page, PageOutcome
from seen_online.review.seen import seen_details
from seen_online.review.selfcheck import SelfCheck


def print_summary(check: SelfCheck, *, pages: bool) -> None:
    """Print searches, pages, details, and last what could not be checked, so that it stays in sight."""
    print("Searches")
    for ask in check.asks:
        mark = "✓" if ask.outcome.checked else "?"
        print(f"  {mark} {printable(ask.query.words)} ({called(ask.engine)}): {printable(ask.detail)}")
    print(f"\nPages ({len(check.results)})")
    for number, result in enumerate(check.results, start=1):
        page = check.pages.get(result.key, Page())
        print(f"{number:4}. {printable(result.title) or '(no title)'}\n      {printable(result.url)}")
        if pages and page.outcome is not PageOutcome.READ:
            print(f"      {printable(page.detail) or page.outcome.value}")
    print("\nDetails seen")
    rows = [row for row in seen_details(check.findings) if row.whose is not Whose.OTHER]
    for row in rows:
        whose = "yours" if row.whose is Whose.YOURS else "near your name"
        print(f"  {row.kind.value}: {printable(row.value)} ({whose}), on {len(row.pages)} page(s)")
    looked = any(ask.outcome.checked for ask in check.asks) and bool(check.findings)
    if not rows:
        print("  None of yours in what could be read." if looked else "  We could not look: nothing was answered.")
    open_asks = [ask for ask in check.asks if not ask.outcome.checked]
    unread = [
        r for r in check.results if check.pages.get(r.key, Page()).outcome not in (PageOutcome.READ, PageOutcome.GONE)
    ]
    if open_asks or (pages and unread):
        print("\nCould not check")
        for ask in open_asks:
            print(f"  {printable(ask.query.words)} ({called(ask.engine)}): {printable(ask.next_step)}")
        if pages and unread:
            print(f"  {len(unread)} page(s) could not be read whole. Open them yourself.")
