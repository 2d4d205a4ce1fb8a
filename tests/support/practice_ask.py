"""Asking the practice web: through the program's own Post, and byte by byte as no client would."""

from __future__ import annotations

import http.client
import json
import socket
from typing import Any
from urllib.parse import urlencode, urlsplit

from seen_online.outbox import Outbox, Planned, Purpose
from seen_online.outbox.post import Post, Reply
from seen_online.practice.server import PracticeWeb


def port_of(web: PracticeWeb) -> int:
    port = urlsplit(web.network.proxy).port
    assert port is not None
    return port


def fetch(web: PracticeWeb, url: str, outbox: Outbox | None = None) -> Reply:
    """Fetch one page as the program does, the practice web being its proxy."""
    outbox = outbox or Outbox()
    host = urlsplit(url).hostname or ""
    outbox.agree([Planned(Purpose.PAGE, host, (host,), url)])
    return Post(outbox, web.network).get(url, purpose=Purpose.PAGE, receiver=host, words=url)


def search(web: PracticeWeb, query: str, **more: str) -> dict[str, Any]:
    """Ask the practice engine for JSON."""
    asked = urlencode({"q": query, "format": "json", **more})
    reply = fetch(web, f"http://search.practice.example/search?{asked}")
    assert reply.status == 200, reply.body[:200]
    return json.loads(reply.body)


def say_raw(web: PracticeWeb, data: bytes) -> bytes:
    """Send bytes on a fresh connection, and return all that comes back until the server ends it."""
    with socket.create_connection(("127.0.0.1", port_of(web)), timeout=10) as link:
        link.sendall(data)
        link.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := link.recv(65536):
            answer += piece
    return answer


def browse(
    web: PracticeWeb, target: str, host: str = "", method: str = "GET", body: bytes | None = None
) -> tuple[int, dict[str, str], bytes]:
    """Ask as a browser does that was pointed at loopback. Returns status, headers in lower case, and the body."""
    link = http.client.HTTPConnection("127.0.0.1", port_of(web), timeout=10)
    try:
        link.request(method, target, body=body, headers={"Host": host or f"127.0.0.1:{port_of(web)}"})
        answer = link.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        link.close()
