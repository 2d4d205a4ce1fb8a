"""Manners: how long we wait between two asks to one engine."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from seen_online.search.engine import Engine


class Pace(msgspec.Struct, frozen=True):
    """Pauses in seconds.

    Attributes:
        first: between the first and the second ask.
        step: by how much each further pause is longer, up to `most`: engines count asks over minutes.
        after_block: how many times longer a pause is for each block before it.
        retry: before an ask is tried a second time.
        patience: the longest wait an engine may ask for (Retry-After) that we sit out; for longer ones we leave it.
        blocks: after how many blocks in a row an engine is left alone.
        remembers: a later search still waits as long as the engine asked us to in this one.
        failures: after how many answers in a row that tell us nothing it is: no need to send it more of one's details.
    """

    first: float = 1.5
    step: float = 0.5
    most: float = 6.0
    after_block: float = 4.0
    retry: float = 2.0
    patience: float = 30.0
    blocks: int = 2
    failures: int = 3
    remembers: bool = True

    def pause(self, asked: int, blocks: int = 0) -> float:
        """Return how long to wait before the next ask, after `asked` asks of which `blocks` were blocked."""
        if asked == 0:
            return 0.0
        return min(self.most, self.first + self.step * (asked - 1)) * self.after_block**blocks


GENTLE = Pace()
# One's own SearXNG, or practice: nobody is kept waiting on the other side.
OWN = Pace(first=0.0, step=0.0, most=0.0, retry=0.2, remembers=False)

PaceOf = Callable[[Engine], Pace]


def usual_pace(engine: Engine) -> Pace:
    """Return the pace for an engine: gentle, unless it is the person's own."""
    return OWN if engine.own else GENTLE
