"""A record that is open: self-checks in, self-checks out, each change on the disk before it is acknowledged."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from seen_online.reading.page import Page
from seen_online.record import database
from seen_online.record.backup import back_up, is_due
from seen_online.record.header import Header
from seen_online.record.keeper import CheckLine
from seen_online.record.news import News, news_in
from seen_online.record.opened import Opened
from seen_online.record.pieces import Piece, pack, put_together, to_keep, unpack
from seen_online.record.troubles import BackupFile, Damaged, NotOpen
from seen_online.review.over_time import Tally, tally_of
from seen_online.review.selfcheck import SelfCheck


class Record:
    """The sealed record of one person (see keeper.Keeper). `shelf` makes and opens them.

    Its methods may be called from any thread, one after the other: a call waits for the one before it.
    """

    def __init__(self, opened: Opened) -> None:
        self._hurry = threading.Event()
        self._opened: Opened | None = replace(opened, stop=self._hurry.is_set)
        self._lock = threading.RLock()
        self._id = 0  # of the check that is saved into
        self._started: datetime | None = None
        self._row: dict[str, Any] = {}
        self._known: dict[Piece, tuple[Any, int]] = {}  # what the disk holds, and its place

    @property
    def keeps(self) -> bool:
        """Tell that it outlives the program."""
        return True

    @property
    def header(self) -> Header:
        """Return how it is locked."""
        with self.held() as opened:
            return opened.header

    @contextlib.contextmanager
    def held(self) -> Iterator[Opened]:
        """Hold the record still, for making a copy of it. Raises NotOpen where it is closed."""
        with self._lock:
            if self._opened is None:
                raise NotOpen("the record is closed")
            yield self._opened

    def swap(self, opened: Opened) -> None:
        """Go on with another copy of the same content (see `change`); the caller holds the record."""
        with self.held() as before:
            before.connection.close()
            self._opened = replace(opened, stop=self._hurry.is_set)

    @contextlib.contextmanager
    def hurry(self) -> Iterator[None]:
        """Let whatever copies the record give up, so that what is done in the block need not wait for it."""
        before = self._hurry.is_set()  # by a block around this one
        self._hurry.set()
        try:
            yield
        finally:
            if not before:
                self._hurry.clear()

    def checks(self) -> tuple[CheckLine, ...]:
        """Return the checks that are kept, oldest first."""
        with self._reading() as connection:
            rows = connection.execute("SELECT id, started FROM checks ORDER BY id").fetchall()
        return tuple(CheckLine(number, datetime.fromisoformat(started)) for number, started in rows)

    def latest(self) -> SelfCheck | None:
        """Load the newest check and go on saving into it; None where there is none yet."""
        with self._reading() as connection:
            newest = connection.execute("SELECT max(id) FROM checks").fetchone()[0]
            if newest is None:
                return None
            check = self.load(newest)
            self._follow(newest, check.started, news_in(check, {}, {}))
            return check

    def load(self, check_id: int) -> SelfCheck:
        """Load a check. Raises KeyError, Damaged, TooNew."""
        with self._reading() as connection:
            row = connection.execute("SELECT started, data FROM checks WHERE id = ?", (check_id,)).fetchone()
            if row is None:
                raise KeyError(check_id)
            query = "SELECT place, rowid, kind, name, data FROM pieces WHERE check_id = ?"
            # Put in order here: the database would carry the pages' bytes along while it sorts.
            kept = sorted(connection.execute(query, (check_id,)).fetchall())
            return put_together(row[0], row[1], [piece[2:] for piece in kept])

    def begin(self, check: SelfCheck, *, copied: bool = False) -> None:
        """Keep this check from now on, after a sealed copy of all there was. Raises DiskFull, ReadOnly, Damaged.

        Where the caller has just made that copy (`copied`), beside the window for instance, no other one is made.
        """
        with self._reading() as connection:
            if not copied:
                self.back_up_if_due(timedelta(0))
            news = news_in(check, {}, {})
            with database.writing(connection):
                number = connection.execute(
                    "INSERT INTO checks (started, data) VALUES (?, ?)", (check.started.isoformat(), pack(news.row))
                ).lastrowid
                _write(connection, number, news, check.pages)
            self._follow(number, check.started, news)

    def save(self, check: SelfCheck) -> int:
        """Save whatever changed in the check that was begun or loaded last (see keeper.Keeper)."""
        with self._reading() as connection:
            if self._started != check.started:
                raise NotOpen("this is not the check that was begun")
            news = news_in(check, self._known, self._row)
            if news:
                with database.writing(connection):
                    _write(connection, self._id, news, check.pages)
                self._follow(self._id, check.started, news)
            return len(news)

    def over_time(self) -> tuple[Tally, ...]:
        """Return how much was seen in each check, oldest first. Raises Damaged, TooNew."""
        # Check by check, each let go before the next: saving must not wait for all of them.
        return tuple(tally_of(self.load(line.id)) for line in self.checks())

    def setting(self, name: str, otherwise: Any = None) -> Any:
        """Return a setting or a text, `otherwise` where there is none."""
        with self._reading() as connection:
            row = connection.execute("SELECT data FROM settings WHERE name = ?", (name,)).fetchone()
        return otherwise if row is None else unpack(row[0], Any)

    def settings(self) -> dict[str, Any]:
        """Return all settings and texts by name."""
        with self._reading() as connection:
            return {name: unpack(data, Any) for name, data in connection.execute("SELECT name, data FROM settings")}

    def set(self, name: str, value: Any) -> None:
        """Keep a setting or a text; None removes it. Raises DiskFull, ReadOnly, Damaged."""
        with self._reading() as connection, database.writing(connection):
            if value is None:
                connection.execute("DELETE FROM settings WHERE name = ?", (name,))
            else:
                connection.execute("INSERT OR REPLACE INTO settings (name, data) VALUES (?, ?)", (name, pack(value)))

    def back_up_if_due(self, every: timedelta = timedelta(days=1)) -> BackupFile | None:
        """Make a sealed copy where the latest is older than `every` and there is something to copy.

        For a quiet moment: saving waits meanwhile, about half a second for forty megabytes.

        Raises:
            Damaged: the record is not whole. DiskFull, ReadOnly, GivenUp: as they say. No earlier copy is touched.
        """
        with self.held() as opened:
            return back_up(opened) if self.checks() and is_due(opened.places, every) else None

    def close(self) -> None:
        """Let go of the record and its key. Closing twice is no error."""
        with self._lock:
            opened, self._opened = self._opened, None
            self._known, self._row, self._started = {}, {}, None
            if opened is not None:
                with database.told(None), contextlib.suppress(Damaged):
                    opened.connection.close()

    def _follow(self, check_id: int, started: datetime, news: News) -> None:
        self._id, self._started, self._row, self._known = check_id, started, news.row, news.known

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Any]:
        with self.held() as opened, database.told(opened.places.header):
            yield opened.connection


def _write(connection: Any, check_id: int, news: News, pages: Mapping[str, Page]) -> None:
    if news.new_row:
        connection.execute("UPDATE checks SET data = ? WHERE id = ?", (pack(news.row), check_id))
    connection.executemany(
        "DELETE FROM pieces WHERE check_id = ? AND kind = ? AND name = ?",
        [(check_id, *piece) for piece in news.removed],
    )
    connection.executemany(
        "INSERT INTO pieces (check_id, kind, name, place, data) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (check_id, kind, name) DO UPDATE SET place = excluded.place, data = excluded.data",
        [
            (check_id, *piece, news.known[piece][1], to_keep(piece, value, pages))
            for piece, value in news.changed.items()
        ],
    )
    connection.executemany(
        "UPDATE pieces SET place = ? WHERE check_id = ? AND kind = ? AND name = ?",
        [(news.known[piece][1], check_id, *piece) for piece in news.moved],
    )
