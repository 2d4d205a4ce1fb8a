"""The command line, as DESIGN's contract states it."""

from __future__ import annotations

import argparse
from pathlib import Path

from seen_online import __version__


def parser() -> argparse.ArgumentParser:
    """Build the parser. Options of the window stand before the command, those of a command after it."""
    network = argparse.ArgumentParser(add_help=False)
    group = network.add_argument_group("how this computer reaches the web")
    # SUPPRESS: an option given before the command must not be undone by the command's own default.
    group.add_argument(
        "--proxy",
        metavar="URL",
        default=argparse.SUPPRESS,
        help="send everything through this proxy; it looks names up itself, so it decides which computers it reaches",
    )
    group.add_argument(
        "--ca-file",
        metavar="PEM",
        default=argparse.SUPPRESS,
        help="trust this certificate too (an inspecting proxy's)",
    )
    group.add_argument(
        "--allow-host",
        metavar="HOST",
        action="append",
        default=argparse.SUPPRESS,
        help="may be read though its address is private, such as a staff directory",
    )
    shared = argparse.ArgumentParser(add_help=False, parents=[network])
    for flag, what in (
        ("--practice", "use a made-up person and a made-up web on this computer"),
        ("--forget", "write nothing to this computer (check never keeps a record)"),
    ):
        shared.add_argument(flag, action="store_true", default=argparse.SUPPRESS, help=what)
    shared.add_argument(
        "--home", metavar="DIR", type=Path, default=argparse.SUPPRESS, help="where the record of the window lies"
    )

    top = argparse.ArgumentParser(
        prog="seen-online",
        parents=[shared],
        description="Check on your own computer what anyone can find out about you. Without a command: the window.",
        epilog="Exit: 0 all was checked, 3 some of it could not be, 2 usage, 1 failed.",
    )
    top.add_argument("--version", action="version", version=f"seen-online {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    check = commands.add_parser("check", parents=[shared], help="the whole self-check in this terminal")
    check.add_argument("--about", metavar="FILE", type=Path, help="about.yaml: your names and details")
    check.add_argument(
        "--engine",
        metavar="NAME",
        action="append",
        help="duckduckgo (the default), another engine's name, or searxng=URL; may be repeated",
    )
    check.add_argument(
        "--ask-key",
        action="store_true",
        help="ask, unseen, for the key of each SearXNG that wants one (or put it into the variable SEEN_ONLINE_KEY)",
    )
    check.add_argument("--yes", action="store_true", help="agree to every request without being asked")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.add_argument(
        "--note",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="write a note: .md .html .docx .pdf; may be repeated",
    )
    check.add_argument("--no-pages", action="store_true", help="search only, read no page")

    scan = commands.add_parser("scan", help="what a file gives away: a saved page, PDF, Word file, picture, archive")
    scan.add_argument("path", metavar="PATH", type=Path, nargs="+")
    scan.add_argument("--about", metavar="FILE", type=Path, help="about.yaml: to tell your details from others'")
    scan.add_argument("--json", action="store_true", help="print JSON")

    checklist = commands.add_parser("checklist", help="work on checklist files")
    verbs = checklist.add_subparsers(dest="verb", metavar="VERB", required=True)
    validate = verbs.add_parser("validate", help="check checklist files; names every mistake with line and mend")
    validate.add_argument("file", metavar="FILE", type=Path, nargs="+")
    return top
