"""What changed in a check since it was saved last, so that a save writes that and nothing else."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

import msgspec

from seen_online.outbox import Sent
from seen_online.record.pieces import LISTS, Piece, own_row, take_apart
from seen_online.review.selfcheck import SelfCheck

Known = Mapping[Piece, tuple[Any, int]]  # each piece's value as it was saved, and its place among its kind


class News(msgspec.Struct):
    """What a save has to write. `known` and `row` are what the disk holds afterwards."""

    row: dict[str, Any]
    known: dict[Piece, tuple[Any, int]]
    new_row: bool
    changed: dict[Piece, Any]
    moved: list[Piece]
    removed: list[Piece]

    def __len__(self) -> int:
        return int(self.new_row) + len(self.changed) + len(self.moved) + len(self.removed)


def news_in(check: SelfCheck, known: Known, row: Mapping[str, Any]) -> News:
    """Compare a check with what is known to be on the disk."""
    pieces = take_apart(check)
    found: dict[Piece, tuple[Any, int]] = {}
    changed: dict[Piece, Any] = {}
    moved: list[Piece] = []
    counts = dict.fromkeys(LISTS, 0)
    for piece, value in pieces.items():
        place = 0
        if piece[0] in counts:
            place = counts[piece[0]]
            counts[piece[0]] += 1
        before = known.get(piece)
        if before is None or not _same(before[0], value):
            found[piece] = (_still(value), place)
            changed[piece] = value
        elif before[1] != place:
            found[piece] = (before[0], place)
            moved.append(piece)
        else:
            found[piece] = before
    for kind, name in list(changed):
        if kind == "pages" and (result := pieces.get(("results", name))) is not None:
            changed["results", name] = result  # it is kept without its text where its page has that
    removed = [piece for piece in known if piece not in pieces]
    own = own_row(check)
    return News(own, found, own != row, changed, moved, removed)


def _same(before: Any, value: Any) -> bool:
    if isinstance(value, list):
        return len(before) == len(value) and before == tuple(value)
    return before is value or before == value


def _still(value: Any) -> Any:
    """Return what stays as it is while the program goes on changing the value."""
    if isinstance(value, list):
        return tuple(value)
    return copy.copy(value) if isinstance(value, Sent) else value
