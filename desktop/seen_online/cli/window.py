"""`seen-online` without a command: the window."""

from __future__ import annotations

import argparse
import sys

from seen_online.cli import ALL_CHECKED, FAILED


def window_command(options: argparse.Namespace) -> int:
    """Open the window, or say in one line why there can be none."""
    from seen_online.ui.screen import has_screen

    if not has_screen():
        print("seen-online: there is no screen here. In a terminal, use: seen-online check --practice", file=sys.stderr)
        return FAILED
    from seen_online.record.troubles import InUse
    from seen_online.ui.app import run_window

    try:
        return run_window(options)
    except InUse as trouble:
        print(f"seen-online: {trouble}", file=sys.stderr)
        return ALL_CHECKED  # what was asked for is there: the first window came forward
