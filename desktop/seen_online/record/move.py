"""Taking what one keeper holds into another, where a person changes their mind about keeping it."""

from __future__ import annotations

from seen_online.record.keeper import Keeper


def copy_into(old: Keeper, new: Keeper, *, but_last: int = 0) -> None:
    """Copy checks and settings, oldest check first.

    Args:
        old: stays as it is.
        new: holds nothing yet.
        but_last: how many of the newest checks to leave out, which somebody else begins in `new`.

    Raises:
        RecordTrouble: something can't be read or written; `new` then holds a part.
    """
    lines = old.checks()
    for line in lines[: max(0, len(lines) - but_last)]:
        new.begin(old.load(line.id))
    for name, value in old.settings().items():
        new.set(name, value)
