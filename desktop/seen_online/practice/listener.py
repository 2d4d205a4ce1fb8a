"""Listens on loopback and gives each connection a thread that can be ended."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import sys
import threading

from seen_online.practice.answering import PracticeSites
from seen_online.practice.handler import PracticeHandler
from seen_online.practice.links import LOOPBACK

MOST_CONNECTIONS = 64  # at a time
PATIENCE = 10.0  # seconds that one more waits for a place before it is turned away


class PracticeServer(socketserver.TCPServer):
    """Serves each connection in a thread of its own and can end them all at once."""

    request_queue_size = 64
    # The port is a free one, so there is nothing to take over; on Windows reuse would let another program share it.
    allow_reuse_address = False

    def __init__(self, sites: PracticeSites, port: int = 0) -> None:
        self.sites = sites
        self.stopping = threading.Event()
        self._places = threading.Condition()
        self._open: dict[socket.socket, threading.Thread] = {}
        super().__init__((LOOPBACK, port), PracticeHandler)
        self.port: int = self.server_address[1]
        self.own_names = frozenset({f"{LOOPBACK}:{self.port}", f"localhost:{self.port}"})

    def process_request(self, request: socket.socket, client_address: tuple[str, int]) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Hand the connection to a thread of its own, as soon as there is a place for it."""
        thread = threading.Thread(
            target=self._serve, args=(request, client_address), name="practice-connection", daemon=True
        )
        with self._places:
            # On a busy computer threads end late. To wait for one costs little; to turn a page away costs a result.
            self._places.wait_for(lambda: len(self._open) < MOST_CONNECTIONS or self.stopping.is_set(), PATIENCE)
            if len(self._open) >= MOST_CONNECTIONS or self.stopping.is_set():
                self.shutdown_request(request)
                return
            self._open[request] = thread
            thread.start()

    def _serve(self, request: socket.socket, client_address: tuple[str, int]) -> None:
        try:
            self.finish_request(request, client_address)
        except Exception:  # noqa: BLE001 (one connection must not end the others)
            self.handle_error(request, client_address)
        finally:
            with self._places:
                self._open.pop(request, None)
                self.shutdown_request(request)
                self._places.notify()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a connection that the other side ended; report a fault of ours."""
        if not isinstance(sys.exc_info()[1], (OSError, EOFError)):
            super().handle_error(request, client_address)  # pyright: ignore[reportArgumentType]

    def end(self) -> None:
        """Stop listening, end every open connection, and wait for the threads. `serve_forever` must be running."""
        self.stopping.set()
        with self._places:
            self._places.notify_all()
        self.shutdown()
        with self._places:
            threads = list(self._open.values())
            for request in self._open:
                with contextlib.suppress(OSError):
                    request.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join()
        self.server_close()
