"""The layout of a record, and the numbered steps from each earlier one.

A record's number stands in its `user_version`. To change the layout: raise VERSION, add the step from the number
before it to STEPS, and keep a file of the earlier number in tests/record/versions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from seen_online.record.database import told, writing
from seen_online.record.troubles import Damaged, TooNew

VERSION = 1
APPLICATION = 0x5EE70711  # tells our databases from others

Step = Callable[[Any], None]

# From each earlier number to the next. A step gets a connection inside a transaction; where it raises, nothing changes.
STEPS: Mapping[int, Step] = {}

# A check is pieces: an answer, an ask, a page … Each is packed by itself, with its fields' names, so that a new field
# with a default needs no step. `place` keeps the order of those that have one.
_LAYOUT = (
    "CREATE TABLE checks (id INTEGER PRIMARY KEY, started TEXT NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE pieces (check_id INTEGER NOT NULL REFERENCES checks (id), kind TEXT NOT NULL, name TEXT NOT NULL,"
    " place INTEGER NOT NULL, data BLOB NOT NULL)",
    "CREATE UNIQUE INDEX piece ON pieces (check_id, kind, name)",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID",
)


def lay_out(connection: Any, version: int = VERSION) -> None:
    """Make the tables of a new record."""
    with writing(connection):
        for statement in _LAYOUT:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {version}")


def version_of(connection: Any, newest: int = VERSION) -> int:
    """Return the number of a record's layout. Raises TooNew, Damaged where it is no record of ours."""
    with told(None):
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    if not ours:
        raise Damaged
    if version > newest:
        raise TooNew
    return version


def migrate(connection: Any, steps: Mapping[int, Step] | None = None, newest: int = VERSION) -> bool:
    """Bring a record to the newest layout, one step after the other; tell whether there was anything to do.

    Each step is one transaction: a record that is killed in between goes on from where it was.

    Raises:
        TooNew: a newer program wrote it.
        Damaged: a step does not understand what it finds.
    """
    steps = STEPS if steps is None else steps
    began = version = version_of(connection, newest)
    while version < newest:
        step = steps.get(version)
        if step is None:
            raise Damaged
        with writing(connection):
            step(connection)
            version += 1
            connection.execute(f"PRAGMA user_version = {version}")
    return version != began
