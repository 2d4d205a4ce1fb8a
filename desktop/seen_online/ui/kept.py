"""What a record gives when it is opened: the check to go on with, the one before it, and the settings."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any, NamedTuple

from seen_online.outbox.network import Network, network_from
from seen_online.record.keeper import Keeper
from seen_online.review.selfcheck import SelfCheck
from seen_online.trouble import Trouble

SETTINGS = ("engines", "offered", "network")


class Kept(NamedTuple):
    """What `load` found; `settings` are as they were written, to be checked where they are used."""

    check: SelfCheck
    earlier: SelfCheck | None
    settings: dict[str, Any]


def load(keeper: Keeper) -> Kept:
    """Load what a keeper keeps; it may take a moment. A keeper with nothing in it begins its first check.

    Raises:
        Damaged, TooNew, DiskFull, ReadOnly: as they say.
    """
    lines = keeper.checks()
    check = keeper.latest()
    if check is None:
        check = SelfCheck()
        keeper.begin(check)
    earlier = keeper.load(lines[-2].id) if len(lines) > 1 else None
    return Kept(check, earlier, {name: keeper.setting(name) for name in SETTINGS})


def ticked(kept: Kept, engines: Sequence[str], offered: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the engines that are ticked and those on offer: the kept ones, else these."""
    on_offer = _names(kept.settings.get("offered")) or list(offered)
    chosen = kept.settings.get("engines")
    return [name for name in (engines if chosen is None else _names(chosen)) if name in on_offer], on_offer


def connection(kept: Kept, given: Network) -> Network:
    """Return the connection: what was given at this start goes before what is kept.

    What is kept but holds no longer (a certificate's file that is gone) is left out: the next request says so.
    """
    settings = kept.settings.get("network")
    if not isinstance(settings, dict):
        return given
    proxy, ca_file = (str(settings.get(name) or "") for name in ("proxy", "ca_file"))
    hosts = tuple(_names(settings.get("allow_hosts")))
    with contextlib.suppress(Trouble):
        return network_from(given.proxy or proxy, given.ca_file or ca_file, given.allow_hosts or hosts)
    return given


def _names(value: Any) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, (list, tuple)) else []
