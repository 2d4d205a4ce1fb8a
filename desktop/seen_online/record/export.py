"""One sealed file to take elsewhere: to another computer, or to a memory stick in a drawer."""

from __future__ import annotations

from pathlib import Path

from seen_online.record import database
from seen_online.record.container import SUFFIX, seal
from seen_online.record.header import new_key, passphrase_header
from seen_online.record.passphrase import Cost, check_new
from seen_online.record.place import opaque_name
from seen_online.record.store import Record
from seen_online.record.troubles import ReadOnly

__all__ = ["SUFFIX", "export"]


def export(record: Record, path: Path, passphrase: str, *, cost: Cost | None = None) -> None:
    """Write the whole record into one sealed file that this passphrase opens, on any computer.

    The file has a key of its own: who gets it learns nothing about the record it came from.

    Args:
        record: a record that is open.
        path: the file, by custom with the suffix SUFFIX; one that is there is replaced, once the new one proved good.
        passphrase: what opens it; it may be another than the record's.
        cost: what a try of it costs; the default is right but for tests.

    Raises:
        WeakPassphrase, DiskFull, ReadOnly, Damaged, GivenUp: as they say; nothing is left behind.
    """
    check_new(passphrase)
    key = new_key()
    header = passphrase_header(opaque_name(), 1, key, passphrase, cost or Cost())
    with record.held() as opened:
        ours = (opened.places.records, opened.places.backups)
        if path.absolute().parent.resolve() in [folder.resolve() for folder in ours]:
            raise ReadOnly(str(path.parent))  # it would stand in the place of the record or of a copy of it
        bare = opened.places.records / f"{opened.places.id}.export.part"
        database.copy_to(opened.connection, bare, key, opened.stop)
        seal(header, bare, key, path, opened.stop)
