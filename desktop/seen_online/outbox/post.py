"""The one place that sends with requests: agreed, recorded, bounded."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from seen_online.outbox.ledger import Outbox, Purpose
from seen_online.outbox.network import Network
from seen_online.outbox.reply import Limits, Reply, SendTrouble

__all__ = ["Limits", "Post", "Reply", "SendTrouble"]


class Post:
    """Sends requests through the outbox, over this computer's network settings."""

    def __init__(self, outbox: Outbox, network: Network, limits: Limits | None = None) -> None:
        self.outbox = outbox
        self.network = network
        self.limits = limits or Limits()

    def get(
        self,
        url: str,
        *,
        purpose: Purpose,
        receiver: str,
        words: str,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        public_only: bool = True,
        stop: threading.Event | None = None,
    ) -> Reply:
        """Fetch `url`. Raises NotAgreed before anything leaves, SendTrouble where no whole answer came.

        With `public_only` the address must be a public one, checked on the very connection that is used, unless
        `network.allow_hosts` names the host. Setting `stop` ends it within 200 ms.
        """
        raise NotImplementedError
