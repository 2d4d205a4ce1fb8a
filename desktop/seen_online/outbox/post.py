"""The one place that sends with requests: agreed, recorded, bounded."""

from __future__ import annotations

import threading
from collections.abc import Mapping

import msgspec

from seen_online.outbox.ledger import Outbox, Purpose
from seen_online.outbox.network import Network
from seen_online.trouble import Trouble


class Limits(msgspec.Struct, frozen=True):
    """How much of one answer is taken: seconds to connect, seconds in all, bytes after decompression, redirects."""

    connect: float = 10.0
    total: float = 30.0
    bytes: int = 5 * 1024 * 1024
    redirects: int = 5


class Reply(msgspec.Struct, frozen=True):
    """What came back. `headers` has lower-case keys; `cut` tells that the body was longer than the limit."""

    status: int
    url: str
    headers: dict[str, str]
    body: bytes
    cut: bool = False
    redirects: tuple[str, ...] = ()


class SendTrouble(Trouble):
    """A request did not get a whole answer.

    `kind` is one of: refused_address, bad_address, dns, connect, tls, proxy, proxy_password, timeout, too_slow,
    too_many_redirects, cut_off, stopped.
    """

    def __init__(self, kind: str, what: str, mend: str = "") -> None:
        super().__init__(what, mend)
        self.kind = kind


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
