"""The door for ddgs: its engines build requests, this sends them, agreed to and recorded.

primp, the client of ddgs, looks like a browser to an engine, but it also reads proxies from the environment and
from the system, follows redirects unseen and takes bodies of any size. Here the settings come from `Network`
alone, each redirect is a request of its own in the record, and size, time and the stop button hold.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from seen_online.outbox import failures
from seen_online.outbox.addresses import refused_by_name
from seen_online.outbox.ledger import Purpose, Sent
from seen_online.outbox.network import Network
from seen_online.outbox.post import Post
from seen_online.outbox.primp_errors import from_primp
from seen_online.outbox.redirects import checked, holds, host_of, next_address, next_method
from seen_online.outbox.reply import Limits, Reply, SendTrouble
from seen_online.outbox.waiting import OutOfTime, Stopped, wait_for

_OURS = ("timeout", "read_timeout", "follow_redirects", "stream", "params")
_FORM = ("data", "json", "content", "files")


class BrowserReply:
    """An answer as ddgs expects it, over our own `Reply`."""

    __slots__ = ("content", "headers", "reply", "status_code", "url")

    def __init__(self, reply: Reply) -> None:
        self.reply = reply
        self.status_code = reply.status
        self.content = reply.body
        self.headers = reply.headers
        self.url = reply.url

    @property
    def text(self) -> str:
        """Return the body as text, by the character set that its header names, else UTF-8."""
        _, _, named = self.headers.get("content-type", "").partition("charset=")
        try:
            return self.content.decode(named.split(";")[0].strip(" \"'") or "utf-8", "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")


class BrowserClient:
    """Stands in for `ddgs.http_client.HttpClient`, for one ask.

    Attributes:
        client: the primp.Client, for engines that set its headers and cookies. Nothing is sent through it but here.
        replies: every answer that came, redirects included, oldest first.
        trouble: the last failure, for engines that swallow it.
    """

    def __init__(
        self,
        post: Post,
        purpose: Purpose,
        receiver: str,
        words: str,
        stop: threading.Event | None = None,
    ) -> None:
        self.client = _client(post.network, post.limits)
        self.replies: list[Reply] = []
        self.trouble: SendTrouble | None = None
        self._post = post
        self._purpose = purpose
        self._receiver = receiver
        self._words = words
        self._stop = stop

    def request(self, method: str, url: str, **fields: Any) -> BrowserReply:
        """Send, follow redirects one by one, return the last answer.

        Raises NotAgreed before anything leaves that was not agreed to, SendTrouble where no whole answer came. An
        answer longer than the limit is cut, and its `reply.cut` says so.
        """
        try:
            return self._request(method.upper(), _with(url, fields.pop("params", None)), fields)
        except SendTrouble as trouble:
            self.trouble = trouble
            raise

    def get(self, url: str, **fields: Any) -> BrowserReply:
        """Send a GET."""
        return self.request("GET", url, **fields)

    def post(self, url: str, **fields: Any) -> BrowserReply:
        """Send a POST."""
        return self.request("POST", url, **fields)

    def _request(self, method: str, url: str, fields: dict[str, Any]) -> BrowserReply:
        limits, network = self._post.limits, self._post.network
        fields = {key: value for key, value in fields.items() if key not in _OURS}
        deadline = time.monotonic() + limits.total
        url, came_from, passed = checked(url), "", []
        while True:
            if came_from and host_of(url) != host_of(came_from) and refused_by_name(host_of(url), network.allow_hosts):
                raise failures.refused_address(host_of(url))
            reply = self._one(method, url, fields, deadline, came_from, tuple(passed))
            self.replies.append(reply)
            onward = next_address(reply.status, reply.headers.get("location", ""), url)
            if onward is None:
                return BrowserReply(reply)
            if len(passed) >= limits.redirects:
                raise failures.too_many_redirects(host_of(url))
            method = next_method(reply.status, method)
            if method == "GET":
                fields = {
                    key: value for key, value in fields.items() if key not in ("data", "json", "content", "files")
                }
            elif not self._post.outbox.agreed(self._purpose, host_of(onward), self._words):
                # A form that is sent again would carry the person's words to someone they have not agreed to.
                raise failures.sent_elsewhere(host_of(url), host_of(onward))
            passed.append(url)
            url, came_from = onward, url

    def _one(
        self, method: str, url: str, fields: dict[str, Any], deadline: float, came_from: str, passed: tuple[str, ...]
    ) -> Reply:
        said = self._words if holds(self._words, url, fields.get("data") or fields.get("json")) else ""
        with self._post.outbox.sending(
            method,
            url,
            purpose=self._purpose,
            receiver=self._receiver,
            words=self._words,
            sent=said,
            redirected_from=came_from,
        ) as entry:
            return self._exchange(method, url, fields, deadline, entry, passed)

    def _exchange(
        self, method: str, url: str, fields: dict[str, Any], deadline: float, entry: Sent, passed: tuple[str, ...]
    ) -> Reply:
        proxied = bool(self._post.network.proxy)
        leave = threading.Event()

        def work() -> Reply:
            left = max(0.05, deadline - time.monotonic())
            answer = self.client.request(method, url, timeout=left, follow_redirects=False, stream=True, **fields)
            entry.status = answer.status_code
            headers = {key.lower(): value for key, value in answer.headers.items()}
            body, cut = _taken(answer, self._post.limits.bytes, entry, leave)
            return Reply(answer.status_code, url, headers, body, cut, passed)

        try:
            reply = wait_for(work, deadline, self._stop)
        except Stopped:
            raise failures.stopped() from None
        except OutOfTime:
            raise (failures.too_slow if entry.status else failures.no_answer)(host_of(url)) from None
        except Exception as error:  # noqa: BLE001 (primp's errors have several roots; all of them end as one kind)
            raise from_primp(error, host_of(url), proxied, begun=entry.status is not None) from None
        finally:
            leave.set()
        if reply.status == 407 and proxied:
            raise failures.proxy_password()
        return reply


def _client(network: Network, limits: Limits) -> Any:
    """Make the client. Nothing leaves: primp connects at the first request."""
    import primp

    client = primp.Client(
        # A client that is given no proxy takes one from the environment or the system. So it is given one, which
        # is then taken away.
        proxy=network.proxy or "http://127.0.0.1:9",
        timeout=limits.total,
        connect_timeout=limits.connect,
        impersonate="random",
        impersonate_os="random",
        ca_cert_file=network.ca_file or None,  # trusted beside the usual ones
        follow_redirects=False,
        dns_resolver="system",  # by default primp asks Google where this computer names no name server
    )
    if not network.proxy:
        client.proxy = None
    return client


def _taken(answer: Any, most: int, entry: Sent, leave: threading.Event) -> tuple[bytes, bool]:
    """Return the body up to `most` bytes, decompressed as it comes, and whether there was more."""
    pieces: list[bytes] = []
    try:
        for piece in answer.iter_bytes():
            room = most - entry.bytes
            pieces.append(piece[:room])
            entry.bytes += len(pieces[-1])
            if len(piece) > room:
                return b"".join(pieces), True
            if leave.is_set():
                break
    finally:
        answer.close()
    return b"".join(pieces), False


def _with(url: str, params: Mapping[str, Any] | None) -> str:
    """Return `url` with these parameters: what is recorded is the very address that is sent."""
    if not params:
        return url
    parts = urlsplit(url)
    added = urlencode({key: str(value) for key, value in params.items() if value is not None})
    return urlunsplit(parts._replace(query=f"{parts.query}&{added}" if parts.query else added))
