"""A call of the record from a window of its own, and what came of it where that window is gone before it ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from seen_online.record.troubles import GivenUp, NotOpen
from seen_online.trouble import Trouble
from seen_online.ui.background import Job, Tell
from seen_online.ui.files import Files

Later = Callable[[str, str], None]  # takes words and their state, as a notice has it


class Call:
    """`work` carries the task out beside the window, and takes note of how it ended."""

    def __init__(self, task: Callable[[], Any]) -> None:
        self._task = task
        self._answer: Any = None
        self._trouble: Trouble | None = None
        self._arrived = False

    def work(self, _stop: object, _tell: Tell) -> Any:
        """Carry it out, for a thread beside the window. Raises Trouble; GivenUp where the record was closed before."""
        try:
            self._answer = self._task()
        except NotOpen:
            self._trouble = GivenUp()
            raise self._trouble from None
        except Trouble as trouble:
            self._trouble = trouble
            raise
        return self._answer

    def tell_late(self, job: Job, later: Later, said: Callable[[Any], str] | None = None) -> None:
        """Have it told where the job was dropped. No window need outlive this.

        `said` makes words of the answer; without it, an answer that nobody took is as good as none.
        """
        job.done.connect(self._has_arrived)
        job.failed.connect(self._has_arrived)
        job.ended.connect(lambda: self._end(later, said))

    def _has_arrived(self, _answer: object) -> None:
        self._arrived = True

    def _end(self, later: Later, said: Callable[[Any], str] | None) -> None:
        if self._arrived:
            return
        if self._trouble is None and said is not None:
            later(said(self._answer), "good")
        else:
            later(str(self._trouble or GivenUp()), "problem")


def teller(files: Files, record: str, *, outside: bool = False) -> Later:
    """Return what tells of this record (its id) later; `outside` where it has to be known before it is open again."""
    return lambda text, state: files.tell(record, text, state, outside=outside)
