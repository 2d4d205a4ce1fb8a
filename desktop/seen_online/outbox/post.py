"""The one place that sends with requests: agreed, recorded, bounded."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from seen_online import __version__
from seen_online.outbox.addresses import may_connect
from seen_online.outbox.errand import Errand
from seen_online.outbox.keys import Keys
from seen_online.outbox.ledger import Outbox, Purpose
from seen_online.outbox.line import Line, LookUp
from seen_online.outbox.network import Network
from seen_online.outbox.redirects import Step, follow
from seen_online.outbox.reply import Limits, Reply, SendTrouble
from seen_online.outbox.urls import checked, holds, host_of, with_params

if TYPE_CHECKING:
    import ssl

__all__ = ["Limits", "Post", "Reply", "SendTrouble"]

# Says openly what it is. The first words are those that sites expect of everyone.
USER_AGENT = f"Mozilla/5.0 (compatible; SeenOnline/{__version__}; a person checking their own name)"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Language": "en-GB,en;q=0.8",
    "Accept-Encoding": "gzip, deflate, br",
    "Connection": "close",
}


# A page that is read may lie beside a service, and anyone can lay a link to it: the key is for asking alone.
_KEYED = (Purpose.SEARCH, Purpose.CONTROL)


class Post:
    """Sends requests through the outbox, over this computer's network settings.

    `public` tells which addresses may be connected to and `look_up` is the name service; both are what they should
    be unless the made-up web on loopback stands in for the real one. `keys` are those of services that ask for one.
    """

    def __init__(
        self,
        outbox: Outbox,
        network: Network,
        limits: Limits | None = None,
        *,
        public: Callable[[str], bool] = may_connect,
        look_up: LookUp | None = None,
        keys: Keys | None = None,
    ) -> None:
        self.outbox = outbox
        self.network = network
        self.limits = limits or Limits()
        self._public = public
        self._look_up = look_up
        self._keys = keys or Keys()
        self._lock = threading.Lock()

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
        may_go: Callable[[Step, Step], None] = lambda step, onward: None,
    ) -> Reply:
        """Fetch `url`. Raises NotAgreed before anything leaves, SendTrouble where no whole answer came.

        With `public_only` the address must be a public one, checked on the very connection that is used, unless
        `network.allow_hosts` names the host; every other host that a redirect leads to must be public in any case.
        Setting `stop` ends it within 200 ms. `may_go` is asked before each redirect and raises where it must not be
        followed; the time that it takes does not count.
        """
        errand = Errand(
            line=lambda: Line(self._public, self._look_up),
            network=self.network,
            limits=self.limits,
            trust=lambda: self._trust,
            headers={**_HEADERS, **(headers or {})},
            stop=stop,
            keys=self._keys if purpose in _KEYED else Keys(),
        )
        first = Step("GET", checked(with_params(url, params)))

        def send(step: Step) -> Reply:
            with self.outbox.sending(
                "GET",
                step.url,
                purpose=purpose,
                receiver=receiver,
                words=words,
                sent=words if not step.came_from or holds(words, step.url) else "",
                redirected_from=step.came_from,
            ) as entry:
                return errand.run(step, entry, public_only or host_of(step.url) != host_of(first.url))

        def in_its_own_time(step: Step, onward: Step) -> None:
            began = time.monotonic()
            may_go(step, onward)
            errand.wait_longer(time.monotonic() - began)

        return follow(first, send, self.limits.redirects, in_its_own_time)

    @cached_property
    def _certificates(self) -> ssl.SSLContext:
        from seen_online.outbox.carrier import trust

        return trust(self.network)

    @property
    def _trust(self) -> ssl.SSLContext:
        with self._lock:  # loading some hundred certificates takes a while; sixteen threads should do it once
            return self._certificates
