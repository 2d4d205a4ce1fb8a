"""Fetching one page with its redirects, over requests.

One request is one connection, in a thread of its own which is cut off when the time is up or the person stops.
Nothing of the person goes along: no cookies but those that the page itself sets on the way, no password but the key
that they gave us for the very service that is asked, no Referer, and nothing is taken from the environment.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from seen_online.outbox import failures
from seen_online.outbox.addresses import refused_by_name
from seen_online.outbox.keys import Keys
from seen_online.outbox.ledger import Sent
from seen_online.outbox.line import Line
from seen_online.outbox.network import Network
from seen_online.outbox.redirects import Step
from seen_online.outbox.reply import Limits, Reply
from seen_online.outbox.urls import host_of
from seen_online.outbox.waiting import OutOfTime, Stopped, wait_for

if TYPE_CHECKING:
    import ssl

    from requests import PreparedRequest

_PIECE = 16_384  # bytes decompressed at a time: a bomb is noticed before it has gone off


class Errand:
    """All the requests of one fetch: they share the clock, the stop button and the cookies set on the way.

    `line` makes the connection of one request, `trust` the certificates that count.
    """

    def __init__(
        self,
        *,
        line: Callable[[], Line],
        network: Network,
        limits: Limits,
        trust: Callable[[], ssl.SSLContext],
        headers: Mapping[str, str],
        stop: threading.Event | None,
        keys: Keys,
    ) -> None:
        from requests.cookies import RequestsCookieJar

        self._line = line
        self._network = network
        self._limits = limits
        self._trust = trust
        self._headers = headers
        self._stop = stop
        self._keys = keys
        self._jar = RequestsCookieJar()
        self._deadline = time.monotonic() + limits.total

    def wait_longer(self, seconds: float) -> None:
        """Leave out of the count a time in which nothing was under way: we waited for our turn."""
        self._deadline += seconds

    def run(self, step: Step, entry: Sent, public_only: bool) -> Reply:
        """Send one request and return its answer. Raises SendTrouble; fills in `entry` as the answer comes."""
        host, proxied = host_of(step.url), bool(self._network.proxy)
        public_only = public_only and host not in self._network.allowed
        if public_only and refused_by_name(host):
            raise failures.refused_address(host)
        line, leave = self._line(), threading.Event()
        try:
            # A keyring that asks the person before it gives a key is waited for no longer than a site is.
            reply = wait_for(
                lambda: self._exchange(self._prepared(step.url), line, public_only, entry, step, leave),
                self._deadline,
                self._stop,
            )
        except Stopped:
            raise failures.stopped() from None
        except OutOfTime:
            raise (failures.too_slow if entry.status else failures.no_answer)(host) from None
        except Exception as error:  # noqa: BLE001 (the errors of requests, urllib3, ssl and socks all end as one kind)
            from seen_online.outbox.requests_errors import from_requests

            raise from_requests(error, host, proxied, begun=entry.status is not None) from None
        finally:
            leave.set()
            line.cut()
        if reply.status == 407 and proxied:
            raise failures.proxy_password()
        return reply

    def _prepared(self, url: str) -> PreparedRequest:
        from requests import PreparedRequest
        from requests.exceptions import RequestException

        request = PreparedRequest()
        key = self._keys.header(url)  # looked up anew for each redirect: it is for one service alone
        headers = {**self._headers, "Authorization": key} if key else dict(self._headers)
        try:
            request.prepare(method="GET", url=url, headers=headers, cookies=self._jar)
        except RequestException:
            raise failures.not_an_address() from None
        request.url = url  # what is recorded is the very address that is sent
        return request

    def _exchange(
        self,
        request: PreparedRequest,
        line: Line,
        public_only: bool,
        entry: Sent,
        step: Step,
        leave: threading.Event,
    ) -> Reply:
        from requests.cookies import extract_cookies_to_jar

        from seen_online.outbox.carrier import Carrier
        from seen_online.outbox.wrapping import breaks_off

        proxy = self._network.proxy_address
        left = max(0.05, self._deadline - time.monotonic())
        carrier = Carrier(line, self._trust(), public_only)
        try:
            answer = carrier.send(
                request,
                stream=True,
                timeout=(min(self._limits.connect, left), left),
                proxies={"http": proxy, "https": proxy} if proxy else {},
            )
            with answer:
                if leave.is_set():  # nobody waits any more, and the record is closed
                    raise Stopped
                entry.status = answer.status_code
                extract_cookies_to_jar(self._jar, request, answer.raw)
                body, cut = _taken(answer.raw, self._limits.bytes, entry, leave)
                if answer.status_code == 200 and not cut and breaks_off(answer.raw):
                    raise failures.cut_off(host_of(step.url))
        finally:
            carrier.close()
        headers = {key.lower(): value for key, value in answer.headers.items()}
        return Reply(answer.status_code, step.url, headers, body, cut, step.passed)


def _taken(raw: Any, most: int, entry: Sent, leave: threading.Event) -> tuple[bytes, bool]:
    """Return the body up to `most` bytes, decompressed as it comes, and whether there was more."""
    pieces: list[bytes] = []
    for piece in raw.stream(_PIECE, decode_content=True):
        if leave.is_set():
            break
        room = most - entry.bytes
        pieces.append(piece[:room])
        entry.bytes += len(pieces[-1])
        if len(piece) > room:
            return b"".join(pieces), True
    return b"".join(pieces), False
