"""`seen-online scan PATH...`: what files give away, before they are posted."""

from __future__ import annotations

import argparse
import json
import sys
import threading

from msgspec.structs import replace

from seen_online.cli import ALL_CHECKED, NOT_ALL_CHECKED
from seen_online.cli.output import printable, stop_on_interrupt
from seen_online.exposure.finding import Finding
from seen_online.person import load_about
from seen_online.reading.page import Page, PageOutcome


def scan_command(options: argparse.Namespace) -> int:
    """Read the files here, find what they give away, print it; no request leaves."""
    from seen_online.exposure import find
    from seen_online.reading.scan import each_file
    from seen_online.review.report import finding_as_json

    person = load_about(options.about) if options.about else None
    stop = threading.Event()
    rows: list[tuple[str, Page, list[Finding]]] = []
    with stop_on_interrupt(stop):
        for path, page, done, total in each_file(options.path, stop):
            print(f"{done}/{total} {printable(path)}: {printable(page.detail) or page.outcome.value}", file=sys.stderr)
            found = find(page, person) if page.text else []
            rows.append((path, replace(page, text="", parts=()), found))  # an archive's texts are too much to keep
    if options.json:
        out = [
            {
                "path": path,
                "media_type": page.media_type,
                "outcome": page.outcome.value,
                "detail": page.detail,
                "findings": [finding_as_json(f) for f in findings],
            }
            for path, page, findings in rows
        ]
        print(json.dumps(out, indent=2))
    else:
        for path, page, findings in rows:
            print(f"{printable(path)} ({page.outcome.value})")
            for finding in findings:
                print(f"  {finding.kind.value}: {printable(finding.shown)}  [{finding.whose.value}]")
            if page.detail:
                print(f"  {printable(page.detail)}")
            elif not findings and page.outcome is PageOutcome.READ:
                print("  We saw no contact details or dates of birth in it.")
    complete = not stop.is_set() and all(page.outcome is PageOutcome.READ for _, page, _ in rows)
    return ALL_CHECKED if complete else NOT_ALL_CHECKED
