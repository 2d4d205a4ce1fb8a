"""Where a private value stands in a text."""

from __future__ import annotations

import msgspec

from seen_online.note.secrets import Secret


class Span(msgspec.Struct, frozen=True):
    """The stretch `start`..`end` of a folded text says `secret`; `masked` is what stands there instead."""

    start: int
    end: int
    secret: Secret
    masked: str
