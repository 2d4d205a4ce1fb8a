"""A fault of our own: told to the person in one sentence, and to the terminal without a word of what they typed."""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from seen_online.trouble import Trouble
from seen_online.words import say


class Mishaps(QObject):
    """Takes every exception that nothing else took. `happened` comes in the window's thread."""

    happened = Signal(object)  # a Trouble

    def install(self) -> None:
        """Listen from now on."""
        sys.excepthook = self._take
        threading.excepthook = lambda args: self._take(args.exc_type, args.exc_value, args.exc_traceback)
        # What goes wrong while something is let go is no news for the person, but its words are no terminal's business.
        sys.unraisablehook = lambda args: _write(without_words(args.exc_type, args.exc_traceback))

    def _take(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        _write(without_words(kind, trace))
        if isinstance(error, Trouble):
            self.happened.emit(error)
            return
        self.happened.emit(
            Trouble(
                say("Something went wrong that we did not expect."),
                say("Go on; what you did before is safe. If it happens again, close Seen Online and open it."),
                kind.__name__,
            )
        )


def _write(said: str) -> None:
    if sys.stderr is not None:  # a window without a terminal has none
        sys.stderr.write(said)


def without_words(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where it happened and what kind it is; an exception's own text may quote what the person typed."""
    where = "".join(traceback.format_tb(trace)) if trace else ""
    return f"{where}{kind.__name__}\n"
