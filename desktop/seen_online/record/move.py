"""Taking what one keeper holds into another, where a person changes their mind about keeping it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from seen_online.record.giving_up import Stop, look, never
from seen_online.record.keeper import Keeper
from seen_online.review.selfcheck import SelfCheck


def copy_into(
    old: Keeper,
    new: Keeper,
    on_desk: Sequence[SelfCheck] = (),
    *,
    stop: Stop = never,
    tell: Callable[[int, int], object] = lambda done, of: None,
) -> None:
    """Copy checks and settings, oldest check first, for a thread beside the window.

    Args:
        old: stays as it is.
        new: holds nothing yet. Afterwards the last one of `on_desk` is what it saves into.
        on_desk: the newest checks of `old`, as they lie on the desk: newer than what was saved of them.
        stop: tells whether to give it up.
        tell: is told how many checks are copied, and of how many.

    Raises:
        GivenUp: where `stop` says so; RecordTrouble: something can't be read or written. `new` then holds a part.
    """
    lines = old.checks()
    lines = lines[: max(0, len(lines) - len(on_desk))]
    of = len(lines) + len(on_desk)
    for name, value in old.settings().items():
        new.set(name, value)
    for number, check in enumerate(chain((old.load(line.id) for line in lines), on_desk), start=1):
        look(stop)
        new.begin(check, copied=True)  # a sealed copy is made once all is there
        tell(number, of)
    look(stop)
