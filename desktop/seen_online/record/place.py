"""Where records lie, and writing small files so that they are never there by half."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import sys
import time
from pathlib import Path, PurePath
from urllib.parse import quote

import msgspec

from seen_online.record.troubles import files

VARIABLE = "SEEN_ONLINE_HOME"
PROGRAM = "seen-online"
ID_LENGTH = 16
_OPAQUE = re.compile(rf"[0-9a-f]{{{ID_LENGTH}}}")
_PATIENCE = 10 if sys.platform == "win32" else 0  # how often a file that something else holds is tried again


def record_home(given: Path | None = None) -> Path:
    """Return the folder of all records: `given` (--home), else SEEN_ONLINE_HOME, else the platform's own.

    Nothing is made yet.
    """
    import platformdirs

    named = given or os.environ.get(VARIABLE)
    return Path(named).absolute() if named else platformdirs.user_data_path(PROGRAM, appauthor=False)


class Places(msgspec.Struct, frozen=True):
    """The files of one record. `id` is an opaque name: sixteen hexadecimal digits."""

    home: Path
    id: str

    @property
    def records(self) -> Path:
        """Return the folder of the records' own files."""
        return self.home / "records"

    @property
    def backups(self) -> Path:
        """Return the folder of the sealed copies that the program makes by itself."""
        return self.home / "backups"

    @property
    def header(self) -> Path:
        """Return the small file that says how the record is locked."""
        return self.records / f"{self.id}.seal"

    @property
    def header_copy(self) -> Path:
        """Return its second copy, for a disk that loses the first."""
        return self.records / f"{self.id}.seal2"

    @property
    def tries(self) -> Path:
        """Return the file that counts wrong passphrases."""
        return self.records / f"{self.id}.tries"

    def data(self, name: str) -> Path:
        """Return the database of this name."""
        return self.records / f"{self.id}-{name}.db"


def opaque_name() -> str:
    """Return a new name that says nothing."""
    return secrets.token_hex(ID_LENGTH // 2)


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can look into. Raises ReadOnly, DiskFull."""
    with files(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file: all of it or nothing, on the disk when this returns. Raises ReadOnly, DiskFull."""
    part = path.with_name(f"{path.name}.part")
    with files(path.parent):
        try:
            with open_own(part) as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            put_in_place(part, path)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink()
            raise
        sync_folder(path.parent)


def put_in_place(part: Path, path: Path, patience: int = _PATIENCE) -> None:
    """Give a file that is written the name of the one before it. Raises OSError.

    On Windows whatever looks at new files (a virus scanner, an index) holds them for a moment, and nobody may then
    rename them: it is tried again, for half a second at most.
    """
    for left in range(patience, -1, -1):
        try:
            part.replace(path)
        except PermissionError:
            if not left:
                raise
            time.sleep(0.05)
        else:
            return


def open_own(path: Path):
    """Open a new or emptied file for writing bytes, readable by its owner only."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600), "wb")


def sync_folder(folder: Path) -> None:
    """Make new names in a folder outlive a power cut, where the system knows how."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def files_in(folder: Path) -> list[Path]:
    """Return what lies in a folder, nothing where there is none. Raises Unreadable.

    Other than `glob`, it does not take a folder that may not be looked into for an empty one.
    """
    with files(folder, reading=True):
        try:
            return sorted(folder.iterdir())
        except FileNotFoundError:
            return []


def address_of(path: PurePath) -> str:
    """Return the address of a database's file, that it may be read and written but not made.

    A folder on a server (on Windows two slashes and its name) keeps both its slashes: as_uri would take the server's
    name for a host, which SQLite refuses.
    """
    plain = path.as_posix()
    start = "" if plain.startswith("/") else "/"
    return f"file://{start}{quote(os.fsencode(plain), safe='/:')}?mode=rw"


def is_opaque(name: str) -> bool:
    """Tell whether this may be a name of ours: whatever else lies in the folder is not a record."""
    return _OPAQUE.fullmatch(name) is not None


def remove(path: Path) -> None:
    """Remove a file that may not be there. Raises ReadOnly."""
    with files(path.parent):
        path.unlink(missing_ok=True)
