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
from urllib.parse import urlsplit

from seen_online.outbox import failures
from seen_online.outbox.addresses import refused_by_name
from seen_online.outbox.ledger import NotAgreed, Purpose, Sent
from seen_online.outbox.network import Network
from seen_online.outbox.post import Post
from seen_online.outbox.primp_errors import from_primp
from seen_online.outbox.redirects import Step, follow
from seen_online.outbox.reply import Limits, Reply, SendTrouble
from seen_online.outbox.urls import checked, holds, host_of, with_params
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
        except (LookupError, ValueError):  # no character set, or one that is none of text
            return self.content.decode("utf-8", "replace")


class Looks:
    """How we look to an engine: the headers and cookies of one visitor. All that an engine's code gets of primp."""

    __slots__ = ("_primp", "_unusable")

    def __init__(self, network: Network, limits: Limits) -> None:
        self._primp, self._unusable = _client(network, limits)

    def headers_update(self, headers: Mapping[str, str]) -> None:
        """Send these headers along, from now on."""
        self._primp.headers_update(headers)

    def set_cookies(self, url: str, cookies: Mapping[str, str]) -> None:
        """Send these cookies along to this site, from now on."""
        self._primp.set_cookies(url, cookies)


class BrowserClient:
    """Stands in for `ddgs.http_client.HttpClient`, for one ask.

    Attributes:
        client: its headers and cookies, which engines set, and which may be another ask's. It can't send.
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
        looks: Looks | None = None,
    ) -> None:
        self.client = looks or Looks(post.network, post.limits)
        self.replies: list[Reply] = []
        self.trouble: SendTrouble | None = None
        self._post = post
        self._purpose = purpose
        self._receiver = receiver
        self._words = words
        self._stop = stop
        self._has_asked = False

    def request(self, method: str, url: str, **fields: Any) -> BrowserReply:
        """Send, follow redirects one by one, return the last answer.

        Raises NotAgreed before anything leaves that was not agreed to, SendTrouble where no whole answer came. An
        answer longer than the limit is cut, and its `reply.cut` says so.
        """
        try:
            return self._request(method.upper(), with_params(url, fields.pop("params", None)), fields)
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
        if self.client._unusable is not None:
            raise self.client._unusable
        fields = {key: value for key, value in fields.items() if key not in _OURS}
        deadline = time.monotonic() + self._post.limits.total

        def send(step: Step) -> Reply:
            # A redirect that turned the form into a plain GET leaves its fields behind.
            kept = {k: v for k, v in fields.items() if k not in _FORM} if step.method != method else fields
            form = kept.get("data") or kept.get("json")
            says = holds(self._words, step.url, form)
            if not (says or step.came_from or self._has_asked) and (form or urlsplit(step.url).query):
                # Before an engine has got the words that were agreed to, it gets no others: a bare visit at most.
                raise NotAgreed
            with self._post.outbox.sending(
                step.method,
                step.url,
                purpose=self._purpose,
                receiver=self._receiver,
                words=self._words,
                sent=self._words if says else "",
                redirected_from=step.came_from,
            ) as entry:
                self._has_asked = self._has_asked or says
                reply = self._exchange(step, kept, deadline, entry)
            self.replies.append(reply)
            return reply

        return BrowserReply(follow(Step(method, checked(url)), send, self._post.limits.redirects, self._may_go))

    def _may_go(self, step: Step, onward: Step) -> None:
        here, there = host_of(step.url), host_of(onward.url)
        if here == there:
            return
        if refused_by_name(there, self._post.network.allowed):
            raise failures.refused_address(there)
        if onward.method != "GET" and not self._post.outbox.agreed(self._purpose, there, self._words):
            # A form that is sent again would carry the person's words to someone they have not agreed to.
            raise failures.sent_elsewhere(here, there)

    def _exchange(self, step: Step, fields: dict[str, Any], deadline: float, entry: Sent) -> Reply:
        proxied, host = bool(self._post.network.proxy), host_of(step.url)
        leave = threading.Event()

        def work() -> Reply:
            left = max(0.05, deadline - time.monotonic())
            answer = self.client._primp.request(
                step.method, step.url, timeout=left, follow_redirects=False, stream=True, **fields
            )
            if leave.is_set():  # nobody waits any more, and the record is closed
                answer.close()
                raise Stopped
            entry.status = answer.status_code
            headers = {key.lower(): value for key, value in answer.headers.items()}
            body, cut = _taken(answer, self._post.limits.bytes, entry, leave)
            return Reply(answer.status_code, step.url, headers, body, cut, step.passed)

        try:
            reply = wait_for(work, deadline, self._stop)
        except Stopped:
            raise failures.stopped() from None
        except OutOfTime:
            raise (failures.too_slow if entry.status else failures.no_answer)(host) from None
        except Exception as error:  # noqa: BLE001 (primp's errors have several roots; all of them end as one kind)
            raise from_primp(error, host, proxied, begun=entry.status is not None) from None
        finally:
            leave.set()
        if reply.status == 407 and proxied:
            raise failures.proxy_password()
        return reply


def _client(network: Network, limits: Limits) -> tuple[Any, SendTrouble | None]:
    """Make the client, and say why it can't be used where the settings are no good.

    Nothing leaves: primp connects at the first request.
    """
    import primp

    try:
        client = primp.Client(
            # A client that is given no proxy takes one from the environment or the system. So it is given one, which
            # is then taken away.
            proxy=network.proxy_address or "http://127.0.0.1:9",
            timeout=limits.total,
            connect_timeout=limits.connect,
            impersonate="random",
            impersonate_os="random",
            ca_cert_file=network.ca_file or None,  # trusted beside the usual ones
            follow_redirects=False,
            dns_resolver="system",  # by default primp asks Google where this computer names no name server
        )
    except primp.PrimpError as error:
        of_the_file = "ca cert" in str(error).lower()
        return primp.Client(), failures.certificate_file() if of_the_file else failures.proxy_down()
    if not network.proxy:
        client.proxy = None
    return client, None


def _taken(answer: Any, most: int, entry: Sent, leave: threading.Event) -> tuple[bytes, bool]:
    """Return the body up to `most` bytes, decompressed as it comes, and whether there was more."""
    pieces: list[bytes] = []
    try:
        for piece in answer.iter_bytes():
            if leave.is_set():
                break
            room = most - entry.bytes
            pieces.append(piece[:room])
            entry.bytes += len(pieces[-1])
            if len(piece) > room:
                return b"".join(pieces), True
    finally:
        answer.close()
    return b"".join(pieces), False
