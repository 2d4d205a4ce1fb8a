"""What belongs together while a record is open."""

from __future__ import annotations

from typing import Any

import msgspec

from seen_online.record.giving_up import Stop, never
from seen_online.record.header import Header
from seen_online.record.place import Places


class Opened(msgspec.Struct, frozen=True):
    """Where a record lies, how it is locked, its key (32 bytes) and its connection (of sqlcipher3).

    `stop` tells whoever copies it that somebody waits to close it.
    """

    places: Places
    header: Header
    key: bytes
    connection: Any
    stop: Stop = never
