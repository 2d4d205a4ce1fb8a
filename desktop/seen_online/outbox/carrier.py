"""requests, with its sockets opened by a `Line` and its trust taken from `Network`.

Only the adapter of requests is used. Its session would read the environment, and it reads the body of every
redirect to the end, however long that is.
"""

from __future__ import annotations

import socket
import ssl
from typing import Any

import certifi
import socks
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.contrib.socks import SOCKSConnection, SOCKSHTTPSConnection

from seen_online.outbox import failures
from seen_online.outbox.line import Line
from seen_online.outbox.network import Network


def trust(network: Network) -> ssl.SSLContext:
    """Return what we trust: the certificates of this computer, those of certifi, and the file of `network`.

    Raises SendTrouble where that file can't be read.
    """
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    if network.ca_file:
        try:
            context.load_verify_locations(network.ca_file)
        except (OSError, ssl.SSLError):
            raise failures.certificate_file() from None
        # Inspecting proxies hand out certificates that newer Pythons find too loosely made (and only the signer's
        # own, which is no root); whoever chose the file has said that it is to be trusted.
        context.verify_flags &= ~ssl.VERIFY_X509_STRICT
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


class Carrier(HTTPAdapter):
    """Sends one request over one line. `public_only` says whether its host must have public addresses."""

    def __init__(self, line: Line, context: ssl.SSLContext, public_only: bool) -> None:
        self._line = line
        self._context = context
        self._public_only = public_only
        super().__init__(pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **settings: Any) -> None:
        """Make the pool of direct connections."""
        super().init_poolmanager(*args, ssl_context=self._context, **settings)
        self.poolmanager.pool_classes_by_scheme = _pools(self._line, self._public_only)

    def proxy_manager_for(self, proxy: str, **settings: Any) -> Any:
        """Make the pool of connections by way of a proxy.

        The proxy itself may well stand in a private network. It looks the names up, so their addresses are not seen
        here and can't be checked; what can be told from the name alone is refused before.
        """
        if proxy.startswith("socks"):
            manager = super().proxy_manager_for(proxy, ssl_context=self._context, **settings)
            manager.pool_classes_by_scheme = _socks_pools(self._line)
            return manager
        manager = super().proxy_manager_for(
            proxy, ssl_context=self._context, proxy_ssl_context=self._context, **settings
        )
        manager.pool_classes_by_scheme = _pools(self._line, public_only=False)
        return manager

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave the pool as it is: the context says what is trusted, and requests would load its own file again."""


def _pools(line: Line, public_only: bool) -> dict[str, Any]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return line.open(self.host, self.port, self.timeout or 10.0, public_only)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return line.open(self.host, self.port, self.timeout or 10.0, public_only)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain  # pyright: ignore[reportAssignmentType]

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure  # pyright: ignore[reportAssignmentType]

    return {"http": PlainPool, "https": SecurePool}


def _socks_pools(line: Line) -> dict[str, Any]:
    def held(link: Any) -> Any:
        line.hold(link)
        return link

    class Plain(SOCKSConnection):
        def _new_conn(self) -> socks.socksocket:
            return held(super()._new_conn())

    class Secure(SOCKSHTTPSConnection):
        def _new_conn(self) -> socks.socksocket:
            return held(super()._new_conn())

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain  # pyright: ignore[reportAssignmentType]

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure  # pyright: ignore[reportAssignmentType]

    return {"http": PlainPool, "https": SecurePool}
