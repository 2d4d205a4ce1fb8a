"""Results that are about the same person."""

from __future__ import annotations

import msgspec

from seen_online.search.model import Result


class Group(msgspec.Struct, frozen=True):
    """Results that seem to be about one person, with the reasons in plain words."""

    results: tuple[Result, ...]
    reasons: tuple[str, ...] = ()
