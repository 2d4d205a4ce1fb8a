"""What a request may take, what came back, and how it can fail."""

from __future__ import annotations

import msgspec

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
    too_many_redirects, cut_off, garbled, stopped.
    """

    def __init__(self, kind: str, what: str, mend: str = "") -> None:
        super().__init__(what, mend)
        self.kind = kind
