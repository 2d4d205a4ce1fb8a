"""Ticks that the person set by hand belong to one check: kept with the record, sealed, and not taken into the next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct, ValidationError, convert, to_builtins

from seen_online.ui.desk import Desk


class _Ticks(Struct, frozen=True):
    started: datetime  # of the check that they belong to
    ticks: dict[str, bool]


def keep_ticks(desk: Desk, name: str, ticks: Mapping[str, bool]) -> None:
    """Keep ticks under a setting's name; what a tick is called may be a private search, so nowhere but there."""
    desk.remember(name, to_builtins(_Ticks(desk.check.started, dict(ticks))) if ticks else None)


def kept_ticks(desk: Desk, name: str) -> dict[str, bool]:
    """Return the ticks that were kept under this name in the check on the desk, none in another one."""
    try:
        kept = convert(desk.recall(name), _Ticks)
    except ValidationError:
        return {}
    return dict(kept.ticks) if kept.started == desk.check.started else {}
