"""The practice web on loopback: a proxy that knows only made-up hosts, and a site for a person's own browser."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from seen_online.outbox.network import Network
from seen_online.practice.faults import Fault
from seen_online.practice.links import LOOPBACK, SEARCH_HOST, local_path
from seen_online.trouble import Trouble
from seen_online.words import say

if TYPE_CHECKING:
    from seen_online.practice.answering import PracticeSites
    from seen_online.practice.engine import PracticeEngine
    from seen_online.practice.listener import PracticeServer


class PracticeWeb:
    """The made-up web, from `start` to `stop`; also a context manager.

    `network` is all that practice sets in the program: its hosts are reached through the same code as the real web,
    and a request for any other host ends at this computer. `faults` is explained at `PracticeEngine`.
    """

    engine_name = f"searxng=http://{SEARCH_HOST}"

    def __init__(self, faults: Mapping[str, Fault] | None = None, port: int = 0) -> None:
        self._faults = dict(faults or {})
        self._port = port
        self._engines: list[PracticeEngine] = []
        self._server: PracticeServer | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> Self:
        """Read the pages, build the index, listen on loopback. Raises Trouble where no port can be had."""
        if self._server is not None:
            return self
        # The window imports this module at its start; what a server needs is loaded when practice begins.
        from seen_online.practice.listener import PracticeServer

        try:
            server = self._server = PracticeServer(self._sites(), self._port)
        except OSError as error:
            self._close_engines()
            raise Trouble(
                say("The practice web could not start ({why}).", why=error.strerror or "unknown"),
                say("Close other programs, then try again."),
            ) from None
        self._thread = threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="practice-web", daemon=True
        )
        self._thread.start()
        return self

    def move_on(self, faults: Mapping[str, Fault] | None = None) -> None:
        """Let some months pass, for a second check: a page is new, one is gone, one moved, one says less.

        `faults` take the place of those from before.
        """
        if self._server is not None:
            self._faults = dict(faults or {})
            self._server.sites = self._sites(later=True)

    def _sites(self, *, later: bool = False) -> PracticeSites:
        from seen_online.practice.answering import PracticeSites
        from seen_online.practice.engine import PracticeEngine
        from seen_online.practice.site import load_site

        site = load_site(later=later)
        engine = PracticeEngine(site.pages, self._faults)
        self._engines.append(engine)
        return PracticeSites(site, engine)

    def _close_engines(self) -> None:
        while self._engines:
            self._engines.pop().close()

    def stop(self) -> None:
        """End every connection, thread and socket; may be called twice."""
        server, self._server = self._server, None
        if server is None:
            return
        server.end()
        if self._thread is not None:
            self._thread.join()
        self._close_engines()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def network(self) -> Network:
        """Return the network settings that lead to the practice web and nowhere else."""
        return Network(proxy=self._address)

    def open_address(self, url: str) -> str:
        """Return where a person's own browser can open the practice page `url`, on loopback.

        Every http(s) address is turned to loopback, also one that the practice web does not have. Raises ValueError
        for any other kind of address.
        """
        if urlsplit(url).scheme not in ("http", "https"):
            raise ValueError("not a web address")
        return self._address + local_path(url, "")

    @property
    def _address(self) -> str:
        if self._server is None:
            raise RuntimeError("the practice web is not running")
        return f"http://{LOOPBACK}:{self._server.port}"
