"""Records for tests: real ones, with a passphrase that costs little."""

from __future__ import annotations

from pathlib import Path

from seen_online.record import shelf
from seen_online.record.passphrase import Cost
from seen_online.record.store import Record

PASSPHRASE = "copper kettle tuesday moss"
CHEAP = Cost(n=2**8)


def new_record(home: Path, passphrase: str = PASSPHRASE) -> Record:
    """Make a record that the passphrase opens."""
    return shelf.create(home, passphrase=passphrase, cost=CHEAP)


def only_id(home: Path) -> str:
    """Return the id of the one record in this folder."""
    (record,) = shelf.records(home)
    return record.id


def opened_again(home: Path, passphrase: str = PASSPHRASE) -> Record:
    """Open the one record in this folder."""
    return shelf.open_record(home, only_id(home), passphrase=passphrase)


def database_of(home: Path) -> Path:
    """Return the database's file of the one record in this folder."""
    (path,) = (home / "records").glob("*.db")
    return path
