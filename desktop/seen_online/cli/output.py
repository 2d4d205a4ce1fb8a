"""What the terminal shows: plain text, whatever the web sent."""

from __future__ import annotations

import signal
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from seen_online.trouble import Trouble


def printable(text: str) -> str:
    """Return `text` on one line without characters that steer a terminal or turn the reading direction."""
    flat = " ".join(text.split())
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs") else c for c in flat)


def called(engine: str) -> str:
    """Return what people call an engine, its name where nothing is known of it."""
    from seen_online.search import catalogue

    try:
        return printable(catalogue.engine(engine).label)
    except Trouble:
        return printable(engine)


@contextmanager
def stop_on_interrupt(stop: threading.Event) -> Iterator[None]:
    """Let Ctrl-C stop politely and keep what came; a second one ends the program at once."""

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
