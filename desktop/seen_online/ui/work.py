"""What lies on the desk at one time, to be put aside for practice or another check and taken up again."""

from __future__ import annotations

from typing import NamedTuple

from seen_online.outbox import Network, Outbox
from seen_online.review.selfcheck import SelfCheck


class Work(NamedTuple):
    """A check with what belongs to it: its record of requests, the engines ticked and on offer, the connection.

    `earlier` is the check before it, None where it is the first.
    """

    check: SelfCheck
    outbox: Outbox
    engines: list[str]
    offered: list[str]
    network: Network
    earlier: SelfCheck | None = None
