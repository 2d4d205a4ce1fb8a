"""What the reader's process may not do, whatever a document makes it do: grow, run for ever, write, call out."""

from __future__ import annotations

import os
import sys
import threading
import time

MEMORY = 200_000_000  # bytes of data; with code and libraries the process stays below 300 MB
SECONDS = 60  # of computing, for one document or one file of an archive
OUT_OF_MEMORY = 81  # exit code
_BARRED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
           "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.",
           "ftplib.", "http.", "smtplib.", "urllib.", "webbrowser.", "winreg.")  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine(memory: int = MEMORY) -> None:
    """Put the limits on this process, for good; `memory` in bytes."""
    if sys.platform != "win32":
        import resource

        kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
        for what, most in ((kind, memory), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
            try:
                resource.setrlimit(what, (most, most))
            except (ValueError, OSError):
                continue  # this system does not hold to it; the watch below and the clock outside still do
        if sys.platform == "darwin":
            threading.Thread(target=_watch, args=(memory,), daemon=True).start()
    sys.addaudithook(_bar)


def allow_time() -> None:
    """Allow the next document its share of computing time."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + SECONDS
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))


def _watch(memory: int) -> None:
    """End the process when it has grown too large. macOS takes limits of memory and does not hold to them."""
    import resource

    while True:
        time.sleep(0.05)
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > memory * 1.4:
            os._exit(OUT_OF_MEMORY)


def _bar(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_BARRED):
        raise PermissionError(event)
    if event == "open":
        flags = arguments[2] if len(arguments) > 2 else 0
        if isinstance(flags, int) and flags & _WRITES:
            raise PermissionError(event)
