"""The door: a window, or the same check in a terminal."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

from seen_online.trouble import Trouble

ALL_CHECKED, FAILED, USAGE, NOT_ALL_CHECKED = 0, 1, 2, 3
INTERRUPTED = 130  # as shells have it: 128 and the number of the signal


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code: 0 all was checked, 3 some of it could not be, 2 usage, 1 failed."""
    from seen_online.cli.arguments import parser

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that has no "✓" must not cost the result
    options = parser().parse_args(argv)
    _leave_no_core()
    try:
        if options.command == "check":
            from seen_online.cli.check import check_command

            return check_command(options)
        if options.command == "scan":
            from seen_online.cli.scan import scan_command

            return scan_command(options)
        if options.command == "checklist":
            from seen_online.cli.validate import validate_command

            return validate_command(options)
        from seen_online.cli.window import window_command

        return window_command(options)
    except Trouble as trouble:
        print(f"seen-online: {trouble}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print("\nseen-online: stopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away (`| head`); Python would complain once more while closing the pipe.
        sys.stderr.close()
        return FAILED


def _leave_no_core() -> None:
    """A crash must not write what is in memory, the person's details among it, to the disk."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
