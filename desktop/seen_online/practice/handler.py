"""One connection to the practice server: as a proxy for the program, as a site for a person's own browser."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler
from threading import Event
from typing import Protocol
from urllib.parse import urlsplit

from seen_online.practice.answering import Answer, PracticeSites
from seen_online.practice.links import for_own_browser, local_path
from seen_online.practice.notices import index, notice

_MOST_BODY = 64 * 1024  # bytes that a refused form may send before the line is closed on it
# A practice page in a person's own browser: no program runs in it, and nothing is loaded from elsewhere.
_GUARDS = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'self' 'unsafe-inline';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Listening(Protocol):
    """What a handler needs of the server that it works for."""

    sites: PracticeSites
    stopping: Event
    own_names: frozenset[str]


class PracticeHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD; refuses all else. Never opens a connection or a file."""

    server: Listening  # pyright: ignore[reportIncompatibleVariableOverride]
    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.1"  # the base class answers what it can't read without a status
    timeout = 30  # seconds that a silent connection is kept

    def do_GET(self) -> None:
        """Answer a page."""
        self._send(self._body_refused() or self._answer())

    do_HEAD = do_GET

    def do_CONNECT(self) -> None:
        """Refuse a tunnel: nothing leaves this computer in practice."""
        self.close_connection = True
        self._send(Answer(403, notice("No way out", "In practice nothing leaves this computer.")))

    def do_POST(self) -> None:
        """Refuse a form: the practice web is for reading."""
        self._drain()
        text = "In practice you can only look. Nothing was kept of what you typed."
        self._send(Answer(405, notice("Nothing was sent", text), headers={"Allow": "GET, HEAD"}))

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_POST

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what could not be understood, and end the connection."""
        self.close_connection = True
        self._send(Answer(code, notice("Bad request", "The practice web does not understand this.")))

    def version_string(self) -> str:
        """Name the server, and no version of anything."""
        return "PracticeWeb"

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the outbox is the record of what was asked."""

    def _answer(self) -> Answer:
        if self.path.startswith("/"):
            return self._as_site()
        try:
            parts = urlsplit(self.path)
            scheme, host, port = parts.scheme, parts.hostname, parts.port
        except ValueError:
            return Answer(400, notice("Bad request", "This is no address."))
        if scheme != "http" or not host:
            return Answer(400, notice("Bad request", "Only http addresses are served here."))
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        answer = self.server.sites.answer(host.lower(), target) if port in (None, 80) else None
        return answer or Answer(502, notice("No such host", "The practice web does not have this address."))

    def _as_site(self) -> Answer:
        # A page of the open web whose name was turned to 127.0.0.1 sends its own name here: it is not served.
        if self.headers.get("Host", "").lower() not in self.server.own_names:
            return Answer(421, notice("Wrong address", "Open this page as 127.0.0.1."))
        path, mark, query = self.path.lstrip("/").partition("?")
        host, slash, rest = path.partition("/")
        host = host.lower()
        if not host:
            return Answer(200, index(self.server.sites.hosts), headers=_GUARDS)
        if not slash and host in self.server.sites.hosts:
            return Answer(301, notice("Moved"), headers={"Location": f"/{host}/"})
        answer = self.server.sites.answer(host, f"/{rest}{mark}{query}")
        if answer is None:
            return Answer(404, notice("No such host", "The practice web does not have this address."))
        headers = {**answer.headers, **_GUARDS}
        if "Location" in headers:
            headers["Location"] = local_path(headers["Location"], host)
        is_page = answer.media_type.startswith("text/html")
        body = for_own_browser(answer.body, host) if is_page else answer.body
        return Answer(answer.status, body, answer.media_type, headers, answer.wait)

    def _body_refused(self) -> Answer | None:
        if self.headers.get("Transfer-Encoding") or self.headers.get("Content-Length", "0").strip() != "0":
            self._drain()
            return Answer(400, notice("Bad request", "A request for a page has no body."))
        return None

    def _drain(self) -> None:
        """Take in what a refused request carries, within bounds, and end the connection after it."""
        self.close_connection = True
        length = self.headers.get("Content-Length", "").strip()
        if length.isascii() and length.isdigit():
            self.rfile.read(min(int(length), _MOST_BODY))

    def _send(self, answer: Answer) -> None:
        if answer.wait and self.server.stopping.wait(answer.wait):
            self.close_connection = True
            return
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)
