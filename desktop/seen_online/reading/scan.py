"""Files that the person names or drops: folders are walked, archives opened, each file read by itself."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from seen_online.reading.apart import Apart
from seen_online.reading.frames import Begun, Done, End, Job
from seen_online.reading.kinds import HEAD, Kind, tell
from seen_online.reading.page import Page
from seen_online.reading.parsers import UNREAD, parse_guarded
from seen_online.reading.plain import seen_name
from seen_online.reading.reader import IN_PROCESS, is_read_here
from seen_online.reading.sheet import Reading, unread
from seen_online.reading.why import Why, why_closed

MAX_FILES = 200_000  # in all folders together
MOST_PATH = 4_000  # characters of a path that are told
_CLUTTER = frozenset([".DS_Store", "Thumbs.db", "desktop.ini"])


class Step(NamedTuple):
    """One file that was read: its path (behind an archive's own path, for a file inside), its page, how far we are.

    `total` grows when an archive is opened; it is never less than `done`.
    """

    path: str
    page: Page
    done: int
    total: int


def read_files(
    paths: Sequence[str | Path], on_page: Callable[[str, Page], None], stop: threading.Event
) -> list[tuple[str, Page]]:
    """Read files, folders and archives; return (path, page) for every file, as `on_page` got them one by one.

    All pages are kept in memory. For a large archive use `each_file`, which keeps none.

    Args:
        paths: files and folders.
        on_page: called after each file, from this thread.
        stop: set to give up. The file that was being read is told as NOT_READ, those behind it are left out.

    Returns:
        (path, Page) in order. A file in an archive has the archive's path before its own, as in
        "download.zip/messages/inbox.json". An archive has a row of its own only where it could not be read to its end.
    """
    read: list[tuple[str, Page]] = []
    for step in each_file(paths, stop):
        on_page(step.path, step.page)
        read.append((step.path, step.page))
    return read


def each_file(paths: Sequence[str | Path], stop: threading.Event) -> Iterator[Step]:
    """Yield a Step for each file, as `read_files` does, without keeping pages. Never raises."""
    found = list(islice(_found(paths, stop), MAX_FILES + 1))
    done, total = 0, len(found)
    with Apart() as apart:
        for number, (file, told) in enumerate(found):
            if stop.is_set():
                return
            inside = 0
            shown = seen_name(str(file), MOST_PATH)
            if number == MAX_FILES:
                told = unread(Why.MANY)
            for name, reading, count in _read(file, apart, stop) if told is None else [("", told, 0)]:
                total += max(0, count - max(inside, 1))
                inside = max(inside, count, 1)
                done += 1
                path = f"{shown}/{name}" if name else shown
                yield Step(path, reading.page(shown), done, max(done, total))


def _found(paths: Iterable[str | Path], stop: threading.Event) -> Iterator[tuple[Path, Reading | None]]:
    """Yield every file, with the Reading of what can't be one: a folder that is closed to us, or holds nothing."""
    for path in map(Path, paths):
        some = False
        for one in _files(path):
            if stop.is_set():
                return
            some = True
            yield one
        if not some:
            yield path, unread(Why.NO_FILES)


def _files(path: Path) -> Iterator[tuple[Path, Reading | None]]:
    """Yield a path itself, or the files below it in order. Links inside folders are not followed: they may go round."""
    if not _is_folder(path):
        yield path, None
        return
    closed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders.sort()
        for name in folders:
            if os.path.islink(os.path.join(folder, name)):  # noqa: PTH114, PTH118 (many; a Path for each takes longer)
                yield Path(folder, name), unread(Why.LINK)
        for name in sorted(names):
            if name not in _CLUTTER:
                yield Path(folder, name), None
        while closed:
            yield _closed(closed.pop(), path)
    while closed:
        yield _closed(closed.pop(), path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False  # whoever opens it says why not


def _closed(error: OSError, path: Path) -> tuple[Path, Reading]:
    why, value = why_closed(error)
    return Path(error.filename or path), unread(why, value=value)


def _read(path: Path, apart: Apart, stop: threading.Event) -> Iterator[tuple[str, Reading, int]]:
    """Yield (name inside, reading, number of files inside) for a file, or for each file in an archive."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            yield "", unread(Why.NOT_A_FILE), 0
            return
        with path.open("rb") as file:
            head = file.read(HEAD)
            kind = tell(head, "", path.name)
            here = kind not in UNREAD and is_read_here(kind, about.st_size)
            data = head + file.read(IN_PROCESS) if here else b""
    except (OSError, ValueError) as error:
        why, value = why_closed(error)
        yield "", unread(why, value=value), 0
        return
    if not head:
        yield "", unread(Why.EMPTY), 0
    elif here:
        yield "", parse_guarded(kind, data), 0
    elif kind in UNREAD:
        yield "", unread(UNREAD[kind], kind.value), 0
    else:
        yield from _read_apart(path, kind, apart, stop)


def _read_apart(path: Path, kind: Kind, apart: Apart, stop: threading.Event) -> Iterator[tuple[str, Reading, int]]:
    for told in apart.read(Job(path=os.fsencode(path.absolute()), name=path.name), stop=stop):
        if isinstance(told, Done):
            yield told.name, told.reading, told.total
        elif isinstance(told, End) and told.reading is not None:
            yield "", msgspec.structs.replace(told.reading, media_type=kind.value), 0
        elif isinstance(told, Begun):
            continue
