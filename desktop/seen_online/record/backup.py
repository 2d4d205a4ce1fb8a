"""Sealed copies that the program makes by itself: before each change of layout and once a check, the newest kept."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from seen_online.record import database
from seen_online.record.container import SUFFIX, header_of, is_good, seal
from seen_online.record.header import fits
from seen_online.record.opened import Opened
from seen_online.record.place import Places, files_in, make_folder, remove
from seen_online.record.troubles import BackupFile, NotARecord, TooNew, Unreadable

KEPT = 5
_STAMP = "%Y%m%dT%H%M%S%f"
_NAME = re.compile(r"[0-9a-f]{16}-(\d{8}T\d{12})")


def back_up(opened: Opened, now: datetime | None = None) -> BackupFile:
    """Make a sealed copy beside the record, try it, and only then remove the oldest ones.

    Raises:
        Damaged: the record itself is not whole; no earlier copy is touched.
        DiskFull, ReadOnly, GivenUp: as they say; no earlier copy is touched.
    """
    now = now or datetime.now(UTC)
    places = opened.places
    make_folder(places.backups)
    bare = _beside(places)
    target = places.backups / f"{places.id}-{now.astimezone(UTC).strftime(_STAMP)}{SUFFIX}"
    database.copy_to(opened.connection, bare, opened.key, opened.stop)
    seal(opened.header, bare, opened.key, target, opened.stop)
    for old in backups(places)[KEPT:]:
        remove(old.path)
    return BackupFile(target, now)


def is_due(places: Places, every: timedelta) -> bool:
    """Tell whether the latest sealed copy is older than this."""
    newest = next(iter(backups(places)), None)
    return newest is None or datetime.now(UTC) - newest.made >= every


def backups(places: Places) -> list[BackupFile]:
    """Return the sealed copies of one record, newest first; whether they are good is not looked at."""
    paths = [path for path in files_in(places.backups) if path.name.startswith(places.id) and path.suffix == SUFFIX]
    found = [(path, _NAME.fullmatch(path.name.removesuffix(SUFFIX))) for path in paths]
    dated = [BackupFile(path, datetime.strptime(m[1], _STAMP).replace(tzinfo=UTC)) for path, m in found if m]
    return sorted(dated, key=lambda b: b.made, reverse=True)


def latest_good(places: Places, key: bytes | None) -> BackupFile | None:
    """Return the newest sealed copy that is whole; without a key, the newest whose header is."""
    for backup in backups(places):
        try:
            header = header_of(backup.path)
        except (NotARecord, TooNew, Unreadable):
            continue
        if key is None:
            return backup
        if fits(header, key) and is_good(backup.path, key, _beside(places)):
            return backup
    return None


def _beside(places: Places) -> Path:
    return places.backups / f"{places.id}.db.part"
