"""`seen-online checklist validate FILE...`."""

from __future__ import annotations

import argparse

from seen_online.cli import ALL_CHECKED, FAILED
from seen_online.cli.output import printable


def validate_command(options: argparse.Namespace) -> int:
    """Print every mistake of every file with its place and mend; return 0 where there is none."""
    from seen_online.checklist.validate import validate

    wrong = 0
    for path in options.file:
        problems = validate(path)
        wrong += len(problems)
        for problem in problems:
            print(printable(str(problem)))
        if not problems:
            print(f"{path}: all is well.")
    return FAILED if wrong else ALL_CHECKED
