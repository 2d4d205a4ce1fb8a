"""How wide the columns of a table are: more room for what people write, less for a date or a word."""

from __future__ import annotations

from math import sqrt

from seen_online.note.model import Table

LEAST, MOST = 14, 70  # characters that a column counts with: a heading has room, and no column takes it all


def shares(table: Table) -> tuple[float, ...]:
    """Return for each column its share of the width; together they are 1.

    The longest cell counts, by its root: of a text twice as long, half goes on in the next line.
    """
    longest = (max(len(cell) for cell in column) for column in zip(table.header, *table.rows, strict=True))
    weights = [sqrt(min(max(length, LEAST), MOST)) for length in longest]
    return tuple(weight / sum(weights) for weight in weights)
