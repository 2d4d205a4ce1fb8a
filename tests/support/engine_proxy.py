"""Search engines under their real names, with real TLS, on loopback: a proxy that leads every host to one site.

The code under test is given nothing but what a council's network would give it: a proxy and a certificate file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

from seen_online.outbox import Network, Outbox
from seen_online.outbox.post import Limits, Post
from support.servers import Answer, Asked, Authority, Proxy, Site

Speaks = Callable[[Asked], Answer]


class EngineWeb:
    """Hosts by name, each a function from request to answer; a host that is not there has no address."""

    def __init__(self, folder: Path, hosts: Mapping[str, Speaks], *, login: str = "") -> None:
        self.hosts = dict(hosts)
        self.authority = Authority(folder)
        self._sealed = Site(self._answer, tls=self.authority.context())
        self._open = Site(self._answer)
        self.proxy = Proxy(self._carry, login=login)

    def __enter__(self) -> Self:
        for server in (self._sealed, self._open, self.proxy):
            server.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        for server in (self.proxy, self._open, self._sealed):
            server.__exit__(None, None, None)

    @property
    def asked(self) -> list[Asked]:
        """Every request that arrived, over TLS or not."""
        return [*self._sealed.asked, *self._open.asked]

    @property
    def network(self) -> Network:
        """What the person would have in their settings."""
        return Network(proxy=self.proxy.url, ca_file=str(self.authority.pem))

    def post(self, limits: Limits | None = None) -> Post:
        """A new outbox and a post over this web."""
        return Post(Outbox(), self.network, limits or Limits())

    def _carry(self, host: str, port: int) -> int | None:
        if host not in self.hosts:
            return None
        return self._sealed.port if port == 443 else self._open.port

    def _answer(self, asked: Asked) -> Answer:
        speaks = self.hosts.get(asked.host.partition(":")[0])
        return speaks(asked) if speaks else Answer(404, body="no such host")
