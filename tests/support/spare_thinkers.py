"""Thinking processes for one window after another: each takes half a second to start, and keeps nothing of a job."""

from __future__ import annotations

from seen_online.reading.process import ApartProcess
from seen_online.review.thinking.thinker import Thinker

_spare: list[ApartProcess] = []


class LentThinker(Thinker):
    """A thinker as in life, but for its process: it takes a spare one, and leaves it behind where nobody asks it."""

    def _started(self) -> ApartProcess:
        with self._ending:
            if self._process is None and not self._closed and _spare:
                self._process = _spare.pop()
        return super()._started()

    def close(self) -> None:
        if self._turn.acquire(blocking=False):
            try:
                with self._ending:
                    if self._process is not None:
                        _spare.append(self._process)
                        self._process = None
            finally:
                self._turn.release()
        super().close()


def end_spare_ones() -> None:
    while _spare:
        _spare.pop().end()
