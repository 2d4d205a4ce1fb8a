"""The connection under one request: only to addresses that were checked, and cut from outside when time is up."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

from seen_online.outbox import failures
from seen_online.outbox.addresses import may_connect

LookUp = Callable[..., list[Any]]  # with the shape of socket.getaddrinfo

_MOST_TRIED = 4  # addresses of one name that are tried in turn


class Line:
    """Opens the sockets of one request and keeps hold of them.

    A name is looked up once. Every address it has must pass `public`, and the socket goes to one of those very
    addresses, so that a name service which changes its answer between the check and the connection gains nothing.
    """

    def __init__(self, public: Callable[[str], bool] = may_connect, look_up: LookUp | None = None) -> None:
        self._public = public
        self._look_up = look_up or socket.getaddrinfo
        self._lock = threading.Lock()
        self._held: list[socket.socket] = []
        self._is_cut = False

    def open(self, host: str, port: int, seconds: float, public_only: bool) -> socket.socket:
        """Connect to `host` within `seconds`. Raises SendTrouble where it has no address or a private one."""
        try:
            found = self._look_up(host, port, 0, socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise failures.no_such_name(host) from None
        places: list[tuple[int, Any]] = list(dict.fromkeys((family, place) for family, _, _, _, place in found))
        if not places:
            raise failures.no_such_name(host)
        if public_only and not all(self._public(str(place[0])) for _, place in places):
            raise failures.refused_address(host)
        return self._connect(places[:_MOST_TRIED], time.monotonic() + seconds)

    def _connect(self, places: list[tuple[int, Any]], deadline: float) -> socket.socket:
        failure: OSError = TimeoutError("no time left")
        for number, (family, place) in enumerate(places):
            # Each address gets its share of the time, so that one dead road (often IPv6) leaves some for the next.
            share = (deadline - time.monotonic()) / (len(places) - number)
            if share <= 0:
                break
            link = socket.socket(family, socket.SOCK_STREAM)
            try:
                link.settimeout(share)
                link.connect(place)
                link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.hold(link)
                return link
            except OSError as error:
                link.close()
                failure = error
        raise failure

    def hold(self, link: socket.socket) -> None:
        """Keep a second handle on a socket: TLS takes the first one over, and nobody else could reach it then."""
        second = socket.socket(fileno=socket.dup(link.fileno()))
        with self._lock:
            if not self._is_cut:
                self._held.append(second)
                return
        _shut(second)

    def cut(self) -> None:
        """End every connection, whatever it is doing, and all that are still to come."""
        with self._lock:
            self._is_cut, held, self._held = True, self._held, []
        for link in held:
            _shut(link)


def _shut(link: socket.socket) -> None:
    with contextlib.suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)
    link.close()
