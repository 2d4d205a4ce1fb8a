"""Hears of every file that is made or written in a folder, also of those that are gone again a moment later."""

from __future__ import annotations

import ctypes
import os
import select
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ALLOWED = sys.platform == "linux"
_WRITTEN = 0x2 | 0x80 | 0x100  # modified, moved there, made
_FOLDER = 0x40000000
_HEAD = struct.Struct("iIII")  # of inotify_event: watch, what, cookie, length of the name


@contextmanager
def written_in(folder: Path) -> Iterator[set[Path]]:
    """Watch a folder and all in it; gives a set that fills with every file made, written or moved there."""
    library = ctypes.CDLL(None, use_errno=True)
    handle = library.inotify_init1(os.O_CLOEXEC | os.O_NONBLOCK)
    assert handle >= 0
    where: dict[int, Path] = {}
    heard: set[Path] = set()
    over = threading.Event()

    def watch(place: Path) -> None:
        number = library.inotify_add_watch(handle, os.fsencode(place), _WRITTEN)
        if number >= 0:
            where[number] = place

    def take(data: bytes) -> None:
        at = 0
        while at < len(data):
            number, what, _cookie, length = _HEAD.unpack_from(data, at)
            at += _HEAD.size
            path = where[number] / os.fsdecode(data[at : at + length].rstrip(b"\0"))
            at += length
            if not what & _WRITTEN:
                continue  # a folder that was watched is gone
            if not what & _FOLDER:
                heard.add(path)
            elif path.is_dir():
                watch(path)
                heard.update(each for each in path.rglob("*") if each.is_file())

    def listen() -> None:
        while not over.is_set() or select.select([handle], [], [], 0)[0]:
            if select.select([handle], [], [], 0.1)[0]:
                take(os.read(handle, 1 << 16))

    for place in (folder, *(each for each in folder.rglob("*") if each.is_dir())):
        watch(place)
    ear = threading.Thread(target=listen, daemon=True)
    ear.start()
    try:
        yield heard
    finally:
        over.set()
        ear.join(10)
        os.close(handle)
